import type { ContentWord } from "./facts";

/** How much some words say together. */
export const weigh = (words: readonly ContentWord[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);
