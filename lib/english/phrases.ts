import type { Token } from "./tokens";

/** A list of phrases, found in a token list in time linear in its length (for phrases of bounded length). */
export interface PhraseBook {
  /** The first phrase at or after token `from`, the longest where several begin there; null where none is. */
  find(tokens: readonly Token[], from?: number, to?: number): PhraseHit | null;
  /** The longest phrase that begins exactly at token `at`. */
  at(tokens: readonly Token[], at: number): PhraseHit | null;
  all(tokens: readonly Token[]): PhraseHit[];
  /** The words that phrases begin with. */
  readonly beginnings: Iterable<string>;
}

export interface PhraseHit {
  readonly phrase: string;
  /** Token indexes, `[first, last]`, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** Phrases are lower case with straight apostrophes; words are separated by one space; `*` stands for any one word. */
export function phraseBook(phrases: readonly string[]): PhraseBook {
  const byFirst = new Map<string, { phrase: string; words: string[] }[]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, words }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const at = (tokens: readonly Token[], index: number): PhraseHit | null => {
    const token = tokens[index];
    if (token === undefined) return null;
    for (const { phrase, words } of byFirst.get(token.lower) ?? []) {
      const isHere = words.every((word, i) => {
        const other = tokens[index + i];
        return other !== undefined && (word === "*" ? other.kind === "WORD" : other.lower === word);
      });
      if (isHere) return { phrase, first: index, last: index + words.length - 1 };
    }
    return null;
  };
  const find = (tokens: readonly Token[], from = 0, to = tokens.length): PhraseHit | null => {
    for (let i = from; i < to; i += 1) {
      const hit = at(tokens, i);
      if (hit !== null) return hit;
    }
    return null;
  };
  const all = (tokens: readonly Token[]): PhraseHit[] => {
    const hits: PhraseHit[] = [];
    for (let i = 0; i < tokens.length; ) {
      const hit = at(tokens, i);
      if (hit !== null) hits.push(hit);
      i = hit === null ? i + 1 : hit.last + 1;
    }
    return hits;
  };
  return { find, at, all, beginnings: [...byFirst.keys()] };
}
