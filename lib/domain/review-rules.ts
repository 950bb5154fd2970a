import { RefusedError } from "./refusals";
import type { ReviewState } from "./reviews";

/** Who may write in a review, and when. Its moves stand in `review-moves`. */

export interface ReviewFacts {
  readonly state: ReviewState;
  readonly author: { readonly name: string };
  /** Ids of everybody who wrote any part of it. */
  readonly writers: readonly string[];
}

const OPEN: readonly ReviewState[] = ["DRAFT", "RETURNED"];

/** A review that isn't finished: at most one for each version and each claim. */
export const UNFINISHED: readonly ReviewState[] = ["DRAFT", "SUBMITTED", "RETURNED"];

/** Throws RefusedError `conflict` unless its content may change now, by anybody. */
export function refuseUnlessOpen(review: Pick<ReviewFacts, "state">): void {
  if (OPEN.includes(review.state)) return;
  throw new RefusedError("conflict", { reason: review.state === "SUBMITTED" ? "submitted" : "finished" });
}

/** Throws RefusedError: `not_allowed` for somebody who doesn't write this review, `conflict` while it may not change. */
export function refuseUnlessWriter(review: ReviewFacts, personId: string): void {
  refuseUnlessOpen(review);
  if (review.writers.includes(personId)) return;
  throw new RefusedError("not_allowed", { reason: "notYours", name: review.author.name });
}

/** May this person publish this review? Nobody publishes what they wrote, admins included. */
export function mayPublish(personId: string, writers: readonly string[]): boolean {
  return !writers.includes(personId);
}
