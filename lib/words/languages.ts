import * as arabic from "./arabic/for-readers";
import type { ReaderWords } from "./english";
import * as english from "./english/for-readers";

/**
 * The languages that readers are spoken to in, by their BCP 47 names: one folder and one line each, here and in next.config.mjs. A
 * language writes all that readers meet; the desk, its mail and the commands speak English.
 */
export const LANGUAGES: Readonly<Record<string, ReaderWords>> = { en: english, ar: arabic };
