import { FeatureList } from "#lib/models/features";
import { mix } from "#lib/models/hash";
import type { PackedRows } from "#lib/models/packed-rows";
import { best, type Scorer, scorerOf, type Table } from "#lib/models/table";
import { NO_TAG } from "./tagger";

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

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const MOVES = 3;
const NO_WORD = 7;

/** One sentence on its way to a tree: stack, next word, arcs so far. Word `length` is the artificial root. */
export class ParseState {
  length = 0;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly stack: Int32Array;
  depth = 0;
  next = 0;
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly left2: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;

  constructor(most: number) {
    const ints = () => new Int32Array(most + 2);
    this.words = ints();
    this.tags = ints();
    this.heads = ints();
    this.stack = ints();
    this.leftmost = ints();
    this.rightmost = ints();
    this.left2 = ints();
    this.right2 = ints();
    this.leftCount = ints();
    this.rightCount = ints();
  }

  /** Begin a sentence whose `words` and `tags` the caller has filled in up to `length`. */
  begin(length: number): void {
    this.length = length;
    this.words[length] = 99;
    this.tags[length] = NO_TAG - 2;
    this.depth = 0;
    this.next = 0;
    for (const list of [this.heads, this.leftmost, this.rightmost, this.left2, this.right2]) {
      list.fill(-1, 0, length + 1);
    }
    this.leftCount.fill(0, 0, length + 1);
    this.rightCount.fill(0, 0, length + 1);
  }

  isDone(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  may(move: number): boolean {
    if (move === SHIFT) return this.next < this.length;
    return move === LEFT ? this.depth > 0 : this.depth > 1;
  }

  apply(move: number): void {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stack[this.depth - 1] ?? 0;
    this.attach(move === LEFT ? this.next : (this.stack[this.depth - 2] ?? 0), child);
    this.depth--;
  }

  private attach(head: number, child: number): void {
    this.heads[child] = head;
    if (head > child) {
      const first = this.leftmost[head] ?? -1;
      this.left2[head] = first;
      if (first < 0 || child < first) this.leftmost[head] = child;
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
    } else {
      this.right2[head] = this.rightmost[head] ?? -1;
      this.rightmost[head] = child;
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
    }
  }
}

function least(value: number, cap: number): number {
  return value < cap ? value : cap;
}

/** `list[i]`, or `none` where there is no such token. No closure: this runs for every move. */
function linked(list: Int32Array, i: number, none: number): number {
  return i < 0 ? none : (list[i] ?? none);
}

/** The features of the next move (after Zhang & Nivre 2011, for the arc-hybrid system). */
export function moveFeatures(list: FeatureList, s: ParseState): void {
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] ?? -1) : -1;
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] ?? -1) : -1;
  const s2 = s.depth > 2 ? (s.stack[s.depth - 3] ?? -1) : -1;
  const end = s.length + 1;
  const b0 = s.next < end ? s.next : -1;
  const b1 = s.next + 1 < end ? s.next + 1 : -1;
  const b2 = s.next + 2 < end ? s.next + 2 : -1;
  const gap = s0 < 0 || b0 < 0 ? 0 : least(b0 - s0, 7);
  const left0 = s0 < 0 ? 0 : least(s.leftCount[s0] ?? 0, 4);
  const right0 = s0 < 0 ? 0 : least(s.rightCount[s0] ?? 0, 4);
  const leftB = b0 < 0 ? 0 : least(s.leftCount[b0] ?? 0, 4);
  const ws0 = linked(s.words, s0, NO_WORD);
  const ws1 = linked(s.words, s1, NO_WORD);
  const wb0 = linked(s.words, b0, NO_WORD);
  const wb1 = linked(s.words, b1, NO_WORD);
  const ts0 = linked(s.tags, s0, NO_TAG);
  const ts1 = linked(s.tags, s1, NO_TAG);
  const ts2 = linked(s.tags, s2, NO_TAG);
  const tb0 = linked(s.tags, b0, NO_TAG);
  const tb1 = linked(s.tags, b1, NO_TAG);
  const tb2 = linked(s.tags, b2, NO_TAG);
  const s0l = linked(s.leftmost, s0, -1);
  const s0r = linked(s.rightmost, s0, -1);
  const s1r = linked(s.rightmost, s1, -1);
  const b0l = linked(s.leftmost, b0, -1);
  list.clear();
  list.one(1, 0);
  list.one(2, ws0);
  list.one(3, wb0);
  list.one(4, ws1);
  list.one(5, wb1);
  list.one(6, linked(s.words, b2, NO_WORD));
  list.two(7, ws0, ts0);
  list.two(8, wb0, tb0);
  list.two(9, ts0, tb0);
  list.two(10, ws0, wb0);
  list.three(11, ws0, ts0, tb0);
  list.three(12, ts0, wb0, tb0);
  list.two(13, ws0, tb0);
  list.two(14, ts0, wb0);
  list.three(15, tb0, tb1, tb2);
  list.three(16, ts0, tb0, tb1);
  list.three(17, ts1, ts0, tb0);
  list.three(18, ts2, ts1, ts0);
  list.two(19, ws1, ws0);
  list.two(20, ts1, ts0);
  list.three(21, ts1, ws0, tb0);
  list.three(22, ts1, ts0, wb0);
  list.two(23, ws1, wb0);
  list.three(24, ws1, ts0, tb0);
  list.three(25, ts0, linked(s.tags, s0l, NO_TAG), tb0);
  list.three(26, ts0, linked(s.tags, s0r, NO_TAG), tb0);
  list.three(27, ts0, tb0, linked(s.tags, b0l, NO_TAG));
  list.three(28, ts0, linked(s.tags, s0l, NO_TAG), linked(s.tags, linked(s.left2, s0, -1), NO_TAG));
  list.three(29, ts0, linked(s.tags, s0r, NO_TAG), linked(s.tags, linked(s.right2, s0, -1), NO_TAG));
  list.three(30, ts1, linked(s.tags, s1r, NO_TAG), ts0);
  list.three(31, tb0, linked(s.tags, b0l, NO_TAG), linked(s.tags, linked(s.left2, b0, -1), NO_TAG));
  list.three(32, ts0, tb0, gap);
  list.three(33, ws0, wb0, gap);
  list.two(34, ws0, left0);
  list.two(35, ws0, right0);
  list.two(36, ts0, left0);
  list.two(37, ts0, right0);
  list.two(38, wb0, leftB);
  list.two(39, tb0, leftB);
  list.three(40, linked(s.words, s0r, NO_WORD), ts0, tb0);
  list.three(41, linked(s.words, b0l, NO_WORD), tb0, ts0);
  list.two(42, gap, ts0);
  list.three(43, ws0, tb0, tb1);
  list.two(44, wb0, wb1);
  list.three(45, ts0, ts1, linked(s.tags, s0r, NO_TAG));
  list.two(46, linked(s.words, s1r, NO_WORD), ws0);
  list.three(47, mix(ts1, ts0), tb0, tb1);
  list.three(48, mix(ts2, ts1), ts0, tb0);
  list.three(49, ws0, mix(linked(s.tags, s0r, NO_TAG), right0), tb0);
  list.three(50, ws1, mix(ts0, linked(s.tags, s1r, NO_TAG)), tb0);
  list.three(51, mix(ts0, tb0), mix(tb1, tb2), gap);
  list.two(52, linked(s.words, s2, NO_WORD), mix(ts1, ts0));
}

