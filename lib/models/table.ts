import { PackedRows } from "./packed-rows";

/**
 * A linear model: for each of `2 ** bits` feature buckets one weight per class, in a row.
 * Floats while it is being trained; what is shipped are `PackedRows` of whole numbers of 8 bits (times `scale`).
 */
export interface Table {
  readonly bits: number;
  readonly classes: number;
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
}

/** Sums rows of a table. Sums are not yet times `scale`. */
export interface Scorer {
  readonly bits: number;
  readonly classes: number;
  readonly scale: number;
  /** Add the rows of the features `ids[from]` up to `ids[to - 1]` to the `classes` numbers that stand in `out` from `at` on. */
  add(ids: Int32Array, from: number, to: number, out: Float64Array, at: number): void;
}

class DenseRows implements Scorer {
  readonly bits: number;
  readonly classes: number;
  readonly scale: number;

  constructor(private readonly table: Table) {
    this.bits = table.bits;
    this.classes = table.classes;
    this.scale = table.scale;
  }

  add(ids: Int32Array, from: number, to: number, out: Float64Array, at: number): void {
    const { classes } = this;
    const { weights } = this.table;
    for (let i = from; i < to; i++) {
      const row = (ids[i] ?? 0) * classes;
      for (let k = 0; k < classes; k++) out[at + k] = (out[at + k] ?? 0) + (weights[row + k] ?? 0);
    }
  }
}

/** What sums the rows of a table, whichever form its weights have. */
export function scorerOf(table: Table | PackedRows): Scorer {
  return table instanceof PackedRows ? table : new DenseRows(table);
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
