import type { Candidate } from "#lib/pipeline/attribute/words/word-reader";
import { CONTENT, CUE, CUE_LABELS, SOURCE } from "./cue-features";

/** What the cue reader made of one candidate cue: token indexes by role, and probabilities from 0 to 1. */
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
export interface RatedProposal extends Proposal {
  readonly probability: number;
}

function mean(tokens: readonly number[], from: number, label: number, probabilities: Float32Array): number {
  let sum = 0;
  for (const i of tokens) sum += probabilities[(i - from) * CUE_LABELS + label] ?? 0;
  return tokens.length ? sum / tokens.length : 0;
}

/** Read the labels of a region [from, from + n) into a proposal; null where the model finds nothing reported. */
export function propose(
  candidate: Candidate,
  from: number,
  labels: Uint8Array,
  n: number,
  probabilities: Float32Array,
): Proposal | null {
  const tokens: number[][] = [[], [], [], []];
  for (let i = 0; i < n; i++) tokens[labels[i] ?? 0]?.push(from + i);
  const [, named = [], marked = [], told = []] = tokens;
  const cue = marked.length ? marked : span(candidate.start, candidate.end);
  // Where nothing is marked as the cue the candidate is, whatever else it was read as.
  const isApart = (i: number) => marked.length > 0 || i < candidate.start || i >= candidate.end;
  const [source, content] = [named.filter(isApart), told.filter(isApart)];
  if (content.length === 0) return null;
  return {
    candidate,
    source,
    cue,
    content,
    contentSureness: mean(content, from, CONTENT, probabilities),
    cueSureness: mean(cue, from, CUE, probabilities),
    sourceSureness: mean(source, from, SOURCE, probabilities),
  };
}

function span(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
