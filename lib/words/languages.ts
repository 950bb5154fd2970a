import { arabic } from "./arabic";
import { english, type Told } from "./english";

/** All that the screens say. */
export type Words = Told<typeof english>;

/**
 * The languages that readers are spoken to in, by their BCP 47 names: one folder and one line each. A language writes all that readers
 * meet; the desk, its mail and the commands speak English.
 */
export const LANGUAGES: Readonly<Record<string, Words>> = {
  en: english,
  ar: { ...english, ...arabic },
};
