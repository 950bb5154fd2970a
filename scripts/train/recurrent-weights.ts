import { toBytes } from "#lib/models/laned-rows";
import type { RecurrentModel } from "#lib/models/reader-file";
import { TRAIT_ROWS } from "#lib/pipeline/attribute/words/token-inputs";

export interface RecurrentShape {
  readonly words: number;
  readonly dimensions: number;
  readonly hidden: number;
  readonly labels: number;
}

/** A list of weights with its gradient and the running moments of Adam (Kingma and Ba 2015). */
export class Weights {
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(size: number, random: (() => number) | null, reach = 0) {
    this.values = Float32Array.from({ length: size }, () => (random ? (random() * 2 - 1) * reach : 0));
    this.gradient = new Float32Array(size);
    this.mean = new Float32Array(size);
    this.square = new Float32Array(size);
  }

  /** One step on the weights [from, to), whose gradient is then forgotten. */
  step(from: number, to: number, rate: number, decay: number): void {
    const { values, gradient, mean, square } = this;
    for (let i = from; i < to; i++) {
      const g = gradient[i] ?? 0;
      gradient[i] = 0;
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      const v = 0.999 * (square[i] ?? 0) + 0.001 * g * g;
      mean[i] = m;
      square[i] = v;
      values[i] = (values[i] ?? 0) * (1 - rate * decay) - (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
}

/** All weights of a reader while it is trained; see RecurrentModel for their shapes. */
export class RecurrentWeights {
  readonly embeddings: Weights;
  readonly projection: Weights;
  readonly traits: Weights;
  readonly recurrence: readonly [Weights, Weights];
  readonly candidateBias: Weights;
  readonly output: Weights;
  readonly bias: Weights;
  readonly transitions: Weights;
  readonly gates: number;

  constructor(
    readonly shape: RecurrentShape,
    random: () => number,
  ) {
    const { words, dimensions, hidden, labels } = shape;
    this.gates = 6 * hidden;
    this.embeddings = new Weights(words * dimensions, random, 0.1);
    this.projection = new Weights(dimensions * this.gates, random, 0.1);
    this.traits = new Weights(TRAIT_ROWS * this.gates, random, 0.05);
    const recurrence = () => new Weights(hidden * 3 * hidden, random, 0.12);
    this.recurrence = [recurrence(), recurrence()];
    this.candidateBias = new Weights(2 * hidden, null);
    this.output = new Weights(4 * hidden * labels, random, 0.1);
    this.bias = new Weights(labels, null);
    this.transitions = new Weights((labels + 1) * labels, null);
  }

  /** What a RecurrentReader reads with: the traits are rounded, as in the file. */
  model(): RecurrentModel {
    const { dimensions, hidden, labels } = this.shape;
    return {
      hidden,
      dimensions,
      labels,
      embeddings: this.embeddings.values,
      projection: this.projection.values,
      traits: toBytes(this.traits.values),
      recurrence: [this.recurrence[0].values, this.recurrence[1].values],
      candidateBias: this.candidateBias.values,
      output: this.output.values,
      bias: this.bias.values,
      transitions: this.transitions.values,
    };
  }
}
