import { expect, test } from "vitest";
import { treeScores } from "#lib/models/boosted-trees";
import { randomFrom } from "./random";
import { type GrowingOptions, growTrees } from "./tree-growing";

const OPTIONS: GrowingOptions = {
  rounds: 30,
  rate: 0.3,
  leaves: 8,
  types: 3,
  columnShare: 1,
  rowShare: 0.8,
  ridge: 1,
  minWeight: 0.5,
  seed: 5,
};

const random = randomFrom(1);
const rows = Array.from({ length: 600 }, () =>
  Float32Array.from({ length: 4 }, () => Math.round(random() * 20) / 20),
);
/** One number against another, which no single cut tells, and a corner of its own. */
const typeOf = ([a = 0, b = 0, c = 0]: Float32Array): number => (c > 0.8 ? 2 : a > 0.5 !== b > 0.5 ? 1 : 0);
const labels = Uint8Array.from(rows, typeOf);
const weights = new Float64Array(rows.length).fill(1);
const best = (scores: readonly number[]) => scores.indexOf(Math.max(...scores));

test("what two numbers say together is learned", () => {
  const trees = growTrees(rows, labels, weights, OPTIONS);
  const right = rows.filter((row, i) => best(treeScores(trees, row, 3)) === labels[i]).length;
  expect(right).toBeGreaterThan(590);
});

test("the same seed grows the same trees, another seed others", () => {
  const [one, same, other] = [5, 5, 6].map((seed) => growTrees(rows, labels, weights, { ...OPTIONS, seed }));
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test("rows without weight teach nothing", () => {
  const wrong = rows.map((_, i) => i % 3 === 0);
  const spoilt = labels.map((label, i) => (wrong[i] ? (label + 1) % 3 : label));
  const light = weights.map((weight, i) => (wrong[i] ? 0 : weight));
  const trees = growTrees(rows, spoilt, light, OPTIONS);
  const right = rows.filter((row, i) => best(treeScores(trees, row, 3)) === labels[i]).length;
  expect(right).toBeGreaterThan(570);
});
