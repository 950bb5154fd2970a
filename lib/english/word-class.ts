/** Words of one kind, as data: what they have in common, and a sentence in which one of them stands. */
export interface WordClass {
  readonly means: string;
  readonly example: string;
  /** With white space between them. */
  readonly words: string;
}

export function wordsOf({ words }: WordClass): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
