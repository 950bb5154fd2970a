import { hashText } from "#lib/models/hash";
import type { WordClusters } from "#lib/models/model-file";
import { keep } from "./cache";
import { randomFrom } from "./random";
import { readWordVectors } from "./word-vectors";

const WORDS = 60_000;
const CLUSTERS = 400;
const GROUPS = 40;
const ROUNDS = 12;

function normalised(rows: Float32Array, width: number): Float32Array {
  for (let at = 0; at < rows.length; at += width) {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += (rows[at + d] ?? 0) ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let d = 0; d < width; d++) rows[at + d] = (rows[at + d] ?? 0) / length;
  }
  return rows;
}

/** Spherical k-means (Dhillon and Modha 2001): the nearest centre by cosine, centres are normalised means. */
function cluster(
  rows: Float32Array,
  width: number,
  k: number,
  random: () => number,
): { of: Uint16Array; centres: Float32Array } {
  const n = rows.length / width;
  const centres = new Float32Array(k * width);
  for (let c = 0; c < k; c++) {
    const from = Math.floor(random() * n) * width;
    centres.set(rows.subarray(from, from + width), c * width);
  }
  const of = new Uint16Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < n; i++) {
      let high = -2;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < width; d++) dot += (rows[i * width + d] ?? 0) * (centres[c * width + d] ?? 0);
        if (dot > high) {
          high = dot;
          of[i] = c;
        }
      }
    }
    centres.fill(0);
    for (let i = 0; i < n; i++) {
      const at = (of[i] ?? 0) * width;
      for (let d = 0; d < width; d++) centres[at + d] = (centres[at + d] ?? 0) + (rows[i * width + d] ?? 0);
    }
    normalised(centres, width);
  }
  return { of, centres };
}

/**
 * Group frequent words by the company they keep, so that what was learned of one word serves its like.
 * Reads the JSON file of word vectors that ONRECORD_VECTORS names; keeps hashes and cluster numbers only.
 */
export function clusterWords(seed: number, log: (line: string) => void): void {
  const { words, dimensions, vectors } = readWordVectors();
  const chosen = words.filter((word) => /^[a-z][a-z'-]*$/.test(word)).slice(0, WORDS);
  const rows = new Float32Array(chosen.length * dimensions);
  chosen.forEach((word, i) => {
    rows.set((vectors[word] ?? []).slice(0, dimensions), i * dimensions);
  });
  const random = randomFrom(seed);
  const { of, centres } = cluster(normalised(rows, dimensions), dimensions, CLUSTERS, random);
  const groups = cluster(centres, dimensions, GROUPS, random).of;
  keep("clusters", {
    fine: new Map(chosen.map((word, i) => [hashText(word), (of[i] ?? 0) + 1])),
    groups: Uint8Array.from([0, ...Array.from(groups, (group) => group + 1)]),
  } satisfies WordClusters);
  log(`${chosen.length} words in ${CLUSTERS} clusters, ${GROUPS} groups`);
}
