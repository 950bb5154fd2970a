import { foldArabic, isArabic } from "#lib/arabic/fold";
import { hashText, mix } from "#lib/models/hash";
import { foldDigits } from "#lib/text/normalise";

/** What texts that share stretches of words are found by. */

/** Words of one run. */
const RUN = 5;
/** So many keys has a text at most; the database holds it to that. */
export const MOST_KEYS = 128;
/** Only so much of a text is looked at, in UTF-16 units. */
const LONGEST = 200_000;

const INVISIBLE = /\p{DI}/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text without case, marks and what is typography; Arabic and Kurdish letters of one sound are one. */
export function foldedRunWords(text: string): string[] {
  const plain = foldDigits(text.slice(0, LONGEST).normalize("NFKC").toLowerCase()).replace(INVISIBLE, "");
  return (plain.match(WORD) ?? []).map((word) => (isArabic(word) ? foldArabic(word) : word));
}

/**
 * Hashes of runs of five words: 32 bits with a sign, each once, the lowest 128 of them by their unsigned value (a bottom-k sketch, Broder 1997). Which ones are
 * kept depends on the words alone, so two texts that share a stretch keep the same of its runs, as far as both keep runs that low: a text of
 * 500 words that stands in one of 5,000 shares about twelve with it. Empty for fewer than five words.
 */
export function sampleOf(words: readonly string[]): number[] {
  const found = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = words.slice(at, at + RUN).join(" ");
    found.add(mix(hashText(run), run.length) >>> 0);
  }
  return [...found]
    .sort((a, b) => a - b)
    .slice(0, MOST_KEYS)
    .map((hash) => hash | 0);
}
