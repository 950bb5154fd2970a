import type { Trees } from "#lib/models/boosted-trees";
import { matchWeights } from "#lib/models/match-weights";
import { type PackedTrees, packTrees, unpackTrees } from "#lib/models/packed-trees";

/** The judge of pairs: trees over what differs, and the floors that go with them. */
export interface MatchModel {
  /** Of the weights, and of the rules around them. Claims that were looked over by another version are looked over again. */
  readonly version: string;
  /** The differences that the trees ask for, in the order of their columns. */
  readonly names: readonly string[];
  readonly trees: Trees;
  /** From here on a pair is called SAME: chosen for the best F1 on groups that training didn't see. */
  readonly sameFloor: number;
  /** From here on two statements may be joined without asking: at most 1 % of contradictions and repeated promises come that far. */
  readonly joinFloor: number;
  /** From here on a join is proposed. */
  readonly proposalFloor: number;
}

export type PackedMatchModel = Omit<MatchModel, "trees"> & { readonly trees: PackedTrees };

export const packMatchModel = (model: MatchModel): PackedMatchModel => ({
  ...model,
  trees: packTrees(model.trees),
});

/**
 * Of what a statement is taken apart into, and of the rules that hold a relation back: raised whenever `version.test.ts` says that answers changed. Where keys changed too, a
 * migration sets `isKeyed` to false for all wordings.
 */
const RULES = 2;

let model: MatchModel | null = null;

/** The shipped weights, read once. */
export function matchModel(): MatchModel {
  model ??= {
    ...matchWeights,
    version: `${matchWeights.version}.${RULES}`,
    trees: unpackTrees(matchWeights.trees),
  };
  return model;
}
