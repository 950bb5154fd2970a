import { z } from "zod";

/**
 * How far people agree who labelled the same things apart: Krippendorff's alpha, Cohen's kappa for a pair, and a table of who said what.
 * Pure. Values are codes; what they mean is the caller's.
 */

/** What readers said of one thing, in a fixed order of readers, and of how many things they said just that. `null` said nothing of it. */
export interface Pattern {
  readonly values: readonly (string | null)[];
  readonly count: number;
}

/** Codes with no order, or codes from the least to the most: codes that stand in one list have one rank. */
export type Scale =
  | { readonly kind: "nominal" }
  | { readonly kind: "ordinal"; readonly ranks: readonly (readonly string[])[] };

export const NOMINAL: Scale = { kind: "nominal" };

/** Why a figure can't be told: nothing was compared, nobody read what another did, or only one label was ever given. */
export const Untold = z.enum(["NOTHING", "ONE_READER", "ONE_LABEL"]);
export type Untold = z.infer<typeof Untold>;

/** A figure with the number of things that it rests on; `value` is null where none can be told, and `why` says so. */
export type Figure =
  | { readonly value: number; readonly n: number }
  | { readonly value: null; readonly n: number; readonly why: Untold };

/** Each thing by itself, as a pattern. */
export function patternsOf(units: readonly (readonly (string | null)[])[]): Pattern[] {
  return units.map((values) => ({ values, count: 1 }));
}

/**
 * Krippendorff's alpha: 1 where all agree, 0 where they agree as often as by chance, below 0 where less often than that.
 *
 * Shapes   `n` counts the things that two readers or more said something of; others tell nothing.
 * Nulls    `ONE_LABEL` where all that was said is one rank: there is no chance to compare with.
 * Throws   RangeError for a code that an ordinal scale doesn't have.
 * Source   K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), parts C and D: coincidences within units, and the
 *          differences of nominal and ordinal data.
 */
export function alpha(patterns: readonly Pattern[], scale: Scale = NOMINAL): Figure {
  const ranked = rankedPatterns(patterns, scale);
  const paired = ranked.filter(({ ranks }) => ranks.length > 1);
  const n = total(paired);
  if (total(ranked.filter(({ ranks }) => ranks.length > 0)) === 0) return untold("NOTHING", 0);
  if (n === 0) return untold("ONE_READER", 0);
  const sums = marginals(paired);
  const values = sums.reduce((sum, count) => sum + count, 0);
  const difference = scale.kind === "nominal" ? differentCodes : ordinalDifference(sums);
  const observed = paired.reduce((sum, one) => sum + disagreementWithin(one, difference), 0);
  const expected = sumOfPairs(sums, difference);
  if (expected === 0) return untold("ONE_LABEL", n);
  return { value: 1 - ((values - 1) * observed) / expected, n };
}

/**
 * Cohen's kappa of two readers.
 *
 * Shapes   Each pattern has two values. `n` counts the things that both said something of.
 * Throws   RangeError for a pattern of another number of readers.
 * Source   J. Cohen, "A coefficient of agreement for nominal scales" (1960).
 */
export function kappa(patterns: readonly Pattern[]): Figure {
  const { codes, counts, n } = confusion(patterns);
  if (n === 0) {
    const isAnything = patterns.some(
      ({ values, count }) => count > 0 && values.some((value) => value !== null),
    );
    return untold(isAnything ? "ONE_READER" : "NOTHING", 0);
  }
  const rows = codes.map((_, row) => sumOf(counts[row]));
  const columns = codes.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const observed = codes.reduce((sum, _, at) => sum + (counts[at]?.[at] ?? 0), 0) / n;
  const expected = codes.reduce((sum, _, at) => sum + (rows[at] ?? 0) * (columns[at] ?? 0), 0) / (n * n);
  if (expected === 1) return untold("ONE_LABEL", n);
  return { value: (observed - expected) / (1 - expected), n };
}

/** Which code the first reader gave (a row) where the second gave which (a column). */
export interface Confusion {
  readonly codes: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly n: number;
}

