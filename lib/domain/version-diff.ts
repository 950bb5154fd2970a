import type { SegmentType } from "./labels";

/** How one version's text became another one, and what became of a statement. All offsets are UTF-16 units. */

/** `[start, end)` of a text; unlike a span it may be empty. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One run of a comparison. What was removed has an empty stretch in the newer text, what was added one in the older. */
export interface DiffPiece {
  readonly kind: "SAME" | "REMOVED" | "ADDED";
  readonly older: Stretch;
  readonly newer: Stretch;
}

/** A version as far as comparing goes: its text, and the parts that it was cut into. */
export interface ComparedText {
  readonly text: string;
  readonly segments: readonly (Stretch & { readonly type: SegmentType })[];
}

/** Why it can't be told what became of a statement. */
export type Doubt =
  /** Its words stand in several places, and none of them is where they stood. */
  | "SEVERAL"
  /** Its words stand in a part of another kind: a comment, a caption. */
  | "OTHER_PART"
  /** A sentence in another place has most of its words. */
  | "ALIKE"
  /** So much of the page changed that its words were not compared one by one. */
  | "TOO_MUCH";

/**
 * What became of a statement's words in another version. `newer` is where they are, or may be, in that text.
 *
 * `REWORDED`: `pieces` compare the sentence around the statement with what stands there now; `ownWordsStand` where only the
 * words around it changed.
 */
export type Fate =
  | { readonly kind: "STANDS"; readonly newer: Stretch; readonly isMoved: boolean }
  | {
      readonly kind: "REWORDED";
      readonly newer: Stretch;
      readonly pieces: readonly DiffPiece[];
      readonly ownWordsStand: boolean;
    }
  | { readonly kind: "REMOVED" }
  | { readonly kind: "UNCLEAR"; readonly doubt: Doubt; readonly newer: Stretch | null };
