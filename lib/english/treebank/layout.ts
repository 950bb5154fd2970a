import { sentences } from "#lib/english/sentences";
import { isUpperAt, kindAt, LETTER } from "./characters";
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

/** The first tokens of the sentences in one paragraph, tokens [from, to); a longer one than the models can bear is cut. */
function sentenceStarts(tokens: Tokens, from: number, to: number): number[] {
  const span = { start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 };
  const starts = [from];
  let next = from + 1;
  for (const { end } of sentences(tokens.text, span)) {
    while (next < to && (tokens.start[next] ?? 0) < end) {
      if (next - (starts.at(-1) ?? 0) >= LONGEST_SENTENCE) starts.push(next);
      next += 1;
    }
    if (next < to && (starts.at(-1) ?? 0) < next) starts.push(next);
  }
  return starts;
}

/** Find the paragraphs and sentences of a token list. */
export function layOut(tokens: Tokens): Layout {
  const paragraphs: number[] = [];
  for (let i = 0; i < tokens.count; i++) if (i === 0 || startsParagraph(tokens, i)) paragraphs.push(i);
  const found = paragraphs.flatMap((from, k) =>
    sentenceStarts(tokens, from, paragraphs[k + 1] ?? tokens.count),
  );
  return {
    paragraphs: Int32Array.from([...paragraphs, tokens.count]),
    sentences: Int32Array.from([...found, tokens.count]),
  };
}
