import { LANGUAGES, type Words } from "./words/languages";

/**
 * Every word that a person reads in the interface, in the language of the installation: ONRECORD_LANGUAGE, English where it
 * is not set. next.config.mjs hands the setting on to the browser when it builds.
 *
 * Throws   RangeError for a language that nobody has written.
 */
function wordsIn(language: string): Words {
  const found = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  if (found !== undefined) return found;
  throw new RangeError(`ONRECORD_LANGUAGE must be one of ${Object.keys(LANGUAGES).join(", ")}.`);
}

export const words = wordsIn(process.env.ONRECORD_LANGUAGE || "en");
