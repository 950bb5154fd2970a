import type { Table } from "#lib/models/table";
import { sortOf } from "#lib/pipeline/classify/decision";
import { MEANINGS, SLOTS } from "#lib/pipeline/classify/meaning";
import { SOURCING_CLASSES } from "#lib/pipeline/classify/model-judgement";
import { randomFrom, shuffle } from "./random";
import type { WordRow } from "./word-rows";

/** A sentence by the words in its slots, and which meaning it has. */
export interface MeaningExample {
  readonly slots: readonly (readonly number[])[];
  readonly truth: readonly number[];
  readonly weight: number;
}

/** Rows of words, and what is added to their means. */
export interface MeaningTable {
  readonly table: Table;
  readonly bias: readonly number[];
}

export const MEANING_BITS = 18;
const ROUNDS = 6;
const RATE = 0.02;
const DECAY = 5e-3;
const DROP = 0.3;
/** Vectors' numbers are small; weights are learned faster where their means are about 1. */
const STRETCH = 4;
const K = MEANINGS.length;

function meaningOf(truth: readonly number[]): number {
  const found = SOURCING_CLASSES[truth[0] ?? 0] ?? "NARRATION";
  const sort = sortOf(found);
  if (sort !== "UNSOURCED") return MEANINGS.indexOf(sort);
  return MEANINGS.indexOf(found === "UNNAMED_BARE" ? "UNNAMED" : "MIND");
}

/** The mean vectors of the slots, one after the other. */
function meansOf(
  slots: MeaningExample["slots"],
  words: ReadonlyMap<number, WordRow>,
  width: number,
): Float32Array {
  const row = new Float32Array(SLOTS * width);
  slots.forEach((list, slot) => {
    for (const word of list) {
      const vector = words.get(word);
      if (vector === undefined) continue;
      for (let d = 0; d < width; d++)
        row[slot * width + d] = (row[slot * width + d] ?? 0) + ((vector[d] ?? 0) * STRETCH) / list.length;
    }
  });
  return row;
}

/**
 * Multinomial logistic regression on the slots' mean vectors, by AdaGrad with dropout, the mean of the weights after each round of the
 * second half; then for each word what its vector comes to in each slot, which is all that reading needs.
 */
export function trainMeaning(
  examples: readonly MeaningExample[],
  words: ReadonlyMap<number, WordRow>,
  width: number,
  seed: number,
): MeaningTable {
  const size = SLOTS * width;
  const rows = examples.map(({ slots, truth, weight }) => ({
    x: meansOf(slots, words, width),
    k: meaningOf(truth),
    weight,
  }));
  const weights = new Float32Array((size + 1) * K);
  const squares = new Float32Array((size + 1) * K);
  const mean = new Float64Array((size + 1) * K);
  const random = randomFrom(seed);
  const kept = new Float32Array(size + 1);
  let averaged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(rows, random);
    for (const { x, k, weight } of rows) {
      for (let d = 0; d < size; d++) kept[d] = x[d] === 0 || random() < DROP ? 0 : (x[d] ?? 0) / (1 - DROP);
      kept[size] = 1;
      step(weights, squares, kept, k, weight);
    }
    if (round < ROUNDS / 2) continue;
    averaged++;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0);
  }
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) / averaged;
  return { table: rowsOfWords(mean, words, width), bias: [...mean.slice(size * K)] };
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  x: Float32Array,
  truth: number,
  weight: number,
): void {
  const p = new Float64Array(K);
  for (let d = 0; d < x.length; d++)
    if (x[d] !== 0) for (let k = 0; k < K; k++) p[k] = (p[k] ?? 0) + (x[d] ?? 0) * (weights[d * K + k] ?? 0);
  const high = Math.max(...p);
  let sum = 0;
  for (let k = 0; k < K; k++) {
    p[k] = Math.exp((p[k] ?? 0) - high);
    sum += p[k] ?? 0;
  }
  for (let d = 0; d < x.length; d++) {
    if (x[d] === 0) continue;
    for (let k = 0; k < K; k++) {
      const at = d * K + k;
      const w = weights[at] ?? 0;
      const g = weight * ((truth === k ? 1 : 0) - (p[k] ?? 0) / sum) * (x[d] ?? 0) - DECAY * w;
      const square = (squares[at] ?? 0) + g * g;
      squares[at] = square;
      weights[at] = w + (RATE * g) / Math.sqrt(square + 0.1);
    }
  }
}

function rowsOfWords(mean: Float64Array, words: ReadonlyMap<number, WordRow>, width: number): Table {
  const classes = SLOTS * K;
  const rows = new Float32Array((1 << MEANING_BITS) * classes);
  // frequent words come last, so that they keep a bucket that they share
  for (const [hash, vector] of [...words].reverse()) {
    const at = (hash & ((1 << MEANING_BITS) - 1)) * classes;
    for (let slot = 0; slot < SLOTS; slot++)
      for (let k = 0; k < K; k++) {
        let sum = 0;
        for (let d = 0; d < width; d++)
          sum += (vector[d] ?? 0) * STRETCH * (mean[(slot * width + d) * K + k] ?? 0);
        rows[at + slot * K + k] = sum;
      }
  }
  return { bits: MEANING_BITS, classes, weights: rows, scale: 1 };
}
