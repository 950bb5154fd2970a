import { suggestionsAside } from "#lib/db/articles/parts";
import { lockVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { endNotices } from "#lib/db/notices/notices";
import { advanceReading, lockReading } from "#lib/db/readings/readings";
import {
  countUndecided,
  decideUnit as keepDecision,
  type SettledUnit,
  type Side,
  unitById,
  unitsOf,
} from "#lib/db/readings/units";
import { createReview, type LockedReview, unfinishedReview } from "#lib/db/reviews/reviews";
import { keepNote } from "#lib/db/statements/annotations";
import { decide, standingDecision, undecide, undecidedSuggestions } from "#lib/db/statements/decisions";
import {
  changeStatement,
  createFromFields,
  createFromSuggestion,
  refuseSameSpan,
  statementById,
  suggestionAt,
  suggestionOf,
} from "#lib/db/statements/statements";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import type { StatementFields } from "#lib/domain/reviews";
import {
  choiceOf,
  DecideUnit,
  differencesOf,
  FinishReading,
  refuseToSettle,
  refuseUnfinished,
  SettleReading,
  type UnitChoice,
} from "#lib/domain/settling";
import { refuseContradiction } from "#lib/domain/statement-rules";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";
import { reviewToWrite } from "./writing";

/**
 * What two people read blind is settled by a third, in a review of the page like any other: what both say is copied in, what differs is
 * decided place by place. The passes stay as they were handed in, so that every decision keeps its dissent.
 */

const notFound = () => new AppError("not_found", words.errors.notFound);

interface Writing {
  readonly tx: Tx;
  readonly reviewId: string;
  readonly versionId: string;
  readonly personId: string;
  readonly now: Date;
}

/** Opens the review that the result is written in, and copies in what both readers say alike. */
export const settleReading = verb("reading.settle", {
  input: SettleReading,
  run: async ({ tx, actor, input, now }) => {
    const reading = await lockReading(tx, input.readingId);
    const { versionId } = reading;
    refuseStale(reading, input.revision);
    refuseToSettle(reading, actor.id);
    await lockVersion(tx, versionId);
    const open = await unfinishedReview(tx, { versionId });
    if (open !== null) throw new AppError("conflict", words.refusals.openElsewhere(open.author.name));
    const review = await createReview(tx, { versionId }, actor.id, now);
    const revision = await advanceReading(tx, reading, { reviewId: review.id });
    const writing = { tx, reviewId: review.id, versionId, personId: actor.id, now };
    const units = await unitsOf(tx, reading.id);
    let copied = 0;
    for (const unit of units) if (await copyAgreed(writing, unit)) copied += 1;
    return {
      result: { reviewId: review.id, revision },
      subject: `review:${review.id}`,
      payload: { readingId: reading.id, versionId, places: units.length, copied },
    };
  },
});

/** False where the two differ, and where what both say can't stand: that is decided by whoever settles. */
async function copyAgreed(writing: Writing, unit: SettledUnit): Promise<boolean> {
  const { left, right } = unit;
  if (left === null || right === null || differencesOf(unit).length > 0) return false;
  try {
    await keepChoice(writing, unit, { choice: "BOTH", fields: null, reason: null });
    return true;
  } catch (error) {
    if (error instanceof AppError || error instanceof RefusedError) return false;
    throw error;
  }
}

/** Take one side, something else, or nothing. What was decided before is taken back first. */
export const decideUnit = verb("reading.decide", {
  input: DecideUnit,
  run: async ({ tx, actor, input, now }) => {
    const found = await unitById(tx, input.unitId);
    if (found === null) throw notFound();
    const reading = await lockReading(tx, found.readingId);
    refuseToSettle(reading, actor.id);
    if (reading.reviewId === null) throw new RefusedError("conflict", { reason: "unsettled" });
    const review = await reviewToWrite(tx, reading.reviewId, actor.id);
    const unit = await unitById(tx, input.unitId);
    if (unit === null) throw notFound();
    refuseStale(unit, input.revision);
    const { versionId } = reading;
    const writing = { tx, reviewId: review.id, versionId, personId: actor.id, now };
    await takeBack(writing, unit);
    const choice = choiceOf(input.choice, unit);
    const { fields, reason } = input;
    const statementId = await keepChoice(writing, unit, { choice, fields, reason });
    return {
      result: { unitId: unit.id, revision: input.revision + 1 },
      subject: `review:${review.id}`,
      payload: {
        readingId: reading.id,
        place: unit.number,
        choice,
        reason,
        statementId,
        instead: unit.choice,
      },
    };
  },
});

interface Decision {
  readonly choice: UnitChoice;
  /** With THIRD alone. */
  readonly fields: StatementFields | null;
  readonly reason: string | null;
}

/** Write what was chosen, and keep that it was. Throws as adding a statement does. */
async function keepChoice(
  writing: Writing,
  unit: SettledUnit,
  { choice, fields, reason }: Decision,
): Promise<string | null> {
  const { tx, personId, now } = writing;
  const { left, right } = unit;
  const side = choice === "RIGHT" ? right : choice === "NEITHER" ? null : (left ?? right);
  const instead = choice === "THIRD" ? fields : null;
  const statementId = side && (await writeStatement(writing, side, instead));
  if (statementId !== null && choice !== "THIRD") {
    const sides = choice === "BOTH" ? [left, right] : [side];
    for (const one of sides) if (one) await copyNotes(writing, one, statementId);
  }
  const decided = { choice, reason, statementId, decidedById: personId, decidedAt: now };
  await keepDecision(tx, unit, decided);
  return statementId;
}

/** A statement as one side has it, or with other fields; the suggestion for these words is decided with it. */
async function writeStatement(
  { tx, reviewId, versionId, personId, now }: Writing,
  side: Side,
  instead: StatementFields | null,
): Promise<string> {
  const fields = instead ?? side.fields;
  refuseContradiction(fields);
  await refuseSameSpan(tx, reviewId, fields);
  const named =
    side.suggestionId === null
      ? await suggestionAt(tx, versionId, fields)
      : await suggestionOf(tx, versionId, side.suggestionId);
  const isFree = named !== null && (await standingDecision(tx, reviewId, named.id)) === null;
  const from = isFree ? named : null;
  const written = { reviewId, changedById: personId, now };
  const isAsSuggested = side.isAsSuggested && instead === null;
  const statementId =
    from !== null && isAsSuggested
      ? await createFromSuggestion(tx, from, written)
      : await createFromFields(tx, { versionId, fields, from, stood: side.fields }, written);
  if (from !== null) {
    const kind = isAsSuggested ? "ACCEPTED" : "EDITED";
    const decided = { decidedById: personId, decidedAt: now };
    await decide(tx, { reviewId, suggestionId: from.id, kind, statementId, ...decided });
  }
  return statementId;
}

/** Notes stay their reader's own. */
async function copyNotes(
  { tx, reviewId, versionId, now }: Writing,
  side: Side,
  statementId: string,
): Promise<void> {
  for (const { body, isPublic } of side.notes) {
    const authorId = side.pass.reader.id;
    const note = { statementId, span: null, body, isPublic, authorId, createdAt: now };
    await keepNote(tx, { reviewId, versionId, ...note });
  }
}

/** The statement that a place became is removed, and its suggestion waits again. */
async function takeBack({ tx, personId, now }: Writing, unit: SettledUnit): Promise<void> {
  if (unit.statementId === null) return;
  const statement = await statementById(tx, unit.statementId);
  if (statement.removedAt === null) {
    await changeStatement(tx, statement, { removedAt: now, changedById: personId }, now);
  }
  await undecide(tx, statement, now);
}

/** Every place is decided: what the machine suggested and neither reader marked is rejected, and the review is handed in as any other. */
export const finishReading = verb("reading.finish", {
  input: FinishReading,
  run: async ({ tx, actor, input, now }) => {
    const reading = await lockReading(tx, input.readingId);
    refuseStale(reading, input.revision);
    refuseToSettle(reading, actor.id);
    if (reading.reviewId === null) throw new RefusedError("conflict", { reason: "unsettled" });
    const review = await reviewToWrite(tx, reading.reviewId, actor.id);
    refuseUnfinished(await countUndecided(tx, reading.id));
    const rejected = await rejectTheRest(tx, review, reading.versionId, actor.id, now);
    await advanceReading(tx, reading, { state: "SETTLED", endedAt: now });
    await endNotices(tx, { kind: "DISAGREEMENT", readingId: reading.id }, now);
    return {
      result: { reviewId: review.id, versionId: reading.versionId },
      subject: `review:${review.id}`,
      payload: { readingId: reading.id, rejected },
    };
  },
});

async function rejectTheRest(
  tx: Tx,
  { id: reviewId }: LockedReview,
  versionId: string,
  decidedById: string,
  decidedAt: Date,
): Promise<number> {
  const aside = (await suggestionsAside(tx, [versionId])).get(versionId) ?? [];
  const left = await undecidedSuggestions(tx, { reviewId, versionId }, aside);
  for (const suggestionId of left) {
    const reason = words.readings.settle.nobodyMarked;
    await decide(tx, { reviewId, suggestionId, kind: "REJECTED", reason, decidedById, decidedAt });
  }
  return left.length;
}
