import { directionOf } from "#lib/domain/pictures";
import { firstUnits, withoutEnding } from "#lib/english/endings";
import * as words from "#lib/words";

/** In the language of the screens. */
export const { listed, clauses, quoted } = words.lists;

/** Ascending numbers, runs of three or more drawn together: 1, 2, 4, 7, 8, 9 is "1, 2, 4, 7 to 9". */
export function numberRanges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs
    .flatMap((run) => (run.length > 2 ? [words.lists.run(run[0] ?? 0, run.at(-1) ?? 0)] : run.map(String)))
    .join(words.lists.comma);
}

/** The first words of a text, at most `limit` UTF-16 units long and never cut inside a word, with "…" where more follows. */
export function firstWords(text: string, limit: number): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  if (flat.length <= limit) return flat;
  const end = flat.slice(0, limit + 1).lastIndexOf(" ");
  return `${withoutEnding(firstUnits(flat, end > 0 ? end : limit), /[\s,;:.…]/)}…`;
}

/** The same words with a capital at the start, for a sentence that begins with a name. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === "" ? "" : first.toLocaleUpperCase(words.language) + text.slice(first.length);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT = /(?=\p{L})[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const OTHER_WAY = words.direction === "rtl" ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;

/** A name in a sentence of another direction: isolated where a letter of it runs the other way, so that it can't turn its neighbours. */
export function isolated(name: string): string {
  return OTHER_WAY.test(name) ? `\u2068${name}\u2069` : name;
}

/**
 * The `lang` of words from outside. Where nobody knows it, that of the screens (undefined) if they are in its script, and none ("") if they aren't:
 * a voice for one language doesn't read another.
 */
export function langOf(text: string, known: string | null = null): string | undefined {
  return known ?? (directionOf(text) === words.direction ? undefined : "");
}
