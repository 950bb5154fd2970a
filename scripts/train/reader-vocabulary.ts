import { hashText } from "#lib/models/hash";
import type { Vocabulary } from "#lib/models/reader-file";
import { randomFrom } from "./random";
import { readWordVectors } from "./word-vectors";

const WORDS = 20_000;
const ROUNDS = 60;
/** The root mean square of the first embeddings. */
const SPREAD = 0.5;

/** The vocabulary, and for each of its words (the unknown one first) `dimensions` numbers to begin with. */
export function readerVocabulary(dimensions: number): { vocabulary: Vocabulary; embeddings: Float32Array } {
  const { words, vectors, dimensions: width } = readWordVectors();
  const chosen = words.filter((word) => /^[a-z.,:;"'’“”$%()!?-][a-z'-]*$/.test(word)).slice(0, WORDS);
  const vocabulary = new Map<number, number>();
  const rows = [new Float32Array(width)];
  for (const word of chosen) {
    const hash = hashText(word);
    if (vocabulary.has(hash)) continue;
    vocabulary.set(hash, rows.length);
    rows.push(Float32Array.from((vectors[word] ?? []).slice(0, width)));
  }
  return { vocabulary, embeddings: project(rows, width, dimensions) };
}

/** The rows in the `dimensions` directions in which they differ most (principal components, by orthogonal iteration). */
function project(rows: readonly Float32Array[], width: number, dimensions: number): Float32Array {
  const mean = new Float64Array(width);
  for (const row of rows)
    for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (row[k] ?? 0) / rows.length;
  const centred = rows.map((row) => Float64Array.from(row, (value, k) => value - (mean[k] ?? 0)));
  const axes = principalAxes(covariance(centred, width), width, dimensions);
  const out = new Float32Array(rows.length * dimensions);
  let squares = 0;
  centred.forEach((row, r) => {
    axes.forEach((axis, k) => {
      const value = dot(row, axis);
      out[r * dimensions + k] = value;
      squares += value * value;
    });
  });
  const scale = SPREAD / Math.sqrt(squares / out.length);
  return out.map((value) => value * scale);
}

function covariance(rows: readonly Float64Array[], width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (const row of rows) {
    for (let a = 0; a < width; a++) {
      const value = row[a] ?? 0;
      for (let b = 0; b < width; b++)
        out[a * width + b] = (out[a * width + b] ?? 0) + (value * (row[b] ?? 0)) / rows.length;
    }
  }
  return out;
}

function principalAxes(matrix: Float64Array, width: number, count: number): Float64Array[] {
  const random = randomFrom(3);
  let axes = Array.from({ length: count }, () => Float64Array.from({ length: width }, () => random() - 0.5));
  for (let round = 0; round < ROUNDS; round++) {
    axes = axes.map((axis) =>
      Float64Array.from({ length: width }, (_, a) => dot(matrix.subarray(a * width, (a + 1) * width), axis)),
    );
    axes.forEach((axis, i) => {
      for (const earlier of axes.slice(0, i)) {
        const shared = dot(earlier, axis);
        for (let a = 0; a < width; a++) axis[a] = (axis[a] ?? 0) - shared * (earlier[a] ?? 0);
      }
      const length = Math.sqrt(dot(axis, axis)) || 1;
      for (let a = 0; a < width; a++) axis[a] = (axis[a] ?? 0) / length;
    });
  }
  return axes;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
