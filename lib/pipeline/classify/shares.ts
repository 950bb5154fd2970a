/** Scores as shares of 1. */
export function softmax(scores: ArrayLike<number>, scale: number): number[] {
  const scaled = Array.from(scores, (score) => score * scale);
  const high = Math.max(...scaled);
  const raised = scaled.map((score) => Math.exp(score - high));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
