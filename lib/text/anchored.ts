import { foldedWords } from "./folded-words";
import type { Span } from "./span";

/** What somebody else's selectors say of the words that they mark. Texts are NFC; an empty one says nothing. */
export interface Quotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where they stand in the text that was marked, which may be another than ours: a hint. Null where nobody says. */
  readonly at: Position | null;
}

/** From the beginning of a text. `EITHER` where the program that wrote it doesn't say what it counts. */
export interface Position {
  readonly start: number;
  readonly unit: "POINTS" | "UNITS" | "EITHER";
}

/**
 * Where the words stand. `EXACT` letter for letter; `APPROXIMATE` but for white space, invisible characters and the make of quotation marks and
 * dashes; `AMBIGUOUS` where they stand in several places that can't be told apart; `ELSEWHERE` where a few words stand there, among others than
 * those that stood around them.
 */
export type Found =
  | { readonly kind: "EXACT" | "APPROXIMATE"; readonly span: Span }
  | { readonly kind: "AMBIGUOUS" | "NOT_FOUND" | "ELSEWHERE" | "NO_WORDS" };

/** Places that are told apart by what stands around them; of words that stand more often the position alone tells. */
const MOST_PLACES = 100;
/** Fewer letters than these are no proof by themselves: what stands around them has to agree, where it is said. */
const TELLING = 20;
/** So many letters around a place have to agree before it is chosen among several. */
const LEAST_AROUND = 3;
/** So much of what stands around is compared on each side, in UTF-16 units. */
const MOST_AROUND = 512;

const NOT_TOLD = /[\s\p{DI}]+/gu;
const QUOTES = /["“”„‟«»‹›‘’‚‛'`´]/g;

/**
 * Finds quotations in a text again: the counterpart of `anchorsOf`.
 *
 * Shapes   `text` is a version's text. What is found is a span of it, in UTF-16 units, that begins and ends with no white space.
 * Rule     Words first: letter for letter, else word for word. One place is taken, unless the words are few and nothing around them agrees.
 *          Among several the one around which most agrees is taken; where that tells nothing, the one at the position. Nothing is guessed.
 * Cost     Each quotation is one search of the text. Its words are cut once, when a quotation asks for them.
 * Source   W3C Web Annotation Data Model (2017), 4.2.4 and 4.2.5.
 */
export function finderIn(text: string): (quotation: Quotation) => Found {
  const units = unitsIn(text);
  let words: WordIndex | null = null;
  return (quotation) => {
    const exact = quotation.exact.trim();
    if (exact === "") return { kind: "NO_WORDS" };
    const moved = quotation.exact.length - quotation.exact.trimStart().length;
    const positions = positionsOf(quotation.at, units).map((at) => at + moved);
    const same = placesOf(text, exact);
    if (same.length > 0) return choose(text, quotation, same, positions, "EXACT");
    words ??= wordIndex(text);
    return choose(text, quotation, words(exact), positions, "APPROXIMATE");
  };
}

function choose(
  text: string,
  quotation: Quotation,
  places: readonly Span[],
  positions: readonly number[],
  kind: "EXACT" | "APPROXIMATE",
): Found {
  const [only] = places;
  if (only === undefined) return { kind: "NOT_FOUND" };
  const here = places.filter(({ start }) => positions.includes(start));
  if (places.length === 1) {
    const isProof = squeezed(quotation.exact).length >= TELLING || here.length === 1;
    return isProof || agreement(text, quotation, only) !== 0 ? { kind, span: only } : { kind: "ELSEWHERE" };
  }
  const [best, next] = places
    .slice(0, MOST_PLACES)
    .map((span) => ({ span, score: agreement(text, quotation, span) ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const isTold = places.length <= MOST_PLACES && best !== undefined && best.score > (next?.score ?? 0);
  if (isTold && best.score >= LEAST_AROUND) return { kind, span: best.span };
  const [at] = here;
  return here.length === 1 && at !== undefined ? { kind, span: at } : { kind: "AMBIGUOUS" };
}

/** How many letters before and behind a place agree, from the words outwards; null where the quotation says nothing of them. */
function agreement(text: string, { prefix, suffix }: Quotation, { start, end }: Span): number | null {
  const [before, behind] = [squeezed(prefix.slice(-MOST_AROUND)), squeezed(suffix.slice(0, MOST_AROUND))];
  if (before === "" && behind === "") return null;
  const reach = (said: string) => said.length * 2 + MOST_AROUND;
  const above = squeezed(text.slice(Math.max(0, start - reach(before)), start));
  const below = squeezed(text.slice(end, end + reach(behind)));
  return common([...before].reverse(), [...above].reverse()) + common([...behind], [...below]);
}

function common(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((letter, index) => letter !== b[index]);
  return differs === -1 ? a.length : differs;
}

const squeezed = (text: string): string => text.replace(NOT_TOLD, "").replace(QUOTES, '"');

/** Where these words stand letter for letter: one place more than can be told apart, at most. */
function placesOf(text: string, exact: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(exact); at !== -1 && places.length <= MOST_PLACES; ) {
    places.push({ start: at, end: at + exact.length });
    at = text.indexOf(exact, at + 1);
  }
  return places;
}

type WordIndex = (exact: string) => Span[];

/** Finds words in their order, each by what is left of it without trivial differences. */
function wordIndex(text: string): WordIndex {
  const words = foldedWords(text);
  const line = ` ${words.map(({ key }) => key).join(" ")} `;
  const starts: number[] = [];
  let at = 1;
  for (const { key } of words) {
    starts.push(at);
    at += key.length + 1;
  }
  return (exact) => {
    const asked = foldedWords(exact);
    if (asked.length === 0) return [];
    const wanted = ` ${asked.map(({ key }) => key).join(" ")} `;
    const places: Span[] = [];
    for (let from = line.indexOf(wanted); from !== -1 && places.length <= MOST_PLACES; ) {
      const first = below(starts, from + 2) - 1;
      const [begin, end] = [words[first], words[first + asked.length - 1]];
      if (begin !== undefined && end !== undefined) places.push({ start: begin.start, end: end.end });
      from = line.indexOf(wanted, from + 1);
    }
    return places;
  };
}

/** How many of ascending numbers are below `limit`. */
function below(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? Number.POSITIVE_INFINITY) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The UTF-16 unit at which a code point begins. */
function unitsIn(text: string): (point: number) => number {
  let long: number[] | null = null;
  return (point) => {
    long ??= [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }, before) => index - before);
    return point + below(long, point);
  };
}

function positionsOf(at: Position | null, units: (point: number) => number): number[] {
  if (at === null) return [];
  if (at.unit === "UNITS") return [at.start];
  const asPoints = units(at.start);
  return at.unit === "POINTS" ? [asPoints] : [...new Set([asPoints, at.start])];
}
