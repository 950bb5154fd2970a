/**
 * A linear model: for each of `2 ** bits` feature buckets one weight per class, in a row.
 * Whole numbers of 8 bits when shipped (times `scale`), floats while it is being trained.
 */
export interface Table {
  readonly bits: number;
  readonly classes: number;
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
}

/** Sum the rows of the active features into `out` (one number per class; not yet times `scale`). */
export function sumRows(table: Table, ids: Int32Array, count: number, out: Float64Array): void {
  const { weights, classes } = table;
  for (let k = 0; k < classes; k++) out[k] = 0;
  for (let i = 0; i < count; i++) {
    const row = (ids[i] ?? 0) * classes;
    for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + (weights[row + k] ?? 0);
  }
}

export function best(scores: Float64Array, classes: number): number {
  let top = 0;
  for (let k = 1; k < classes; k++) if ((scores[k] ?? 0) > (scores[top] ?? 0)) top = k;
  return top;
}
