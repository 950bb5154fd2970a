import { textOfVersion } from "#lib/db/articles/versions";
import { rootOf } from "#lib/db/claims/merging";
import type { Tx } from "#lib/db/core/client";
import type { LockedReview } from "#lib/db/reviews/reviews";
import {
  decide,
  decisionThatMade,
  redecide,
  refuseDecided,
  standingDecision,
  takeBack,
} from "#lib/db/statements/decisions";
import { decideMatch, settleMatch, takeMatchBack, undecidedMatch } from "#lib/db/statements/matches";
import { factsOf } from "#lib/db/statements/rows";
import {
  changeStatement,
  createFromFields,
  refuseSameSpan,
  rewriteStatement,
  statementById,
  suggestionOf,
} from "#lib/db/statements/statements";
import { isAffirmable } from "#lib/domain/affirmable-matches";
import { refuseChangedPromise } from "#lib/domain/outcomes";
import {
  AcceptAndJoin,
  AddStatement,
  DecideMatch,
  EditStatement,
  LinkStatement,
  RejectSuggestion,
  RemoveStatement,
  RestoreStatement,
  UndoDecision,
} from "#lib/domain/reviews";
import { changesBetween, movedCredits } from "#lib/domain/statement-changes";
import { refuseContradiction, sameSpans } from "#lib/domain/statement-rules";
import { AppError } from "#lib/errors";
import { contains } from "#lib/text/span";
import * as words from "#lib/words";
import { accept } from "./accepting";
import { verb } from "./verb";
import { quoteOf, refuseRemoved, reviewToWrite, statementToWrite, versionOf } from "./writing";

/** What editors do to the statements of one page. Every verb locks the review first, so that it can't be submitted meanwhile. */

export const acceptSuggestion = verb("suggestion.accept", {
  input: AcceptAndJoin,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionOf(tx, review.versionId, input.suggestionId);
    await refuseDecided(tx, review.id, suggestion.id);
    await refuseSameSpan(tx, review.id, suggestion);
    const named = await standingClaim(tx, input.claimId);
    const how = { reviewId: review.id, actor, now, claimId: named };
    const { statementId, claimId } = await accept(tx, suggestion, how);
    return {
      result: { statementId, revision: 1 },
      subject: `review:${review.id}`,
      payload: {
        suggestionId: suggestion.id,
        statementId,
        ...(claimId === null ? {} : { claimId }),
        quote: quoteOf(suggestion),
      },
    };
  },
});

export const rejectSuggestion = verb("suggestion.reject", {
  input: RejectSuggestion,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionOf(tx, review.versionId, input.suggestionId);
    await refuseDecided(tx, review.id, suggestion.id);
    await decide(tx, { ...input, kind: "REJECTED", decidedById: actor.id, decidedAt: now });
    return {
      result: null,
      subject: `review:${review.id}`,
      payload: { suggestionId: suggestion.id, reason: input.reason, quote: quoteOf(suggestion) },
    };
  },
});

/** The suggestion waits again; a statement that the decision made is removed with it. */
export const undoDecision = verb("suggestion.undo", {
  input: UndoDecision,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const decision = await standingDecision(tx, review.id, input.suggestionId);
    if (decision === null) throw new AppError("conflict", words.refusals.notDecided);
    await takeBack(tx, decision.id, now);
    const about = { reviewId: review.id, suggestionId: input.suggestionId };
    await takeMatchBack(tx, about, now, ["JOINED"]);
    // Joined with another claim in the same act: that it isn't the matched one was said by that.
    await takeMatchBack(tx, about, now, ["REFUSED"], decision.decidedAt);
    const { statementId } = decision;
    if (statementId !== null) {
      const { revision, removedAt } = await statementById(tx, statementId);
      const change = { removedAt: now, changedById: actor.id };
      if (removedAt === null) await changeStatement(tx, { id: statementId, revision }, change, now);
    }
    return {
      result: null,
      subject: `review:${review.id}`,
      payload: { suggestionId: input.suggestionId, decision: decision.kind, statementId },
    };
  },
});

/** Mark a statement that the machine missed, or accept a suggestion with changes. */
export const addStatement = verb("statement.add", {
  input: AddStatement,
  run: async ({ tx, actor, input, now }) => {
    const { fields } = input;
    refuseContradiction(fields);
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const versionId = versionOf(review);
    const from = input.suggestionId === null ? null : await suggestionOf(tx, versionId, input.suggestionId);
    if (from !== null) await refuseDecided(tx, review.id, from.id);
    await refuseSameSpan(tx, review.id, fields);
    const written = { reviewId: review.id, changedById: actor.id, now };
    const statementId = await createFromFields(
      tx,
      { versionId, fields, from, stood: from && factsOf(from) },
      written,
    );
    if (from !== null) {
      const { id: suggestionId } = from;
      const decided = { decidedById: actor.id, decidedAt: now };
      await decide(tx, { reviewId: review.id, suggestionId, kind: "EDITED", statementId, ...decided });
    }
    return {
      result: { statementId, revision: 1 },
      subject: `review:${review.id}`,
      payload: { statementId, suggestionId: input.suggestionId, fields },
    };
  },
});

