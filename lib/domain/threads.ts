import type { Span } from "#lib/text/span";
import type { CommentPart } from "./mentions";
import { RefusedError, refuseStale } from "./refusals";

/** What people of the newsroom say to each other about a page, about some words of it, or about a claim. No reader sees any of it. */

/** In UTF-16 units. */
export const COMMENT_LENGTH = 4000;
/** So many comments has a thread at most; the database holds it to that. */
export const MOST_COMMENTS = 200;
/** So many threads hang on one page, with all its versions, or on one claim. */
export const MOST_THREADS = 100;
/** As many of a thread's comments as are shown beside the page; the whole thread has a page of its own. */
export const COMMENTS_BESIDE = 20;

export interface StandingThread {
  readonly revision: number;
  readonly comments: number;
  /** Null while it is open. */
  readonly resolvedBy: { readonly name: string } | null;
}

/** Returns whether the answer reopens the thread. Throws RefusedError `conflict`. */
export function refuseReply(thread: StandingThread, reopens: boolean): boolean {
  if (thread.comments >= MOST_COMMENTS) throw new RefusedError("conflict", { reason: "fullThread" });
  if (thread.resolvedBy === null) return false;
  if (!reopens) {
    throw new RefusedError("conflict", { reason: "threadResolvedMeanwhile", name: thread.resolvedBy.name });
  }
  return true;
}

/** Throws RefusedError `conflict`: it is resolved already, or somebody wrote meanwhile. */
export function refuseResolving(thread: StandingThread, revision: number): void {
  if (thread.resolvedBy !== null) {
    throw new RefusedError("conflict", { reason: "threadResolved", name: thread.resolvedBy.name });
  }
  if (thread.revision !== revision) throw new RefusedError("conflict", { reason: "threadWentOn" });
}

/** Throws RefusedError `conflict`: it is open already, or was resolved anew. */
export function refuseReopening(thread: StandingThread, revision: number): void {
  if (thread.resolvedBy === null) throw new RefusedError("conflict", { reason: "threadOpen" });
  refuseStale(thread, revision);
}

/** Throws RefusedError: only one's own comment, while it is the last one, and once. */
export function refuseTakingBack(
  comment: { readonly authorId: string; readonly number: number; readonly isTakenBack: boolean },
  thread: Pick<StandingThread, "comments">,
  personId: string,
): void {
  if (comment.authorId !== personId) throw new RefusedError("not_allowed", { reason: "othersComment" });
  if (comment.isTakenBack) throw new RefusedError("conflict", { reason: "commentTakenBack" });
  if (comment.number !== thread.comments) throw new RefusedError("conflict", { reason: "commentAnswered" });
}

export interface CommentView {
  readonly id: string;
  readonly number: number;
  readonly author: string;
  /** As JSON writes instants. */
  readonly at: string;
  /** Empty once it was taken back. */
  readonly parts: readonly CommentPart[];
  readonly isTakenBack: boolean;
  /** May whoever looks at it take it back? */
  readonly mayTakeBack: boolean;
}

export interface ThreadView {
  readonly id: string;
  readonly revision: number;
  /** The words that it hangs on; null where it is about the page, or the claim, as a whole. */
  readonly span: Span | null;
  /** Null where it is about a claim. */
  readonly version: { readonly id: string; readonly number: number } | null;
  readonly resolved: { readonly by: string; readonly at: string } | null;
  /** All of them; `comments` holds the last ones. */
  readonly count: number;
  readonly comments: readonly CommentView[];
}

/** A thread by itself, with the way to where it hangs. */
export interface ThreadPage {
  readonly thread: ThreadView;
  /** Of the page, or the wording of the claim; null where the page has none. */
  readonly title: string | null;
  readonly isClaim: boolean;
  readonly href: string;
  /** Where older comments go on: the number of the first that is shown; null where there are none. */
  readonly older: number | null;
}

/** The element that a thread is on a page. */
export const threadElement = (id: string): string => `thread-${id}`;

/** Where a thread hangs, with the thread in sight. */
export function threadHref(
  at: { readonly versionId: string } | { readonly claimId: string },
  id: string,
): string {
  const path = "versionId" in at ? `/desk/articles/${at.versionId}` : `/desk/claims/${at.claimId}`;
  return `${path}?thread=${id}`;
}
