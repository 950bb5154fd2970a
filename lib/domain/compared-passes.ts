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
    isSameWords: left !== null && right !== null && sameWords(text, left, right),
  }));
}
