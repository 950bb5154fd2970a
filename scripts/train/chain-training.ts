import type { ChainModel } from "#lib/pipeline/attribute/words/chain";
import { ChainLoss } from "./chain-loss";
import { randomFrom, shuffle } from "./random";

/** The active features of a run of tokens: token i has ids [offset[i], offset[i + 1]). */
export interface Encoded {
  readonly offset: Int32Array;
  readonly ids: Int32Array;
}

/** One run of tokens to learn from: the tokens [from, to) of an encoding, with their labels. */
export interface Run {
  readonly encoded: Encoded;
  readonly from: number;
  readonly to: number;
  readonly truth: Uint8Array;
  /** How much this run counts; 1 by default. */
  readonly weight?: number;
}

export interface ChainOptions {
  readonly bits: number;
  readonly labels: number;
  readonly rounds: number;
  readonly rate: number;
  /** The share of features left out at each token, so that no single one is relied on. */
  readonly drop: number;
  readonly decay: number;
  readonly seeds: readonly number[];
}

/** Forget features seen fewer than `least` times in training: they get bucket -1 and are skipped. */
export function pruneRare(encodings: readonly Encoded[], bits: number, least: number): Encoded[] {
  const counts = new Int32Array(1 << bits);
  for (const { ids } of encodings) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return encodings.map(({ offset, ids }) => {
    const kept = new Int32Array(ids.length);
    const offsets = new Int32Array(offset.length);
    let n = 0;
    for (let i = 0; i + 1 < offset.length; i++) {
      offsets[i] = n;
      for (let p = offset[i] ?? 0; p < (offset[i + 1] ?? 0); p++) {
        const id = ids[p] ?? 0;
        if ((counts[id] ?? 0) >= least) kept[n++] = id;
      }
    }
    offsets[offset.length - 1] = n;
    return { offset: offsets, ids: kept.slice(0, n) };
  });
}

/**
 * Trains a linear-chain conditional random field by stochastic gradient steps (AdaGrad) with feature dropout,
 * and averages the weights over rounds and seeds.
 */
class ChainTraining {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  readonly transitions: Float32Array;
  private readonly transitionSquares: Float32Array;
  private readonly transitionGradient: Float64Array;
  private readonly loss: ChainLoss;
  rate: number;
  private scores = new Float64Array(0);
  private ids = new Int32Array(0);
  private offsets = new Int32Array(0);

  constructor(
    private readonly options: ChainOptions,
    private readonly random: () => number,
  ) {
    const { bits, labels } = options;
    this.weights = new Float32Array((1 << bits) * labels);
    this.squares = new Float32Array((1 << bits) * labels);
    this.transitions = new Float32Array((labels + 1) * labels);
    this.transitionSquares = new Float32Array((labels + 1) * labels);
    this.transitionGradient = new Float64Array((labels + 1) * labels);
    this.loss = new ChainLoss(labels, { values: this.transitions, gradient: this.transitionGradient });
    this.rate = options.rate;
  }

  private dropOut(run: Run): void {
    const { drop } = this.options;
    const n = run.to - run.from;
    const { offset, ids } = run.encoded;
    const size = (offset[run.to] ?? 0) - (offset[run.from] ?? 0);
    if (this.ids.length < size) this.ids = new Int32Array(size * 2);
    if (this.offsets.length < n + 1) this.offsets = new Int32Array(n * 2 + 1);
    if (this.scores.length < n * this.options.labels)
      this.scores = new Float64Array(2 * n * this.options.labels);
    let count = 0;
    for (let i = 0; i < n; i++) {
      this.offsets[i] = count;
      const end = offset[run.from + i + 1] ?? 0;
      for (let p = offset[run.from + i] ?? 0; p < end; p++)
        if (this.random() >= drop) this.ids[count++] = ids[p] ?? 0;
    }
    this.offsets[n] = count;
  }

