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

/** What may differ in one place. `MARK`: one of the two marked nothing there. */
export type Difference =
  | "MARK"
  | "WORDS"
  | "LABEL"
  | "SOURCING"
  | "WRITER"
  | "SOURCE"
  | "TIME"
  | "PROMISE"
  | "SPEAKER"
  | "QUOTE"
  | "FLAGS";

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

/**
 * What differs in one place, in the order of the form; empty where both say the same.
 *
 * Which words name the source and the cue isn't compared: where both name the same speaker, two cuts of the same words ("the mayor",
 * "mayor") are no other label. The first reader's are kept.
 */
export function differencesOf(place: ComparedPlace<PassMark>): Difference[] {
  const { left, right, isSameWords } = place;
  if (left === null || right === null) return ["MARK"];
  const [a, b] = [left.fields, right.fields];
  const pairs: readonly (readonly [Difference, unknown, unknown])[] = [
    ["LABEL", left.label, right.label],
    ["SOURCING", a.sourcing, b.sourcing],
    ["WRITER", a.factualityWriter, b.factualityWriter],
    ["SOURCE", a.factualitySource, b.factualitySource],
    ["TIME", a.time, b.time],
    ["PROMISE", promiseOf(a), promiseOf(b)],
    ["SPEAKER", speakerOf(a), speakerOf(b)],
    ["QUOTE", quoteOf(a), quoteOf(b)],
    ["FLAGS", flagsOf(a).join(), flagsOf(b).join()],
  ];
  const found = pairs.filter(([, mine, theirs]) => mine !== theirs).map(([name]) => name);
  return isSameWords ? found : ["WORDS", ...found];
}

/** The flags that are set, sorted: one that is left out is false. */
export function flagsOf({ flags }: StatementFields): string[] {
  return Object.entries(flags)
    .filter(([, isSet]) => isSet)
    .map(([name]) => name)
    .sort();
}

const promiseOf = ({ prediction }: StatementFields): string | null =>
  prediction &&
  [prediction.text.trim(), prediction.dueFrom, prediction.dueTo, prediction.precision].join("\n");
/** Whoever is known is one and the same under any name; a new name is compared as it is written, but for white space and case. */
const speakerOf = ({ speaker }: StatementFields): string | null =>
  speaker &&
  `${speaker.kind} ${speaker.id ?? speaker.name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase()}`;
const quoteOf = ({ quoteMode, attributionScope, relayDepth }: StatementFields): string =>
  [quoteMode, attributionScope, relayDepth].join();
