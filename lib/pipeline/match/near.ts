import type { IndexKey } from "./index-keys";

/** What an index of known wordings is asked for a statement. Pure: whoever holds the index answers. It is bounded, however many wordings are known. */

/** In how many wordings each key stands; a key that isn't in it stands in none. */
export interface KeyCounts {
  readonly counts: ReadonlyMap<number, number>;
  /** How many wordings there are. */
  readonly total: number;
}

/** Keys that are looked for together: a wording is found that has all of them. */
export interface Probe {
  readonly keys: readonly number[];
  /** What they say together. */
  readonly score: number;
  /** No more wordings are taken, in no order: only several common keys together reach it. */
  readonly most: number;
}

/** How much is read for a statement. */
export interface Effort {
  /** So many wordings of single keys, and no key that stands in more is asked for by itself. */
  readonly read: number;
  /** So many of what was found are compared key by key. */
  readonly compared: number;
  /** What shares less is of no use. */
  readonly least: number;
}

/** A short wording counts as if it shared this much more: the least that a share is divided by. */
const SHORTEST = 0.8;

/** What an index is asked for one statement. */
export interface AskedFor {
  readonly keys: readonly number[];
  /** Along `keys`. */
  readonly rarities: readonly number[];
  /** Empty where no wording can share enough. */
  readonly probes: readonly Probe[];
  /** What the keys that are in no probe say together, where any wording has them. */
  readonly rest: number;
  /** What the keys that a wording has must say. */
  readonly wanted: number;
}

export function askedFor(keys: readonly IndexKey[], known: KeyCounts, effort: Effort): AskedFor {
  const rarities = raritiesOf(keys, known);
  const sumOf = (isIn: (key: number) => boolean) =>
    keys.reduce((sum, { key }, i) => sum + (isIn(key) ? (rarities[i] ?? 0) : 0), 0);
  const isKnown = (key: number) => (known.counts.get(key) ?? 0) > 0;
  const wanted = effort.least * sumOf(() => true);
  const probes = sumOf(isKnown) < SHORTEST * wanted ? [] : probesFor(keys, known, effort);
  const asked = new Set(probes.flatMap((probe) => probe.keys));
  const rest = sumOf((key) => isKnown(key) && !asked.has(key));
  return { keys: keys.map(({ key }) => key), rarities, probes, rest, wanted };
}
const MOST_PROBES = 14;
/** A statement of which every key is common is looked for by three of its rarest at once. */
const COMMON_KEYS = 6;
const ENOUGH = 40;
const MOST_TOGETHER = 500;

/** What is asked for: the rarest keys, as long as few wordings have them; threes of common ones where that finds too little. */
function probesFor(keys: readonly IndexKey[], known: KeyCounts, effort: Effort): Probe[] {
  const rarities = raritiesOf(keys, known);
  const rarest = keys
    .map(({ key }, i) => ({ key, rarity: rarities[i] ?? 0, count: known.counts.get(key) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.key - b.key);
  const wanted = effort.least * rarities.reduce((sum, one) => sum + one, 0);
  const single: typeof rarest = [];
  let read = 0;
  let left = rarest.reduce((sum, { rarity }) => sum + rarity, 0);
  for (const one of rarest) {
    // What has none of the keys so far can't share enough any more.
    if (left < SHORTEST * wanted) return single.map((some) => alone(some, effort));
    if (read + one.count > effort.read || single.length >= MOST_PROBES) break;
    read += one.count;
    left -= one.rarity;
    single.push(one);
  }
  const probes = single.map((one) => alone(one, effort));
  if (read >= ENOUGH) return probes;
  const common = rarest.slice(single.length, single.length + COMMON_KEYS);
  const together = (some: typeof rarest): Probe => ({
    keys: some.map(({ key }) => key),
    score: some.reduce((sum, { rarity }) => sum + rarity, 0),
    most: MOST_TOGETHER,
  });
  if (common.length <= 3) return common.length === 0 ? probes : [...probes, together(common)];
  return [...probes, ...threesOf(common).map(together)];
}

const alone = ({ key, rarity }: { key: number; rarity: number }, { read }: Effort): Probe => ({
  keys: [key],
  score: rarity,
  most: read,
});

function threesOf<T>(list: readonly T[]): T[][] {
  return list.flatMap((a, i) =>
    list.slice(i + 1).flatMap((b, j) => list.slice(i + j + 2).map((c) => [a, b, c])),
  );
}

/** How much it says that a wording has a key, along `keys`; of one that no wording has, as of one that one has. */
export function raritiesOf(keys: readonly IndexKey[], { counts, total }: KeyCounts): number[] {
  return keys.map(({ key, weight }) => weight * Math.log(1 + total / Math.max(counts.get(key) ?? 1, 1)));
}
