import { expect, test } from "vitest";
import { RecurrentReader } from "#lib/pipeline/attribute/words/recurrent";
import { type TokenInputs, TRAIT_ROWS, TRAITS } from "#lib/pipeline/attribute/words/token-inputs";
import { randomFrom } from "./random";
import { RecurrentPass } from "./recurrent-pass";
import { trainReader } from "./recurrent-training";
import { RecurrentWeights } from "./recurrent-weights";

const SHAPE = { words: 5, dimensions: 4, hidden: 4, labels: 3 };
const NOTHING_LEFT_OUT = 0;

function someRun(count: number, seed: number): { run: TokenInputs; truth: Uint8Array } {
  const random = randomFrom(seed);
  const run = {
    count,
    words: Int32Array.from({ length: count }, () => Math.floor(random() * SHAPE.words)),
    traits: Int32Array.from({ length: count * TRAITS }, () => Math.floor(random() * TRAIT_ROWS)),
    heads: Int32Array.from({ length: count }, (_, i) => (i % 3 === 0 ? -1 : (i * 2) % count)),
  };
  return { run, truth: Uint8Array.from({ length: count }, () => Math.floor(random() * SHAPE.labels)) };
}

test("the gradient is the slope of the loss, for weights of every kind", () => {
  const weights = new RecurrentWeights(SHAPE, randomFrom(3));
  const { run, truth } = someRun(7, 4);
  const random = () => 0.5;
  const loss = () => {
    const before = lists.map(({ gradient }) => gradient.slice());
    const value = new RecurrentPass(weights, NOTHING_LEFT_OUT).learn(run, truth, random);
    lists.forEach(({ gradient }, k) => {
      gradient.set(before[k] ?? []);
    });
    return value;
  };
  const lists = [
    weights.embeddings,
    weights.projection,
    weights.traits,
    ...weights.recurrence,
    weights.candidateBias,
    weights.output,
    weights.bias,
    weights.transitions,
  ];
  new RecurrentPass(weights, NOTHING_LEFT_OUT).learn(run, truth, random);
  const step = 1e-2;
  for (const { values, gradient } of lists) {
    const moving = [...gradient.keys()].filter((i) => Math.abs(gradient[i] ?? 0) > 2e-3).slice(0, 6);
    expect(moving.length).toBeGreaterThan(0);
    for (const i of moving) {
      const value = values[i] ?? 0;
      values[i] = value + step;
      const above = loss();
      values[i] = value - step;
      const below = loss();
      values[i] = value;
      const slope = gradient[i] ?? 0;
      expect(Math.abs((above - below) / (2 * step) - slope)).toBeLessThan(0.02 * Math.abs(slope) + 2e-4);
    }
  }
});

test("what is learned is what the reader reads by: a label that follows a word is found", () => {
  const weights = new RecurrentWeights(SHAPE, randomFrom(5));
  const runs = Array.from({ length: 60 }, (_, k) => {
    const { run } = someRun(6, 100 + k);
    run.traits.fill(0);
    return { inputs: run, truth: Uint8Array.from(run.words, (word) => (word === 2 ? 1 : 0)) };
  });
  const options = { rounds: 30, rate: 0.02, seed: 1, drop: 0, wordDrop: 0, traitDrop: 0 };
  trainReader(weights, runs, options, () => {});
  const reader = new RecurrentReader(weights.model());
  const { run } = someRun(6, 999);
  run.traits.fill(0);
  const scores = new Float32Array(run.count * SHAPE.labels);
  reader.score([{ inputs: run, at: 0 }], scores);
  for (let i = 0; i < run.count; i++) {
    const [other, found] = [scores[i * SHAPE.labels] ?? 0, scores[i * SHAPE.labels + 1] ?? 0];
    expect(found > other).toBe(run.words[i] === 2);
  }
});
