import type { ScaledBytes } from "./laned-rows";
import { type Manifest, type ReaderFile, verifiedBytes } from "./model-file";

/** Hash of a word in lower case -> its number, from 1. */
export type Vocabulary = ReadonlyMap<number, number>;

/**
 * The weights of the word reader, a network that goes through a run of tokens in both directions (gated recurrent
 * units, Cho et al. 2014) and scores each token's labels from what it has gathered there and at the word above it.
 *
 * Shapes   `hidden` is a multiple of 4, the number of traits even; `gates` = 6 × `hidden`: for each direction the update gate, the reset gate and the candidate.
 */
export interface RecurrentModel {
  readonly hidden: number;
  readonly dimensions: number;
  readonly labels: number;
  /** A row of `dimensions` for each word of the vocabulary. */
  readonly embeddings: ArrayLike<number>;
  /** `dimensions` rows of `gates`. */
  readonly projection: ArrayLike<number>;
  /** A row of `gates` for each trait. */
  readonly traits: ScaledBytes;
  /** For each direction, `hidden` rows of 3 × `hidden`: from the state before to the gates. */
  readonly recurrence: readonly [ArrayLike<number>, ArrayLike<number>];
  /** 2 × `hidden`: added to the candidate before the reset gate. */
  readonly candidateBias: ArrayLike<number>;
  /** 4 × `hidden` rows of `labels`: the token's own state in both directions, then that of the token it depends on. */
  readonly output: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  /** The costs from label to label, as `Chain` has them. */
  readonly transitions: Float32Array;
}

type Shape = Pick<ReaderFile, "hidden" | "dimensions" | "labels" | "words">;

/** How many numbers each list of a file has, in their order; the first two are no floats. */
function sizesOf({ hidden, dimensions, labels, words }: Shape, fileBytes: number) {
  const gates = 6 * hidden;
  const embeddings = (words + 1) * dimensions;
  const floats = [
    dimensions * gates,
    3 * hidden * hidden,
    3 * hidden * hidden,
    2 * hidden,
    4 * hidden * labels,
    labels,
  ];
  // the file doesn't say how many traits there are: they fill what the other lists leave
  const others = words * 4 + embeddings + 4 * floats.reduce((sum, size) => sum + size, 0);
  return { embeddings, traits: fileBytes - others, floats };
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
  const sizes = sizesOf(entry, bytes.length);
  const vocabulary = new Map<number, number>();
  let at = 0;
  let hash = -(2 ** 31);
  for (let word = 1; word <= entry.words; word++, at += 4) {
    hash += bytes.readUInt32LE(at);
    vocabulary.set(hash, word);
  }
  const signed = (size: number): Int8Array => {
    const list = Int8Array.from(bytes.subarray(at, at + size));
    at += size;
    return list;
  };
  const embeddings = Float32Array.from(signed(sizes.embeddings), (value) => value * entry.scales.embeddings);
  const traits = { bytes: signed(sizes.traits), scale: entry.scales.traits };
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
