import { type Blend, sureFragments } from "./blend";
import type { RatedProposal } from "./proposal";

/** The share of a content that must be left after surer proposals took theirs, and after doubtful parts went. */
const LEAST_LEFT = 0.4;

export interface Thresholds {
  /** A proposal less probable than this is not chosen. */
  readonly proposal: number;
  /** Blended sureness from which a token that no chosen attribution covers is taken to be reported all the same. */
  readonly content: number;
  /** The same in a sentence in which no chosen attribution has any content. */
  readonly untouched: number;
  /** Blended sureness that a fragment of content, and of a source, must reach to stay. */
  readonly trim: number;
  readonly source: number;
  /** Words that an uncovered stretch must have to be joined to the attribution that it touches. */
  readonly extend: number;
  /** A dropped proposal, and one made on supposition, is not taken in if it is less probable than this. */
  readonly back: number;
  readonly reach: number;
  /** Words that an uncovered stretch must have to stand alone, without cue and source. */
  readonly lone: number;
}

/**
 * Chosen on the training articles, with models that had not seen them: one after the other, for the sum of the scorer's seven
 * F1s, that of sentences counted twice; then `untouched` and `lone` lower, for sentences alone. The model card says what it cost.
 */
export const THRESHOLDS: Thresholds = {
  proposal: 0.25,
  content: 0.44,
  untouched: 0.35,
  trim: 0.2,
  source: 0.2,
  extend: 6,
  back: 0.1,
  reach: 0.05,
  lone: 6,
};

/**
 * Choose among proposals: each token is content or cue of one attribution at most, and the surer proposal has it.
 * A source may stand behind several attributions.
 */
export function choose(
  proposals: readonly RatedProposal[],
  sure: Blend,
  limits: Thresholds = THRESHOLDS,
): RatedProposal[] {
  const taken = new Uint8Array(sure.content.length);
  const ordered = [...proposals].sort(
    (a, b) => b.probability - a.probability || a.candidate.start - b.candidate.start,
  );
  const chosen: RatedProposal[] = [];
  for (const proposal of ordered) {
    if (proposal.probability < limits.proposal) break;
    const isFree = (i: number) => taken[i] !== 1;
    const content = sureFragments(proposal.content.filter(isFree), sure.content, limits.trim);
    const cue = proposal.cue.filter(isFree);
    const source = sureFragments(proposal.source.filter(isFree), sure.source, limits.source);
    if (cue.length === 0 || content.length < LEAST_LEFT * proposal.content.length) continue;
    for (const i of content) taken[i] = 1;
    for (const i of cue) taken[i] = 1;
    chosen.push({ ...proposal, content, cue, source });
  }
  return chosen.sort((a, b) => a.candidate.start - b.candidate.start);
}
