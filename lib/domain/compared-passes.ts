import { piecesOf } from "./content-pieces";
import type { ReaderLabel } from "./labels";
import { pairSpans, sameWords } from "./paired-spans";
import type { StatementFields } from "./reviews";

/** Two passes, place by place: what both mean alike and what differs. */

/** One statement of a pass. */
export interface PassMark {
  readonly start: number;
  readonly end: number;
  readonly label: ReaderLabel;
  readonly fields: StatementFields;
}

export interface ComparedPlace<Mark> {
  readonly left: Mark | null;
  readonly right: Mark | null;
  readonly isSameWords: boolean;
}

/** The places that either marked, in the order of the text. */
export function comparePasses<Mark extends PassMark>(
  text: string,
  lefts: readonly Mark[],
  rights: readonly Mark[],
): ComparedPlace<Mark>[] {
  return pairSpans(lefts, rights).map(({ left, right }) => ({
    left,
    right,
    isSameWords: left !== null && right !== null && marksSameWords(text, left, right),
  }));
}

/** The ends of each piece may differ as the ends of a whole statement may; words that one of two leaves out are other words. */
function marksSameWords(text: string, left: PassMark, right: PassMark): boolean {
  const [lefts, rights] = [piecesOf(left.fields), piecesOf(right.fields)];
  return (
    lefts.length === rights.length &&
    lefts.every((piece, index) => sameWords(text, piece, rights[index] ?? piece))
  );
}
