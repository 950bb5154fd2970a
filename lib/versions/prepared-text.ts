import type { ComparedText } from "#lib/domain/version-diff";
import { sentences } from "#lib/english/sentences";
import { blocksOf } from "#lib/pipeline/segment/text/block";
import { type FoldedWord, foldedWords } from "#lib/text/folded-words";
import type { Span } from "#lib/text/span";

/** One text made ready to be compared. Indexes count `words`. */
export interface PreparedText {
  readonly text: string;
  readonly words: readonly FoldedWord[];
  readonly units: readonly Unit[];
}

/** A sentence, or a teaser as a whole, or a line outside every segment: words `[from, to)`. Together they hold every word. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** Index of its segment; null outside every segment. */
  readonly segment: number | null;
  /** The type of that segment. */
  readonly type: ComparedText["segments"][number]["type"] | null;
  /** Its words, folded: units with one key say the same in the same words. */
  readonly key: string;
}

/** Stands between two words of a key, and in no word. */
export const BETWEEN = "\u0001";

export function prepareText({ text, segments }: ComparedText): PreparedText {
  const words: FoldedWord[] = [];
  const units: Unit[] = [];
  const add = (span: Span, segment: number | null) => {
    const from = words.length;
    for (const word of foldedWords(text, span)) words.push(word);
    if (words.length === from) return;
    const type = segment === null ? null : (segments[segment]?.type ?? null);
    units.push({ from, to: words.length, segment, type, key: keyOf(words, from, words.length) });
  };
  let at = 0;
  const ordered = segments.map((segment, index) => ({ ...segment, index }));
  for (const segment of ordered.sort((a, b) => a.start - b.start)) {
    for (const span of sentencesIn(text, { start: at, end: segment.start })) add(span, null);
    if (segment.type === "TEASER") add(segment, segment.index);
    else for (const span of sentencesIn(text, segment)) add(span, segment.index);
    at = Math.max(at, segment.end);
  }
  for (const span of sentencesIn(text, { start: at, end: text.length })) add(span, null);
  return { text, words, units };
}

function sentencesIn(text: string, within: Span): Span[] {
  if (within.end <= within.start) return [];
  return blocksOf(text, within).flatMap((block) => sentences(text, block));
}

/** The keys of words `[from, to)`, each between two separators. */
export function keyOf(words: readonly FoldedWord[], from: number, to: number): string {
  let key = BETWEEN;
  for (let i = from; i < to; i += 1) key += `${words[i]?.key ?? ""}${BETWEEN}`;
  return key;
}

/** Index of the unit that holds word `at`. */
export function unitAt({ units }: PreparedText, at: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words `[from, to)` that touch `[start, end)` of the text. */
export function wordsUnder({ words }: PreparedText, { start, end }: Span): { from: number; to: number } {
  const from = firstWord(words, (word) => word.end > start);
  return {
    from,
    to: Math.max(
      from,
      firstWord(words, (word) => word.start >= end),
    ),
  };
}

/** Index of the first word for which `is` holds, as it does for all after it; their number where it holds for none. */
function firstWord(words: readonly FoldedWord[], is: (word: FoldedWord) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word !== undefined && is(word)) high = middle;
    else low = middle + 1;
  }
  return low;
}
