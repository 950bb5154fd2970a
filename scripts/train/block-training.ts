import { type Trees, treeScores } from "#lib/models/boosted-trees";
import { BLOCK_TYPES, TYPE_COUNT } from "#lib/pipeline/segment/classifier/block-types";
import { addContext, ROW_NAMES } from "#lib/pipeline/segment/classifier/context-rows";
import { featureRows } from "#lib/pipeline/segment/classifier/features";
import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import { addSecondLook, SECOND_NAMES } from "#lib/pipeline/segment/classifier/second-pass";
import type { Transitions } from "#lib/pipeline/segment/classifier/sequence";
import { wordRows } from "#lib/pipeline/segment/classifier/word-features";
import { softmax, type WordModel, wordScores } from "#lib/pipeline/segment/classifier/word-model";
import type { Labelled } from "./block-labels";
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
  readonly second: Trees;
  readonly transitions: Transitions;
}

export function exampleOf(id: string, facts: PageFacts, labels: Labelled): Example {
  return { id, facts, rows: featureRows(facts, SECOND_NAMES.length), words: wordRows(facts), labels };
}

const flat = <T>(lists: readonly (readonly T[])[]): T[] => lists.flatMap((list) => [...list]);

function wordsOn(examples: readonly Example[], seed: number): WordModel {
  const labels = Uint8Array.from(flat(examples.map((e) => [...e.labels.types])));
  const weights = Float64Array.from(flat(examples.map((e) => [...e.labels.weights])));
  return trainWords(flat(examples.map((e) => e.words)), labels, weights, {
    types: TYPE_COUNT,
    epochs: 6,
    seed,
  });
}

const GROUPS = 5;

export interface TrainingOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly leaves: number;
  readonly rate?: number;
  readonly log?: (line: string) => void;
}

/** Rows as the first trees see them, with the opinion of a word model that hasn't seen the page: views of the examples' rows. */
function firstRows(examples: readonly Example[], seed: number): Float32Array[][] {
  for (let group = 0; group < GROUPS; group += 1) {
    const model = wordsOn(
      examples.filter((_, i) => i % GROUPS !== group),
      seed + group,
    );
    examples.forEach((example, i) => {
      if (i % GROUPS !== group) return;
      const scores = example.words.map((row) => wordScores(model, row));
      addContext(example.facts, example.rows, scores);
    });
  }
  return examples.map(({ rows }) => rows.map((row) => row.subarray(0, ROW_NAMES.length)));
}

function treesOn(
  examples: readonly Example[],
  rows: readonly (readonly Float32Array[])[],
  options: TrainingOptions,
): Trees {
  const labels = Uint8Array.from(flat(examples.map((e) => [...e.labels.types])));
  const weights = Float64Array.from(flat(examples.map((e) => [...e.labels.weights])));
  return growTrees(flat(rows), labels, weights, {
    rounds: options.rounds,
    leaves: options.leaves,
    seed: options.seed,
    rate: options.rate ?? 0.12,
    types: TYPE_COUNT,
    columnShare: 0.25,
    rowShare: 0.6,
    ridge: 2,
    minWeight: 0.5,
  });
}

const chancesBy = (trees: Trees, rows: readonly Float32Array[]) =>
  rows.map((row) => softmax(treeScores(trees, row, TYPE_COUNT)));

/**
 * Words first, then trees that see the words' opinion, then trees that see the first trees' opinion of the whole page. Each
 * is trained on opinions of models that hadn't seen the page (groups), so that it learns how far they can be trusted.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Trained {
  const { seed, log } = options;
  const first = firstRows(examples, seed);
  log?.(`words done, ${flat(first).length} blocks`);
  for (let group = 0; group < LOOKS; group += 1) {
    const inside = (i: number) => i % LOOKS === group;
    const outside = (_: unknown, i: number) => !inside(i);
    const shorter = { ...options, rounds: Math.round(options.rounds * 0.8), seed: seed + group };
    const trees = treesOn(examples.filter(outside), first.filter(outside), shorter);
    examples.forEach((example, i) => {
      if (inside(i)) addSecondLook(example.facts, example.rows, chancesBy(trees, first[i] ?? []));
    });
    log?.(`group ${group + 1} of ${LOOKS}`);
  }
  const trees = treesOn(examples, first, options);
  const seen = examples.map(({ rows }) => rows);
  const second = treesOn(examples, seen, {
    ...options,
    rounds: Math.round(options.rounds * 0.6),
    seed: seed + 50,
  });
  return { words: wordsOn(examples, seed + 99), trees, second, transitions: transitionsOf(examples) };
}

/** Groups for the second look. */
const LOOKS = 4;

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
