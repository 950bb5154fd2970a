import type { Figure, Pattern } from "./agreement";

/** Between what a figure lies in 95 of 100 samples of things like these. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const REPLICATES = 1000;
const SEED = 20_260;
/** Above this, a Poisson count is drawn as a rounded normal one: its skew is below a tenth. */
const LARGE = 100;

/**
 * A bootstrap interval of a figure, between its percentiles 2.5 and 97.5. The same patterns always give the same interval.
 *
 * Each replicate gives every thing a Poisson weight of mean 1, so a pattern of `count` things weighs a Poisson number of mean `count`:
 * its cost follows the number of patterns, not of things.
 *
 * Shapes   Things are taken as drawn apart from one another. Those of one page are alike, so the true interval is somewhat wider.
 * Nulls    Where the figure can't be told, where it rests on fewer than two things, and where it couldn't be told of more than one replicate in ten.
 * Source   B. Efron, "Bootstrap methods: another look at the jackknife" (1979); Poisson weights from N. Chamandy, O. Muralidharan,
 *          A. Najmi and S. Naidu, "Estimating uncertainty for massive data streams" (2012).
 */
export function bootstrapInterval(
  patterns: readonly Pattern[],
  figure: (patterns: readonly Pattern[]) => Figure,
  { replicates = REPLICATES, seed = SEED } = {},
): Interval | null {
  const whole = figure(patterns);
  if (whole.value === null || whole.n < 2) return null;
  const random = mulberry32(seed);
  const merged = mergedPatterns(patterns);
  const told: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const drawn = merged.map(({ values, count }) => ({ values, count: poisson(count, random) }));
    const { value } = figure(drawn);
    if (value !== null) told.push(value);
  }
  if (told.length < replicates * 0.9) return null;
  told.sort((a, b) => a - b);
  return { low: quantile(told, 0.025), high: quantile(told, 0.975) };
}

/** Equal patterns as one, in a fixed order, so that the order in which they were read changes nothing. */
function mergedPatterns(patterns: readonly Pattern[]): Pattern[] {
  const merged = new Map<string, Pattern>();
  for (const { values, count } of patterns) {
    const key = JSON.stringify(values);
    merged.set(key, { values, count: (merged.get(key)?.count ?? 0) + count });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** A number drawn from a Poisson distribution: D. Knuth's products, and a rounded normal number where the mean is large. */
function poisson(mean: number, random: () => number): number {
  if (mean <= 0) return 0;
  if (mean > LARGE) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let drawn = 0;
  for (let product = random(); product > limit; product *= random()) drawn += 1;
  return drawn;
}

/** Evenly spread numbers from 0 to 1, always the same from one seed. Source: T. Ettinger's mulberry32, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
