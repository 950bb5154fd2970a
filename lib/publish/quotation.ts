import { firstWords, quoted } from "#lib/words/lists";

/** The page's own straight marks open where nothing or a space stands before them. */
const OPENING = /(^|[\s(])"/gu;

/**
 * The first words of somebody as a quotation in a list, cut at `most` UTF-16 units. Quotation marks inside become single ones, as inside any quotation;
 * the page of the statement has them as they stand there.
 */
export function quotation(said: string, most: number): string {
  const inner = said.replace(OPENING, "$1‘").replace(/“/gu, "‘").replace(/[”"]/gu, "’");
  return quoted(firstWords(inner, most));
}