  /** One gradient step on one run. */
  step(run: Run): void {
    const n = run.to - run.from;
    if (n === 0) return;
    this.dropOut(run);
    const { labels } = this.options;
    const { weights, scores, offsets, ids } = this;
    for (let i = 0; i < n; i++) {
      const at = i * labels;
      for (let k = 0; k < labels; k++) scores[at + k] = 0;
      for (let p = offsets[i] ?? 0; p < (offsets[i + 1] ?? 0); p++) {
        const row = (ids[p] ?? 0) * labels;
        for (let k = 0; k < labels; k++) scores[at + k] = (scores[at + k] ?? 0) + (weights[row + k] ?? 0);
      }
    }
    this.loss.learn(scores, n, run.truth.subarray(run.from, run.to));
    this.moveTransitions();
    this.moveWeights(run, n);
  }

  private moveTransitions(): void {
    const { transitions, transitionSquares, transitionGradient, rate } = this;
    for (let i = 0; i < transitions.length; i++) {
      const g = -(transitionGradient[i] ?? 0);
      const square = (transitionSquares[i] ?? 0) + g * g;
      transitionSquares[i] = square;
      transitions[i] = (transitions[i] ?? 0) + (rate * g) / Math.sqrt(square + 1e-8);
    }
    transitionGradient.fill(0);
  }

  private moveWeights(run: Run, n: number): void {
    const { labels, decay } = this.options;
    const { weights, squares, loss, offsets, ids, rate } = this;
    const error = new Float64Array(labels);
    const scale = run.weight ?? 1;
    for (let i = 0; i < n; i++) {
      let most = 0;
      for (let k = 0; k < labels; k++) {
        const isTrue = run.truth[run.from + i] === k ? 1 : 0;
        const e = scale * (isTrue - loss.share(i, k));
        error[k] = e;
        most = Math.max(most, Math.abs(e));
      }
      if (most < 1e-3) continue;
      for (let p = offsets[i] ?? 0; p < (offsets[i + 1] ?? 0); p++) {
        const row = (ids[p] ?? 0) * labels;
        for (let k = 0; k < labels; k++) {
          const w = weights[row + k] ?? 0;
          const g = (error[k] ?? 0) - decay * w;
          const square = (squares[row + k] ?? 0) + g * g;
          squares[row + k] = square;
          weights[row + k] = w + (rate * g) / Math.sqrt(square + 1e-8);
        }
      }
    }
  }
}

/** Train with each seed in turn and return the mean of all, scaled for use without dropout. */
export function trainChain(
  runs: readonly Run[],
  options: ChainOptions,
  log: (line: string) => void,
): ChainModel {
  const { bits, labels, rounds, seeds, drop } = options;
  const mean = new Float32Array((1 << bits) * labels);
  const meanTransitions = new Float32Array((labels + 1) * labels);
  let averaged = 0;
  for (const seed of seeds) {
    const random = randomFrom(seed);
    const training = new ChainTraining(options, random);
    const order = [...runs];
    for (let round = 0; round < rounds; round++) {
      training.rate = options.rate * (round < rounds / 2 ? 1 : 0.5);
      shuffle(order, random);
      for (const run of order) training.step(run);
      if (round < Math.min(2, rounds - 1)) continue;
      averaged++;
      for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (training.weights[i] ?? 0);
      for (let i = 0; i < meanTransitions.length; i++) {
        meanTransitions[i] = (meanTransitions[i] ?? 0) + (training.transitions[i] ?? 0);
      }
    }
    log(`  chain with seed ${seed} trained`);
  }
  for (let i = 0; i < mean.length; i++) mean[i] = ((mean[i] ?? 0) / averaged) * (1 - drop);
  for (let i = 0; i < meanTransitions.length; i++) meanTransitions[i] = (meanTransitions[i] ?? 0) / averaged;
  return { table: { bits, classes: labels, weights: mean, scale: 1 }, transitions: meanTransitions };
}