/** -1 for a token after the last one. */
function upTo(i: number, last: number): number {
  return i > last ? -1 : i;
}

/** The features of the relation between `child` and its head, once the whole tree stands. */
export function relationFeatures(list: FeatureList, s: ParseState, child: number): void {
  const n = s.length;
  const head = s.heads[child] ?? n;
  const side = head >= n ? 2 : head < child ? 0 : 1;
  const wc = linked(s.words, upTo(child, n), NO_WORD);
  const wh = linked(s.words, upTo(head, n), NO_WORD);
  const tc = linked(s.tags, upTo(child, n), NO_TAG);
  const th = linked(s.tags, upTo(head, n), NO_TAG);
  const pair = mix(th, side);
  const left = s.leftmost[child] ?? -1;
  const right = s.rightmost[child] ?? -1;
  const headLeft = s.leftmost[head] ?? -1;
  const headRight = s.rightmost[head] ?? -1;
  const grand = head < n ? (s.heads[head] ?? n) : -1;
  list.clear();
  list.one(1, side);
  list.two(2, wc, side);
  list.two(3, wh, side);
  list.two(4, tc, pair);
  list.two(5, wc, wh);
  list.two(6, wc, pair);
  list.three(7, tc, wh, side);
  list.three(8, tc, pair, least(Math.abs(head - child), 6));
  list.three(9, tc, linked(s.tags, upTo(left, n), NO_TAG), side);
  list.two(10, linked(s.words, upTo(left, n), NO_WORD), pair);
  list.three(11, linked(s.words, upTo(left, n), NO_WORD), tc, side);
  list.three(12, tc, linked(s.tags, upTo(child - 1, n), NO_TAG), pair);
  list.three(13, tc, linked(s.tags, upTo(child + 1, n), NO_TAG), pair);
  list.three(14, least(s.leftCount[head] ?? 0, 4), tc, pair);
  list.three(15, linked(s.words, upTo(child + 1, n), NO_WORD), tc, th);
  list.three(16, linked(s.words, upTo(child - 1, n), NO_WORD), tc, th);
  list.three(17, linked(s.tags, upTo(right, n), NO_TAG), tc, pair);
  list.three(18, linked(s.tags, upTo(left, n), NO_TAG), mix(tc, th), linked(s.tags, upTo(right, n), NO_TAG));
  list.three(19, headLeft === child ? 99 : linked(s.tags, upTo(headLeft, n), NO_TAG), tc, pair);
  list.three(20, headRight === child ? 99 : linked(s.tags, upTo(headRight, n), NO_TAG), tc, pair);
  list.three(21, linked(s.tags, upTo(grand, n), NO_TAG), tc, pair);
  list.three(22, linked(s.words, upTo(s.left2[child] ?? -1, n), NO_WORD), tc, th);
  list.three(23, linked(s.words, upTo(head - 1, n), NO_WORD), tc, pair);
  list.three(24, linked(s.tags, upTo(head + 1, n), NO_TAG), tc, pair);
  list.three(25, wh, tc, headLeft === child ? 99 : linked(s.tags, upTo(headLeft, n), NO_TAG));
  list.three(26, linked(s.words, upTo(left, n), NO_WORD), wh, tc);
}

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
