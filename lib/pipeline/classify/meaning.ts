import type { PackedRows } from "#lib/models/packed-rows";
import { type Scorer, scorerOf, type Table } from "#lib/models/table";
import { INSIDE, type PageFacts } from "./evidence/page-facts";
import { softmax } from "./shares";

/** What the words' meaning tells apart, in this order: by whom it is told, or that it is no statement. */
export const MEANINGS = ["REPORTED", "UNNAMED", "TOLD", "MIND", "NO_STATEMENT"] as const;

/** Where words stand: outside of quotation marks and inside, in the sentence before and after, the root of the tree, the first word. */
export const SLOTS = 6;

/**
 * The hashes of the words in each slot of a sentence. Each slot's mean counts: a word of a short sentence says more of it.
 */
export function slotsOf(facts: PageFacts, index: number): number[][] {
  const { drafts, reading } = facts.page;
  const outside = (by: number) => {
    const isNear = drafts[index + by]?.sentence.post === drafts[index]?.sentence.post;
    return isNear ? wordsOf(facts, index + by, false) : [];
  };
  const [first, end] = facts.spans[index] ?? [0, 0];
  let root = first;
  while (root < end && (reading.heads[root] ?? -1) >= 0) root += 1;
  return [
    outside(0),
    wordsOf(facts, index, true),
    outside(-1),
    outside(1),
    root < end ? [reading.words[root] ?? 0] : [],
    first < end ? [reading.words[first] ?? 0] : [],
  ];
}

function wordsOf({ page: { reading }, spans }: PageFacts, index: number, isQuoted: boolean): number[] {
  const [first, end] = spans[index] ?? [0, 0];
  const found: number[] = [];
  for (let i = first; i < end; i += 1)
    if ((reading.quotations.state[i] === INSIDE) === isQuoted) found.push(reading.words[i] ?? 0);
  return found;
}

/**
 * Hears what a sentence's words mean, where none of them need have been seen with a label: each word's row holds what its vector
 * (GloVe) comes to in each slot. `bias` is added, one a meaning, in the table's steps.
 */
export class MeaningReader {
  private readonly scorer: Scorer;
  private readonly mask: number;
  private readonly sums = new Float64Array(SLOTS * MEANINGS.length);

  constructor(
    table: Table | PackedRows,
    private readonly bias: readonly number[],
  ) {
    this.scorer = scorerOf(table);
    this.mask = (1 << table.bits) - 1;
  }

  /** The share of each meaning. */
  read(slots: readonly (readonly number[])[]): number[] {
    const scores = this.bias.map((value) => value / this.scorer.scale);
    slots.forEach((words, slot) => {
      const ids = Int32Array.from(words, (word) => word & this.mask);
      this.sums.fill(0);
      this.scorer.add(ids, 0, ids.length, this.sums, 0);
      MEANINGS.forEach((_, k) => {
        const sum = this.sums[slot * MEANINGS.length + k] ?? 0;
        scores[k] = (scores[k] ?? 0) + sum / Math.max(1, ids.length);
      });
    });
    return softmax(scores, this.scorer.scale);
  }
}
