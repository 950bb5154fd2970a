/** A linear model over hashed words: one weight a place and type, whole numbers times `scale`. */
export interface WordModel {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: readonly number[];
}

/** Scores of each type (logits) for one block. */
export function wordScores(model: WordModel, row: Int32Array): number[] {
  const types = model.bias.length;
  const scores = new Array<number>(types).fill(0);
  for (const place of row)
    for (let t = 0; t < types; t += 1) scores[t] = (scores[t] ?? 0) + (model.weights[place * types + t] ?? 0);
  // Long lists of names would otherwise shout: the sum grows with the root of their number.
  const norm = model.scale / Math.sqrt(Math.max(1, row.length));
  return scores.map((score, t) => score * norm + (model.bias[t] ?? 0));
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
