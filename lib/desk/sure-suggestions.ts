import type { Tx } from "#lib/db/core/client";
import { keptTogether, takeBack, undecidedSuggestions } from "#lib/db/statements/decisions";
import { takeMatchBack } from "#lib/db/statements/matches";
import type { SuggestionRow } from "#lib/db/statements/rows";
import { changeStatement, statementsOfReview, suggestionsOf } from "#lib/db/statements/statements";
import { isSureRow } from "#lib/db/statements/views";
import type { Actor } from "#lib/domain/actor";
import { SureSuggestions } from "#lib/domain/reviews";
import { spanKey } from "#lib/domain/version-views";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { accept } from "./accepting";
import { verb } from "./verb";
import { reviewToWrite } from "./writing";

/**
 * Many suggestions accepted in one act, and given back in one. What a person did meanwhile stays: a suggestion that was decided, that
 * covers the words of a statement, or that isn't sure any more waits as before; a statement that was changed or removed is nobody's to give back.
 */

export const acceptSure = verb("suggestion.acceptSure", {
  input: SureSuggestions,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const suggestions = await suggestionsOf(tx, review.versionId, input.suggestionIds);
    const about = { reviewId: review.id, versionId: review.versionId ?? "" };
    const waiting = new Set(await undecidedSuggestions(tx, about, []));
    const sure = await sureOf(
      tx,
      review.id,
      suggestions.filter(({ id }) => waiting.has(id)),
    );
    if (sure.length === 0) throw new AppError("conflict", words.refusals.noneSure);
    const statementIds = await acceptTogether(tx, review.id, sure, { actor, now });
    return {
      result: { accepted: sure.length, left: suggestions.length - sure.length },
      subject: `review:${review.id}`,
      payload: { suggestionIds: sure.map(({ id }) => id), statementIds },
    };
  },
});

export const giveSureBack = verb("suggestion.giveSureBack", {
  input: SureSuggestions,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const kept = await giveBack(
      tx,
      { reviewId: review.id, suggestionIds: input.suggestionIds },
      actor.id,
      now,
    );
    if (kept.length === 0) throw new AppError("conflict", words.refusals.noneTogether);
    return {
      result: { givenBack: kept.length },
      subject: `review:${review.id}`,
      payload: {
        suggestionIds: kept.map(({ suggestionId }) => suggestionId),
        statementIds: kept.map(({ statementId }) => statementId),
      },
    };
  },
});

/** Those of them that the machine is sure of, and whose words the review has no statement for. `reviewId` null: there is no review yet. */
export async function sureOf(
  tx: Tx,
  reviewId: string | null,
  suggestions: readonly SuggestionRow[],
): Promise<SuggestionRow[]> {
  const marked = new Set(reviewId === null ? [] : (await statementsOfReview(tx, reviewId)).map(spanKey));
  return suggestions.filter((one) => isSureRow(one) && !marked.has(spanKey(one)));
}

/** Ids of the statements that they become. */
export async function acceptTogether(
  tx: Tx,
  reviewId: string,
  sure: readonly SuggestionRow[],
  by: { readonly actor: Pick<Actor, "id">; readonly now: Date },
): Promise<string[]> {
  const statementIds: string[] = [];
  for (const suggestion of sure)
    statementIds.push((await accept(tx, suggestion, { reviewId, ...by, isTogether: true })).statementId);
  return statementIds;
}

/** Those of them that nobody changed since wait again. Returns  which those were. */
export async function giveBack(
  tx: Tx,
  { reviewId, suggestionIds }: { readonly reviewId: string; readonly suggestionIds: readonly string[] },
  personId: string,
  now: Date,
) {
  const kept = await keptTogether(tx, reviewId, suggestionIds);
  for (const { decisionId, suggestionId, statementId } of kept) {
    await takeBack(tx, decisionId, now);
    await takeMatchBack(tx, { reviewId, suggestionId }, now, ["JOINED"]);
    const change = { removedAt: now, changedById: personId };
    await changeStatement(tx, { id: statementId, revision: 1 }, change, now);
  }
  return kept;
}