export const editStatement = verb("statement.edit", {
  input: EditStatement,
  run: async ({ tx, actor, input, now }) => {
    const { statement, review } = await statementToWrite(tx, input.statementId, actor.id);
    refuseRemoved(statement);
    refuseContradiction(input.fields);
    const { prediction } = factsOf(statement);
    if (prediction?.outcome) refuseChangedPromise(prediction, input.fields.prediction);
    // Where it stood, no other one can have come.
    if (!sameSpans([statement], [input.fields]))
      await refuseSameSpan(tx, review.id, input.fields, statement.id);
    const { labelOverride } = statement;
    const before = { ...factsOf(statement), labelOverride };
    const isInside = movedCredits(before, input.fields).every((span) => contains(before, span));
    const around = isInside
      ? { text: before.exact, at: before.start }
      : { text: await textOfVersion(tx, statement.versionId), at: 0 };
    const changes = changesBetween(before, input.fields, around);
    await rewriteStatement(tx, statement, input, { changedById: actor.id, now });
    return {
      result: { statementId: statement.id, revision: input.revision + 1 },
      subject: `review:${review.id}`,
      payload: { statementId: statement.id, fields: input.fields, changes, quote: quoteOf(statement) },
    };
  },
});

/** Not a statement after all. A suggestion that it came from counts as rejected then. */
export const removeStatement = verb("statement.remove", {
  input: RemoveStatement,
  run: async ({ tx, actor, input, now }) => {
    const { statement, review } = await statementToWrite(tx, input.statementId, actor.id);
    refuseRemoved(statement);
    await changeStatement(
      tx,
      { id: statement.id, revision: input.revision },
      { removedAt: now, changedById: actor.id },
      now,
    );
    await redecide(tx, statement, { kind: "REJECTED", decidedById: actor.id, decidedAt: now });
    return {
      result: { statementId: statement.id, revision: input.revision + 1 },
      subject: `review:${review.id}`,
      payload: { statementId: statement.id, quote: quoteOf(statement) },
    };
  },
});

export const restoreStatement = verb("statement.restore", {
  input: RestoreStatement,
  run: async ({ tx, actor, input, now }) => {
    const { statement, review } = await statementToWrite(tx, input.statementId, actor.id);
    if (statement.removedAt === null) throw new AppError("conflict", words.refusals.notRemoved);
    await refuseSameSpan(tx, review.id, statement);
    await changeStatement(
      tx,
      { id: statement.id, revision: input.revision },
      { removedAt: null, changedById: actor.id },
      now,
    );
    const first = await decisionThatMade(tx, statement.id);
    const decided = { decidedById: actor.id, decidedAt: now };
    await redecide(tx, statement, { kind: first?.kind ?? "EDITED", statementId: statement.id, ...decided });
    return {
      result: { statementId: statement.id, revision: input.revision + 1 },
      subject: `review:${review.id}`,
      payload: { statementId: statement.id, quote: quoteOf(statement) },
    };
  },
});

export const linkStatement = verb("statement.link", {
  input: LinkStatement,
  run: async ({ tx, actor, input, now }) => {
    const review = await joinToClaim(tx, input, actor.id, now);
    return {
      result: { statementId: input.statementId, revision: input.revision + 1 },
      subject: `review:${review.id}`,
      payload: { statementId: input.statementId, claimId: input.claimId },
    };
  },
});

/** What the machine said that a statement is to a claim holds: it contradicts it, promises the same for another time, or is alike. Whoever says that both are the same joins it. */
export const affirmMatch = verb("match.affirm", {
  input: DecideMatch,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionOf(tx, review.versionId, input.suggestionId);
    const { claimId, relation } = await undecidedMatch(tx, review.id, suggestion);
    if (!isAffirmable(relation)) throw new AppError("conflict", words.refusals.joinInstead);
    const affirmed = { ...input, claimId, kind: "AFFIRMED" as const, isMachines: false };
    await decideMatch(tx, affirmed, { personId: actor.id, now });
    return {
      result: null,
      subject: `review:${review.id}`,
      payload: { suggestionId: suggestion.id, claimId, relation, quote: quoteOf(suggestion) },
    };
  },
});

/** It is not to the claim what the machine said. */
export const refuseMatch = verb("match.refuse", {
  input: DecideMatch,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionOf(tx, review.versionId, input.suggestionId);
    const { claimId } = await undecidedMatch(tx, review.id, suggestion);
    const refused = { ...input, claimId, kind: "REFUSED" as const, isMachines: false };
    await decideMatch(tx, refused, { personId: actor.id, now });
    return {
      result: null,
      subject: `review:${review.id}`,
      payload: { suggestionId: suggestion.id, claimId, quote: quoteOf(suggestion) },
    };
  },
});

/** The match waits again. */
export const undoMatch = verb("match.undo", {
  input: DecideMatch,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionOf(tx, review.versionId, input.suggestionId);
    if (!(await takeMatchBack(tx, input, now, ["REFUSED", "AFFIRMED"])))
      throw new AppError("conflict", words.refusals.notDecided);
    return {
      result: null,
      subject: `review:${review.id}`,
      payload: { suggestionId: suggestion.id, quote: quoteOf(suggestion) },
    };
  },
});

/** Join a statement to a claim, or take the link away. Throws AppError as any change of a statement does. */
export async function joinToClaim(
  tx: Tx,
  link: { readonly statementId: string; readonly revision: number; readonly claimId: string | null },
  personId: string,
  now: Date,
): Promise<LockedReview> {
  const { statement, review } = await statementToWrite(tx, link.statementId, personId);
  refuseRemoved(statement);
  const { revision } = link;
  const claimId = await standingClaim(tx, link.claimId);
  await changeStatement(tx, { id: statement.id, revision }, { claimId, changedById: personId }, now);
  await settleMatch(tx, { ...statement, claimId }, { personId, now });
  return review;
}

/** A claim that was merged away under an open screen counts as the one that it is now. Null for none. Throws AppError `not_found`. */
async function standingClaim(tx: Tx, claimId: string | null): Promise<string | null> {
  if (claimId === null) return null;
  const standing = await rootOf(tx, claimId);
  if (standing === null) throw new AppError("not_found", words.errors.notFound);
  return standing;
}
