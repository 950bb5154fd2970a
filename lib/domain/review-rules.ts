import { AppError } from "#lib/errors";
import { words } from "#lib/words";
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

/** Throws AppError `conflict` unless its content may change now, by anybody. */
export function refuseUnlessOpen(review: Pick<ReviewFacts, "state">): void {
  if (OPEN.includes(review.state)) return;
  const { submitted, finished } = words.refusals;
  throw new AppError("conflict", review.state === "SUBMITTED" ? submitted : finished);
}

/** Throws AppError: `not_allowed` for somebody who doesn't write this review, `conflict` while it may not change. */
export function refuseUnlessWriter(review: ReviewFacts, personId: string): void {
  refuseUnlessOpen(review);
  if (review.writers.includes(personId)) return;
  throw new AppError("not_allowed", words.refusals.notYours(review.author.name));
}

/** Carrying on with somebody else's review. Throws AppError `conflict`. */
export function refuseTakeOver(review: ReviewFacts, personId: string): void {
  refuseUnlessOpen(review);
  if (review.writers.includes(personId)) throw new AppError("conflict", words.refusals.alreadyYours);
}

interface Submission {
  readonly correction: string | null;
  /** Does something that readers can see stand for the same page or claim? */
  readonly replacesPublished: boolean;
}

/** Throws AppError `invalid_input` unless an article's review is ready for a second pair of eyes. */
export function refuseUnreadyArticle(
  parts: Submission & { readonly undecided: number; readonly statements: number },
): void {
  if (parts.undecided > 0) {
    throw new AppError("invalid_input", words.refusals.suggestionsWait(parts.undecided));
  }
  if (parts.statements === 0) throw new AppError("invalid_input", words.refusals.noStatement);
  refuseUnexplained(parts);
}

/** Throws AppError `invalid_input` unless a claim's review is ready. */
export function refuseUnreadyClaim(parts: Submission & { readonly hasVerdict: boolean }): void {
  if (!parts.hasVerdict) throw new AppError("invalid_input", words.refusals.noVerdict);
  refuseUnexplained(parts);
}

function refuseUnexplained({ correction, replacesPublished }: Submission): void {
  if (replacesPublished && correction === null) {
    throw new AppError("invalid_input", words.refusals.needsCorrection, { field: "correction" });
  }
}

/** Throws AppError `conflict` unless the review waits for a second editor. */
export function refuseUnlessSubmitted(review: Pick<ReviewFacts, "state">): void {
  if (review.state !== "SUBMITTED") throw new AppError("conflict", words.refusals.notSubmitted);
}

/**
 * Nobody publishes what they wrote, admins included.
 *
 * `otherPublishers` are the enabled editors and admins who wrote none of it, without the caller.
 * Throws   AppError: `conflict` unless it is submitted; `not_allowed` for one of its writers, who is told so when there is
 *          nobody else to do it.
 */
export function refusePublication(review: ReviewFacts, personId: string, otherPublishers: number): void {
  refuseUnlessSubmitted(review);
  if (mayPublish(personId, review.writers)) return;
  throw new AppError(
    "not_allowed",
    otherPublishers === 0 ? words.refusals.onlyEditor : words.errors.ownReview,
  );
}

/**
 * Only what was handed in, and seen, is published. The hashes are of all that readers will see; `submitted` is null for a review that was
 * handed in before hashes were kept.
 *
 * Throws   AppError `conflict` where anything of it was changed since, by anybody.
 */
export function refuseChangedSince(submitted: string | null, now: string): void {
  if (submitted !== now) throw new AppError("conflict", words.refusals.changedSince);
}

/**
 * Whoever opened an account with a link for a new password may be the one who uses it. `opener` made the link with which this account's
 * password was set last; null where nobody did.
 *
 * Throws   AppError `not_allowed` where they wrote part of the review.
 */
export function refuseOpenedAccount(
  opener: { readonly id: string; readonly name: string } | null,
  writers: readonly string[],
): void {
  if (opener !== null && writers.includes(opener.id)) {
    throw new AppError("not_allowed", words.refusals.openedBy(opener.name));
  }
}

/** Throws AppError `conflict` unless it is published. */
export function refuseUnlessPublished(review: Pick<ReviewFacts, "state">): void {
  if (review.state !== "PUBLISHED") throw new AppError("conflict", words.refusals.notPublished);
}
