import type { Table } from "#lib/models/table";

/** A multi-class perceptron whose weights are averaged over all updates (Collins 2002). */
export class AveragedPerceptron implements Table {
  readonly weights: Float32Array;
  readonly scale = 1;
  private readonly sums: Float32Array;
  private clock = 1;

  constructor(
    readonly bits: number,
    readonly classes: number,
  ) {
    this.weights = new Float32Array((1 << bits) * classes);
    this.sums = new Float32Array((1 << bits) * classes);
  }

  tick(): void {
    this.clock++;
  }

  update(ids: Int32Array, count: number, right: number, wrong: number): void {
    const { weights, sums, classes, clock } = this;
    for (let i = 0; i < count; i++) {
      const row = (ids[i] ?? 0) * classes;
      weights[row + right] = (weights[row + right] ?? 0) + 1;
      sums[row + right] = (sums[row + right] ?? 0) + clock;
      weights[row + wrong] = (weights[row + wrong] ?? 0) - 1;
      sums[row + wrong] = (sums[row + wrong] ?? 0) - clock;
    }
  }

  /** Put the average in place of the last weights. */
  finish(): void {
    const { weights, sums, clock } = this;
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) - (sums[i] ?? 0) / clock;
  }
}
