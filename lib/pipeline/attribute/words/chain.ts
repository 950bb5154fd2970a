import type { PackedRows } from "#lib/models/packed-rows";
import type { Table } from "#lib/models/table";

/** The weights of a linear-chain conditional random field: a table of features and the costs of going from label to label. */
export interface ChainModel<T extends Table | PackedRows = Table> {
  readonly table: T;
  /** `labels` numbers for the first token, then `labels` x `labels`: from, to. */
  readonly transitions: Float32Array;
}

/** Adds a token's label scores (not yet times `scale`) to the numbers that stand in `out` from `at` on. */
export interface Emissions {
  readonly scale: number;
  add(i: number, out: Float64Array, at: number): void;
}

/** The best labels and the probability of each label at each token. Buffers grow with the longest run seen. */
export class Chain {
  private scores = new Float64Array(0);
  private forward = new Float64Array(0);
  private back = new Float64Array(0);
  private pointers = new Uint8Array(0);
  private readonly transitions: Float64Array;
  private readonly steps: Float64Array;

  constructor(
    readonly labels: number,
    transitions: Float32Array,
  ) {
    this.transitions = Float64Array.from(transitions);
    this.steps = this.transitions.map(Math.exp);
  }

  private room(n: number): void {
    if (this.scores.length >= n * this.labels) return;
    const size = Math.max(n, 512) * this.labels;
    this.scores = new Float64Array(size);
    this.forward = new Float64Array(size);
    this.back = new Float64Array(size);
    this.pointers = new Uint8Array(size);
  }

  /** Score every label at the tokens [from, to) of a page as `emissions` has them, before `best` and `marginals`. */
  score(emissions: Emissions, from: number, to: number): void {
    this.room(to - from);
    const { labels, scores } = this;
    const { scale } = emissions;
    const size = (to - from) * labels;
    scores.fill(0, 0, size);
    for (let i = from; i < to; i++) emissions.add(i, scores, (i - from) * labels);
    for (let k = 0; k < size; k++) scores[k] = (scores[k] ?? 0) * scale;
  }

  /** Add to the score of one label at the tokens [from, to) of those scored last. */
  favour(label: number, from: number, to: number, amount: number): void {
    for (let i = from; i < to; i++) {
      const at = i * this.labels + label;
      this.scores[at] = (this.scores[at] ?? 0) + amount;
    }
  }

  /** The most probable labels of the `n` tokens scored last (Viterbi), into `out` from `at` on. */
  best(n: number, out: Uint8Array, at: number, bias?: Float64Array): void {
    const { labels, scores, forward, pointers } = this;
    const { transitions } = this;
    for (let k = 0; k < labels; k++) forward[k] = (transitions[k] ?? 0) + (scores[k] ?? 0) + (bias?.[k] ?? 0);
    for (let i = 1; i < n; i++) {
      const row = i * labels;
      for (let k = 0; k < labels; k++) {
        let top = 0;
        let high = Number.NEGATIVE_INFINITY;
        for (let j = 0; j < labels; j++) {
          const value = (forward[row - labels + j] ?? 0) + (transitions[labels + j * labels + k] ?? 0);
          if (value > high) {
            high = value;
            top = j;
          }
        }
        forward[row + k] = high + (scores[row + k] ?? 0) + (bias?.[k] ?? 0);
        pointers[row + k] = top;
      }
    }
    let label = 0;
    const end = (n - 1) * labels;
    for (let k = 1; k < labels; k++) if ((forward[end + k] ?? 0) > (forward[end + label] ?? 0)) label = k;
    for (let i = n - 1; i >= 0; i--) {
      out[at + i] = label;
      label = pointers[i * labels + label] ?? 0;
    }
  }

  /** The probability of each label at each of the `n` tokens scored last (forward-backward), into `out`. */
  marginals(n: number, out: Float32Array, at: number): void {
    const { labels, scores, forward, back } = this;
    const step = this.steps;
    for (let i = 0; i < n; i++) {
      const row = i * labels;
      let high = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < labels; k++) high = Math.max(high, scores[row + k] ?? 0);
      let total = 0;
      for (let k = 0; k < labels; k++) {
        let value = 0;
        if (i === 0) value = step[k] ?? 0;
        else
          for (let j = 0; j < labels; j++) {
            value += (forward[row - labels + j] ?? 0) * (step[labels + j * labels + k] ?? 0);
          }
        const emitted = Math.exp((scores[row + k] ?? 0) - high);
        scores[row + k] = emitted;
        forward[row + k] = value * emitted;
        total += value * emitted;
      }
      for (let k = 0; k < labels; k++) forward[row + k] = (forward[row + k] ?? 0) / total;
    }
    for (let k = 0; k < labels; k++) back[(n - 1) * labels + k] = 1;
    for (let i = n - 1; i >= 0; i--) {
      const row = i * labels;
      let total = 0;
      for (let k = 0; k < labels; k++) total += (forward[row + k] ?? 0) * (back[row + k] ?? 0);
      for (let k = 0; k < labels; k++) {
        out[(at + i) * labels + k] = ((forward[row + k] ?? 0) * (back[row + k] ?? 0)) / total;
      }
      if (i === 0) break;
      let sum = 0;
      for (let j = 0; j < labels; j++) {
        let value = 0;
        for (let k = 0; k < labels; k++) {
          value += (step[labels + j * labels + k] ?? 0) * (scores[row + k] ?? 0) * (back[row + k] ?? 0);
        }
        back[row - labels + j] = value;
        sum += value;
      }
      for (let j = 0; j < labels; j++) back[row - labels + j] = (back[row - labels + j] ?? 0) / sum;
    }
  }
}
