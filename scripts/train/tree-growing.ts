import type { Trees } from "#lib/models/boosted-trees";
import { BINS, type Binned, bin } from "./binning";
import { randomFrom } from "./random";

export interface GrowingOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly leaves: number;
  readonly types: number;
  readonly columnShare: number;
  readonly rowShare: number;
  readonly ridge: number;
  readonly minWeight: number;
  readonly seed: number;
}

interface Store {
  roots: number[];
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  leaves: number[];
}

/** Gradient boosting for several types: a tree a type and round, leaf-wise, second order. Friedman 2001; Chen and Guestrin 2016. */
export function growTrees(
  rows: readonly Float32Array[],
  labels: Uint8Array,
  weights: Float64Array,
  options: GrowingOptions,
  onRound?: (round: number) => void,
): Trees {
  const { types, rounds } = options;
  const n = rows.length;
  const columns = rows[0]?.length ?? 0;
  const binned = bin(rows, columns);
  const random = randomFrom(options.seed);
  const scores = Array.from({ length: types }, () => new Float64Array(n));
  const store: Store = { roots: [], feature: [], threshold: [], left: [], right: [], leaves: [] };
  const gradient = new Float64Array(n);
  const curvature = new Float64Array(n);
  const chances = new Float64Array(n * types);
  for (let round = 0; round < rounds; round += 1) {
    const chosen: number[] = [];
    for (let r = 0; r < n; r += 1) if (random() < options.rowShare) chosen.push(r);
    softmaxAll(scores, chances, n, types);
    for (let t = 0; t < types; t += 1) {
      for (let r = 0; r < n; r += 1) {
        const p = chances[r * types + t] ?? 0;
        const w = weights[r] ?? 1;
        gradient[r] = w * (p - (labels[r] === t ? 1 : 0));
        curvature[r] = Math.max(1e-6, w * p * (1 - p) * 2);
      }
      const picked: number[] = [];
      for (let c = 0; c < columns; c += 1)
        if (random() < options.columnShare && (binned.edges[c]?.length ?? 0) > 0) picked.push(c);
      const sample = { binned, columns: picked, gradient, curvature, n, options };
      growOne(store, sample, Int32Array.from(chosen));
      const values = scores[t];
      if (values !== undefined) applyTree(store, binned, values, n);
    }
    onRound?.(round);
  }
  return {
    roots: Int32Array.from(store.roots),
    feature: Uint16Array.from(store.feature),
    threshold: Float32Array.from(store.threshold),
    left: Int32Array.from(store.left),
    right: Int32Array.from(store.right),
    leaves: Float32Array.from(store.leaves),
  };
}

function softmaxAll(scores: readonly Float64Array[], chances: Float64Array, n: number, types: number): void {
  for (let r = 0; r < n; r += 1) {
    let top = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < types; t += 1) top = Math.max(top, scores[t]?.[r] ?? 0);
    let sum = 0;
    for (let t = 0; t < types; t += 1) {
      const power = Math.exp((scores[t]?.[r] ?? 0) - top);
      chances[r * types + t] = power;
      sum += power;
    }
    for (let t = 0; t < types; t += 1) chances[r * types + t] = (chances[r * types + t] ?? 0) / sum;
  }
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

interface Growing {
  readonly rows: Int32Array;
  readonly g: number;
  readonly h: number;
  readonly sums: Float64Array | null;
  readonly split: Split | null;
  /** Where to write the index of what this becomes. */
  readonly parent: number;
  readonly side: "left" | "right" | "root";
}

/** The rows that a tree is grown from, and what every row pulls. */
interface Sample {
  readonly binned: Binned;
  readonly columns: readonly number[];
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  /** How many rows there are in all. */
  readonly n: number;
  readonly options: GrowingOptions;
}

/** Grow one tree leaf by leaf: the node that gains most is split next. */
function growOne(store: Store, sample: Sample, rows: Int32Array): void {
  const { options } = sample;
  const root = store.roots.push(0) - 1;
  const link = (node: Growing, value: number) => {
    if (node.side === "root") store.roots[root] = value;
    else store[node.side][node.parent] = value;
  };
  const front: Growing[] = [openNode(sample, rows, null, -1, "root")];
  while (front.length < options.leaves) {
    let best = -1;
    front.forEach((node, i) => {
      if (node.split !== null && node.split.gain > (front[best]?.split?.gain ?? 1e-4)) best = i;
    });
    const node = front[best];
    if (node === undefined || node.split === null || node.sums === null) break;
    front.splice(best, 1);
    const { column, bin: at } = node.split;
    const inner = store.feature.push(column) - 1;
    store.threshold.push(sample.binned.edges[column]?.[at] ?? 0);
    store.left.push(0);
    store.right.push(0);
    link(node, inner);
    front.push(...halvesOf(sample, node.rows, node.sums, node.split, inner));
  }
  for (const node of front) {
    const leaf = store.leaves.push((-node.g / (node.h + options.ridge)) * options.rate) - 1;
    link(node, -1 - leaf);
  }
}

