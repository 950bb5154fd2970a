import { visibleDates } from "#lib/english/dates";
import { timeExpressions } from "#lib/english/time-expressions";
import { foldDigits } from "#lib/text/normalise";
import { tokens } from "./tokens";

/** A text folded for comparison: its content words, without the times it names. */
export interface Folded {
  readonly words: ReadonlySet<string>;
}

const STOPWORDS = new Set(
  (
    "a an the of to in on at by for from with as and or but that this these those it its is are was were be been being has " +
    "have had do does did will would shall can could may might must not no he she they them their his her we our you your i " +
    "said says say told tells who which what when where there here also so than then into about over after before because"
  ).split(" "),
);

/** Folds no-break spaces, quotation marks, case, digits and plural endings; takes dates and stop words out. */
export function fold(text: string): Folded {
  const plain = foldDigits(text.normalize("NFKC")).replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, "");
  const whole = { start: 0, end: plain.length };
  const times = [...visibleDates(plain), ...timeExpressions(plain, whole, null)].sort(
    (a, b) => a.start - b.start,
  );
  const words = new Set<string>();
  let next = 0;
  for (const token of tokens(plain)) {
    while ((times[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const isTime = (times[next]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
    if (token.kind === "MARK" || isTime || STOPWORDS.has(token.lower)) continue;
    words.add(stem(token.lower));
  }
  return { words };
}

/** Enough for one news wording against another: possessives, plurals and regular past forms. */
export function stem(word: string): string {
  const bare = word.replace(/'s$|'$/, "");
  if (bare.length > 5 && bare.endsWith("ies")) return `${bare.slice(0, -3)}y`;
  if (bare.length > 5 && bare.endsWith("ing")) return bare.slice(0, -3);
  if (bare.length > 4 && bare.endsWith("ed")) return bare.slice(0, -2);
  return bare.length > 3 && bare.endsWith("s") && !bare.endsWith("ss") ? bare.slice(0, -1) : bare;
}

/** Share of content words in common (Dice): 0 to 1. Texts without a content word have nothing in common. */
export function similarity(a: Folded, b: Folded): number {
  if (a.words.size === 0 || b.words.size === 0) return 0;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  return (2 * shared) / (a.words.size + b.words.size);
}
