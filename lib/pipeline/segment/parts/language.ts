import { tokens } from "#lib/english/tokens";
import { languageTables } from "./language-tables";

const SAMPLE = 6000;

const wordSet = (words: string) => new Set(words.split(" "));
const ENGLISH = wordSet(
  "the of and to in a is that for it was on with as are by at be this from have has not but they said will an",
);
/** Those that no neighbour shares: "is", "in", "of", "was" are Dutch too, "for", "by", "at" and "have" Danish. */
const ENGLISH_ALONE = wordSet("the and that with this from they said");
/** Kurmanji in Latin letters, which the tables don't know. */
const KURMANJI = wordSet("û ji jî bi ku li lê ser ev ew bo gel dibe hat kir nav wî wê");
const SORANI_LETTERS = /[ڕڵۆێەڤ]/g;
const PERSIAN_LETTERS = /[پچژگ]/g;
const URDU_LETTERS = /[ٹڈڑںے]/g;

/**
 * The language of a text as a BCP 47 primary tag, or null where it can't be told: too little of it, or none that is known.
 * Function words tell English and Kurmanji, and letters tell Arabic from Sorani; only other languages are asked of the n-gram
 * tables, which know sixty and take each text for one of them.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const lettersIn = (script: RegExp) => sample.match(script)?.length ?? 0;
  const letters = lettersIn(/\p{L}/gu);
  const arabic = lettersIn(/\p{Script=Arabic}/gu);
  const latin = lettersIn(/\p{Script=Latin}/gu);
  if (letters < 2) return null;
  if (arabic > latin) return arabicScript(sample, arabic);
  if (latin * 2 < letters) return byNgrams(sample);
  return inLatinLetters(sample);
}

function inLatinLetters(sample: string): string | null {
  const words = tokens(sample).filter((token) => token.kind === "WORD");
  const percent = (known: ReadonlySet<string>) =>
    (words.filter((word) => known.has(word.lower)).length * 100) / words.length;
  if (words.length < 3) return null;
  const english = percent(ENGLISH);
  if (words.length >= 5 && english >= 14 && percent(ENGLISH_ALONE) >= 3) return "en";
  if (percent(KURMANJI) >= 12) return "ku";
  const guess = byNgrams(sample);
  // The tables take a language that they don't know for one that they do; no English runs on without its small words.
  if (guess === "en" && words.length >= 20 && english < 3) return null;
  return guess;
}

/** "en" of "en-GB": what a page says of its own language counts where its text doesn't tell. */
export function primaryTag(tag: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase() ?? null;
}

/** Sorani writes vowels with letters that Arabic lacks; Persian and Urdu have letters of their own. */
function arabicScript(sample: string, letters: number): string {
  const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(SORANI_LETTERS) > 0.04) return "ckb";
  if (share(URDU_LETTERS) > 0.02) return "ur";
  return share(PERSIAN_LETTERS) > 0.01 ? "fa" : "ar";
}

function byNgrams(sample: string): string | null {
  const result = languageTables().detect(sample);
  return result.language === "" || !result.isReliable() ? null : result.language;
}

/** The direction that most letters of the text run in. */
export function directionOf(text: string): "ltr" | "rtl" {
  const sample = text.slice(0, SAMPLE);
  const rtl = sample.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  const other = sample.match(/\p{L}/gu)?.length ?? 0;
  return rtl * 2 > other ? "rtl" : "ltr";
}
