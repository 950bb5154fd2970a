import type { MatchReason, Relation } from "#lib/domain/matching";
import type { Facts } from "./facts";
import { type Likelihood, likelihoodOf } from "./judge";
import { type MatchModel, matchModel } from "./match-model";
import { reasonsFor } from "./reasons";

/**
 * What is likely joined wrongly, and what was likely missed. Pure. One pair of wordings is judged wrongly too often to bother anybody with it: so
 * what is compared is what two sides say in several wordings, on the average.
 */

/** So many wordings of a side are compared; what stands behind them is left out. */
export const MOST_COMPARED = 4;
/** Of a hundred wordings that were joined rightly, two are less likely the same than this (measured: docs/models/matching.md). */
const UNLIKE = 0.1;

export interface Doubted {
  /** How likely the two sides are the same: the mean over their wordings, 0 to 1. */
  readonly score: number;
  /** The places of the two wordings that say why. */
  readonly at: number;
  readonly otherAt: number;
  readonly relation: Relation;
  readonly reasons: readonly MatchReason[];
}

interface Pair extends Likelihood {
  readonly at: number;
  readonly otherAt: number;
}

/**
 * A part of a claim and the rest of it, each with the wording first that it stands for. Likely not the same: neither these two, nor all of them on the average; the
 * reasons are those of the two. Null where nothing is doubted, and where a side says nothing.
 */
export function wronglyJoined(
  part: readonly Facts[],
  rest: readonly Facts[],
  model: MatchModel = matchModel(),
): Doubted | null {
  const [first] = pairsOf(part.slice(0, 1), rest.slice(0, 1), model);
  if (first === undefined || first.score >= UNLIKE) return null;
  const score = meanOf(pairsOf(part, rest, model));
  return score >= UNLIKE ? null : doubted(first, score, part, rest);
}

/** Two claims that are likely the same: called SAME on the average of their wordings. The reasons are those of the two that are nearest. */
export function likelyMissed(
  one: readonly Facts[],
  other: readonly Facts[],
  model: MatchModel = matchModel(),
): Doubted | null {
  const pairs = pairsOf(one, other, model);
  const score = meanOf(pairs);
  const nearest = pairs.reduce((best: Pair | undefined, pair) => {
    return best === undefined || pair.score > best.score ? pair : best;
  }, undefined);
  return nearest === undefined || score < model.sameFloor ? null : doubted(nearest, score, one, other);
}

function pairsOf(one: readonly Facts[], other: readonly Facts[], model: MatchModel): Pair[] {
  return one
    .slice(0, MOST_COMPARED)
    .flatMap((a, at) =>
      other.slice(0, MOST_COMPARED).map((b, otherAt) => ({ at, otherAt, ...likelihoodOf(a, b, model) })),
    );
}

const meanOf = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, { score }) => sum + score, 0) / Math.max(pairs.length, 1);

function doubted(
  { at, otherAt, relation }: Pair,
  score: number,
  one: readonly Facts[],
  other: readonly Facts[],
): Doubted | null {
  const [a, b] = [one[at], other[otherAt]];
  if (a === undefined || b === undefined) return null;
  return { score, at, otherAt, relation, reasons: reasonsFor(a, b) };
}
