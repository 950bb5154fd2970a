import { english } from "./words/english";

/**
 * Every word that a person reads in the interface. There is one language for the whole installation: ONRECORD_LANGUAGE.
 * Another language is one more folder in lib/words with an object of this shape, and one more line in this table.
 */
export type Words = typeof english;

export const LANGUAGES: Readonly<Record<string, Words>> = {
  en: english,
};

/** Throws   RangeError for a language that nobody has written. */
export function wordsIn(language: string, languages = LANGUAGES): Words {
  const found = Object.hasOwn(languages, language) ? languages[language] : undefined;
  if (found === undefined) {
    throw new RangeError(`ONRECORD_LANGUAGE must be one of ${Object.keys(languages).join(", ")}.`);
  }
  return found;
}

export const words = wordsIn(process.env.ONRECORD_LANGUAGE || "en");
