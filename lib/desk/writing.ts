import type { Tx } from "#lib/db/core/client";
import { type LockedReview, lockReview } from "#lib/db/reviews/reviews";
import type { SayingRow } from "#lib/db/statements/rows";
import { reviewIdOfStatement, statementById } from "#lib/db/statements/statements";
import { RefusedError } from "#lib/domain/refusals";
import { refuseUnlessWriter } from "#lib/domain/review-rules";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** What the verbs that write in a page's review share: the review is locked, and the caller is one of its writers. */

/** A page's review that this person may change now. Throws AppError. */
export async function reviewToWrite(tx: Tx, reviewId: string, personId: string): Promise<LockedReview> {
  const review = await lockReview(tx, reviewId);
  refuseUnlessWriter(review, personId);
  return review;
}

/** Throws AppError for a review of a claim: it has no page. */
export function versionOf(review: LockedReview): string {
  if (review.versionId === null) throw new AppError("invalid_input", words.refusals.elsewhere);
  return review.versionId;
}

/** A statement and its review, which this person may change now. Throws AppError. */
export async function statementToWrite(tx: Tx, statementId: string, personId: string) {
  const review = await reviewToWrite(tx, await reviewIdOfStatement(tx, statementId), personId);
  // Read now that nobody else can change it.
  return { review, statement: await statementById(tx, statementId) };
}

/** Throws AppError `conflict`. */
export function refuseRemoved(statement: SayingRow): void {
  if (statement.removedAt !== null) throw new AppError("conflict", words.refusals.removed);
}

const QUOTE_LENGTH = 120;

/** The first words, for the history. Never cut inside a character. */
export function quoteOf({ exact }: { readonly exact: string }): string {
  const characters = [...exact];
  return characters.length <= QUOTE_LENGTH ? exact : `${characters.slice(0, QUOTE_LENGTH).join("")}…`;
}

/** May this person change the review now? As `reviewToWrite`, for acts that leave out what they may not change. */
export async function mayWriteIn(tx: Tx, reviewId: string, personId: string): Promise<boolean> {
  try {
    await reviewToWrite(tx, reviewId, personId);
    return true;
  } catch (error) {
    if (error instanceof AppError || error instanceof RefusedError) return false;
    throw error;
  }
}
