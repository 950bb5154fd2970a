import { FeatureList } from "#lib/models/features";
import { mix } from "#lib/models/hash";
import type { PackedRows } from "#lib/models/packed-rows";
import { best, type Scorer, scorerOf, type Table } from "#lib/models/table";
import { ALL_CAPITALS, CAPITAL, type Lexeme, lexemeOf, type Page } from "./document";

/** What a token is to a name: outside, first, or further on. Order is part of the model. */
export const NAME_LABELS = [
  "O",
  "B-PERSON",
  "I-PERSON",
  "B-ORGANIZATION",
  "I-ORGANIZATION",
  "B-LOCATION",
  "I-LOCATION",
  "B-MISC",
  "I-MISC",
] as const;

export type NameKind = "PERSON" | "ORGANIZATION" | "LOCATION" | "MISC";

const EDGE: Lexeme = lexemeOf("");

/** What the page has called this word so far: the label of its last mention, and whether it ever was a name. */
export type NameMemory = Map<number, number>;

function lexemeAt({ lexemes }: Page, j: number, from: number, to: number): Lexeme {
  return j >= from && j < to ? (lexemes[j] ?? EDGE) : EDGE;
}

function tagOf(tags: Uint8Array, j: number, from: number, to: number): number {
  return j >= from && j < to ? (tags[j] ?? 63) : 63;
}

export function nameFeatures(
  list: FeatureList,
  page: Page,
  tags: Uint8Array,
  i: number,
  from: number,
  to: number,
  last: number,
  beforeLast: number,
  memory: NameMemory,
): void {
  const word = lexemeAt(page, i, from, to);
  const before = lexemeAt(page, i - 1, from, to);
  const after = lexemeAt(page, i + 1, from, to);
  const caps = word.traits & (CAPITAL | ALL_CAPITALS);
  const capsAfter = after.traits & (CAPITAL | ALL_CAPITALS);
  const tag = tagOf(tags, i, from, to);
  const known = caps ? (memory.get(word.lower) ?? 15) : 16;
  list.clear();
  list.one(1, last);
  list.one(2, word.lower);
  list.two(3, last, word.lower);
  list.one(4, before.lower);
  list.one(5, after.lower);
  list.two(6, before.lower, word.lower);
  list.two(7, word.lower, after.lower);
  list.one(8, lexemeAt(page, i - 2, from, to).lower);
  list.one(9, lexemeAt(page, i + 2, from, to).lower);
  list.two(10, caps, i === from ? 1 : 0);
  list.three(11, caps, capsAfter, before.traits & (CAPITAL | ALL_CAPITALS));
  list.two(12, word.shape, last);
  list.one(13, word.suffix3);
  list.one(14, word.suffix2);
  list.one(15, word.prefix3);
  list.one(16, word.suffix4);
  list.two(17, tag, last);
  list.three(18, tagOf(tags, i - 1, from, to), tag, tagOf(tags, i + 1, from, to));
  list.two(19, known, last);
  list.two(20, known, tag);
  list.three(21, known, caps ? (memory.get(after.lower) ?? 15) : 16, last);
  list.two(22, last, beforeLast);
  list.two(23, last, mix(caps, after.lower));
  list.two(24, last, mix(tag, tagOf(tags, i + 1, from, to)));
  list.two(25, before.suffix3, caps);
  list.two(26, after.suffix3, caps);
  list.two(27, mix(lexemeAt(page, i - 2, from, to).lower, before.lower), caps);
  list.two(28, mix(after.lower, lexemeAt(page, i + 2, from, to).lower), caps);
  list.two(29, before.lower, last);
  list.one(30, word.exact);
  list.two(31, word.shape, after.shape);
}

export class NameFinder {
  readonly features: FeatureList;
  private readonly scores = new Float64Array(NAME_LABELS.length);

  private readonly scorer: Scorer;

  constructor(table: Table | PackedRows) {
    this.scorer = scorerOf(table);
    this.features = new FeatureList((1 << table.bits) - 1);
  }

  /** Label the sentence [from, to); `memory` is the page's and carries what earlier sentences held. */
  label(
    page: Page,
    tags: Uint8Array,
    from: number,
    to: number,
    memory: NameMemory,
    labels: Uint8Array,
  ): void {
    let last = 0;
    let beforeLast = 0;
    for (let i = from; i < to; i++) {
      nameFeatures(this.features, page, tags, i, from, to, last, beforeLast, memory);
      this.scores.fill(0);
      this.scorer.add(this.features.ids, 0, this.features.count, this.scores, 0);
      const label = legal(best(this.scores, NAME_LABELS.length), last);
      labels[i] = label;
      beforeLast = last;
      last = label;
    }
    remember(page, labels, from, to, memory);
  }
}

/** An inner label that continues nothing is a first one. */
function legal(label: number, last: number): number {
  if (label === 0 || label % 2 === 1) return label;
  return last === label || last === label - 1 ? label : label - 1;
}

export function remember(page: Page, labels: Uint8Array, from: number, to: number, memory: NameMemory): void {
  for (let i = from; i < to; i++) {
    const lexeme = page.lexemes[i];
    const label = labels[i] ?? 0;
    if (lexeme && label > 0) memory.set(lexeme.lower, label);
  }
}
