import { expect, test } from "vitest";
import { MEANINGS, MeaningReader, SLOTS } from "./meaning";

const BITS = 3;
const WIDTH = SLOTS * MEANINGS.length;

/** A table whose word 1 speaks for TOLD and whose word 2 for MIND, in the first slot and nowhere else. */
function reader(bias: readonly number[] = MEANINGS.map(() => 0)): MeaningReader {
  const weights = new Float32Array((1 << BITS) * WIDTH);
  weights[WIDTH + MEANINGS.indexOf("TOLD")] = 2;
  weights[2 * WIDTH + MEANINGS.indexOf("MIND")] = 2;
  return new MeaningReader({ bits: BITS, classes: WIDTH, weights, scale: 1 }, bias);
}

const first = (...words: number[]) => [words, [], [], [], [], []];
const share = (found: readonly number[], meaning: (typeof MEANINGS)[number]) =>
  found[MEANINGS.indexOf(meaning)] ?? 0;

test("a word speaks for what its row says, in its own slot alone", () => {
  expect(share(reader().read(first(1)), "TOLD")).toBeGreaterThan(0.5);
  expect(share(reader().read([[], [1], [1], [1], [1], [1]]), "TOLD")).toBeCloseTo(0.2);
});

test("it is the mean that counts, not how many say it", () => {
  expect(share(reader().read(first(1, 1, 1)), "TOLD")).toBeCloseTo(share(reader().read(first(1)), "TOLD"));
  const both = reader().read(first(1, 2));
  expect(share(both, "TOLD")).toBeCloseTo(share(both, "MIND"));
});

test("words that have no row thin the others out", () =>
  expect(share(reader().read(first(1, 5, 5)), "TOLD")).toBeLessThan(share(reader().read(first(1)), "TOLD")));

test("where there are no words, the bias decides", () => {
  const bias = MEANINGS.map((meaning) => (meaning === "UNNAMED" ? 3 : 0));
  expect(share(reader(bias).read(first()), "UNNAMED")).toBeGreaterThan(0.5);
});
