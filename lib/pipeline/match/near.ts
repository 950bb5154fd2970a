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
}
const MOST_PROBES = 14;
/** A statement of which every key is common is looked for by three of its rarest at once. */
const COMMON_KEYS = 6;
const ENOUGH = 40;
const MOST_TOGETHER = 500;

/** What is asked for: the rarest keys, as long as few wordings have them; threes of common ones where that finds too little. */
export function probesFor(
  keys: readonly IndexKey[],
  known: KeyCounts,
  effort: Pick<Effort, "read">,
): Probe[] {
  const rarities = raritiesOf(keys, known);
  const rarest = keys
    .map(({ key }, i) => ({ key, rarity: rarities[i] ?? 0, count: known.counts.get(key) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.key - b.key);
  const single: typeof rarest = [];
  let read = 0;
  for (const one of rarest) {
    if (read + one.count > effort.read || single.length >= MOST_PROBES) break;
    read += one.count;
    single.push(one);
  }
  const probes = single.map(({ key, rarity }) => ({ keys: [key], score: rarity, most: effort.read }));
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

function threesOf<T>(list: readonly T[]): T[][] {
  return list.flatMap((a, i) =>
    list.slice(i + 1).flatMap((b, j) => list.slice(i + j + 2).map((c) => [a, b, c])),
  );
}

/** How much it says that a wording has a key, along `keys`; of one that no wording has, as of one that one has. */
export function raritiesOf(keys: readonly IndexKey[], { counts, total }: KeyCounts): number[] {
  return keys.map(({ key, weight }) => weight * Math.log(1 + total / Math.max(counts.get(key) ?? 1, 1)));
}
