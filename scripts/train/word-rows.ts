import { hashText } from "#lib/models/hash";
import { readWordVectors } from "./word-vectors";

/** A word's vector. */
export type WordRow = ArrayLike<number>;

/** So many words, the most frequent ones, have a vector to the meaning reader. */
const WORDS = 20_000;

/** Word vectors by the hash of the word in lower case, most frequent first; of words that are written alike the most frequent counts. */
export function wordRows(): { words: Map<number, WordRow>; width: number } {
  const { words, vectors, dimensions } = readWordVectors();
  const rows = new Map<number, WordRow>();
  for (const word of words.slice(0, WORDS)) {
    const [hash, vector] = [hashText(word.toLowerCase()), vectors[word]];
    if (vector !== undefined && !rows.has(hash))
      rows.set(hash, Float32Array.from(vector.slice(0, dimensions)));
  }
  return { words: rows, width: dimensions };
}