/** Codes stand in the order of `order`; those that it doesn't name follow, sorted. Codes that nobody gave are left out. */
export function confusion(patterns: readonly Pattern[], order: readonly string[] = []): Confusion {
  const pairs = patterns.flatMap(({ values, count }) => {
    const [first, second, ...more] = values;
    if (first === undefined || second === undefined || more.length > 0)
      throw new RangeError("a pattern of two readers has two values");
    return first === null || second === null ? [] : [{ first, second, count }];
  });
  const given = new Set(
    pairs.filter(({ count }) => count > 0).flatMap(({ first, second }) => [first, second]),
  );
  const known = order.filter((code) => given.has(code));
  const codes = [...known, ...[...given].filter((code) => !order.includes(code)).sort()];
  const at = new Map(codes.map((code, index) => [code, index]));
  const counts = codes.map(() => codes.map(() => 0));
  for (const { first, second, count } of pairs) {
    const row = counts[at.get(first) ?? -1];
    const column = at.get(second);
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + count;
  }
  return { codes, counts, n: counts.reduce((sum, row) => sum + sumOf(row), 0) };
}

/**
 * Positive specific agreement of two readers who marked things in a text: of all that either marked, how much both did.
 *
 * What neither marked can't be counted in running text, and is nearly all of it; where it grows without bound kappa becomes this figure.
 *
 * Shapes   Two values a pattern; `MARKED` is a mark, `null` none. `n` counts what was marked by either.
 * Source   G. Hripcsak and A. Rothschild, "Agreement, the F-measure, and reliability in information retrieval" (2005).
 */
export function markedAgreement(patterns: readonly Pattern[]): Figure {
  let both = 0;
  let one = 0;
  for (const { values, count } of patterns) {
    const marks = values.filter((value) => value !== null).length;
    if (marks === 2) both += count;
    if (marks === 1) one += count;
  }
  if (both + one === 0) return untold("NOTHING", 0);
  return { value: (2 * both) / (2 * both + one), n: both + one };
}

const untold = (why: Untold, n: number): Figure => ({ value: null, n, why });
const sumOf = (row: readonly number[] | undefined): number =>
  (row ?? []).reduce((sum, count) => sum + count, 0);
const total = (patterns: readonly { readonly count: number }[]): number =>
  patterns.reduce((sum, { count }) => sum + count, 0);

type Difference = (a: number, b: number) => number;

interface Ranked {
  /** What was said, each as its place in the scale. */
  readonly ranks: readonly number[];
  readonly count: number;
}

function rankedPatterns(patterns: readonly Pattern[], scale: Scale): Ranked[] {
  const given = patterns.flatMap(({ values }) => values.filter((value) => value !== null));
  const groups = scale.kind === "ordinal" ? scale.ranks : [...new Set(given)].sort().map((code) => [code]);
  const rankOf = new Map(groups.flatMap((codes, rank) => codes.map((code) => [code, rank] as const)));
  return patterns.map(({ values, count }) => ({
    count,
    ranks: values
      .filter((value) => value !== null)
      .map((value) => {
        const rank = rankOf.get(value);
        if (rank === undefined) throw new RangeError(`the scale has no ${value}`);
        return rank;
      }),
  }));
}

/** How often each rank was given, by its place. */
function marginals(patterns: readonly Ranked[]): number[] {
  const sums: number[] = [];
  for (const { ranks, count } of patterns) for (const rank of ranks) sums[rank] = (sums[rank] ?? 0) + count;
  return Array.from(sums, (sum) => sum ?? 0);
}

const differentCodes: Difference = (a, b) => (a === b ? 0 : 1);

/** The square of how many given values lie between two ranks, half of each of the two counted. */
function ordinalDifference(sums: readonly number[]): Difference {
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    let between = -((sums[low] ?? 0) + (sums[high] ?? 0)) / 2;
    for (let rank = low; rank <= high; rank += 1) between += sums[rank] ?? 0;
    return between ** 2;
  };
}

/** The disagreement in all things of one pattern: each ordered pair of readers, weighed by how many others there are. */
function disagreementWithin({ ranks, count }: Ranked, difference: Difference): number {
  let sum = 0;
  for (const [i, a] of ranks.entries())
    for (const [j, b] of ranks.entries()) if (i !== j) sum += difference(a, b);
  return (sum * count) / (ranks.length - 1);
}

function sumOfPairs(sums: readonly number[], difference: Difference): number {
  let sum = 0;
  for (const [a, first] of sums.entries())
    for (const [b, second] of sums.entries()) sum += first * second * difference(a, b);
  return sum;
}
