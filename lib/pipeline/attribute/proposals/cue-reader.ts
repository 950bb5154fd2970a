import type { PackedRows } from "#lib/models/packed-rows";
import { scorerOf, type Table } from "#lib/models/table";
import { Chain, type ChainModel } from "#lib/pipeline/attribute/words/chain";
import type { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import type { Candidate, WordReading } from "#lib/pipeline/attribute/words/word-reader";
import { CONTENT, CUE_LABELS, type CueFeatures, regionOf } from "./cue-features";
import { CueScores } from "./cue-scores";
import { type Proposal, propose } from "./proposal";

/**
 * Of more candidates than this within so many tokens the rest are left alone: no prose has as many, and every token would
 * be read as often.
 */
const MOST_NEIGHBOURS = 24;
const NEIGHBOURHOOD = 250;

/** What is added to the score of being content where the word reader says that something is reported. */
const SUPPOSITION = 3;

/** Reads a page once for each candidate cue: who is its source, and what its content. */
export class CueReader {
  private readonly chain: Chain;
  private readonly scores: CueScores;

  constructor(
    model: ChainModel<Table | PackedRows>,
    features: CueFeatures,
    private readonly bias?: Float64Array,
  ) {
    this.chain = new Chain(model.table.classes, model.transitions);
    this.scores = new CueScores(scorerOf(model.table), features);
  }

  read(context: SpanContext, reading: WordReading, candidates: readonly Candidate[]): Proposal[] {
    this.scores.open(context, reading, candidates);
    const out: Proposal[] = [];
    for (const [k, candidate] of candidates.entries()) {
      const earlier = candidates[k - MOST_NEIGHBOURS];
      if (earlier && earlier.start > candidate.start - NEIGHBOURHOOD) continue;
      const proposal = this.propose(context, candidate, null);
      if (proposal) out.push(proposal);
    }
    return out;
  }

  /**
   * Read the page that was read last once more for one candidate, on the supposition that the tokens [start, end) are
   * reported. Null where they lie outside the candidate's region.
   */
  readSupposing(context: SpanContext, candidate: Candidate, start: number, end: number): Proposal | null {
    const { from, to } = regionOf(context, candidate);
    return start < from || end > to ? null : this.propose(context, candidate, { start, end });
  }

  private propose(
    context: SpanContext,
    candidate: Candidate,
    supposed: { start: number; end: number } | null,
  ): Proposal | null {
    this.scores.turnTo(candidate);
    const { from, to } = regionOf(context, candidate);
    const n = to - from;
    const labels = new Uint8Array(n);
    const probabilities = new Float32Array(n * CUE_LABELS);
    this.chain.score(this.scores, from, to);
    if (supposed) this.chain.favour(CONTENT, supposed.start - from, supposed.end - from, SUPPOSITION);
    this.chain.best(n, labels, 0, this.bias);
    this.chain.marginals(n, probabilities, 0);
    return propose(candidate, from, labels, n, probabilities);
  }
}
