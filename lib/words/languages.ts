import { english } from "./english";

/** What every language of the screens has to say. */
export type Words = typeof english;

/** The languages that the screens are written in, by their BCP 47 names: one folder and one line each. */
export const LANGUAGES: Readonly<Record<string, Words>> = {
  en: english,
};
