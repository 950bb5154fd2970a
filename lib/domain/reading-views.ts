import type { NoReader, PassStart, ReadingState } from "./readings";

/** Blind readings, as signed-in people see them: never a word of a pass that isn't theirs before both are in. Instants are ISO strings. */

/** One of the two passes. Whose it is, and its id, are null for its fellow reader until both are in. */
export interface PassState {
  readonly id: string | null;
  readonly revision: number;
  readonly name: string | null;
  readonly isHandedIn: boolean;
  readonly isYours: boolean;
}

export interface OwnPass {
  readonly id: string;
  readonly revision: number;
  readonly isHandedIn: boolean;
  readonly isGivenUp: boolean;
}

export interface ReadingView {
  readonly id: string;
  readonly versionId: string;
  readonly title: string | null;
  readonly start: PassStart;
  readonly state: ReadingState;
  readonly revision: number;
  /** Null where a rule asked. */
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly calledOffFor: string | null;
  readonly reviewId: string | null;
  readonly passes: readonly PassState[];
  readonly mine: OwnPass | null;
  /** Why whoever looks can't read; null where they can. */
  readonly whyNot: NoReader | null;
}

/** One line of a list. */
export interface ReadingRow {
  readonly id: string;
  readonly versionId: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly start: PassStart;
  readonly state: ReadingState;
  readonly passesIn: number;
  readonly at: string;
}

/** What there is to do for one person, the longest waiting first; of what is settled the latest. */
export interface ReadingLists {
  readonly mine: readonly ReadingRow[];
  readonly toRead: readonly ReadingRow[];
  readonly toSettle: readonly ReadingRow[];
  readonly waiting: readonly ReadingRow[];
  readonly settled: readonly ReadingRow[];
}
