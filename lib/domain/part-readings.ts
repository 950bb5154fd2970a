import { overlap, type Span } from "#lib/text/span";
import type { AnalysedSegment, Analysis } from "./analysis";
import { holdsStatements, type PagePart, type PageParts } from "./page-parts";

/**
 * Text that became the article's once a part was put right: the machine took it for something else when it read the page, so it is read then. Which
 * text that is, and what of a reading is new. Pure. All spans are UTF-16 units of the version's text.
 */

/** A page whose parts are known, to be read again with them. Its `notes` are of no use there, and empty. */
export type CutPage = Omit<
  Analysis,
  "statements" | "attributions" | "engine" | "normalizerVersion" | "body"
> & { readonly segments: AnalysedSegment[] };

/** How it stands with looking for statements in text that was put right. */
export type PartReadingView =
  | { readonly state: "WAITING" }
  /** `message` is a sentence: why it ended without. */
  | { readonly state: "FAILED"; readonly message: string }
  | { readonly state: "DONE"; readonly found: number };

type Parts = Pick<PageParts, "segments">;
const LETTER = /\p{L}/u;

/** Where the machine looked for statements: sentence by sentence, and in starts of other posts, each of which it reads as one sentence. */
export interface LookedText {
  readonly whole: readonly Span[];
  readonly starts: readonly Span[];
}

/** Where it looks with the parts cut so. */
export function lookedAt(parts: Parts): LookedText {
  return {
    whole: spansOf(parts, ({ type }) => type === "BODY"),
    starts: spansOf(parts, ({ type }) => type === "TEASER"),
  };
}

/** What can hold statements with these parts. Ascending. */
export const textOfStatements = (parts: Parts): Span[] => spansOf(parts, ({ type }) => holdsStatements(type));

function spansOf({ segments }: Parts, is: (part: PagePart) => boolean): Span[] {
  return segments
    .filter(is)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

/**
 * What can hold statements with these parts and was not looked through as what it is now: what the machine took for something else, and what it took
 * for the start of another post and is the article's. Only what has a letter, and nothing in `taken`. Ascending; empty where there is nothing to read.
 */
export function freshText(
  parts: Parts,
  { whole, starts }: LookedText,
  text: string,
  taken: readonly Span[] = [],
): Span[] {
  const { whole: body, starts: teasers } = lookedAt(parts);
  return [...without(body, [...whole, ...taken]), ...without(teasers, [...whole, ...starts, ...taken])]
    .filter(({ start, end }) => LETTER.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
}

/** What of `spans` lies in `others`. `spans` ascend and don't overlap. */
export function within(spans: readonly Span[], others: readonly Span[]): Span[] {
  return without(spans, without(spans, others));
}

/** What of `spans` lies in none of `others`. `spans` ascend and don't overlap; `others` may do as they like. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const sorted = others.toSorted((a, b) => a.start - b.start);
  const left: Span[] = [];
  let first = 0;
  for (const { start, end } of spans) {
    while ((sorted[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first += 1;
    let from = start;
    for (const other of sorted.slice(first)) {
      if (other.start >= end) break;
      if (other.start > from) left.push({ start: from, end: other.start });
      from = Math.max(from, other.end);
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}

/** Is a statement of a reading new: does it touch text that is read for the first time, and nothing that is suggested or marked already? */
export function isNew(statement: Span, fresh: readonly Span[], taken: readonly Span[]): boolean {
  const touches = (other: Span) => overlap(statement, other) > 0;
  return fresh.some(touches) && !taken.some(touches);
}

/** A reading with these of its statements alone (indexes, ascending), and no attribution that none of them rests on. */
export function onlyStatements(analysis: Analysis, kept: readonly number[]): Analysis {
  const statements = kept.flatMap((index) => analysis.statements[index] ?? []);
  const used = [...new Set(statements.flatMap(({ attributions }) => attributions))].sort((a, b) => a - b);
  const newIndex = new Map(used.map((old, index) => [old, index]));
  return {
    ...analysis,
    attributions: used.flatMap((old) => analysis.attributions[old] ?? []),
    statements: statements.map((statement) => ({
      ...statement,
      attributions: statement.attributions.flatMap((old) => newIndex.get(old) ?? []),
    })),
  };
}
