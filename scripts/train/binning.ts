/** How many steps a column's values are folded into. */
export const BINS = 64;

export interface Binned {
  /** Column-major: the bin of row r in column c is `bins[c * rows + r]`. */
  readonly bins: Uint8Array;
  readonly edges: readonly Float32Array[];
}

/** Fold each column of `rows` into at most `BINS` bins with as many rows in each. */
export function bin(rows: readonly Float32Array[], columns: number): Binned {
  const n = rows.length;
  const bins = new Uint8Array(n * columns);
  const edges: Float32Array[] = [];
  const step = Math.max(1, Math.floor(n / 20000));
  for (let c = 0; c < columns; c += 1) {
    const sample: number[] = [];
    for (let r = 0; r < n; r += step) sample.push(rows[r]?.[c] ?? 0);
    sample.sort((a, b) => a - b);
    const distinct = [...new Set(sample)];
    const cuts: number[] = [];
    if (distinct.length <= BINS)
      for (let i = 0; i + 1 < distinct.length; i += 1)
        cuts.push(((distinct[i] ?? 0) + (distinct[i + 1] ?? 0)) / 2);
    else for (let b = 1; b < BINS; b += 1) cuts.push(sample[Math.floor((b * sample.length) / BINS)] ?? 0);
    const edge = Float32Array.from(new Set(cuts));
    edges.push(edge);
    for (let r = 0; r < n; r += 1) bins[c * n + r] = place(edge, rows[r]?.[c] ?? 0);
  }
  return { bins, edges };
}

/** How many edges lie below the value: `value <= edges[place]`. */
function place(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
