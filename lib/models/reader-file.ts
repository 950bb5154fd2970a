import type { RecurrentModel } from "#lib/pipeline/attribution/recurrent";
import { TRAIT_ROWS, type Vocabulary } from "#lib/pipeline/attribution/token-inputs";
import { type Manifest, type ReaderFile, verifiedBytes } from "./model-file";

type Shape = Pick<ReaderFile, "hidden" | "dimensions" | "labels" | "words">;

/** The lists of a file in their order, with how many numbers each has; the first three are no floats. */
function sizesOf({ hidden, dimensions, labels, words }: Shape) {
  const gates = 6 * hidden;
  return {
    embeddings: (words + 1) * dimensions,
    traits: TRAIT_ROWS * gates,
    floats: [
      dimensions * gates,
      3 * hidden * hidden,
      3 * hidden * hidden,
      2 * hidden,
      4 * hidden * labels,
      labels,
    ],
  };
}

/** Bytes of a reader: differences of the ascending word hashes (32 bits), bytes of embeddings and traits, floats of the rest. */
export function packReader(
  hashes: readonly number[],
  embeddings: Int8Array,
  traits: Int8Array,
  floats: readonly Float32Array[],
): Uint8Array {
  const rest = floats.reduce((sum, list) => sum + list.length, 0);
  const bytes = Buffer.alloc(hashes.length * 4 + embeddings.length + traits.length + rest * 4);
  let at = 0;
  let last = -(2 ** 31);
  for (const hash of hashes) {
    at = bytes.writeUInt32LE(hash - last, at);
    last = hash;
  }
  bytes.set(new Uint8Array(embeddings.buffer, embeddings.byteOffset, embeddings.length), at);
  at += embeddings.length;
  bytes.set(new Uint8Array(traits.buffer, traits.byteOffset, traits.length), at);
  at += traits.length;
  for (const list of floats) for (const value of list) at = bytes.writeFloatLE(value, at);
  return bytes;
}

/** The opposite of `packReader`. */
export function unpackReader(
  bytes: Buffer,
  entry: ReaderFile,
): { model: RecurrentModel; vocabulary: Vocabulary } {
  const sizes = sizesOf(entry);
  const vocabulary = new Map<number, number>();
  let at = 0;
  let hash = -(2 ** 31);
  for (let word = 1; word <= entry.words; word++, at += 4) {
    hash += bytes.readUInt32LE(at);
    vocabulary.set(hash, word);
  }
  const scaled = (size: number, scale: number): Float32Array => {
    const list = Float32Array.from({ length: size }, (_, i) => bytes.readInt8(at + i) * scale);
    at += size;
    return list;
  };
  const embeddings = scaled(sizes.embeddings, entry.scales.embeddings);
  const traits = scaled(sizes.traits, entry.scales.traits);
  const [projection, forwards, backwards, candidateBias, output, bias] = sizes.floats.map((size) => {
    const list = Float32Array.from({ length: size }, (_, i) => bytes.readFloatLE(at + i * 4));
    at += size * 4;
    return list;
  });
  const none = new Float32Array(0);
  const model: RecurrentModel = {
    hidden: entry.hidden,
    dimensions: entry.dimensions,
    labels: entry.labels,
    embeddings,
    projection: projection ?? none,
    traits,
    recurrence: [forwards ?? none, backwards ?? none],
    candidateBias: candidateBias ?? none,
    output: output ?? none,
    bias: bias ?? none,
    transitions: Float32Array.from(entry.transitions),
  };
  return { model, vocabulary };
}

export function loadReader(manifest: Manifest): { model: RecurrentModel; vocabulary: Vocabulary } {
  return unpackReader(verifiedBytes("reader", manifest.reader), manifest.reader);
}
