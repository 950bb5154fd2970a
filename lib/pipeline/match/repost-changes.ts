import { isArabic } from "#lib/arabic/fold";
import type { RepostChange } from "#lib/domain/matching";
import { CALENDAR_NAMES } from "#lib/english/month-names";
import { NUMBER_WORDS, UNIT_NAMES } from "#lib/english/quantity-words";
import { withoutSlug } from "#lib/english/wire-slugs";
import { align } from "./alignment";
import { type ContentWord, type Facts, factsOf } from "./facts";
import { matchQuantities } from "./quantity-differences";
import { areOpposites } from "./relatedness";

/** A sentence of an article, taken apart. */
export interface ReadSentence {
  readonly facts: Facts;
  /** Its words as written, in lower case. */
  readonly words: ReadonlySet<string>;
}

const CALENDAR = new Set(CALENDAR_NAMES);
/** Two sentences that share this much of their words as written differ in single places: what stands there says what was changed. */
const ALTERED = 0.55;

/** A sentence without a wire's slug at its head and without its typography: quotation marks, dashes, spaces, case of letters, marks at its end. */
export function foldSentence(text: string): string {
  const folded = withoutSlug(text.normalize("NFKC"))
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "")
    .replace(/["'“”„«»‘’`´]/gu, "")
    .replace(/[‐-―−-]/gu, "-")
    .replace(/…/gu, "...")
    .replace(/\s+/gu, " ");
  let end = folded.length;
  while (".!,;: ".includes(folded.charAt(end - 1)) && end > 0) end -= 1;
  return folded.slice(0, end).trim().toLowerCase();
}

export function readSentence(text: string): ReadSentence {
  const facts = factsOf({ text, postedAt: null });
  const words = facts.tokens.flatMap(({ kind, lower }) =>
    kind === "MARK" ? [] : [lower.replace(/'s$/u, "")],
  );
  return { facts, words: new Set(words) };
}

/** What was done to a sentence that isn't word for word the same. */
export function changeBetween(a: ReadSentence, b: ReadSentence): RepostChange {
  const onlyA = [...a.words].filter((word) => !b.words.has(word));
  const onlyB = [...b.words].filter((word) => !a.words.has(word));
  const shared = a.words.size - onlyA.length;
  const isAltered = (2 * shared) / Math.max(a.words.size + b.words.size, 1) >= ALTERED;
  const { onlyA: numbersA, onlyB: numbersB } = matchQuantities(a.facts.quantities, b.facts.quantities);
  const areMeasured = onlyA.some(isMeasure) && onlyB.some(isMeasure);
  if ((numbersA.length > 0 && numbersB.length > 0) || (isAltered && areMeasured)) return "NUMBER";
  if (!isAltered) return "REWORDED";
  const { onlyA: restA, onlyB: restB } = align(a.facts.words, b.facts.words);
  if (isTurned(a, b, restA, restB)) return "POLARITY";
  if (isOtherSource(restA, restB)) return "ATTRIBUTION";
  return areOthers(restA, restB) ? "NAME" : "REWORDED";
}

const isMeasure = (word: string): boolean =>
  CALENDAR.has(word) || UNIT_NAMES.has(word) || NUMBER_WORDS.has(word) || /^\d/u.test(word);

function isTurned(
  a: ReadSentence,
  b: ReadSentence,
  restA: readonly ContentWord[],
  restB: readonly ContentWord[],
): boolean {
  if (a.facts.negations > 0 !== b.facts.negations > 0) return true;
  const denies = ({ facts }: ReadSentence) => (facts.stages.at(-1) ?? 0) > 0;
  if (denies(a) !== denies(b)) return true;
  return restA.some((x) => restB.some((y) => areOpposites(x.key, y.key)));
}

/** All that changed is who said it, or that somebody is said to have said it. */
function isOtherSource(restA: readonly ContentWord[], restB: readonly ContentWord[]): boolean {
  const rest = [...restA, ...restB];
  return rest.length > 0 && rest.filter(({ isSource }) => isSource).length >= 0.6 * rest.length;
}

/** Somebody or something else stands in the same place. */
function areOthers(restA: readonly ContentWord[], restB: readonly ContentWord[]): boolean {
  const named = (words: readonly ContentWord[]) =>
    words.some(({ isName, lower }) => isName || isArabic(lower));
  return restA.length > 0 && restB.length > 0 && (named(restA) || named(restB));
}
