import type { WordReading } from "#lib/pipeline/attribute/words/word-reader";
import type { RatedProposal } from "./proposal";

/** How sure both models together are of each token's roles (0 to 1): the mean of the two, by tuned shares. */
export interface Blend {
  readonly source: Float32Array;
  readonly cue: Float32Array;
  readonly content: Float32Array;
}

/** The word reader's share in the blend; the rest is the best rated proposal that gives the token the role. */
const SHARE = { source: 0.65, cue: 0.75, content: 0.75 };

function blended(
  first: Float32Array,
  proposals: readonly RatedProposal[],
  role: "source" | "cue" | "content",
): Float32Array {
  const best = new Float32Array(first.length);
  for (const proposal of proposals) {
    for (const i of proposal[role]) if (proposal.probability > (best[i] ?? 0)) best[i] = proposal.probability;
  }
  const share = SHARE[role];
  for (let i = 0; i < best.length; i++) best[i] = share * (first[i] ?? 0) + (1 - share) * (best[i] ?? 0);
  return best;
}

export function blend(reading: WordReading, proposals: readonly RatedProposal[]): Blend {
  return {
    source: blended(reading.source, proposals, "source"),
    cue: blended(reading.cue, proposals, "cue"),
    content: blended(reading.content, proposals, "content"),
  };
}

/** Leave out the fragments of `tokens` (ascending) that are on average less sure than `least`. */
export function sureFragments(tokens: readonly number[], sureness: Float32Array, least: number): number[] {
  const out: number[] = [];
  let from = 0;
  for (let k = 1; k <= tokens.length; k++) {
    if (k < tokens.length && (tokens[k] ?? 0) <= (tokens[k - 1] ?? 0) + 2) continue;
    const fragment = tokens.slice(from, k);
    const sum = fragment.reduce((total, i) => total + (sureness[i] ?? 0), 0);
    if (sum >= least * fragment.length) for (const i of fragment) out.push(i);
    from = k;
  }
  return out;
}
