/** What was judged of two statements, by their places. */
export interface JudgedPair {
  readonly a: number;
  readonly b: number;
  /** How likely it is that they are the same claim. */
  readonly score: number;
  /** Whether they were called SAME; where they weren't, no cluster may hold both. */
  readonly isSame: boolean;
}

/**
 * Clusters of the same claim among statements 0 to `count` - 1: for each its cluster, named by the lowest place in it. No cluster holds two statements
 * that were judged not to be the same, so that "the same" is transitive. The surest pairs are joined first: the order of `pairs` has no say.
 *
 * Source   constrained agglomerative clustering with must-not-link constraints (Wagstaff and Cardie 2000).
 */
export function clustersOf(count: number, pairs: readonly JudgedPair[]): number[] {
  const members = Array.from({ length: count }, (_, i) => [i]);
  const cluster = Array.from({ length: count }, (_, i) => i);
  const barred = new Map<number, Set<number>>();
  const bar = (x: number, y: number) => barred.set(x, (barred.get(x) ?? new Set()).add(y));
  for (const { a, b, isSame } of pairs) {
    if (isSame) continue;
    bar(a, b);
    bar(b, a);
  }
  const ordered = pairs
    .filter(({ isSame }) => isSame)
    .map((pair) => ({ ...pair, low: Math.min(pair.a, pair.b), high: Math.max(pair.a, pair.b) }))
    .sort((x, y) => y.score - x.score || x.low - y.low || x.high - y.high);
  for (const { a, b } of ordered) {
    const [x = 0, y = 0] = [cluster[a], cluster[b]].sort((one = 0, other = 0) => one - other);
    if (x === y) continue;
    const [kept, gone] = [members[x] ?? [], members[y] ?? []];
    if (kept.some((one) => gone.some((other) => barred.get(one)?.has(other) === true))) continue;
    for (const one of gone) cluster[one] = x;
    members[x] = [...kept, ...gone];
    members[y] = [];
  }
  return cluster;
}
