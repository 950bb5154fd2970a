import type { Span } from "#lib/text/span";
import { abbreviationOf, OPENERS } from "./abbreviations";

const TERMINATOR = /[.!?…؟۔]/;
const CLOSER = /["”’')\]»]/;
const SPACE = /\s/;

/** The most that is read as one sentence, in UTF-16 units. The longest of 80,000 in real articles has 1,552. */
export const LONGEST_SENTENCE = 2000;

/** `isCut`: it was too long, and goes on in the next one. */
export interface SentenceSpan extends Span {
  readonly isCut: boolean;
}

/**
 * The sentences of a stretch of text, in order, without the white space between them. Together they cover everything in
 * `span` that isn't white space. A sentence that a page cuts off is a sentence too. Line ends are plain white space here:
 * the caller gives one paragraph at a time. One beyond `LONGEST_SENTENCE` is cut into parts.
 */
export function sentences(text: string, span: Span = { start: 0, end: text.length }): SentenceSpan[] {
  const found: SentenceSpan[] = [];
  let start = skipSpace(text, span.start, span.end);
  let i = start;
  while (i < span.end) {
    if (!isTerminator(text, i)) {
      i += 1;
      continue;
    }
    const stop = i;
    while (i < span.end && isTerminator(text, i)) i += 1;
    const afterStop = i;
    while (i < span.end && CLOSER.test(text.charAt(i))) i += 1;
    if (i >= span.end) continue;
    if (!SPACE.test(text.charAt(i)) && !isGlued(text, start, stop, afterStop, i)) continue;
    const next = skipSpace(text, i, span.end);
    if (next < span.end && isBoundary(text, start, stop, afterStop, next)) {
      addParts(found, text, { start, end: i });
      start = next;
      i = next;
    }
  }
  const end = trimEnd(text, start, span.end);
  if (end > start) addParts(found, text, { start, end });
  return found;
}

/** A span of text without white space at its ends, in parts that are no longer than a sentence may be. */
export function partsOf(text: string, span: Span): SentenceSpan[] {
  const found: SentenceSpan[] = [];
  addParts(found, text, span);
  return found;
}

function addParts(found: SentenceSpan[], text: string, span: Span): void {
  let { start } = span;
  while (span.end - start > LONGEST_SENTENCE) {
    const cut = cutIn(text, start, start + LONGEST_SENTENCE);
    found.push({ start, end: trimEnd(text, start, cut), isCut: true });
    start = skipSpace(text, cut, span.end);
  }
  found.push({ start, end: span.end, isCut: false });
}

/** What a sentence that is too long is cut behind, the best first: a clause's end, a comma, a word. A white space follows. */
const SEAMS = [/[;:—–؛]["”’')\]»]?$/, /[,،]["”’')\]»]?$/, /\S$/];
/** Cut in the middle of a word, a letter keeps its marks. */
const GOES_ON = /^(?:\p{M}|\p{Cf}|\p{Emoji_Modifier}|[\uDC00-\uDFFF])/u;
/** A letter with more marks than this is no letter. */
const MOST_MARKS = 100;

/** Where `[start, most)` ends best: in its second half, or at `most` where nothing there lets it. */
function cutIn(text: string, start: number, most: number): number {
  const half = start + LONGEST_SENTENCE / 2;
  for (const seam of SEAMS) {
    for (let at = most; at > half; at -= 1) {
      if (SPACE.test(text.charAt(at)) && seam.test(text.slice(at - 2, at))) return at;
    }
  }
  let at = most;
  while (at > most - MOST_MARKS && GOES_ON.test(text.slice(at, at + 2))) at -= 1;
  return at > most - MOST_MARKS ? at : most;
}

/** Letters and spaces make up nearly all of a text: they are told by their number alone. */
function isTerminator(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit !== 32 && (unit < 64 || unit > 127) && TERMINATOR.test(text.charAt(at));
}

function isBoundary(text: string, start: number, stop: number, afterStop: number, next: number): boolean {
  if (!canBegin(text.slice(next, next + 2))) return false;
  const run = text.slice(stop, afterStop);
  if (run.length > 1 || run === "…") {
    // "records ... Next" goes on; "that was it... Next" ends.
    return !/^[.…]+$/.test(run) || !SPACE.test(text.charAt(stop - 1));
  }
  return run !== "." || !isAbbreviation(text, start, stop, next);
}

/** What stands before such a stop or behind it is no end of a sentence: "Booking.Com", an address, a file. */
const ADDRESS = /[/@\\_.]|^www$/i;
const DOMAIN = /^(?:com|co|net|org|io|gov|edu|info|uk|us|eu|de|fr|tv|js)$/i;

/** "It was cold.They left": a page that lost its line ends. Two words of letters alone, the second one with a capital. */
function isGlued(text: string, start: number, stop: number, afterStop: number, next: number): boolean {
  if (afterStop !== next || afterStop - stop > 1) return false;
  const word = /^(\p{Lu}\p{Ll}*)(?:['’]\p{Ll}+)?(?=[\s,;:])/u.exec(text.slice(next, next + 24))?.[1];
  if (word === undefined || DOMAIN.test(word)) return false;
  let from = stop;
  while (from > start && stop - from < 24 && !SPACE.test(text.charAt(from - 1))) from -= 1;
  const before = text.slice(from, stop);
  return /\p{Ll}{2}$/u.test(before) && !ADDRESS.test(before);
}

/**
 * A sentence begins with a capital, a digit, a quotation mark or a bracket, a letter of a script without capitals, or a picture that people
 * put before it.
 */
function canBegin(text: string): boolean {
  if (/^\p{Extended_Pictographic}/u.test(text)) return true;
  return /^["“”‘'«([\u202A-\u202E\u2066-\u2069#@$£€]?[\p{Lu}\p{Lo}\p{Nd}]|^["“”«[(#@$£€—–-]/u.test(text);
}

/** Does the stop at `stop` belong to a shortened word that no sentence ends with here? `next` is where the next word begins. */
function isAbbreviation(text: string, start: number, stop: number, next: number): boolean {
  let from = stop;
  while (from > start && stop - from < 12 && /[\p{L}.]/u.test(text.charAt(from - 1))) from -= 1;
  const word = text.slice(from, stop);
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word) && abbreviationOf(word) === undefined) return !opens(text, next);
  const known = abbreviationOf(word);
  if (known?.before === "NUMBER") return /\p{Nd}/u.test(text.charAt(next));
  return known !== undefined && (known.before === "NAME" || !opens(text, next));
}

/** Is the word at `at`, behind its quotation mark if it has one, one of those that often open a sentence? */
function opens(text: string, at: number): boolean {
  const word = /^["“”‘'«([]?([\p{L}’']{1,16})/u.exec(text.slice(at, at + 20))?.[1] ?? "";
  return OPENERS.has(word.toLowerCase());
}

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && SPACE.test(text.charAt(i))) i += 1;
  return i;
}

function trimEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return end;
}
