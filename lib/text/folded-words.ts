import type { Span } from "./span";

/**
 * A word or a mark of a text, and what is left of it once trivial differences are taken out: white space, invisible
 * characters, the make of quotation marks, dashes and ellipses. Two texts whose keys are the same differ in nothing that a
 * reader would call a change. Case, digits and accents are no trivial matter.
 */
export interface FoldedWord extends Span {
  readonly key: string;
  /** False for punctuation and symbols. */
  readonly isWord: boolean;
}

/** A number with its separators; a word with its apostrophes; a row of dots or of dashes; any other character. */
const WORD =
  /\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*[\p{L}\p{M}\p{DI}_]*|[\p{L}\p{M}\p{N}\p{DI}_]+(?:['’ʼ][\p{L}\p{M}\p{N}\p{DI}_]+)*|\.{3,}|[\p{Pd}\u2212]+|\S/gu;
const LETTERS = /[\p{L}\p{N}]/u;
/** What takes no room on the page: soft hyphens, joiners, direction marks, variation selectors. */
const INVISIBLE = /\p{DI}/gu;
const MAYBE_ODD = /[^\w]/;
const QUOTES = new Set("\"“”„‟«»‹›‘’‚‛'`´");
const DASH = /^[\p{Pd}\u2212]/u;

/** The words and marks of `text`, or of the part under `span`, in order; offsets are UTF-16 units of the whole text. */
export function foldedWords(text: string, span: Span = { start: 0, end: text.length }): FoldedWord[] {
  const found: FoldedWord[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(WORD)) {
    const [word] = match;
    const key = keyOf(word);
    if (key === "") continue;
    const start = span.start + match.index;
    found.push({ start, end: start + word.length, key, isWord: LETTERS.test(key) });
  }
  return found;
}

function keyOf(word: string): string {
  if (!MAYBE_ODD.test(word)) return word;
  const plain = word.replace(INVISIBLE, "");
  if (QUOTES.has(plain)) return '"';
  if (DASH.test(plain)) return "-";
  if (plain.startsWith("...")) return "…";
  return plain.replace(/[’ʼ]/g, "'");
}
