import type { Table } from "#lib/models/table";
import { randomFrom, shuffle } from "./random";

export interface SourcingExample {
  readonly ids: Int32Array;
  /** Indexes into SOURCING_CLASSES: one, or those that a label doesn't part. */
  readonly truth: readonly number[];
  readonly weight: number;
}

export interface SourcingOptions {
  readonly bits: number;
  readonly classes: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  readonly drop: number;
  /** Evidence that fewer examples have is left out. */
  readonly least: number;
  readonly seed: number;
}

/**
 * Multinomial logistic regression by AdaGrad with feature dropout; the mean of the weights after each round of the second half.
 * Of several true classes each is as true as the weights make it at that time.
 */
export function trainSourcing(examples: readonly SourcingExample[], options: SourcingOptions): Table {
  const { bits, classes, rounds, decay, drop, least } = options;
  const size = (1 << bits) * classes;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size);
  const mean = new Float32Array(size);
  const counts = new Int32Array(1 << bits);
  for (const { ids } of examples) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const random = randomFrom(options.seed);
  const order = [...examples];
  const p = new Float64Array(classes);
  let averaged = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const { ids, truth, weight } of order) {
      const active = ids.filter((id) => (counts[id] ?? 0) >= least && random() >= drop);
      p.fill(0);
      for (const id of active)
        for (let k = 0; k < classes; k++) p[k] = (p[k] ?? 0) + (weights[id * classes + k] ?? 0);
      softmax(p);
      const believed = truth.reduce((sum, k) => sum + (p[k] ?? 0), 1e-9);
      for (let k = 0; k < classes; k++) {
        const target = truth.includes(k) ? ((p[k] ?? 0) + 1e-9 / truth.length) / believed : 0;
        const pull = weight * (target - (p[k] ?? 0));
        for (const id of active) {
          const at = id * classes + k;
          const w = weights[at] ?? 0;
          const g = pull - decay * w;
          const square = (squares[at] ?? 0) + g * g;
          squares[at] = square;
          weights[at] = w + (options.rate * g) / Math.sqrt(square + 1e-2);
        }
      }
    }
    if (round < rounds / 2) continue;
    averaged++;
    for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0);
  }
  for (let i = 0; i < size; i++) mean[i] = ((mean[i] ?? 0) / averaged) * (1 - drop);
  return { bits, classes, weights: mean, scale: 1 };
}

function softmax(scores: Float64Array): void {
  const high = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k] ?? 0) - high);
    sum += scores[k] ?? 0;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum;
}
