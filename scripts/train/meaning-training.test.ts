import { expect, test } from "vitest";
import { MEANINGS, MeaningReader } from "#lib/pipeline/classify/meaning";
import { SOURCING_CLASSES, type SourcingClass } from "#lib/pipeline/classify/model-judgement";
import { trainMeaning } from "./meaning-training";

const [GOOD, FINE, STEEL, IRON] = [1, 2, 3, 4];
/** Words that mean nearly the same have nearly the same vector. */
const VECTORS = new Map([
  [GOOD, [1, 0.1]],
  [FINE, [0.9, 0.2]],
  [STEEL, [0.1, 1]],
  [IRON, [0.2, 0.9]],
]);

const saying = (word: number, found: SourcingClass) => ({
  slots: [[word], [], [], [], [], []],
  truth: [SOURCING_CLASSES.indexOf(found)],
  weight: 1,
});

test("a word that was never seen with a label is judged by what it means", () => {
  const examples = Array.from({ length: 200 }, (_, i) =>
    i % 2 === 0 ? saying(GOOD, "OPINION") : saying(STEEL, "NARRATION"),
  );
  const { table, bias } = trainMeaning(examples, VECTORS, 2, 1);
  const reader = new MeaningReader(table, bias);
  const share = (word: number, meaning: (typeof MEANINGS)[number]) =>
    reader.read(saying(word, "OPINION").slots)[MEANINGS.indexOf(meaning)] ?? 0;
  expect(share(FINE, "MIND")).toBeGreaterThan(share(FINE, "TOLD"));
  expect(share(IRON, "TOLD")).toBeGreaterThan(share(IRON, "MIND"));
});
