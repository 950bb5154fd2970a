import type { Candidate } from "#lib/pipeline/attribute/words/first-reader";

/** What the second model made of one candidate cue: token indexes by role, and probabilities from 0 to 1. */
export interface Proposal {
  readonly candidate: Candidate;
  readonly source: number[];
  readonly cue: number[];
  readonly content: number[];
  /** Mean probability of the labels given to the content, the cue and the source (0 where there is none). */
  readonly contentSureness: number;
  readonly cueSureness: number;
  readonly sourceSureness: number;
}

/** A proposal with the probability that it is an attribution at all (0 to 1). */
export interface Judged extends Proposal {
  readonly probability: number;
}
