import { type SenseBook, senseBook } from "#lib/models/word-senses";
import { lemmaOf } from "./treebank/lemma";
import { TAGS } from "./treebank/tagger";

const PAST = TAGS.indexOf("VBD");
const PLURAL = TAGS.indexOf("NNS");

/** What each ending may have been put on: WordNet's own rules of detachment, with doubled letters and "-ier". */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ["y", "ie"]],
  [/(?:ch|sh|ss|x|z|o)es$/, [""]],
  [/s$/, [""]],
  [/ied$/, ["y"]],
  [/ed$/, ["", "e"]],
  [/ing$/, ["", "e"]],
];

function bases(word: string): string[] {
  const found: string[] = [];
  for (const [ending, put] of ENDINGS) {
    if (!ending.test(word)) continue;
    const isEs = ending.source.includes("es$") && !ending.source.startsWith("ies");
    const stem = isEs ? word.slice(0, -2) : word.replace(ending, "");
    for (const last of put) found.push(stem + last);
    const n = stem.length;
    if (/(?:ed|ing)\$$/.test(ending.source) && n > 2 && stem.at(-1) === stem.at(-2))
      found.push(stem.slice(0, -1));
  }
  return found;
}

/**
 * The base form of an English word in lower case, whatever it is in its sentence: "signed" and "signing" are "sign". A word
 * that no dictionary has keeps its form but for a plural or possessive ending: it is likely a name.
 */
export function baseForm(word: string, book: SenseBook = senseBook()): string {
  const bare = word.replace(/['’]s$|['’]$/u, "");
  const irregular = lemmaOf(bare, PAST);
  if (irregular !== bare && book.words.has(irregular) && !bare.endsWith("ed")) return irregular;
  const plural = lemmaOf(bare, PLURAL);
  if (plural !== bare && book.words.has(plural) && !bare.endsWith("s")) return plural;
  if (bare.length > 3) {
    const known = bases(bare).find((base) => base.length > 1 && book.words.has(base));
    if (known !== undefined && !(bare.endsWith("ss") || KEEPS_S.has(bare))) return known;
  }
  return bare;
}

/** Words in "-s" or "-ed" or "-ing" that are no forms of what is left without it. */
const KEEPS_S = new Set(
  "news politics economics athletics during nothing something anything everything evening ceiling".split(" "),
);

/** Whether a dictionary of common words has it: one that none has is likely a name. */
export function isCommonWord(word: string, book: SenseBook = senseBook()): boolean {
  return book.words.has(word);
}
