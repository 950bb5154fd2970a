import { BLOCK_TYPES, TYPE_COUNT } from "#lib/pipeline/blocks/block-types";
import { contextRows } from "#lib/pipeline/blocks/context-rows";
import { featureRows, type PageFacts } from "#lib/pipeline/blocks/features";
import type { Transitions } from "#lib/pipeline/blocks/sequence";
import { type Trees, treeScores } from "#lib/pipeline/blocks/trees";
import { wordRows } from "#lib/pipeline/blocks/word-features";
import { softmax, type WordModel, wordScores } from "#lib/pipeline/blocks/word-model";
import type { Labelled } from "./labels";
import { growTrees } from "./tree-growing";
import { trainWords } from "./word-training";

export interface Example {
  readonly id: string;
  readonly facts: PageFacts;
  readonly rows: readonly Float32Array[];
  readonly words: readonly Int32Array[];
  readonly labels: Labelled;
}

export interface Trained {
  readonly words: WordModel;
  readonly trees: Trees;
  readonly transitions: Transitions;
}

export function exampleOf(id: string, facts: PageFacts, labels: Labelled): Example {
  return { id, facts, rows: featureRows(facts), words: wordRows(facts), labels };
}

const flat = <T>(lists: readonly (readonly T[])[]): T[] => lists.flatMap((list) => [...list]);

function wordsOn(examples: readonly Example[], seed: number): WordModel {
  const labels = Uint8Array.from(flat(examples.map((e) => [...e.labels.types])));
  const weights = Float64Array.from(flat(examples.map((e) => [...e.labels.weights])));
  return trainWords(flat(examples.map((e) => e.words)), labels, weights, { types: TYPE_COUNT, epochs: 6, seed });
}

const GROUPS = 5;

/**
 * Words first, then trees that see the words' opinion. For the trees' training that opinion comes from a word model that
 * hasn't seen the page (five groups), so that they learn how far it can be trusted.
 */
export function train(examples: readonly Example[], options: { seed: number; rounds: number; leaves: number; log?: (line: string) => void }): Trained {
  const { seed, rounds, leaves, log } = options;
  const wide: Float32Array[] = [];
  const types: number[] = [];
  const weights: number[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const inside = examples.filter((_, i) => i % GROUPS === group);
    const model = wordsOn(examples.filter((_, i) => i % GROUPS !== group), seed + group);
    for (const example of inside) {
      wide.push(...contextRows(example.facts, example.rows, example.words.map((row) => wordScores(model, row))));
      types.push(...example.labels.types);
      weights.push(...example.labels.weights);
    }
  }
  log?.(`words done, ${wide.length} blocks`);
  const trees = growTrees(wide, Uint8Array.from(types), Float64Array.from(weights), {
    rounds,
    leaves,
    seed,
    rate: 0.12,
    types: TYPE_COUNT,
    columnShare: 0.25,
    rowShare: 0.6,
    ridge: 2,
    minWeight: 0.5,
  });
  return { words: wordsOn(examples, seed + 99), trees, transitions: transitionsOf(examples) };
}

export function chancesOf(model: Trained, example: Example): number[][] {
  const rows = contextRows(example.facts, example.rows, example.words.map((row) => wordScores(model.words, row)));
  return rows.map((row) => softmax(treeScores(model.trees, row, TYPE_COUNT)));
}

function transitionsOf(examples: readonly Example[]): Transitions {
  const counts = [0, 1].map(() => BLOCK_TYPES.map(() => BLOCK_TYPES.map(() => 2)));
  const single = BLOCK_TYPES.map(() => 10);
  for (const { facts, labels } of examples) {
    labels.types.forEach((type, i) => {
      single[type] = (single[type] ?? 0) + 1;
      if (i === 0) return;
      const same = facts.page.blocks[i]?.element === facts.page.blocks[i - 1]?.element ? 1 : 0;
      const row = counts[same]?.[labels.types[i - 1] ?? 0];
      if (row !== undefined) row[type] = (row[type] ?? 0) + 1;
    });
  }
  const all = single.reduce((a, b) => a + b, 0);
  return counts.map((table) =>
    table.map((row) => {
      const sum = row.reduce((a, b) => a + b, 0);
      return row.map((count, t) => Math.log(count / sum) - Math.log((single[t] ?? 1) / all));
    }),
  );
}
