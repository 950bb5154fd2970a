import type { Trees } from "./boosted-trees";

/** Trees as a JSON file keeps them: numbers in base 64, little-endian. */
export interface PackedTrees {
  readonly roots: string;
  readonly feature: string;
  readonly threshold: string;
  readonly left: string;
  readonly right: string;
  /** Whole numbers times `scale`. */
  readonly leaves: string;
  readonly scale: number;
}

/** The bytes of an array of numbers, in base 64. */
export const encode = (array: { buffer: ArrayBufferLike; byteOffset: number; byteLength: number }): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

export function decode(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, "base64")).buffer;
}

export function packTrees(trees: Trees): PackedTrees {
  const scale = trees.leaves.reduce((top, leaf) => Math.max(top, Math.abs(leaf)), 1e-6) / 32767;
  return {
    roots: encode(Int16Array.from(trees.roots)),
    feature: encode(trees.feature),
    threshold: encode(trees.threshold),
    left: encode(Int16Array.from(trees.left)),
    right: encode(Int16Array.from(trees.right)),
    leaves: encode(Int16Array.from(trees.leaves, (leaf) => Math.round(leaf / scale))),
    scale,
  };
}

export function unpackTrees(packed: PackedTrees): Trees {
  return {
    roots: Int32Array.from(new Int16Array(decode(packed.roots))),
    feature: new Uint16Array(decode(packed.feature)),
    threshold: new Float32Array(decode(packed.threshold)),
    left: Int32Array.from(new Int16Array(decode(packed.left))),
    right: Int32Array.from(new Int16Array(decode(packed.right))),
    leaves: Float32Array.from(new Int16Array(decode(packed.leaves)), (leaf) => leaf * packed.scale),
  };
}
