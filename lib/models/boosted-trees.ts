/**
 * Regression trees in flat arrays. Inner node k: go left where `row[feature[k]] <= threshold[k]`. `left` and `right` hold an
 * inner node's index, or -1 - the index of a leaf.
 */
export interface Trees {
  /** The root of each tree, as `left` writes it; tree r * types + t votes for type t. */
  readonly roots: Int32Array;
  readonly feature: Uint16Array;
  readonly threshold: Float32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly leaves: Float32Array;
}

/** The sum of all trees' votes for each type. */
export function treeScores(trees: Trees, row: Float32Array, types: number): number[] {
  const { roots, feature, threshold, left, right, leaves } = trees;
  const scores = new Array<number>(types).fill(0);
  for (let tree = 0; tree < roots.length; tree += 1) {
    let at = roots[tree] ?? -1;
    while (at >= 0) {
      const goesLeft = (row[feature[at] ?? 0] ?? 0) <= (threshold[at] ?? 0);
      at = (goesLeft ? left[at] : right[at]) ?? -1;
    }
    const type = tree % types;
    scores[type] = (scores[type] ?? 0) + (leaves[-1 - at] ?? 0);
  }
  return scores;
}
