import { foldedWords } from "./folded-words";
import { foldDigits } from "./normalise";

/** What an editor leaves out or puts in: […], [the mayor], … */
const LEFT_OUT = /\[[^\]]{0,200}\]|…|\.{3,}/u;
/** "[T]he": a letter that was made large or small. */
const ONE_LETTER = /\[(\p{L})\](?=\p{L})/gu;
/** Scripts that put no space between words: each character counts as one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** Vowel signs and the stretching of letters, which Arabic is written with or without. */
const ARABIC_SIGNS = /[\u064B-\u065F\u0670\u0640]/g;

/**
 * Do the words of a quotation stand in a text, in their order and one after the other? Case, punctuation, white space, invisible characters,
 * ligatures and the make of digits don't count; where the quotation leaves something out, so may any words of the text. Null where the quotation
 * has no word.
 */
export function isQuotedIn(quote: string, text: string): boolean | null {
  const parts = partsOf(quote).map((words) => ` ${words.join(" ")} `);
  if (parts.length === 0) return null;
  const page = ` ${wordsOf(text).join(" ")} `;
  let from = 0;
  for (const part of parts) {
    const at = page.indexOf(part, from);
    if (at < 0) return false;
    // The space behind a part may be the one before the next.
    from = at + part.length - 1;
  }
  return true;
}

/** From the page on which something begins to the one on which it ends; the first has the number 1. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The pages of a document on which the words of a quotation stand; null where they don't stand on them one after the other, as `isQuotedIn` asks.
 * Where a word is parted (at the end of a line, a page, or by the program that wrote the document) doesn't count either, but between two
 * digits: `pages` hold words as a PDF has them.
 */
export function quotedOnPages(quote: string, pages: readonly string[]): PageRange | null {
  const parts = partsOf(quote).map((words) => closedUp([words]).text);
  const [head] = parts;
  if (head === undefined) return null;
  const { text, edges, pageStarts } = closedUp(pages.map(wordsOf));
  const find = (part: string, from: number) => {
    let at = text.indexOf(part, from);
    while (at >= 0 && !(edges.has(at) && edges.has(at + part.length))) at = text.indexOf(part, at + 1);
    return at;
  };
  const start = find(head, 0);
  let end = start;
  for (const part of parts) {
    const at = find(part, end);
    if (at < 0) return null;
    end = at + part.length;
  }
  const pageOf = (offset: number) => pageStarts.findLastIndex((begin) => begin <= offset) + 1;
  return { first: pageOf(start), last: pageOf(end - 1) };
}

/** Words without the space between them, but where two digits would meet; the offsets at which words begin and end, and at which pages begin. */
function closedUp(pages: readonly (readonly string[])[]) {
  const edges = new Set<number>();
  const pageStarts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let endsInDigit = false;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const words of pages) {
    pageStarts.push(length);
    for (const word of words) {
      if (endsInDigit && DIGIT_FIRST.test(word)) add(" ");
      edges.add(length);
      add(word);
      edges.add(length);
      endsInDigit = DIGIT_LAST.test(word);
    }
  }
  return { text: pieces.join(""), edges, pageStarts };
}

const DIGIT_FIRST = /^\p{Nd}/u;
const DIGIT_LAST = /\p{Nd}$/u;

/** The words of each part of a quotation that leaves something out; no part without a word. */
function partsOf(quote: string): string[][] {
  return quote
    .replace(ONE_LETTER, "$1")
    .split(LEFT_OUT)
    .map(wordsOf)
    .filter(({ length }) => length > 0);
}

function wordsOf(text: string): string[] {
  const plain = foldDigits(text.normalize("NFKC"))
    .replace(ARABIC_SIGNS, "")
    .replace(UNSPACED, " $& ")
    .toLowerCase();
  return foldedWords(plain)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key);
}
