import type { Fate } from "#lib/domain/version-diff";
import type { Span } from "#lib/text/span";
import type { Run } from "./align";
import { piecesOf } from "./pieces";
import { keyOf, type PreparedText, type Unit, unitAt, wordsUnder } from "./prepared-text";
import { alikeIn, type WordPlaces, wordPlacesOf } from "./word-places";

/** Of a sentence's words, how many must be found in its successor, and how much of the successor they must be. */
const LEAST_KEPT = 0.5;
const LEAST_OF_NEWER = 0.25;
/** Fewer words than this in common are no successor, unless they are all there were. */
const LEAST_WORDS = 3;

/** Two texts lined up, ready to be asked about statements of the older one. */
export interface LinedUp {
  readonly older: PreparedText;
  readonly newer: PreparedText;
  readonly runs: readonly Run[];
  /** For each word of the older text its partner in the newer one; -1 where it has none. */
  readonly partners: Int32Array;
  /** For each word of the newer text, whether it has a partner. */
  readonly isKept: Uint8Array;
  readonly wordPlaces: { readonly older: WordPlaces; readonly newer: WordPlaces };
}

export function lineUp(older: PreparedText, newer: PreparedText, runs: readonly Run[]): LinedUp {
  const partners = new Int32Array(older.words.length).fill(-1);
  const isKept = new Uint8Array(newer.words.length);
  for (const run of runs) {
    if (run.kind !== "SAME") continue;
    for (let i = run.older[0]; i < run.older[1]; i += 1) {
      const partner = run.newer[0] + i - run.older[0];
      partners[i] = partner;
      isKept[partner] = 1;
    }
  }
  return {
    older,
    newer,
    runs,
    partners,
    isKept,
    wordPlaces: { older: wordPlacesOf(older), newer: wordPlacesOf(newer) },
  };
}

/** Whole units around a statement: words `[from, to)`. */
interface Around {
  readonly from: number;
  readonly to: number;
  /** Of the first unit, and of the last one: a statement lies in one part of the page, any other span may not. */
  readonly type: Unit["type"];
  readonly lastType: Unit["type"];
}

/**
 * What became of the statement under `span` of the older text. Its sentence is what is looked for, so that words that stand
 * in a sentence that now says something else don't pass for the same statement.
 */
export function fateOf(span: Span, lined: LinedUp): Fate {
  const { older, newer } = lined;
  const own = wordsUnder(older, span);
  if (own.to <= own.from) return { kind: "REMOVED" };
  const around = aroundOf(older, own);
  const inPlace = placeOf(lined, around);
  if (inPlace !== null) {
    const offset = inPlace - around.from;
    return { kind: "STANDS", isMoved: false, newer: stretchOf(newer, own.from + offset, own.to + offset) };
  }
  return movedFate(lined, around, own) ?? rewordedFate(lined, around, own) ?? lostFate(lined, around);
}

function aroundOf(older: PreparedText, own: { readonly from: number; readonly to: number }): Around {
  const [first, last] = [older.units[unitAt(older, own.from)], older.units[unitAt(older, own.to - 1)]];
  return {
    from: first?.from ?? own.from,
    to: last?.to ?? own.to,
    type: first?.type ?? null,
    lastType: last?.type ?? null,
  };
}

/** Where all words of these units stand side by side as whole units of the same kind, by their partners; else null. */
function placeOf({ newer, partners }: LinedUp, around: Around): number | null {
  const { from, to } = around;
  const place = partners[from] ?? -1;
  if (place < 0) return null;
  for (let i = from; i < to; i += 1) if (partners[i] !== place + i - from) return null;
  return isWhole(newer, place, around) ? place : null;
}

/** Do these words, whole units in their own text, stand as whole units of the same kind at word `place`? */
function isWhole(side: PreparedText, place: number, { from, to, type, lastType }: Around): boolean {
  const end = place + to - from;
  const [first, last] = [side.units[unitAt(side, place)], side.units[unitAt(side, end - 1)]];
  return first?.from === place && last?.to === end && first.type === type && last.type === lastType;
}

