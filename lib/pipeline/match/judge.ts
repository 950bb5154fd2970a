import { type MatchReason, RELATIONS, type Relation } from "#lib/domain/matching";
import { treeScores } from "#lib/models/boosted-trees";
import { differencesOf } from "./differences";
import type { Facts } from "./facts";
import { type MatchModel, matchModel } from "./match-model";
import { reasonsFor } from "./reasons";

export interface Judgement {
  readonly relation: Relation;
  /** How likely it is that the two are the same claim, 0 to 1. */
  readonly score: number;
  /** How likely each of `RELATIONS` is; their sum is 1. */
  readonly chances: readonly number[];
  readonly reasons: readonly MatchReason[];
}

/**
 * What two statements are to each other. Pure, the same in either order, and nothing but the two has a say in it.
 */
export function judge(a: Facts, b: Facts, model: MatchModel = matchModel()): Judgement {
  const differences = differencesOf(a, b);
  const chances = chancesOf(model, differences);
  const relation = relationOf(chances, model.sameFloor);
  return { relation, score: chances[0] ?? 0, chances, reasons: reasonsFor(a, b) };
}

export function chancesOf(model: MatchModel, differences: Readonly<Record<string, number>>): number[] {
  const row = Float32Array.from(model.names, (name) => differences[name] ?? 0);
  const scores = treeScores(model.trees, row, RELATIONS.length);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((power) => power / sum);
}

/** SAME from its own floor on; below it the likeliest of the others. */
export function relationOf(chances: readonly number[], sameFloor: number): Relation {
  if ((chances[0] ?? 0) >= sameFloor) return "SAME";
  let best = 1;
  for (let i = 2; i < chances.length; i += 1) if ((chances[i] ?? 0) > (chances[best] ?? 0)) best = i;
  return RELATIONS[best] ?? "DIFFERENT";
}
