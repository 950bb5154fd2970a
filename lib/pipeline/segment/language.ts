import { eld } from "eld/extrasmall";
import { tokens } from "#lib/text/tokens";

const SAMPLE = 6000;
const ENGLISH = new Set(
  "the of and to in a is that for it was on with as are by at be this from have has not but they said will an".split(
    " ",
  ),
);
const SORANI_LETTERS = /[ڕڵۆێەڤ]/g;
const PERSIAN_LETTERS = /[پچژگ]/g;
const URDU_LETTERS = /[ٹڈڑںے]/g;

/**
 * The language of a text as a BCP 47 primary tag, or null where too little of it can be read. Function words tell English
 * and letters tell Arabic from Sorani; only other languages are asked of the n-gram tables.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic + latin < 20 && !/\p{L}{2}/u.test(sample)) return null;
  if (arabic > latin) return arabicScript(sample, arabic);
  const words = tokens(sample).filter((token) => token.kind === "WORD");
  const common = words.filter((word) => ENGLISH.has(word.lower)).length;
  if (words.length >= 5 && common * 100 >= words.length * 14) return "en";
  return byNgrams(sample, words.length);
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

/** The smallest tables: they load in a fifth of a second, and an article is long enough for them. */
function byNgrams(sample: string, words: number): string | null {
  if (words < 3) return null;
  const result = eld.detect(sample);
  return result.language === "" || (!result.isReliable() && words < 12) ? null : result.language;
}

/** The direction that most letters of the text run in. */
export function directionOf(text: string): "ltr" | "rtl" {
  const sample = text.slice(0, SAMPLE);
  const rtl = sample.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  const other = sample.match(/\p{L}/gu)?.length ?? 0;
  return rtl * 2 > other ? "rtl" : "ltr";
}
