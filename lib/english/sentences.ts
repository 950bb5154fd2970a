import type { Span } from "#lib/text/span";
import { ENDS_NO_SENTENCE, RULE_OPENERS } from "./abbreviations";

const TERMINATOR = /[.!?…؟۔]/;
const CLOSER = /["”’')\]»]/;
const SPACE = /\s/;

/**
 * The sentences of a stretch of text, in order, without the white space between them. Together they cover everything in
 * `span` that isn't white space. A sentence that a page cuts off is a sentence too. Line ends are plain white space here:
 * the caller gives one paragraph at a time. The models' sentences are those of `treebank/layout.ts`.
 */
export function sentences(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
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
    if (i >= span.end || !SPACE.test(text.charAt(i))) continue;
    const next = skipSpace(text, i, span.end);
    if (next < span.end && isBoundary(text, start, stop, afterStop, next)) {
      found.push({ start, end: i });
      start = next;
      i = next;
    }
  }
  const end = trimEnd(text, start, span.end);
  if (end > start) found.push({ start, end });
  return found;
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

/** A sentence begins with a capital, a digit, a quotation mark or a bracket, or a letter of a script without capitals. */
function canBegin(text: string): boolean {
  return /^["“”‘'«([\u202A-\u202E\u2066-\u2069#@$£€]?[\p{Lu}\p{Lo}\p{Nd}]|^["“”«[(#@$£€—–-]/u.test(text);
}

function isAbbreviation(text: string, start: number, stop: number, next: number): boolean {
  let from = stop;
  while (from > start && stop - from < 12 && /[\p{L}.]/u.test(text.charAt(from - 1))) from -= 1;
  const word = text.slice(from, stop);
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    let to = next;
    while (to < text.length && to - next < 16 && /[\p{L}’']/u.test(text.charAt(to))) to += 1;
    return !RULE_OPENERS.has(text.slice(next, to).toLowerCase());
  }
  return ENDS_NO_SENTENCE.has(word.toLowerCase());
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
