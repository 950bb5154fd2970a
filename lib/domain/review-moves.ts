import { RefusedError, refuseStale } from "./refusals";
import { mayPublish, type ReviewFacts, refuseUnlessOpen, refuseUnlessWriter } from "./review-rules";
import type { ReviewState } from "./reviews";

/**
 * The moves of a review. Each is told how the review stands and what is asked, refuses what may not be, and gives what changes in
 * its row. Pure: the verbs load what they are told, and keep what they give.
 */

/** A review as it stands. `revision` is the one that a change has to start from. */
export interface StandingReview extends ReviewFacts {
  readonly revision: number;
  /** The mark of what was handed in; null before, and for a review handed in before marks were kept. */
  readonly submittedHash: string | null;
  readonly correction: string | null;
}

/** What somebody asks: who, from which revision of their screen, and when. */
export interface Ask<Input extends { readonly revision: number }> {
  readonly actor: { readonly id: string };
  readonly input: Input;
  readonly now: Date;
}

/** What a move changes in the review's row, and what the history tells of it. */
export interface ReviewMove {
  readonly row: {
    readonly state?: ReviewState;
    readonly submittedAt?: Date;
    readonly correction?: string | null;
    readonly returnedReason?: string | null;
    readonly submittedHash?: string;
    readonly guideline?: number | null;
  };
  readonly told: Readonly<Record<string, string | null>>;
}

/** Carry on with somebody else's review. Throws RefusedError `conflict`. */
export function takeOver(review: StandingReview, { actor, input }: Ask<{ revision: number }>): ReviewMove {
  refuseStale(review, input.revision);
  refuseUnlessOpen(review);
  if (review.writers.includes(actor.id)) throw new RefusedError("conflict", { reason: "alreadyYours" });
  return { row: {}, told: { from: review.author.name } };
}

/** What there is to hand in: of an article its statements and what waits, of a claim whether it has a verdict, and evidence for it. */
export type PartsToSubmit =
  | {
      readonly kind: "ARTICLE";
      readonly undecided: number;
      readonly statements: number;
      /** Are statements looked for now, in text that was put right? What is found is to be decided first. */
      readonly isLookedThrough: boolean;
    }
  | {
      readonly kind: "CLAIM";
      readonly hasVerdict: boolean;
      readonly isEvidenced: boolean;
      /** What its verdict is called, where the scale in force has that no more; null where it has. */
      readonly offScale: string | null;
    };

interface ToSubmit {
  readonly review: StandingReview;
  /** Does something that readers can see stand for the same page or claim? */
  readonly replacesPublished: boolean;
  readonly content: PartsToSubmit;
  /** Forms of it that hold words which whoever hands it in typed and didn't save. */
  readonly openDrafts: number;
}

/** Throws RefusedError: `not_allowed` for nobody of its writers, `conflict`, `invalid_input` unless it is ready. */
export function submit(
  { review, content, replacesPublished, openDrafts }: ToSubmit,
  { actor, input, now }: Ask<{ revision: number; correction: string | null }>,
): ReviewMove {
  const { correction } = input;
  refuseUnlessWriter(review, actor.id);
  refuseStale(review, input.revision);
  refuseUnready(content);
  if (openDrafts > 0) throw new RefusedError("invalid_input", { reason: "draftsOpen", count: openDrafts });
  if (replacesPublished && correction === null) {
    throw new RefusedError("invalid_input", { reason: "needsCorrection" }, "correction");
  }
  return {
    row: { state: "SUBMITTED", submittedAt: now, correction, returnedReason: null },
    told: { correction },
  };
}

function refuseUnready(content: PartsToSubmit): void {
  if (content.kind === "CLAIM") {
    if (!content.hasVerdict) throw new RefusedError("invalid_input", { reason: "noVerdict" });
    if (content.offScale !== null) {
      throw new RefusedError("invalid_input", { reason: "verdictOffScale", name: content.offScale });
    }
    if (!content.isEvidenced) throw new RefusedError("invalid_input", { reason: "noEvidenceForVerdict" });
    return;
  }
  const { undecided: count, statements, isLookedThrough } = content;
  if (isLookedThrough) throw new RefusedError("conflict", { reason: "lookingNow" });
  if (count > 0) throw new RefusedError("invalid_input", { reason: "suggestionsWait", count });
  if (statements === 0) throw new RefusedError("invalid_input", { reason: "noStatement" });
}

/** Back to its author, with a reason. Throws RefusedError `conflict`. */
export function giveBack(
  review: StandingReview,
  { input }: Ask<{ revision: number; reason: string }>,
): ReviewMove {
  refuseStale(review, input.revision);
  if (review.state !== "SUBMITTED") throw new RefusedError("conflict", { reason: "notSubmitted" });
  return { row: { state: "RETURNED", returnedReason: input.reason }, told: { reason: input.reason } };
}

interface ToPublish {
  readonly review: StandingReview;
  /** Ids of everybody who wrote any of what would be frozen now. */
  readonly writers: readonly string[];
  /** How many others may publish, and wrote none of it. */
  readonly otherPublishers: number;
  /** Who made the link with which the caller's password was set last; null where nobody did. */
  readonly opener: { readonly id: string; readonly name: string } | null;
  /** The mark of what would be frozen now. */
  readonly hash: string;
}

/**
 * Nobody publishes what they wrote, admins included; nor with an account that a writer could have opened. Only what was handed in, and
 * seen, is published.
 *
 * Throws   RefusedError: `conflict` unless it is submitted, and where anything of it was changed since, by anybody; `not_allowed`
 *          for one of its writers, who is told so when there is nobody else to do it, and for an account that one of them opened.
 */
export function publish(
  { review, writers, otherPublishers, opener, hash }: ToPublish,
  { actor, input }: Ask<{ revision: number }>,
): ReviewMove {
  refuseStale(review, input.revision);
  if (review.state !== "SUBMITTED") throw new RefusedError("conflict", { reason: "notSubmitted" });
  if (!mayPublish(actor.id, writers)) {
    throw new RefusedError("not_allowed", { reason: otherPublishers === 0 ? "onlyEditor" : "ownReview" });
  }
  if (review.submittedHash !== hash) throw new RefusedError("conflict", { reason: "changedSince" });
  if (opener !== null && writers.includes(opener.id)) {
    throw new RefusedError("not_allowed", { reason: "openedBy", name: opener.name });
  }
  return { row: { state: "PUBLISHED" }, told: { correction: review.correction } };
}

interface ToWithdraw {
  readonly review: StandingReview & { readonly id: string };
  /** What readers see now of the same page or claim; null where they see nothing. */
  readonly standing: { readonly id: string; readonly reviewId: string } | null;
}

/** What was replaced already is history, and can't be withdrawn. Throws RefusedError `conflict`. */
export function withdraw(
  { review, standing }: ToWithdraw,
  { input }: Ask<{ revision: number; reason: string }>,
): ReviewMove & { readonly publicationId: string } {
  refuseStale(review, input.revision);
  if (review.state !== "PUBLISHED") throw new RefusedError("conflict", { reason: "notPublished" });
  if (standing?.reviewId !== review.id) throw new RefusedError("conflict", { reason: "replaced" });
  const publicationId = standing.id;
  return { publicationId, row: { state: "WITHDRAWN" }, told: { publicationId, reason: input.reason } };
}
