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
  const parts = quote
    .replace(ONE_LETTER, "$1")
    .split(LEFT_OUT)
    .map(wordsOf)
    .filter((part) => part !== " ");
  if (parts.length === 0) return null;
  const page = wordsOf(text);
  let from = 0;
  for (const part of parts) {
    const at = page.indexOf(part, from);
    if (at < 0) return false;
    // The space behind a part may be the one before the next.
    from = at + part.length - 1;
  }
  return true;
}

/** The words, each between spaces: " they built it ". */
function wordsOf(text: string): string {
  const plain = foldDigits(text.normalize("NFKC"))
    .replace(ARABIC_SIGNS, "")
    .replace(UNSPACED, " $& ")
    .toLowerCase();
  const words = foldedWords(plain)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key);
  return words.length === 0 ? " " : ` ${words.join(" ")} `;
}
