import { IS_SYMBOL } from "#lib/english/treebank/document";
import type { RecurrentModel, Vocabulary } from "#lib/models/reader-file";
import { Chain, type Emissions } from "./chain";
import { LONGEST_RUN, type PlacedRun, RecurrentReader } from "./recurrent";
import type { SpanContext, SpanPage } from "./span-context";
import { tokenInputs } from "./token-inputs";

/** Labels of the word reader: O, then B and I of source, cue, content. */
export const SPAN_LABELS = 7;
const CUE_BEGINS = 3;
const CUE_GOES_ON = 4;

/** What the word reader thinks of a page: its best label for each token, and how probable each role is (0 to 1). */
export interface WordReading {
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

/** Weight given to cues when candidates are drawn: the cue reader can drop one, but never add one. */
const GENEROSITY = 0.5;
const BIAS = Float64Array.of(0, 0, 0, GENEROSITY, GENEROSITY, 0, 0);

/** So many runs are scored at a time, those of like length side by side. */
const RUNS = 32;

/** Label scores that stand in a list already, one token after the other. */
class Scored implements Emissions {
  readonly scale = 1;

  constructor(private readonly scores: Float32Array) {}

  add(i: number, out: Float64Array, at: number): void {
    for (let k = 0; k < SPAN_LABELS; k++) out[at + k] = this.scores[i * SPAN_LABELS + k] ?? 0;
  }
}

/** Reads a page paragraph by paragraph: which words are a source, a cue, a content. */
export class WordReader {
  private readonly chain: Chain;
  private readonly reader: RecurrentReader;

  constructor(
    model: RecurrentModel,
    private readonly vocabulary: Vocabulary,
  ) {
    this.chain = new Chain(SPAN_LABELS, model.transitions);
    this.reader = new RecurrentReader(model);
  }

  read(context: SpanContext): { reading: WordReading; candidates: Candidate[] } {
    const { page } = context;
    const n = page.tokens.count;
    const best = new Uint8Array(n);
    const generous = new Uint8Array(n);
    const scores = new Float32Array(n * SPAN_LABELS);
    const all = new Float32Array(n * SPAN_LABELS);
    const scored = new Scored(scores);
    this.score(context, scores);
    const { paragraphs } = page.layout;
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const from = paragraphs[p] ?? 0;
      const to = paragraphs[p + 1] ?? 0;
      if (to <= from) continue;
      this.chain.score(scored, from, to);
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

  /** Write the label scores of all tokens of a page. */
  private score(context: SpanContext, scores: Float32Array): void {
    const { paragraphs } = context.page.layout;
    let runs: PlacedRun[] = [];
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const to = paragraphs[p + 1] ?? 0;
      for (let at = paragraphs[p] ?? 0; at < to; at += LONGEST_RUN) {
        const inputs = tokenInputs(context, this.vocabulary, at, Math.min(to, at + LONGEST_RUN));
        runs.push({ inputs, at: at * SPAN_LABELS });
      }
      if (runs.length < RUNS && p + 2 < paragraphs.length) continue;
      this.reader.score(runs, scores);
      runs = [];
    }
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
