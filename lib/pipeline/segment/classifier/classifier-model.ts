import type { Trees } from "#lib/models/boosted-trees";
import { decode, encode, type PackedTrees, packTrees, unpackTrees } from "#lib/models/packed-trees";
import { SECOND_NAMES } from "./second-pass";
import type { Transitions } from "./sequence";
import { hash } from "./signatures";
import type { WordModel } from "./word-model";

/** How a model is kept: numbers in base 64, little-endian; no names of features, no words. */
export interface PackedModel {
  readonly version: string;
  /** Hash of the features' names and order: a model fits one program only. */
  readonly features: number;
  readonly sequenceWeight: number;
  readonly bodyBias: number;
  readonly words: { readonly weights: string; readonly scale: number; readonly bias: readonly number[] };
  readonly trees: PackedTrees;
  readonly second: PackedTrees;
  readonly transitions: Transitions;
}

export interface BlockModel {
  readonly version: string;
  readonly sequenceWeight: number;
  readonly bodyBias: number;
  readonly words: WordModel;
  readonly trees: Trees;
  /** Trees that see what the first ones think of the whole page. */
  readonly second: Trees;
  readonly transitions: Transitions;
}

export const featureHash = (): number => hash(SECOND_NAMES.join(" "));

export function pack(model: BlockModel): PackedModel {
  const { words, trees, second } = model;
  return {
    version: model.version,
    features: featureHash(),
    sequenceWeight: model.sequenceWeight,
    bodyBias: model.bodyBias,
    words: { weights: encode(sparse(words.weights)), scale: words.scale, bias: words.bias },
    trees: packTrees(trees),
    second: packTrees(second),
    transitions: model.transitions,
  };
}

/**
 * Throws   RangeError when the weights were trained for other features than this program computes.
 */
export function unpack(packed: PackedModel): BlockModel {
  if (packed.features !== featureHash())
    throw new RangeError("the segment model was trained for other features: run npm run train:segments");
  const { words, trees, second } = packed;
  return {
    version: packed.version,
    sequenceWeight: packed.sequenceWeight,
    bodyBias: packed.bodyBias,
    words: { weights: dense(new Int8Array(decode(words.weights))), scale: words.scale, bias: words.bias },
    trees: unpackTrees(trees),
    second: unpackTrees(second),
    transitions: packed.transitions,
  };
}

/** Runs of zeros as 0 and their length, at most 127: most places in the table are empty. */
function sparse(weights: Int8Array): Int8Array {
  const out: number[] = [];
  for (let i = 0; i < weights.length; ) {
    if (weights[i] !== 0) {
      out.push(weights[i++] ?? 0);
      continue;
    }
    let run = 0;
    while (run < 127 && i < weights.length && weights[i] === 0) {
      run += 1;
      i += 1;
    }
    out.push(0, run);
  }
  return Int8Array.from(out);
}

function dense(packed: Int8Array): Int8Array {
  const out: number[] = [];
  for (let i = 0; i < packed.length; i += 1) {
    const value = packed[i] ?? 0;
    if (value !== 0) {
      out.push(value);
      continue;
    }
    i += 1;
    for (let run = packed[i] ?? 0; run > 0; run -= 1) out.push(0);
  }
  return Int8Array.from(out);
}
