import { type TokenInputs, TRAITS } from "#lib/pipeline/attribute/words/token-inputs";
import { ChainLoss } from "./chain-loss";
import type { RecurrentWeights } from "./recurrent-weights";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Goes through a run as RecurrentReader does, and back again with the error (backpropagation through time). */
export class RecurrentPass {
  private room = 0;
  private inputs = new Float32Array(0);
  private inputErrors = new Float32Array(0);
  /** For each token and direction: update gate, reset gate, candidate, what the reset gate lets through, state. */
  private update = new Float32Array(0);
  private reset = new Float32Array(0);
  private candidate = new Float32Array(0);
  private inner = new Float32Array(0);
  private states = new Float32Array(0);
  private stateErrors = new Float32Array(0);
  private kept = new Float32Array(0);
  private scores = new Float32Array(0);
  private readonly chain: ChainLoss;

  constructor(
    private readonly weights: RecurrentWeights,
    private readonly drop: number,
  ) {
    this.chain = new ChainLoss(weights.shape.labels, weights.transitions);
  }

  /** Add a run's gradients to the weights; returns its loss (negative log likelihood). */
  learn(run: TokenInputs, truth: Uint8Array, random: () => number): number {
    this.makeRoom(run.count);
    this.gather(run);
    this.walk(run.count, 0);
    this.walk(run.count, 1);
    this.label(run, random);
    const loss = this.chain.learn(this.scores, run.count, truth);
    this.unlabel(run, truth);
    this.walkBack(run.count, 0);
    this.walkBack(run.count, 1);
    this.scatter(run);
    return loss;
  }

  private makeRoom(count: number): void {
    if (count <= this.room) return;
    this.room = count * 2;
    const width = this.room * 2 * this.weights.shape.hidden;
    this.inputs = new Float32Array(this.room * this.weights.gates);
    this.inputErrors = new Float32Array(this.room * this.weights.gates);
    this.update = new Float32Array(width);
    this.reset = new Float32Array(width);
    this.candidate = new Float32Array(width);
    this.inner = new Float32Array(width);
    this.states = new Float32Array(width);
    this.stateErrors = new Float32Array(width);
    this.kept = new Float32Array(width);
    this.scores = new Float32Array(this.room * this.weights.shape.labels);
  }

  private gather({ count, words, traits }: TokenInputs): void {
    const { gates, shape, embeddings, projection } = this.weights;
    const { inputs } = this;
    const table = this.weights.traits.values;
    for (let i = 0; i < count; i++) {
      const at = i * gates;
      inputs.fill(0, at, at + gates);
      const word = (words[i] ?? 0) * shape.dimensions;
      for (let d = 0; d < shape.dimensions; d++) {
        const value = embeddings.values[word + d] ?? 0;
        const row = d * gates;
        for (let g = 0; g < gates; g++)
          inputs[at + g] = (inputs[at + g] ?? 0) + value * (projection.values[row + g] ?? 0);
      }
      for (let k = 0; k < TRAITS; k++) {
        const trait = traits[i * TRAITS + k] ?? -1;
        if (trait < 0) continue;
        const row = trait * gates;
        for (let g = 0; g < gates; g++) inputs[at + g] = (inputs[at + g] ?? 0) + (table[row + g] ?? 0);
      }
    }
  }

  private walk(count: number, direction: 0 | 1): void {
    const { hidden } = this.weights.shape;
    const { inputs, states } = this;
    const matrix = this.weights.recurrence[direction].values;
    const bias = this.weights.candidateBias.values;
    const sums = new Float32Array(3 * hidden);
    for (let step = 0; step < count; step++) {
      const i = direction === 0 ? step : count - 1 - step;
      const before = (direction === 0 ? i - 1 : i + 1) * 2 * hidden + direction * hidden;
      sums.fill(0);
      for (let j = 0; step > 0 && j < hidden; j++) {
        const state = states[before + j] ?? 0;
        const row = j * 3 * hidden;
        for (let k = 0; k < 3 * hidden; k++) sums[k] = (sums[k] ?? 0) + state * (matrix[row + k] ?? 0);
      }
      const input = i * this.weights.gates + direction * 3 * hidden;
      const at = i * 2 * hidden + direction * hidden;
      for (let k = 0; k < hidden; k++) {
        const update = sigmoid((inputs[input + k] ?? 0) + (sums[k] ?? 0));
        const reset = sigmoid((inputs[input + hidden + k] ?? 0) + (sums[hidden + k] ?? 0));
        const inner = (sums[2 * hidden + k] ?? 0) + (bias[direction * hidden + k] ?? 0);
        const candidate = Math.tanh((inputs[input + 2 * hidden + k] ?? 0) + reset * inner);
        this.update[at + k] = update;
        this.reset[at + k] = reset;
        this.candidate[at + k] = candidate;
        this.inner[at + k] = inner;
        states[at + k] = (1 - update) * candidate + update * (step > 0 ? (states[before + k] ?? 0) : 0);
      }
    }
  }

  private label({ count, heads }: TokenInputs, random: () => number): void {
    const { hidden, labels } = this.weights.shape;
    const { scores, kept, states, drop } = this;
    const output = this.weights.output.values;
    const width = 2 * hidden;
    for (let i = 0; i < count * width; i++) kept[i] = random() < drop ? 0 : 1 / (1 - drop);
    for (let i = 0; i < count; i++) {
      const row = i * labels;
      for (let l = 0; l < labels; l++) scores[row + l] = this.weights.bias.values[l] ?? 0;
      for (const [source, first] of [
        [i, 0],
        [heads[i] ?? -1, width],
      ] as const) {
        if (source < 0) continue;
        for (let j = 0; j < width; j++) {
          const state = (states[source * width + j] ?? 0) * (kept[source * width + j] ?? 0);
          const at = (first + j) * labels;
          for (let l = 0; l < labels; l++)
            scores[row + l] = (scores[row + l] ?? 0) + state * (output[at + l] ?? 0);
        }
      }
    }
  }

