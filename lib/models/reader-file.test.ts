import { expect, test } from "vitest";
import type { ReaderFile } from "./model-file";
import { packReader, unpackReader } from "./reader-file";

test("a packed reader unpacks to the same words and weights", () => {
  const [hidden, dimensions, labels] = [4, 2, 3];
  const hashes = [-2_000_000_000, -7, 12, 2_100_000_000];
  const embeddings = Int8Array.from({ length: 5 * dimensions }, (_, i) => (i % 2 === 0 ? i : -i));
  const traits = Int8Array.from({ length: 7 * 6 * hidden }, (_, i) => (i % 255) - 127);
  const sizes = [dimensions * 24, 48, 48, 8, 48, 3];
  const floats = sizes.map((size, k) => Float32Array.from({ length: size }, (_, i) => k + i / 8));
  const entry: ReaderFile = {
    file: "reader.bin",
    sha256: "",
    bytes: 0,
    hidden,
    dimensions,
    labels,
    words: hashes.length,
    scales: { embeddings: 0.5, traits: 0.25 },
    transitions: [1, 2],
  };
  const { model, vocabulary } = unpackReader(
    Buffer.from(packReader(hashes, embeddings, traits, floats)),
    entry,
  );
  expect([...vocabulary]).toEqual(hashes.map((hash, i) => [hash, i + 1]));
  expect(Array.from(model.embeddings)).toEqual(Array.from(embeddings, (value) => value * 0.5));
  expect(model.traits).toEqual({ bytes: traits, scale: 0.25 });
  const { projection, recurrence, candidateBias, output, bias } = model;
  expect([projection, ...recurrence, candidateBias, output, bias]).toEqual(floats);
});
