import type { ComparedText, DiffPiece, Fate } from "#lib/domain/version-diff";
import type { Span } from "#lib/text/span";
import { align } from "./align";
import { fateOf, lineUp } from "./fates";
import { piecesOf } from "./pieces";
import { prepareText } from "./prepared-text";

export { isSameSubstance } from "./substance";

/** Two versions of one page, side by side. */
export interface Comparison {
  /** They cover both texts from end to end. What is `SAME` is the same but for trivial differences. */
  readonly pieces: readonly DiffPiece[];
  /** False where so much changed that some stretch was not compared word by word. */
  readonly isWordByWord: boolean;
  /** What became of a statement of the older text, at this span. */
  fateOf(span: Span): Fate;
}

/**
 * Compare an older version's text with a newer one's. Pure. Nothing is re-anchored by guess: what can't be told is said to
 * be unclear.
 *
 * Time grows with both texts together, and with the square of their differences up to a fixed bound; beyond it stretches
 * are compared as a whole. `bench/versions.ts` measures it.
 */
export function compareVersions(older: ComparedText, newer: ComparedText): Comparison {
  const [a, b] = [prepareText(older), prepareText(newer)];
  const runs = align(a, b);
  const lined = lineUp(a, b, runs);
  return {
    pieces: piecesOf(a, b, runs),
    isWordByWord: runs.every(({ isCoarse }) => !isCoarse),
    fateOf: (span) => fateOf(span, lined),
  };
}