  private unlabel({ count, heads }: TokenInputs, truth: Uint8Array): void {
    const { hidden, labels } = this.weights.shape;
    const { stateErrors, inputErrors, kept, states } = this;
    const { output, bias } = this.weights;
    const width = 2 * hidden;
    stateErrors.fill(0, 0, count * width);
    inputErrors.fill(0, 0, count * this.weights.gates);
    const error = new Float32Array(labels);
    for (let i = 0; i < count; i++) {
      for (let l = 0; l < labels; l++) {
        error[l] = this.chain.share(i, l) - (truth[i] === l ? 1 : 0);
        bias.gradient[l] = (bias.gradient[l] ?? 0) + (error[l] ?? 0);
      }
      for (const [source, first] of [
        [i, 0],
        [heads[i] ?? -1, width],
      ] as const) {
        if (source < 0) continue;
        for (let j = 0; j < width; j++) {
          const factor = kept[source * width + j] ?? 0;
          if (factor === 0) continue;
          const state = (states[source * width + j] ?? 0) * factor;
          const at = (first + j) * labels;
          let sum = 0;
          for (let l = 0; l < labels; l++) {
            sum += (error[l] ?? 0) * (output.values[at + l] ?? 0);
            output.gradient[at + l] = (output.gradient[at + l] ?? 0) + (error[l] ?? 0) * state;
          }
          stateErrors[source * width + j] = (stateErrors[source * width + j] ?? 0) + sum * factor;
        }
      }
    }
  }

  private walkBack(count: number, direction: 0 | 1): void {
    const { hidden } = this.weights.shape;
    const { values, gradient } = this.weights.recurrence[direction];
    const bias = this.weights.candidateBias.gradient;
    const gateErrors = new Float32Array(3 * hidden);
    const carried = new Float32Array(hidden);
    for (let step = count - 1; step >= 0; step--) {
      const i = direction === 0 ? step : count - 1 - step;
      const before = (direction === 0 ? i - 1 : i + 1) * 2 * hidden + direction * hidden;
      this.gateErrors(i, before, step > 0, direction, gateErrors, carried, bias);
      for (let j = 0; step > 0 && j < hidden; j++) {
        const row = j * 3 * hidden;
        const state = this.states[before + j] ?? 0;
        let sum = 0;
        for (let k = 0; k < 3 * hidden; k++) {
          sum += (gateErrors[k] ?? 0) * (values[row + k] ?? 0);
          gradient[row + k] = (gradient[row + k] ?? 0) + state * (gateErrors[k] ?? 0);
        }
        carried[j] = (carried[j] ?? 0) + sum;
      }
    }
  }

  private gateErrors(
    i: number,
    before: number,
    hasBefore: boolean,
    direction: 0 | 1,
    gateErrors: Float32Array,
    carried: Float32Array,
    bias: Float32Array,
  ): void {
    const { hidden } = this.weights.shape;
    const at = i * 2 * hidden + direction * hidden;
    const input = i * this.weights.gates + direction * 3 * hidden;
    for (let k = 0; k < hidden; k++) {
      const error = (this.stateErrors[at + k] ?? 0) + (carried[k] ?? 0);
      const update = this.update[at + k] ?? 0;
      const reset = this.reset[at + k] ?? 0;
      const candidate = this.candidate[at + k] ?? 0;
      const old = hasBefore ? (this.states[before + k] ?? 0) : 0;
      const ofCandidate = error * (1 - update) * (1 - candidate * candidate);
      const ofUpdate = error * (old - candidate) * update * (1 - update);
      const ofReset = ofCandidate * (this.inner[at + k] ?? 0) * reset * (1 - reset);
      this.inputErrors[input + k] = ofUpdate;
      this.inputErrors[input + hidden + k] = ofReset;
      this.inputErrors[input + 2 * hidden + k] = ofCandidate;
      gateErrors[k] = ofUpdate;
      gateErrors[hidden + k] = ofReset;
      gateErrors[2 * hidden + k] = ofCandidate * reset;
      bias[direction * hidden + k] = (bias[direction * hidden + k] ?? 0) + ofCandidate * reset;
      carried[k] = error * update;
    }
  }

  private scatter({ count, words, traits }: TokenInputs): void {
    const { gates, shape, embeddings, projection } = this.weights;
    const { inputErrors } = this;
    const table = this.weights.traits.gradient;
    for (let i = 0; i < count; i++) {
      const at = i * gates;
      const word = (words[i] ?? 0) * shape.dimensions;
      for (let d = 0; d < shape.dimensions; d++) {
        const value = embeddings.values[word + d] ?? 0;
        const row = d * gates;
        let sum = 0;
        for (let g = 0; g < gates; g++) {
          const error = inputErrors[at + g] ?? 0;
          sum += error * (projection.values[row + g] ?? 0);
          projection.gradient[row + g] = (projection.gradient[row + g] ?? 0) + value * error;
        }
        embeddings.gradient[word + d] = (embeddings.gradient[word + d] ?? 0) + sum;
      }
      for (let k = 0; k < TRAITS; k++) {
        const trait = traits[i * TRAITS + k] ?? -1;
        if (trait < 0) continue;
        const row = trait * gates;
        for (let g = 0; g < gates; g++) table[row + g] = (table[row + g] ?? 0) + (inputErrors[at + g] ?? 0);
      }
    }
  }
}
