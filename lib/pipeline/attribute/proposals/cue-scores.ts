import type { Scorer } from "#lib/models/table";
import type { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import type { Candidate, WordReading } from "#lib/pipeline/attribute/words/word-reader";
import {
  ARM,
  type CueFeatures,
  FROM_CUE,
  PATH,
  PLACED,
  QUOTING,
  REST,
  STANDING,
  SURENESS,
  WORDING,
} from "./cue-features";
import { PLACES } from "./cue-view";

/** Tokens of a page, and subtrees and ways through a tree, that sums are kept for at a time; powers of two. */
const TOKENS = 512;
const WAYS = 64;
/** A stamp that no page and no cue has. */
const ALWAYS = -1;

/**
 * Sums of feature groups that may come up again, one in each slot. A slot's sum holds for one key, and for as long as
 * its stamp is the current one: that of a page, of a cue, or of none.
 */
class Sums {
  readonly sums: Float64Array;
  private readonly keys: Int32Array;
  private readonly stamps: Int32Array;

  constructor(slots: number, classes: number) {
    this.sums = new Float64Array(slots * classes);
    this.keys = new Int32Array(slots);
    this.stamps = new Int32Array(slots);
  }

  /** Whether the slot holds the sum asked for. Where it doesn't, the caller has to put it there. */
  has(slot: number, key: number, stamp: number): boolean {
    if (this.keys[slot] === key && this.stamps[slot] === stamp) return true;
    this.keys[slot] = key;
    this.stamps[slot] = stamp;
    return false;
  }
}

/** Scores the labels of tokens as seen from candidate cues; sums groups of features once for what is alike in them. */
export class CueScores {
  private readonly standing: Sums;
  private readonly sureness: Sums;
  private readonly fromCue: Sums;
  private readonly wording: Sums;
  private readonly placed: Sums;
  private readonly quoting: Sums;
  private readonly path: Sums;
  private readonly arm: Sums;
  private page = 0;
  private cue = 0;
  readonly scale: number;

  constructor(
    private readonly scorer: Scorer,
    private readonly features: CueFeatures,
  ) {
    this.scale = scorer.scale;
    const sums = (slots: number) => new Sums(slots, scorer.classes);
    this.standing = sums(PLACES << 12);
    this.sureness = sums(PLACES * 6 * 6 * 48);
    this.fromCue = sums(PLACES << 3);
    this.wording = sums(TOKENS * 3);
    this.placed = sums(TOKENS * PLACES);
    this.quoting = sums(PLACES << 12);
    this.path = sums(WAYS * 3);
    this.arm = sums(WAYS * 3);
  }

  open(context: SpanContext, reading: WordReading, candidates: readonly Candidate[]): void {
    this.features.open(context, reading, candidates);
    this.page = (this.page + 1) | 0;
  }

  turnTo(candidate: Candidate): void {
    this.features.turnTo(candidate);
    this.cue = (this.cue + 1) | 0;
  }

  /** Add the sums of token `i`, seen from the cue turned to, to what stands in `out` from `at` on. */
  add(i: number, out: Float64Array, at: number): void {
    const { view, list } = this.features;
    if (!view.look(i)) return;
    const { placeNumber, side, first, between, quote, armNode } = view;
    const token = i & (TOKENS - 1);
    const standing =
      (placeNumber << 12) | (view.far << 9) | (first << 6) | (between << 4) | (view.commas << 2) | quote;
    const sureness =
      ((placeNumber * 6 + view.source) * 6 + view.cueing) * 48 +
      ((view.content << 3) | (between << 1) | view.isCandidate);
    const quoting =
      (placeNumber << 12) |
      (first << 9) |
      (view.touches << 7) |
      (between << 5) |
      (quote << 3) |
      (view.cueQuote << 1) |
      view.isSameQuote;
    // the node tells where its subtree meets the cue's; a token that the cue depends on has none
    const arm = armNode < 0 ? -1 - view.meets : armNode;
    this.recall(this.standing, standing, 0, ALWAYS, STANDING, out, at);
    this.recall(this.sureness, sureness, 0, ALWAYS, SURENESS, out, at);
    this.recall(this.quoting, quoting, 0, ALWAYS, QUOTING, out, at);
    this.recall(this.wording, token * 3 + side, i, this.page, WORDING, out, at);
    this.recall(this.placed, token * PLACES + placeNumber, i, this.page, PLACED, out, at);
    this.recall(this.fromCue, (placeNumber << 3) | first, 0, this.cue, FROM_CUE, out, at);
    this.recall(this.path, (view.path & (WAYS - 1)) * 3 + side, view.path, this.cue, PATH, out, at);
    this.recall(this.arm, (arm & (WAYS - 1)) * 3 + side, arm, this.cue, ARM, out, at);
    list.clear();
    this.features.add(REST);
    this.scorer.add(list.ids, 0, list.count, out, at);
  }

  private recall(
    kept: Sums,
    slot: number,
    key: number,
    stamp: number,
    group: number,
    out: Float64Array,
    at: number,
  ): void {
    const { classes } = this.scorer;
    const from = slot * classes;
    const { sums } = kept;
    if (!kept.has(slot, key, stamp)) {
      const { list } = this.features;
      list.clear();
      this.features.add(group);
      sums.fill(0, from, from + classes);
      this.scorer.add(list.ids, 0, list.count, sums, from);
    }
    for (let k = 0; k < classes; k++) out[at + k] = (out[at + k] ?? 0) + (sums[from + k] ?? 0);
  }
}
