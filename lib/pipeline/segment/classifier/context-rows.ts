import { BLOCK_TYPES, BODY, TYPE_COUNT } from "./block-types";
import { FEATURE_NAMES } from "./features";
import type { PageFacts } from "./page-facts";
import { softmax } from "./word-model";

const AROUND = [-2, -1, 1, 2];

/** Names of all numbers that the trees see. */
export const ROW_NAMES: readonly string[] = [
  ...FEATURE_NAMES,
  ...BLOCK_TYPES.map((type) => `words:${type}`),
  ...AROUND.flatMap((at) => BLOCK_TYPES.map((type) => `words${at}:${type}`)),
  "words:box",
  "words:boxAbove",
  "words:window",
];

/** Write the word model's opinion of a block, its neighbours and its boxes into its row, behind the block's own numbers. */
export function addContext(
  facts: PageFacts,
  rows: readonly Float32Array[],
  scores: readonly (readonly number[])[],
): void {
  const chances = scores.map((score) => softmax(score)[BODY] ?? 0);
  const sums = new Map<number, { sum: number; weight: number }>();
  const boxesOf = (element: number): [number, number] => [
    element,
    facts.page.elements[element]?.parent ?? -1,
  ];
  facts.page.blocks.forEach((block, i) => {
    const weight = Math.sqrt(block.text.length);
    for (const box of new Set(boxesOf(block.element))) {
      const entry = sums.get(box) ?? { sum: 0, weight: 0 };
      entry.sum += weight * (chances[i] ?? 0);
      entry.weight += weight;
      sums.set(box, entry);
    }
  });
  const meanOf = (box: number): number => {
    const entry = sums.get(box);
    return entry === undefined ? 0 : entry.sum / entry.weight;
  };
  rows.forEach((row, i) => {
    let at = FEATURE_NAMES.length;
    for (const offset of [0, ...AROUND])
      for (let t = 0; t < TYPE_COUNT; t += 1) row[at++] = scores[i + offset]?.[t] ?? -4;
    const [box, above] = boxesOf(facts.page.blocks[i]?.element ?? -1);
    row[at++] = meanOf(box);
    row[at++] = meanOf(above);
    const near = chances.slice(Math.max(0, i - 5), i + 6);
    row[at] = near.reduce((a, b) => a + b, 0) / near.length;
  });
}
