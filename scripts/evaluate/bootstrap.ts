import { randomFrom } from "#scripts/train/random";

const SAMPLES = 200;
const TAIL = Math.floor(SAMPLES * 0.025);

/** Draw `n` pages with replacement, 200 times; each draw is a list of indexes. The same draws every time. */
export function drawPages(n: number): number[][] {
  const random = randomFrom(7);
  return Array.from({ length: SAMPLES }, () => Array.from({ length: n }, () => Math.floor(random() * n)));
}

/** The middle 95 % of what the draws gave (percentile bootstrap), as [low, high]. */
export function interval(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[TAIL] ?? 0, sorted[sorted.length - 1 - TAIL] ?? 0];
}

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
