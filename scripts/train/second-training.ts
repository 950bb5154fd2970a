import type { Trees } from "#lib/models/boosted-trees";
import { scorerOf, type Table } from "#lib/models/table";
import { sortOf } from "#lib/pipeline/classify/decision";
import { MeaningReader } from "#lib/pipeline/classify/meaning";
import { SOURCING_CLASSES } from "#lib/pipeline/classify/model-judgement";
import { type FirstLook, SORTS, secondRows, secondShares } from "#lib/pipeline/classify/second-look";
import { softmax } from "#lib/pipeline/classify/shares";
import { FOLDS, foldOf } from "./folds";
import { type MeaningTable, trainMeaning } from "./meaning-training";
import type { ReadPage, ReadSentence } from "./sourcing-examples";
import { type SourcingOptions, trainSourcing } from "./sourcing-training";
import { growTrees } from "./tree-growing";
import type { wordRows } from "./word-rows";

/** The tables of the first look. */
export interface FirstTables {
  readonly evidence: Table;
  readonly meaning: MeaningTable;
}

export interface FirstOptions {
  readonly evidence: SourcingOptions;
  readonly vectors: ReturnType<typeof wordRows>;
  readonly seed: number;
}

const TREES = {
  rounds: 360,
  rate: 0.025,
  leaves: 6,
  types: SORTS.length,
  columnShare: 0.4,
  rowShare: 0.6,
  ridge: 5,
  minWeight: 6,
};

/** Trains first looks that have learned from some parts and not from others; each is trained once. */
export class FirstTraining {
  private readonly known = new Map<string, FirstTables>();

  constructor(
    readonly pages: readonly ReadPage[],
    private readonly options: FirstOptions,
  ) {}

  /** Of parts below 0 there are none. */
  without(...parts: readonly number[]): FirstTables {
    const key = parts
      .filter((part) => part >= 0)
      .toSorted()
      .join(" ");
    const tables = this.known.get(key) ?? this.train(parts);
    this.known.set(key, tables);
    return tables;
  }

  private train(parts: readonly number[]): FirstTables {
    const { vectors, seed } = this.options;
    const labelled = this.pages
      .filter(({ group }) => !parts.includes(foldOf(group)))
      .flatMap(({ sentences }) => sentences.filter(({ truth }) => truth.length > 0));
    return {
      evidence: trainSourcing(labelled, this.options.evidence),
      meaning: trainMeaning(
        labelled.filter(({ slots }) => slots.length > 0),
        vectors.words,
        vectors.width,
        seed,
      ),
    };
  }
}

/** What the tables think of each of these sentences. */
export function lookFirst({ evidence, meaning }: FirstTables, sentences: readonly ReadSentence[]): FirstLook {
  const scorer = scorerOf(evidence);
  const scores = new Float64Array(evidence.classes);
  const reader = new MeaningReader(meaning.table, meaning.bias);
  return {
    evidence: sentences.map(({ ids }) => {
      scores.fill(0);
      scorer.add(ids, 0, ids.length, scores, 0);
      return softmax(scores, evidence.scale);
    }),
    meanings: sentences.map(({ slots }) => reader.read(slots)),
  };
}

/**
 * What tables that saw no label of a page's part think of it. `without` names a part that they saw none of either, or -1: whoever is
 * measured on that part must not have learned from it by way of what was thought of the others.
 */
export function looksApart(training: FirstTraining, without: number): Map<ReadPage, FirstLook> {
  const looks = new Map<ReadPage, FirstLook>();
  for (let fold = 0; fold < FOLDS; fold++) {
    if (fold === without) continue;
    const tables = training.without(without, fold);
    for (const page of training.pages)
      if (page.facts !== null && foldOf(page.group) === fold)
        looks.set(page, lookFirst(tables, page.sentences));
  }
  return looks;
}

/** Grow the trees of the second look on what was thought apart. */
export function trainSecond(looks: ReadonlyMap<ReadPage, FirstLook>, seed: number): Trees {
  const rows: Float32Array[] = [];
  const sorts: number[] = [];
  const weights: number[] = [];
  for (const [{ facts, sentences }, look] of looks) {
    if (facts === null) continue;
    const all = secondRows(facts, look);
    sentences.forEach(({ truth, weight }, i) => {
      const [row, first] = [all[i], truth[0]];
      if (row === undefined || first === undefined) return;
      rows.push(row);
      sorts.push(SORTS.indexOf(sortOf(SOURCING_CLASSES[first] ?? "NARRATION")));
      weights.push(weight);
    });
  }
  return growTrees(rows, Uint8Array.from(sorts), Float64Array.from(weights), { ...TREES, seed });
}

/** The shares that the second look comes to for each sentence of a page that was read whole. */
export function lookSecond(trees: Trees, { facts }: ReadPage, look: FirstLook): number[][] {
  if (facts === null) return [];
  return secondRows(facts, look).map((row, i) => secondShares(trees, row, look.evidence[i] ?? []));
}
