import type { Tx } from "#lib/db/core/client";
import { keepOutcome, takeOutcomeAway } from "#lib/db/outcomes/outcomes";
import { copyReview } from "#lib/db/reviews/copy";
import { standingPublication } from "#lib/db/reviews/publications";
import { createReview, lockReview, unfinishedReview } from "#lib/db/reviews/reviews";
import { factsOf, type SayingRow } from "#lib/db/statements/rows";
import { changeStatement, statementAt, statementById } from "#lib/db/statements/statements";
import { RecordOutcome, ReopenPromise, refuseOutcome } from "#lib/domain/outcomes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { verb, type Work } from "./verb";
import { quoteOf, refuseRemoved, statementToWrite, versionOf } from "./writing";

/**
 * What became of a promise is part of the review of its page: it is handed in, read by a second person and published with it, and what was
 * published is put right by a correction. Where the page stands published, its review is opened anew for it.
 */

interface Asked {
  readonly statementId: string;
  readonly revision: number;
}

/** The day that screens show, in the server's own zone (`TZ`). */
const today = (now: Date) => dayOf(now, Intl.DateTimeFormat().resolvedOptions().timeZone);

export const recordOutcome = verb("outcome.record", {
  input: RecordOutcome,
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const { statement, openedFrom } = await promiseToWrite(work);
    const { statementId: _statement, revision: _revision, ...outcome } = input;
    refuseOutcome(factsOf(statement).prediction, outcome, today(now));
    await touch(tx, statement, actor.id, now);
    await keepOutcome(tx, statement.id, outcome, { by: actor.id, at: now });
    return told(statement, { outcome, openedFrom });
  },
});

/** The promise waits again. What was recorded stays in the history, and in what was published before. */
export const reopenPromise = verb("outcome.reopen", {
  input: ReopenPromise,
  run: async (work) => {
    const { tx, actor, now } = work;
    const { statement, openedFrom } = await promiseToWrite(work);
    await touch(tx, statement, actor.id, now);
    if (!(await takeOutcomeAway(tx, statement.id))) {
      throw new AppError("conflict", words.deskErrors.stale);
    }
    return told(statement, { outcome: null, openedFrom });
  },
});

/** A promise that this person may write of now, and the review that its own was opened from, if it was. Throws AppError. */
export async function promiseToWrite(work: Work<Asked>) {
  const { tx, actor, input } = work;
  const asked = await statementById(tx, input.statementId);
  const review = await lockReview(tx, asked.reviewId);
  if (asked.removedAt !== null || asked.revision !== input.revision) {
    refuseRemoved(asked);
    throw new AppError("conflict", words.deskErrors.stale);
  }
  if (review.state === "PUBLISHED") {
    return { statement: await openedAnew(work, asked), openedFrom: review.id };
  }
  const { statement } = await statementToWrite(tx, asked.id, actor.id);
  return { statement, openedFrom: null };
}

/** The same statement in a new review of what readers see. Throws AppError `conflict` where they see another, or somebody writes one already. */
async function openedAnew({ tx, actor, now }: Work<Asked>, asked: SayingRow): Promise<SayingRow> {
  const review = await lockReview(tx, asked.reviewId);
  const versionId = versionOf(review);
  const standing = await standingPublication(tx, { versionId, claimId: null });
  if (standing?.reviewId !== review.id) throw new AppError("conflict", words.refusals.replaced);
  const open = await unfinishedReview(tx, { versionId });
  if (open !== null) {
    const isOwn = open.writers.some(({ userId }) => userId === actor.id);
    const refusal = isOwn ? words.deskErrors.stale : words.refusals.openElsewhere(open.author.name);
    throw new AppError("conflict", refusal);
  }
  const { id } = await createReview(tx, { versionId }, actor.id, now);
  await copyReview(tx, review.id, id);
  const copy = await statementAt(tx, id, asked);
  if (copy === null) throw new RangeError("a copied review lacks a statement");
  return copy;
}

/** Whoever writes of a promise wrote a part of its statement. */
export function touch(tx: Tx, { id, revision }: SayingRow, changedById: string, now: Date): Promise<void> {
  return changeStatement(tx, { id, revision }, { changedById }, now);
}

export function told(statement: SayingRow, payload: Readonly<Record<string, unknown>>) {
  const { id: statementId, reviewId, revision } = statement;
  return {
    result: { statementId, reviewId, revision: revision + 1 },
    subject: `review:${reviewId}`,
    payload: { statementId, ...payload, quote: quoteOf(statement) },
  };
}
