import { FeatureList } from "#lib/models/features";
import type { PackedRows } from "#lib/models/packed-rows";
import { best, type Scorer, scorerOf, type Table } from "#lib/models/table";
import { moveFeatures, relationFeatures } from "./parse-features";
import { MOVES, ParseState } from "./parse-state";

/** Universal Dependencies (version 1) relations as CoreNLP writes them. Order is part of the model. */
export const RELATIONS = [
  "root",
  "punct",
  "case",
  "nmod",
  "nsubj",
  "det",
  "compound",
  "amod",
  "dobj",
  "advmod",
  "mark",
  "aux",
  "cc",
  "conj",
  "nmod:poss",
  "ccomp",
  "xcomp",
  "advcl",
  "cop",
  "dep",
  "acl:relcl",
  "nummod",
  "acl",
  "neg",
  "appos",
  "auxpass",
  "nsubjpass",
  "nmod:tmod",
  "compound:prt",
  "parataxis",
  "mwe",
  "expl",
  "nmod:npmod",
  "csubj",
  "iobj",
  "det:predet",
  "cc:preconj",
  "discourse",
  "csubjpass",
] as const;

const LONGEST = 256;

/** A greedy arc-hybrid parser: time linear in the sentence. */
export class Parser {
  readonly state = new ParseState(LONGEST);
  readonly features: FeatureList;
  private readonly relationList: FeatureList;
  private readonly moveScores = new Float64Array(MOVES);
  private readonly relationScores = new Float64Array(RELATIONS.length);

  private readonly moves: Scorer;
  private readonly relations: Scorer;

  constructor(moves: Table | PackedRows, relations: Table | PackedRows) {
    this.moves = scorerOf(moves);
    this.relations = scorerOf(relations);
    this.features = new FeatureList((1 << moves.bits) - 1);
    this.relationList = new FeatureList((1 << relations.bits) - 1);
  }

  /**
   * Parse the tokens [from, to), at most 250. `heads` gets token indexes, -1 for the root of the sentence;
   * `relations` gets indexes into RELATIONS.
   */
  parse(
    words: Int32Array,
    tags: Uint8Array,
    from: number,
    to: number,
    heads: Int32Array,
    relations: Uint8Array,
  ): void {
    const { state } = this;
    const n = to - from;
    for (let i = 0; i < n; i++) {
      state.words[i] = words[from + i] ?? 0;
      state.tags[i] = tags[from + i] ?? 0;
    }
    state.begin(n);
    while (!state.isDone()) state.apply(this.bestMove());
    for (let i = 0; i < n; i++) {
      const head = state.heads[i] ?? n;
      heads[from + i] = head >= n ? -1 : from + head;
      relations[from + i] = head >= n ? 0 : this.relation(i);
    }
  }

  private bestMove(): number {
    const only = this.state.onlyMove();
    if (only >= 0) return only;
    moveFeatures(this.features, this.state);
    this.moveScores.fill(0);
    this.moves.add(this.features.ids, 0, this.features.count, this.moveScores, 0);
    let top = -1;
    for (let move = 0; move < MOVES; move++) {
      if (!this.state.may(move)) continue;
      if (top < 0 || (this.moveScores[move] ?? 0) > (this.moveScores[top] ?? 0)) top = move;
    }
    return top;
  }

  private relation(child: number): number {
    relationFeatures(this.relationList, this.state, child);
    this.relationScores.fill(0);
    this.relations.add(this.relationList.ids, 0, this.relationList.count, this.relationScores, 0);
    return best(this.relationScores, RELATIONS.length);
  }
}