/** A node that may be split further. `known` are its sums, where they were found already. */
function openNode(
  sample: Sample,
  rows: Int32Array,
  known: Float64Array | null,
  parent: number,
  side: Growing["side"],
): Growing {
  const { gradient, curvature, options } = sample;
  let g = 0;
  let h = 0;
  for (const r of rows) {
    g += gradient[r] ?? 0;
    h += curvature[r] ?? 0;
  }
  const isSmall = h < 2 * options.minWeight || rows.length < 8;
  const sums = isSmall ? null : (known ?? sumsOf(sample, rows));
  const split = sums === null ? null : bestSplit(sample, sums, g, h);
  return { rows, g, h, sums, split, parent, side };
}

/** The two nodes that a split makes. Only the smaller side is added up; what the other has is the rest, written into `sums`. */
function halvesOf(
  sample: Sample,
  rows: Int32Array,
  sums: Float64Array,
  { column, bin: at }: Split,
  parent: number,
): [Growing, Growing] {
  const { bins } = sample.binned;
  const base = column * sample.n;
  const goesLeft = (r: number) => (bins[base + r] ?? 0) <= at;
  const left = rows.filter(goesLeft);
  const right = rows.filter((r) => !goesLeft(r));
  const isLeftSmall = left.length < right.length;
  const small = sumsOf(sample, isLeftSmall ? left : right);
  for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] as number) - (small[k] as number);
  return [
    openNode(sample, left, isLeftSmall ? small : sums, parent, "left"),
    openNode(sample, right, isLeftSmall ? sums : small, parent, "right"),
  ];
}

/** Gradient and curvature of a node's rows by column and bin: `[column][bin][which]`, flat. */
function sumsOf({ binned, columns, gradient, curvature, n }: Sample, rows: Int32Array): Float64Array {
  const size = rows.length;
  const gs = new Float64Array(size);
  const hs = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    gs[i] = gradient[rows[i] as number] as number;
    hs[i] = curvature[rows[i] as number] as number;
  }
  const sums = new Float64Array(columns.length * BINS * 2);
  const { bins } = binned;
  columns.forEach((column, c) => {
    const base = column * n;
    const from = c * BINS * 2;
    // The hottest loop of training: indexes are in range by construction, hence the casts.
    for (let i = 0; i < size; i += 1) {
      const k = from + 2 * (bins[base + (rows[i] as number)] as number);
      sums[k] = (sums[k] as number) + (gs[i] as number);
      sums[k + 1] = (sums[k + 1] as number) + (hs[i] as number);
    }
  });
  return sums;
}

function bestSplit(
  { binned, columns, options }: Sample,
  sums: Float64Array,
  g: number,
  h: number,
): Split | null {
  const before = (g * g) / (h + options.ridge);
  let best: Split | null = null;
  columns.forEach((column, c) => {
    const edges = binned.edges[column]?.length ?? 0;
    let gl = 0;
    let hl = 0;
    for (let b = 0; b < edges; b += 1) {
      const k = 2 * (c * BINS + b);
      gl += sums[k] ?? 0;
      hl += sums[k + 1] ?? 0;
      const hr = h - hl;
      if (hl < options.minWeight || hr < options.minWeight) continue;
      const gr = g - gl;
      const gain = (gl * gl) / (hl + options.ridge) + (gr * gr) / (hr + options.ridge) - before;
      if (gain > (best?.gain ?? 0)) best = { gain, column, bin: b };
    }
  });
  return best;
}

/** Add the last tree's votes to every row's score, by bins. */
function applyTree(store: Store, binned: Binned, scores: Float64Array, n: number): void {
  const root = store.roots.at(-1) ?? -1;
  for (let r = 0; r < n; r += 1) {
    let at = root;
    while (at >= 0) {
      const column = store.feature[at] ?? 0;
      const edges = binned.edges[column];
      const edge = edges?.[binned.bins[column * n + r] ?? 0];
      // The bin's upper edge is at most the cut exactly when the value is; the last bin has no upper edge.
      at =
        (edge !== undefined && edge <= Math.fround(store.threshold[at] ?? 0)
          ? store.left[at]
          : store.right[at]) ?? -1;
    }
    scores[r] = (scores[r] ?? 0) + (store.leaves[-1 - at] ?? 0);
  }
}
