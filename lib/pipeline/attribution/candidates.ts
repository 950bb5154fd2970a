import { IS_SYMBOL } from "#lib/pipeline/language/document";
import type { PackedRows } from "#lib/pipeline/language/packed-rows";
import type { Scorer, Table } from "#lib/pipeline/language/table";
import { Chain, type ChainModel, type Emissions, type Encoded } from "./chain";
import type { SpanPage } from "./span-features";

/** Labels of the first model: O, then B and I of source, cue, content. */
export const SPAN_LABELS = 7;
const CUE_BEGINS = 3;
const CUE_GOES_ON = 4;

/** What the first model thinks of a page: its best label for each token, and how probable each role is (0 to 1). */
export interface FirstReading {
  readonly best: Uint8Array;
  readonly source: Float32Array;
  readonly cue: Float32Array;
  readonly content: Float32Array;
}

/** A stretch of tokens [start, end) that may be a cue; `head` is the token that the rest of it depends on. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

/** Weight given to cues when candidates are drawn: the second model can drop one, but never add one. */
const GENEROSITY = 3;
const BIAS = Float64Array.of(0, 0, 0, GENEROSITY, GENEROSITY, 0, 0);

export class FirstReader {
  private readonly chain: Chain;

  constructor(model: ChainModel<Table | PackedRows>) {
    this.chain = new Chain(model);
  }

  /** What sums the rows of the model. */
  get scorer(): Scorer {
    return this.chain.scorer;
  }

  /** Read a page whose tokens' features are at hand, or are scored one token after the other, which takes no room. */
  read(page: SpanPage, tokens: Encoded | Emissions): { reading: FirstReading; candidates: Candidate[] } {
    const n = page.tokens.count;
    const best = new Uint8Array(n);
    const generous = new Uint8Array(n);
    const all = new Float32Array(n * SPAN_LABELS);
    const { paragraphs } = page.layout;
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const from = paragraphs[p] ?? 0;
      const to = paragraphs[p + 1] ?? 0;
      if (to <= from) continue;
      if ("ids" in tokens) this.chain.score(tokens, from, to);
      else this.chain.scoreBy(tokens, from, to);
      this.chain.best(to - from, best, from);
      this.chain.best(to - from, generous, from, BIAS);
      this.chain.marginals(to - from, all, from);
    }
    const role = (k: number): Float32Array => {
      const out = new Float32Array(n);
      for (let i = 0; i < n; i++)
        out[i] = (all[i * SPAN_LABELS + k] ?? 0) + (all[i * SPAN_LABELS + k + 1] ?? 0);
      return out;
    };
    const reading = { best, source: role(1), cue: role(CUE_BEGINS), content: role(5) };
    return { reading, candidates: candidatesIn(page, generous) };
  }
}

function candidatesIn(page: SpanPage, labels: Uint8Array): Candidate[] {
  const out: Candidate[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== CUE_BEGINS && labels[i] !== CUE_GOES_ON) continue;
    let end = i + 1;
    while (labels[end] === CUE_GOES_ON) end++;
    out.push({ start: i, end, head: headOf(page, i, end) });
    i = end - 1;
  }
  return out;
}

/** The token of [start, end) that depends on a token outside it; a word rather than a mark. */
export function headOf(page: SpanPage, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const head = page.heads[i] ?? -1;
    const isMark = ((page.lexemes[i]?.traits ?? 0) & IS_SYMBOL) !== 0;
    if ((head < start || head >= end) && !isMark) return i;
  }
  return start;
}

/** The index of the first candidate that starts at token `at` or later; candidates stand in the order of the text. */
export function firstFrom(candidates: readonly Candidate[], at: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
