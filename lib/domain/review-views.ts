import type { ReviewKind, ReviewState } from "./reviews";

/** Reviews, their history and what is being typed into them, as signed-in people see them. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** A claim that a published page makes, and what is left of it without that page. */
export interface JoinedClaim {
  readonly wording: string;
  readonly stays: "PAGES" | "VERDICT" | "NOTHING";
}

export interface ReviewView {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  readonly revision: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly writers: readonly { readonly id: string; readonly name: string }[];
  readonly returnedReason: string | null;
  readonly correction: string | null;
  readonly submittedAt: string | null;
  /** The version of the guideline under which it was handed in; null where it wasn’t, or there was none. */
  readonly guideline: number | null;
  /** True where something is already published for the same subject: submitting then needs a correction. */
  readonly replacesPublished: boolean;
}

export interface HistoryView {
  readonly sequence: number;
  readonly at: string;
  readonly action: string;
  readonly actorName: string;
  readonly hash: string;
  readonly words: string;
  /** What it changed, from what to what, a sentence each. */
  readonly changes: readonly string[];
}

/** What a person was typing into one form when it was last saved. */
export interface DraftView {
  readonly subject: string;
  readonly body: Readonly<Record<string, string>>;
  readonly savedAt: string;
}

/** One thing that changes, in words: what it is of, and a line for each fact. */
export interface ChangeLine {
  readonly key: string;
  readonly title: string;
  /** The words that it is about. */
  readonly about: string | null;
  readonly lines: readonly { readonly name: string; readonly from: string; readonly to: string }[];
}
