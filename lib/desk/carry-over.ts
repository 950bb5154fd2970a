import { partsOfVersion } from "#lib/db/articles/parts";
import { areOfOneArticle, comparedTexts } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { copyOutcome } from "#lib/db/outcomes/outcomes";
import { addWriter, lockReview } from "#lib/db/reviews/reviews";
import { decide, standingDecision } from "#lib/db/statements/decisions";
import { settleMatch } from "#lib/db/statements/matches";
import { factsOf, type StatementRow } from "#lib/db/statements/rows";
import {
  changeStatement,
  createFromFields,
  holdsSpan,
  statementsOfReview,
  suggestionAt,
} from "#lib/db/statements/statements";
import { copyTemplateChoice } from "#lib/db/statements/template-choices";
import { dayAt } from "#lib/domain/page-parts";
import { CarryOver } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import type { Span } from "#lib/text/span";
import { type CarriedSpans, carriedInto } from "#lib/versions/carried";
import * as words from "#lib/words";
import { verb } from "./verb";
import { reviewToWrite, versionOf } from "./writing";

const versionRefusals = words.versionRefusals;

/**
 * Take one's own labels from a review of an earlier version into the review of a newer one, for the statements whose words
 * stand there letter for letter. Everything else is left as it is, what was decided in the newer review above all.
 */
export const carryOver = verb("review.carryOver", {
  input: CarryOver,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const from = await lockReview(tx, input.fromReviewId);
    if (!from.writers.includes(actor.id)) throw new AppError("not_allowed", versionRefusals.notYourLabels);
    const [versionId, fromVersionId] = [versionOf(review), versionOf(from)];
    await refuseOtherPage(tx, versionId, fromVersionId);
    const statements = await statementsOfReview(tx, from.id);
    const place = await placesIn(fromVersionId, versionId);
    const [older, newer] = [await partsOfVersion(tx, fromVersionId), await partsOfVersion(tx, versionId)];
    const isOfSameDay = (was: Span, is: Span) => dayAt(older, was) === dayAt(newer, is);
    let count = 0;
    for (const statement of statements) {
      const spans = place(factsOf(statement));
      const to = { reviewId: review.id, versionId, changedById: actor.id, now, isOfSameDay };
      if (spans !== null && (await carry(tx, statement, spans, to))) count += 1;
    }
    // Whoever wrote those labels wrote a part of this review now, and doesn't publish it.
    if (count > 0) for (const writer of from.writers) await addWriter(tx, review.id, writer, now);
    return {
      result: { count, left: statements.length - count },
      subject: count > 0 ? `review:${review.id}` : null,
      payload: { fromReviewId: from.id, fromVersionId, count },
    };
  },
});

async function refuseOtherPage(tx: Tx, versionId: string, fromVersionId: string): Promise<void> {
  if (await areOfOneArticle(tx, [versionId, fromVersionId])) return;
  throw new AppError("invalid_input", versionRefusals.otherPage);
}

async function placesIn(fromVersionId: string, versionId: string) {
  const texts = await comparedTexts([fromVersionId, versionId]);
  const [older, newer] = [texts.get(fromVersionId), texts.get(versionId)];
  if (older === undefined || newer === undefined) throw new RangeError("a review's version has no text");
  return carriedInto(older, newer);
}

interface Target {
  readonly reviewId: string;
  readonly versionId: string;
  readonly changedById: string;
  readonly now: Date;
  /** "This morning" means another day in a post of another day. */
  readonly isOfSameDay: (was: Span, is: Span) => boolean;
}

/** False where the newer review says something of these words already, or where their time would be read anew. */
async function carry(tx: Tx, statement: StatementRow, spans: CarriedSpans, to: Target): Promise<boolean> {
  const { reviewId, versionId, changedById, now } = to;
  if (await holdsSpan(tx, reviewId, spans)) return false;
  const suggestion = await suggestionAt(tx, versionId, spans);
  const isDecided = suggestion !== null && (await standingDecision(tx, reviewId, suggestion.id)) !== null;
  if (isDecided) return false;
  if (statement.prediction !== null && !to.isOfSameDay(statement, spans)) return false;
  const { labelOverride, labelReason, claimId } = statement;
  const { content: _, ...facts } = factsOf(statement);
  const fields = { ...facts, ...spans, labelOverride, labelReason };
  const lists = { source: [...spans.source], cue: [...spans.cue], content: [...(spans.content ?? [])] };
  const place = { versionId, fields: { ...fields, ...lists } };
  const written = { reviewId, changedById, now };
  const statementId = await createFromFields(
    tx,
    { ...place, from: suggestion, stood: place.fields },
    written,
  );
  const { prediction, outcome } = statement;
  if (prediction !== null && outcome !== null) {
    const { writtenBy: _, ...row } = outcome;
    await copyOutcome(tx, row, statementId);
  }
  if (prediction !== null) await copyTemplateChoice(tx, statement, statementId);
  if (claimId !== null) {
    await changeStatement(tx, { id: statementId, revision: 1 }, { claimId }, now);
    const joined = { reviewId, suggestionId: suggestion?.id ?? null, claimId };
    await settleMatch(tx, joined, { personId: changedById, now });
  }
  if (suggestion !== null) {
    const decision = { kind: "EDITED" as const, statementId, decidedById: changedById, decidedAt: now };
    await decide(tx, { reviewId, suggestionId: suggestion.id, ...decision });
  }
  return true;
}