/** The very words elsewhere. Only where they stand once in both texts is it told which place they went to. */
function movedFate(
  { older, newer, wordPlaces }: LinedUp,
  around: Around,
  own: { from: number; to: number },
): Fate | null {
  const key = keyOf(older.words, around.from, around.to);
  const places = wordPlaces.newer.placesOf(key).filter((at) => isWhole(newer, at, around));
  const before = wordPlaces.older.placesOf(key).filter((at) => isWhole(older, at, around));
  const [place] = places;
  if (place === undefined) return null;
  if (places.length > 1 || before.length > 1) return { kind: "UNCLEAR", doubt: "SEVERAL", newer: null };
  const offset = place - around.from;
  return { kind: "STANDS", isMoved: true, newer: stretchOf(newer, own.from + offset, own.to + offset) };
}

/** The sentences that hold enough of its words, side by side and in the same kind of part. */
function rewordedFate(lined: LinedUp, around: Around, own: { from: number; to: number }): Fate | null {
  const { older, newer, runs, partners } = lined;
  const kept = new Map<number, number>();
  let words = 0;
  for (let i = around.from; i < around.to; i += 1) {
    if (older.words[i]?.isWord !== true) continue;
    words += 1;
    const partner = partners[i] ?? -1;
    if (partner < 0) continue;
    const unit = unitAt(newer, partner);
    if (newer.units[unit]?.type === around.type) kept.set(unit, (kept.get(unit) ?? 0) + 1);
  }
  const successor = successorOf(newer, kept);
  if (successor === null || !isEnough(successor, words)) return null;
  const [from, to] = [newer.units[successor.first]?.from ?? 0, newer.units[successor.last]?.to ?? 0];
  return {
    kind: "REWORDED",
    newer: stretchOf(newer, from, to),
    pieces: piecesOf(older, newer, runs, { older: [around.from, around.to], newer: [from, to] }),
    ownWordsStand: standSideBySide(partners, own),
  };
}

interface Successor {
  readonly first: number;
  readonly last: number;
  readonly kept: number;
  readonly words: number;
}

function isEnough({ kept, words }: Successor, before: number): boolean {
  if (kept < Math.min(LEAST_WORDS, before) || before === 0) return false;
  return kept >= LEAST_KEPT * before && kept >= LEAST_OF_NEWER * words;
}

/** The unit that holds most of the words, with the neighbours that are made of them as well. */
function successorOf(newer: PreparedText, kept: ReadonlyMap<number, number>): Successor | null {
  let [first, most] = [-1, 0];
  for (const [unit, count] of kept) if (count > most) [first, most] = [unit, count];
  if (first < 0) return null;
  const isMade = (unit: number) => (kept.get(unit) ?? 0) >= LEAST_KEPT * wordsOf(newer, unit);
  let last = first;
  while (kept.has(first - 1) && isMade(first - 1)) first -= 1;
  while (kept.has(last + 1) && isMade(last + 1)) last += 1;
  let [all, words] = [0, 0];
  for (let unit = first; unit <= last; unit += 1) {
    all += kept.get(unit) ?? 0;
    words += wordsOf(newer, unit);
  }
  return { first, last, kept: all, words };
}

function wordsOf({ units, words }: PreparedText, unit: number): number {
  const { from, to } = units[unit] ?? { from: 0, to: 0 };
  return words.slice(from, to).filter(({ isWord }) => isWord).length;
}

function standSideBySide(partners: Int32Array, { from, to }: { from: number; to: number }): boolean {
  const place = partners[from] ?? -1;
  if (place < 0) return false;
  for (let i = from; i < to; i += 1) if (partners[i] !== place + i - from) return false;
  return true;
}

/** Nothing that stands there now is what it was. Gone, unless something speaks against saying so. */
function lostFate(lined: LinedUp, around: Around): Fate {
  const { older, newer, runs, wordPlaces } = lined;
  const key = keyOf(older.words, around.from, around.to);
  const [elsewhere] = wordPlaces.newer.placesOf(key);
  if (elsewhere !== undefined) {
    const place = stretchOf(newer, elsewhere, elsewhere + around.to - around.from);
    return { kind: "UNCLEAR", doubt: "OTHER_PART", newer: place };
  }
  if (runs.some((run) => run.isCoarse && run.older[0] < around.to && run.older[1] > around.from)) {
    return { kind: "UNCLEAR", doubt: "TOO_MUCH", newer: null };
  }
  const alike = alikeIn(lined, around);
  if (alike === null) return { kind: "REMOVED" };
  return { kind: "UNCLEAR", doubt: "ALIKE", newer: stretchOf(newer, alike.from, alike.to) };
}

function stretchOf({ words }: PreparedText, from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}
