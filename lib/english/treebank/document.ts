import { hashText, mix } from "#lib/models/hash";
import { detached } from "#lib/text/detached";
import { DIGIT, isUpperAt, kindAt, LETTER } from "./characters";
import { type Layout, layOut } from "./layout";
import { followQuotations, type Quotations } from "./quotations";
import { type Tokens, tokenise } from "./tokens";

/** What the models see of one word's letters: numbers that its spelling hashes to. */
export interface Lexeme {
  /** Exactly as written. */
  readonly exact: number;
  /** Lower case; every number is alike, and the two apostrophes are. */
  readonly lower: number;
  readonly prefix1: number;
  readonly prefix3: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** The kinds of its characters, runs shortened: "McCain" is XxXx. */
  readonly shape: number;
  /** Bit set of the traits below. */
  readonly traits: number;
  /** The word in lower case. */
  readonly text: string;
}

export const CAPITAL = 1;
export const ALL_CAPITALS = 2;
export const HAS_DIGIT = 4;
export const HAS_HYPHEN = 8;
export const IS_SYMBOL = 16;

/** Words known so far in this process; emptied when it grows beyond this, so that memory stays bounded. */
const MOST_LEXEMES = 60_000;
const lexemes = new Map<string, Lexeme>();

function shapeOf(word: string): number {
  let shape = 0;
  let last = -1;
  const length = Math.min(word.length, 24);
  for (let i = 0; i < length; i++) {
    const kind = kindAt(word, i);
    const part = kind === LETTER ? (isUpperAt(word, i) ? 10 : 11) : kind === DIGIT ? 12 : word.charCodeAt(i);
    if (part !== last) shape = mix(shape, part);
    last = part;
  }
  return shape;
}

function traitsOf(word: string, lower: string): number {
  let traits = 0;
  if (isUpperAt(word, 0)) traits |= CAPITAL;
  if (word !== lower && word === word.toUpperCase()) traits |= ALL_CAPITALS;
  if (word.includes("-")) traits |= HAS_HYPHEN;
  let isSymbol = true;
  for (let i = 0; i < word.length && i < 40; i++) {
    const kind = kindAt(word, i);
    if (kind === DIGIT) traits |= HAS_DIGIT;
    if (kind === DIGIT || kind === LETTER) isSymbol = false;
  }
  return isSymbol ? traits | IS_SYMBOL : traits;
}

function readLexeme(word: string): Lexeme {
  const lower = word.toLowerCase().replaceAll("’", "'");
  const n = lower.length;
  const isNumber = kindAt(lower, 0) === DIGIT;
  return {
    exact: hashText(word),
    lower: isNumber ? 77 : hashText(lower),
    prefix1: hashText(lower, 0, Math.min(1, n)),
    prefix3: hashText(lower, 0, Math.min(3, n)),
    suffix1: hashText(lower, Math.max(0, n - 1)),
    suffix2: hashText(lower, Math.max(0, n - 2)),
    suffix3: hashText(lower, Math.max(0, n - 3)),
    suffix4: hashText(lower, Math.max(0, n - 4)),
    shape: shapeOf(word),
    traits: traitsOf(word, lower),
    text: lower,
  };
}

export function lexemeOf(word: string): Lexeme {
  const known = lexemes.get(word);
  if (known) return known;
  if (lexemes.size >= MOST_LEXEMES) lexemes.clear();
  const kept = detached(word);
  const lexeme = readLexeme(kept);
  lexemes.set(kept, lexeme);
  return lexeme;
}

/** A text with everything that is read off its surface; the models add to it. */
export interface Page {
  readonly text: string;
  readonly tokens: Tokens;
  readonly layout: Layout;
  readonly quotations: Quotations;
  readonly lexemes: readonly Lexeme[];
  /** For each token, the index of its sentence and of its paragraph. */
  readonly sentenceOf: Int32Array;
  readonly paragraphOf: Int32Array;
}

function partOf(starts: Int32Array, count: number): Int32Array {
  const of = new Int32Array(count);
  for (let k = 0; k + 1 < starts.length; k++) of.fill(k, starts[k], starts[k + 1]);
  return of;
}

/** Read a text's surface: tokens, sentences, paragraphs, quotation marks. */
export function readPage(text: string): Page {
  const tokens = tokenise(text);
  const layout = layOut(tokens);
  const lexemes: Lexeme[] = new Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    lexemes[i] = lexemeOf(text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0));
  }
  return {
    text,
    tokens,
    layout,
    quotations: followQuotations(tokens, layout),
    lexemes,
    sentenceOf: partOf(layout.sentences, tokens.count),
    paragraphOf: partOf(layout.paragraphs, tokens.count),
  };
}
