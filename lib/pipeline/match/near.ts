import type { IndexKey } from "./index-keys";

/**
 * What an index of known wordings is asked for a statement, and how near what it finds is. Pure: whoever holds the index answers. It is bounded, however
 * many wordings are known.
 */

/** In how many wordings each key stands; a key that isn't in it stands in none. */
export interface KeyCounts {
  readonly counts: ReadonlyMap<number, number>;
  /** How many wordings there are. */
  readonly total: number;
}

/** How much is done for a statement. */
export interface Effort {
  /** Looked for is what shares so much with it, 0 to 1. */
  readonly least: number;
  /** A common key is looked for together with others, until likely no more wordings than this have them all. */
  readonly few: number;
  /** So many probes at most. */
  readonly probes: number;
  /** So many wordings are read. */
  readonly read: number;
}

/** What an index is asked for one statement. */
export interface AskedFor {
  /** How much of the whole each key says; their sum is 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** Keys that are looked for together: a wording is found that has all of them. Empty where no wording can share enough. */
  readonly probes: readonly (readonly number[])[];
  /** Nothing more is read once so many wordings were; what likely finds least is asked first. */
  readonly most: number;
}

/** A wording of so many keys is as long as most. */
const USUAL_KEYS = 9;
/** A short wording counts as if it shared this much more: the least that a share is divided by. */
const SHORTEST = 0.8;

/** How much of what a statement is found by a wording of these keys has, 0 to 1; a long wording less. */
export function shareOf(weights: AskedFor["weights"], keys: readonly number[]): number {
  const shared = keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
  return Math.min(1, shared / Math.max(SHORTEST, 0.6 + (0.4 * keys.length) / USUAL_KEYS));
}

/**
 * Every wording that shares enough has all keys of one of the probes, unless more would have to be asked or read than the effort allows: then those
 * probes that likely find most are left out, and where keys that say enough are too common, only what has more of them is looked for.
 */
export function askedFor(keys: readonly IndexKey[], known: KeyCounts, effort: Effort): AskedFor {
  const rarities = raritiesOf(keys, known);
  const whole = rarities.reduce((sum, one) => sum + one, 0);
  const weights = new Map(keys.map(({ key }, i) => [key, (rarities[i] ?? 0) / whole]));
  const held = [...weights]
    .map(([key, weight]) => ({ key, weight, count: known.counts.get(key) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.key - b.key);
  return { weights, probes: probesFor(held, known.total, effort), most: effort.read };
}

interface Held {
  readonly key: number;
  readonly weight: number;
  /** In how many wordings it stands. */
  readonly count: number;
}

/** So many probes are weighed for each that is asked, and so many sets of keys for each that is weighed. */
const WEIGHED = 4;
const SETS = 50;

/**
 * The rarest key alone where few have it, else with the next, and so on; then the same without it, as long as what is left says enough. How many have
 * several keys is reckoned as if they came together by chance.
 */
function probesFor(
  held: readonly Held[],
  total: number,
  { least, few, probes, read }: Effort,
): (readonly number[])[] {
  const wanted = SHORTEST * least;
  const left = new Float64Array(held.length + 1);
  for (let at = held.length - 1; at >= 0; at -= 1) left[at] = (left[at + 1] ?? 0) + (held[at]?.weight ?? 0);
  const found: { readonly keys: readonly number[]; readonly likely: number }[] = [];
  let sets = 0;
  const look = (at: number, together: readonly number[], said: number, likely: number): void => {
    const one = held[at];
    if (one === undefined || said + (left[at] ?? 0) < wanted || found.length >= WEIGHED * probes) return;
    sets += 1;
    if (sets > SETS * WEIGHED * probes) return;
    const keys = [...together, one.key];
    const fewer = (likely * one.count) / total;
    const isEnough = said + one.weight >= wanted;
    // All of them together are looked for in any case.
    const isAll = keys.length === held.length;
    if (fewer <= few || (isEnough && fewer <= read) || isAll) found.push({ keys, likely: fewer });
    else look(at + 1, keys, said + one.weight, fewer);
    look(at + 1, together, said, likely);
  };
  look(0, [], 0, total);
  found.sort((a, b) => a.likely - b.likely);
  return found.slice(0, probes).map(({ keys }) => keys);
}

/** How much it says that a wording has a key, along `keys`; of one that no wording has, as of one that one has. */
export function raritiesOf(keys: readonly IndexKey[], { counts, total }: KeyCounts): number[] {
  return keys.map(({ key, weight }) => weight * Math.log(1 + total / Math.max(counts.get(key) ?? 1, 1)));
}
