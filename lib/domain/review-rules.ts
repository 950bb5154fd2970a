import { RefusedError } from "./refusals";
import { mayPublish, type ReviewState } from "./reviews";

/** Who may move a review, from where to where. Pure: the verbs ask here, and keep the answer. */

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

/** Carrying on with somebody else's review. Throws RefusedError `conflict`. */
export function refuseTakeOver(review: ReviewFacts, personId: string): void {
  refuseUnlessOpen(review);
  if (review.writers.includes(personId)) throw new RefusedError("conflict", { reason: "alreadyYours" });
}

interface Submission {
  readonly correction: string | null;
  /** Does something that readers can see stand for the same page or claim? */
  readonly replacesPublished: boolean;
  /** Forms of it that hold words which whoever hands it in typed and didn't save. */
  readonly openDrafts: number;
}

/** Throws RefusedError `invalid_input` unless an article's review is ready for a second pair of eyes. */
export function refuseUnreadyArticle(
  parts: Submission & { readonly undecided: number; readonly statements: number },
): void {
  if (parts.undecided > 0) {
    throw new RefusedError("invalid_input", { reason: "suggestionsWait", count: parts.undecided });
  }
  if (parts.statements === 0) throw new RefusedError("invalid_input", { reason: "noStatement" });
  refuseUnfinished(parts);
}

/** Throws RefusedError `invalid_input` unless a claim's review is ready. */
export function refuseUnreadyClaim(parts: Submission & { readonly hasVerdict: boolean }): void {
  if (!parts.hasVerdict) throw new RefusedError("invalid_input", { reason: "noVerdict" });
  refuseUnfinished(parts);
}

function refuseUnfinished({ correction, replacesPublished, openDrafts }: Submission): void {
  if (openDrafts > 0) throw new RefusedError("invalid_input", { reason: "draftsOpen", count: openDrafts });
  if (replacesPublished && correction === null) {
    throw new RefusedError("invalid_input", { reason: "needsCorrection" }, "correction");
  }
}

/** Throws RefusedError `conflict` unless the review waits for a second editor. */
export function refuseUnlessSubmitted(review: Pick<ReviewFacts, "state">): void {
  if (review.state !== "SUBMITTED") throw new RefusedError("conflict", { reason: "notSubmitted" });
}

/**
 * Nobody publishes what they wrote, admins included.
 *
 * `otherPublishers` are the enabled editors and admins who wrote none of it, without the caller.
 * Throws   RefusedError: `conflict` unless it is submitted; `not_allowed` for one of its writers, who is told so when there is
 *          nobody else to do it.
 */
export function refusePublication(review: ReviewFacts, personId: string, otherPublishers: number): void {
  refuseUnlessSubmitted(review);
  if (mayPublish(personId, review.writers)) return;
  throw new RefusedError("not_allowed", { reason: otherPublishers === 0 ? "onlyEditor" : "ownReview" });
}

/**
 * Only what was handed in, and seen, is published. The hashes are of all that readers will see; `submitted` is null for a review that was
 * handed in before hashes were kept.
 *
 * Throws   RefusedError `conflict` where anything of it was changed since, by anybody.
 */
export function refuseChangedSince(submitted: string | null, now: string): void {
  if (submitted !== now) throw new RefusedError("conflict", { reason: "changedSince" });
}

/**
 * Whoever opened an account with a link for a new password may be the one who uses it. `opener` made the link with which this account's
 * password was set last; null where nobody did.
 *
 * Throws   RefusedError `not_allowed` where they wrote part of the review.
 */
export function refuseOpenedAccount(
  opener: { readonly id: string; readonly name: string } | null,
  writers: readonly string[],
): void {
  if (opener !== null && writers.includes(opener.id)) {
    throw new RefusedError("not_allowed", { reason: "openedBy", name: opener.name });
  }
}

/** Throws RefusedError `conflict` unless it is published. */
export function refuseUnlessPublished(review: Pick<ReviewFacts, "state">): void {
  if (review.state !== "PUBLISHED") throw new RefusedError("conflict", { reason: "notPublished" });
}
