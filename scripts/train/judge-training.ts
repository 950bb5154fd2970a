import type { Table } from "#lib/models/table";
import { randomFrom, shuffle } from "./random";

export interface JudgeExample {
  readonly ids: Int32Array;
  readonly isRight: boolean;
}

/** Logistic regression by AdaGrad with feature dropout; the mean of the weights after each round from the third on. */
export function trainJudge(
  examples: readonly JudgeExample[],
  bits: number,
  rounds: number,
  drop: number,
  seed: number,
): Table {
  const weights = new Float32Array(1 << bits);
  const squares = new Float32Array(1 << bits);
  const mean = new Float32Array(1 << bits);
  const counts = new Int32Array(1 << bits);
  for (const { ids } of examples) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const random = randomFrom(seed);
  const order = [...examples];
  let averaged = 0;
  for (let round = 0; round < rounds; round++) {
    const rate = 0.05 * (round < rounds / 2 ? 1 : 0.5);
    shuffle(order, random);
    for (const { ids, isRight } of order) {
      const active = ids.filter((id) => (counts[id] ?? 0) >= 3 && random() >= drop);
      let sum = 0;
      for (const id of active) sum += weights[id] ?? 0;
      const error = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-sum));
      for (const id of active) {
        const w = weights[id] ?? 0;
        const g = error - 1e-4 * w;
        const square = (squares[id] ?? 0) + g * g;
        squares[id] = square;
        weights[id] = w + (rate * g) / Math.sqrt(square + 1e-8);
      }
    }
    if (round < Math.min(2, rounds - 1)) continue;
    averaged++;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0);
  }
  for (let i = 0; i < mean.length; i++) mean[i] = ((mean[i] ?? 0) / averaged) * (1 - drop);
  return { bits, classes: 1, weights: mean, scale: 1 };
}
