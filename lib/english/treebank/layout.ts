import { MODEL_OPENERS, TITLES } from "#lib/english/abbreviations";
import { DIGIT, isUpperAt, kindAt, LETTER } from "./characters";
import type { Tokens } from "./tokens";

/**
 * Where paragraphs and sentences begin.
 *
 * Shapes   `paragraphs` and `sentences` hold the first token of each, ascending, then the number of tokens:
 *          sentence k is tokens [sentences[k], sentences[k + 1]). Every paragraph's start is a sentence's start.
 */
export interface Layout {
  readonly paragraphs: Int32Array;
  readonly sentences: Int32Array;
}

const CLOSERS = "\"”’'»›)]}''";
const OPENING = "\"“‘'«‹([{``";
/** A longer sentence is cut: no reader follows it, and every model stays linear. */
const LONGEST_SENTENCE = 250;

function word(tokens: Tokens, i: number): string {
  return tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0);
}

function gap(tokens: Tokens, i: number): string {
  return tokens.text.slice(tokens.end[i - 1] ?? 0, tokens.start[i] ?? 0);
}

function isTerminal(token: string): boolean {
  const first = token.charAt(0);
  return first === "." || first === "!" || first === "?" || first === "…" || first === "。" || first === "؟";
}

/** A single line break inside a sentence (hard-wrapped text) starts no paragraph. */
function isWrapped(tokens: Tokens, i: number, between: string): boolean {
  if (between.indexOf("\n") !== between.lastIndexOf("\n")) return false;
  const text = tokens.text;
  const at = tokens.start[i] ?? 0;
  return kindAt(text, at) === LETTER && !isUpperAt(text, at) && !isTerminal(word(tokens, i - 1)) && i > 1;
}

function startsParagraph(tokens: Tokens, i: number): boolean {
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[i - 1] ?? 0;
  if (start - end <= 1 && tokens.text.charCodeAt(end) !== 10) return false;
  const between = gap(tokens, i);
  if (!between.includes("\n") && !between.includes("\u2029")) return false;
  return !isWrapped(tokens, i, between);
}

/** Whether an abbreviation like "U.S." at token `i` also ends its sentence, judged by the word that follows. */
function abbreviationEnds(tokens: Tokens, i: number, next: number): boolean {
  const token = word(tokens, i);
  const bare = token.slice(0, -1).toLowerCase();
  if (TITLES.has(bare) || (bare.length === 1 && bare !== "i")) return false;
  return MODEL_OPENERS.has(word(tokens, next).toLowerCase());
}

/** Whether a sentence ends between token `i - 1` and token `i` of one paragraph. */
function endsBefore(tokens: Tokens, i: number, sentenceStart: number): boolean {
  let last = i - 1;
  while (last > sentenceStart && CLOSERS.includes(word(tokens, last))) last--;
  const token = word(tokens, last);
  const isStop = isTerminal(token);
  if (!isStop && !(token.length > 1 && token.endsWith("."))) return false;
  if ((tokens.start[i] ?? 0) === (tokens.end[i - 1] ?? 0) && !(isStop && last < i - 1)) return false;
  let next = i;
  while (next < tokens.count - 1 && next < i + 3 && OPENING.includes(word(tokens, next))) next++;
  const at = tokens.start[next] ?? 0;
  const opensUpper = isUpperAt(tokens.text, at) || kindAt(tokens.text, at) === DIGIT;
  const opensSymbol = next > i && (tokens.start[i] ?? 0) > (tokens.end[i - 1] ?? 0);
  const opensOther = kindAt(tokens.text, at) === LETTER && !isCased(tokens.text, at);
  if (!opensUpper && !opensOther && !(opensSymbol && token !== "...")) return startsWithHandle(tokens, i);
  return isStop || abbreviationEnds(tokens, last, next);
}

function startsWithHandle(tokens: Tokens, i: number): boolean {
  const first = word(tokens, i).charAt(0);
  return first === "@" || first === "#" || first === "•";
}

function isCased(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character.toLowerCase() !== character.toUpperCase();
}

/** Find the paragraphs and sentences of a token list. */
export function layOut(tokens: Tokens): Layout {
  const paragraphs: number[] = [];
  const sentences: number[] = [];
  let sentenceStart = 0;
  for (let i = 0; i < tokens.count; i++) {
    const opensParagraph = i === 0 || startsParagraph(tokens, i);
    if (opensParagraph) paragraphs.push(i);
    const isTooLong = i - sentenceStart >= LONGEST_SENTENCE;
    if (opensParagraph || isTooLong || endsBefore(tokens, i, sentenceStart)) {
      sentences.push(i);
      sentenceStart = i;
    }
  }
  paragraphs.push(tokens.count);
  sentences.push(tokens.count);
  return { paragraphs: Int32Array.from(paragraphs), sentences: Int32Array.from(sentences) };
}
