import { FeatureList } from "#lib/models/features";
import { mix } from "#lib/models/hash";
import type { PackedRows } from "#lib/models/packed-rows";
import { best, type Scorer, scorerOf, type Table } from "#lib/models/table";
import type { Lexeme, Page } from "./document";
import { ALL_CAPITALS, CAPITAL, HAS_DIGIT, HAS_HYPHEN, lexemeOf } from "./document";

/** Penn Treebank part-of-speech tags; a page's `tags` are indexes into this list. Order is part of the model. */
export const TAGS = [
  "NN",
  "IN",
  "NNP",
  "DT",
  "JJ",
  "NNS",
  ",",
  ".",
  "VBD",
  "RB",
  "PRP",
  "VB",
  "CC",
  "VBZ",
  "TO",
  "VBG",
  "VBN",
  "VBP",
  "''",
  "CD",
  "PRP$",
  "``",
  "MD",
  "POS",
  ":",
  "WP",
  "WDT",
  "NNPS",
  "WRB",
  "RP",
  "JJR",
  "JJS",
  "RBR",
  "-RRB-",
  "-LRB-",
  "EX",
  "$",
  "RBS",
  "PDT",
  "UH",
  "WP$",
  "FW",
  "LS",
  "SYM",
  "#",
] as const;

export const NO_TAG = 63;
const EDGE: Lexeme = lexemeOf("");

function capitals(lexeme: Lexeme): number {
  return lexeme.traits & ALL_CAPITALS ? 2 : lexeme.traits & CAPITAL ? 1 : 0;
}

/** The features of token `i` in the sentence [from, to); `last` and `beforeLast` are the tags given before it. */
export function tagFeatures(
  list: FeatureList,
  page: Page,
  i: number,
  from: number,
  to: number,
  last: number,
  beforeLast: number,
): void {
  const { lexemes } = page;
  const word = lexemes[i] ?? EDGE;
  const before = i > from ? (lexemes[i - 1] ?? EDGE) : EDGE;
  const after = i + 1 < to ? (lexemes[i + 1] ?? EDGE) : EDGE;
  const before2 = i > from + 1 ? (lexemes[i - 2] ?? EDGE) : EDGE;
  const after2 = i + 2 < to ? (lexemes[i + 2] ?? EDGE) : EDGE;
  const caps = capitals(word);
  const state = page.quotations.state[i] ?? 0;
  list.clear();
  list.one(1, 0);
  list.one(2, word.lower);
  list.one(3, word.suffix3);
  list.one(4, word.suffix2);
  list.one(5, word.suffix1);
  list.one(6, word.prefix1);
  list.one(7, word.prefix3);
  list.one(8, last);
  list.two(9, last, beforeLast);
  list.two(10, last, word.lower);
  list.one(11, before.lower);
  list.one(12, after.lower);
  list.one(13, before2.lower);
  list.one(14, after2.lower);
  list.one(15, before.suffix3);
  list.one(16, after.suffix3);
  list.one(17, caps);
  list.two(18, caps, i === from ? 1 : 0);
  list.two(19, word.traits & (HAS_DIGIT | HAS_HYPHEN), caps);
  list.two(20, caps, last);
  list.two(21, before.lower, word.lower);
  list.two(22, word.lower, after.lower);
  list.two(23, last, after.lower);
  list.one(24, word.exact);
  list.one(25, word.suffix4);
  list.two(26, capitals(after), caps);
  list.two(27, capitals(before), caps);
  list.one(28, word.shape);
  list.two(29, last, word.suffix3);
  list.two(30, last, mix(beforeLast, word.lower));
  list.two(31, word.suffix3, after.suffix3);
  list.two(32, word.lower, state);
}

/** Tag the sentence [from, to) of a page; the tags go into `tags`. */
export class Tagger {
  readonly features: FeatureList;
  private readonly scores = new Float64Array(TAGS.length);

  private readonly scorer: Scorer;

  constructor(table: Table | PackedRows) {
    this.scorer = scorerOf(table);
    this.features = new FeatureList((1 << table.bits) - 1);
  }

  tag(page: Page, from: number, to: number, tags: Uint8Array): void {
    let last = NO_TAG;
    let beforeLast = NO_TAG;
    for (let i = from; i < to; i++) {
      tagFeatures(this.features, page, i, from, to, last, beforeLast);
      this.scores.fill(0);
      this.scorer.add(this.features.ids, 0, this.features.count, this.scores, 0);
      const tag = best(this.scores, TAGS.length);
      tags[i] = tag;
      beforeLast = last;
      last = tag;
    }
  }
}
