import type { Span } from "#lib/text/span";
import { DIGIT, kindAt, LETTER, SYMBOL } from "./treebank/characters";
import { tokenise } from "./treebank/tokens";

/** A word, a number or a single other character. `lower` is folded for comparison: lower case, straight apostrophes. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "WORD" | "NUMBER" | "MARK";
}

/** What the models cut off a word: "'s", "n't", the "not" of "cannot". */
const CUT_OFF = /^(?:['\u2019\u02bc]\p{L}+|[\p{L}\p{M}].*)$/u;
/** A number and what is counted, or its ending: "50-year-old", "1970's". */
const COUNTED = /^(\p{N}[^\p{L}-]*\p{L}*)(['\u2019/-])(\p{L}.*)$/su;
const INITIALS = /^(?:\p{L}\.){2,}/u;
/** What the rules read in one token of the models: "Mr" and ".", "and", "/" and "or", "@" and the name behind it. */
const PARTS = /[\p{L}\p{M}\p{N}_'\u2019\u02bc&-]+|./gsu;

/**
 * The tokens of `text`, or of the part under `span`, as the rules read them: the models' tokens (`treebank/tokens.ts`), with what was cut
 * off a word put back ("isn't" is one), what stands on both sides of a stop or a stroke apart (but not in initials: "U.S."), and each
 * other mark by itself. Offsets are UTF-16 units of the whole `text`.
 */
export function tokens(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const part = text.slice(span.start, span.end);
  const { count, start, end } = tokenise(part);
  const found: Token[] = [];
  for (let i = 0; i < count; ) {
    const from = start[i] ?? 0;
    let to = end[i] ?? 0;
    i += 1;
    const first = kindAt(part, from);
    if (first === SYMBOL && to - from === 1) {
      found.push(tokenOf(part.slice(from, to), span.start + from));
      continue;
    }
    while (first !== SYMBOL && i < count && start[i] === to && CUT_OFF.test(part.slice(to, end[i]))) {
      to = end[i] ?? to;
      i += 1;
    }
    addParts(found, part.slice(from, to), span.start + from, first);
  }
  return found;
}

/** Adds the tokens of one word of the models, or of a run of marks, that stands at `start`. */
function addParts(found: Token[], word: string, start: number, first: number): void {
  let at = start;
  for (const piece of partsOf(word, first)) {
    found.push(tokenOf(piece, at));
    at += piece.length;
  }
}

function partsOf(word: string, first: number): Iterable<string> {
  if (first === DIGIT) return COUNTED.exec(word)?.slice(1) ?? [word];
  if (first === LETTER) return !/[./]/.test(word) || INITIALS.test(word) ? [word] : (word.match(PARTS) ?? []);
  return kindAt(word, 1) === LETTER ? (word.match(PARTS) ?? []) : word;
}

function tokenOf(text: string, start: number): Token {
  const first = kindAt(text, 0);
  const kind = first === LETTER || text.startsWith("_") ? "WORD" : first === DIGIT ? "NUMBER" : "MARK";
  const lower = kind === "MARK" ? text : text.toLowerCase().replaceAll("\u2019", "'");
  return { start, end: start + text.length, text, lower, kind };
}

const CAPITAL = /^\p{Lu}/u;

export function isCapitalised(token: Token): boolean {
  return CAPITAL.test(token.text);
}
