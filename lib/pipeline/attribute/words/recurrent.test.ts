import { expect, test } from "vitest";
import type { RecurrentModel } from "#lib/models/reader-file";
import { RecurrentReader } from "./recurrent";
import { type TokenInputs, TRAIT_ROWS, TRAITS } from "./token-inputs";

const [HIDDEN, DIMENSIONS, LABELS, WORDS] = [8, 4, 7, 6];
const GATES = 6 * HIDDEN;

/** Numbers from -1 to 1 that look drawn. */
const numbers = (length: number, seed: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(seed + i * i * 0.7));

const MODEL: RecurrentModel = {
  hidden: HIDDEN,
  dimensions: DIMENSIONS,
  labels: LABELS,
  embeddings: numbers(WORDS * DIMENSIONS, 1),
  projection: numbers(DIMENSIONS * GATES, 2),
  traits: { bytes: Int8Array.from(numbers(TRAIT_ROWS * GATES, 3), (x) => Math.round(x * 127)), scale: 0.002 },
  recurrence: [numbers(HIDDEN * 3 * HIDDEN, 4), numbers(HIDDEN * 3 * HIDDEN, 5)],
  candidateBias: numbers(2 * HIDDEN, 6),
  output: numbers(4 * HIDDEN * LABELS, 7),
  bias: numbers(LABELS, 8),
  transitions: new Float32Array(0),
};

function someRun(count: number): TokenInputs {
  return {
    count,
    words: Int32Array.from({ length: count }, (_, i) => (i * 5 + 1) % WORDS),
    traits: Int32Array.from({ length: count * TRAITS }, (_, i) => (i * 131) % TRAIT_ROWS),
    heads: Int32Array.from({ length: count }, (_, i) => (i % 3 === 0 ? -1 : (i * 2) % count)),
  };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const product = (
  state: readonly number[],
  matrix: ArrayLike<number>,
  column: number,
  columns: number,
): number => state.reduce((sum, value, j) => sum + value * (matrix[j * columns + column] ?? 0), 0);

/** What a token's word and traits give each gate. */
function inputsOf({ words, traits }: TokenInputs, i: number): number[] {
  const { embeddings, projection, traits: table } = MODEL;
  const word = words[i] ?? 0;
  const embedding = [...Array(DIMENSIONS).keys()].map((d) => embeddings[word * DIMENSIONS + d] ?? 0);
  const rows = [...traits.subarray(i * TRAITS, (i + 1) * TRAITS)];
  return [...Array(GATES).keys()].map((g) => {
    const sum = rows.reduce((all, row) => all + (table.bytes[row * GATES + g] ?? 0), 0);
    return product(embedding, projection, g, GATES) + sum * table.scale;
  });
}

/** The states of a run in one direction, written as the equations have them. */
function statesOf(run: TokenInputs, direction: 0 | 1): number[][] {
  const weights = MODEL.recurrence[direction];
  const states: number[][] = [];
  let state = Array<number>(HIDDEN).fill(0);
  for (let step = 0; step < run.count; step++) {
    const i = direction === 0 ? step : run.count - 1 - step;
    const inputs = inputsOf(run, i).slice(direction * 3 * HIDDEN);
    const before = state;
    const gate = (kind: number, k: number) => product(before, weights, kind * HIDDEN + k, 3 * HIDDEN);
    state = before.map((old, k) => {
      const update = logistic((inputs[k] ?? 0) + gate(0, k));
      const reset = logistic((inputs[HIDDEN + k] ?? 0) + gate(1, k));
      const inner = gate(2, k) + (MODEL.candidateBias[direction * HIDDEN + k] ?? 0);
      return (1 - update) * Math.tanh((inputs[2 * HIDDEN + k] ?? 0) + reset * inner) + update * old;
    });
    states[i] = state;
  }
  return states;
}

function plainScores(run: TokenInputs): number[] {
  const [forwards, backwards] = [statesOf(run, 0), statesOf(run, 1)];
  const none = Array<number>(2 * HIDDEN).fill(0);
  const both = (i: number) => (i < 0 ? none : [...(forwards[i] ?? []), ...(backwards[i] ?? [])]);
  return [...run.heads].flatMap((head, i) =>
    [...Array(LABELS).keys()].map(
      (l) => (MODEL.bias[l] ?? 0) + product([...both(i), ...both(head)], MODEL.output, l, LABELS),
    ),
  );
}

test("runs are scored as the plain equations of gated recurrent units score them, side by side or alone", () => {
  const reader = new RecurrentReader(MODEL);
  for (const counts of [[1], [9], [2, 30], [7, 7], [1, 12, 5], [3, 1, 20, 4, 11]]) {
    const runs = counts.map(someRun);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const out = new Float32Array(3 + total * LABELS).fill(9);
    let at = 2;
    const placed = runs.map((inputs) => {
      const begin = at;
      at += inputs.count * LABELS;
      return { inputs, at: begin };
    });
    reader.score(placed, out);
    runs.flatMap(plainScores).forEach((score, i) => {
      expect(out[2 + i]).toBeCloseTo(score, 4);
    });
    expect([out[0], out[1], out.at(-1)]).toEqual([9, 9, 9]);
  }
});

test("weights with another number of traits are refused", () => {
  const traits = { bytes: new Int8Array((TRAIT_ROWS - 1) * GATES), scale: 1 };
  expect(() => new RecurrentReader({ ...MODEL, traits })).toThrow("another version");
});
