/** The costs from label to label, first those of opening a run; what is learned of them is added to `gradient`. */
export interface Transitions {
  readonly values: Float32Array;
  readonly gradient: Float32Array | Float64Array;
}

/** The loss of a linear-chain conditional random field over given label scores, with the gradient of its transitions. */
export class ChainLoss {
  private forward = new Float64Array(0);
  private back = new Float64Array(0);
  private emitted = new Float64Array(0);
  private totals = new Float64Array(0);

  constructor(
    private readonly labels: number,
    private readonly transitions: Transitions,
  ) {}

  /** Forward-backward over the `n` tokens whose scores are given; returns the negative log likelihood of the truth. */
  learn(scores: ArrayLike<number>, n: number, truth: Uint8Array): number {
    const { labels } = this;
    if (this.forward.length < n * labels) {
      this.forward = new Float64Array(2 * n * labels);
      this.back = new Float64Array(2 * n * labels);
      this.emitted = new Float64Array(2 * n * labels);
      this.totals = new Float64Array(2 * n);
    }
    const steps = Float64Array.from(this.transitions.values, Math.exp);
    const logTotal = this.goForward(scores, n, steps);
    this.goBack(n, steps);
    return logTotal - this.goldScore(scores, n, truth, steps);
  }

  /** How probable label `k` is at token `i` of the run learned last. */
  share(i: number, k: number): number {
    return (this.forward[i * this.labels + k] ?? 0) * (this.back[i * this.labels + k] ?? 0);
  }

  private goForward(scores: ArrayLike<number>, n: number, steps: Float64Array): number {
    const { labels, forward, emitted, totals } = this;
    let logTotal = 0;
    for (let i = 0; i < n; i++) {
      const row = i * labels;
      let high = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < labels; k++) high = Math.max(high, scores[row + k] ?? 0);
      let total = 0;
      for (let k = 0; k < labels; k++) {
        const e = Math.exp((scores[row + k] ?? 0) - high);
        emitted[row + k] = e;
        let value = i === 0 ? (steps[k] ?? 0) : 0;
        for (let j = 0; i > 0 && j < labels; j++)
          value += (forward[row - labels + j] ?? 0) * (steps[labels + j * labels + k] ?? 0);
        forward[row + k] = value * e;
        total += value * e;
      }
      totals[i] = total;
      for (let k = 0; k < labels; k++) forward[row + k] = (forward[row + k] ?? 0) / total;
      logTotal += Math.log(total) + high;
    }
    return logTotal;
  }

  private goBack(n: number, steps: Float64Array): void {
    const { labels, back, emitted, totals } = this;
    for (let k = 0; k < labels; k++) back[(n - 1) * labels + k] = 1;
    for (let i = n - 2; i >= 0; i--) {
      const next = (i + 1) * labels;
      for (let j = 0; j < labels; j++) {
        let value = 0;
        for (let k = 0; k < labels; k++)
          value += (steps[labels + j * labels + k] ?? 0) * (emitted[next + k] ?? 0) * (back[next + k] ?? 0);
        back[i * labels + j] = value / (totals[i + 1] ?? 1);
      }
    }
  }

  private goldScore(scores: ArrayLike<number>, n: number, truth: Uint8Array, steps: Float64Array): number {
    const { labels, forward, back, emitted, totals } = this;
    const { values, gradient } = this.transitions;
    let gold = 0;
    for (let i = 0; i < n; i++) {
      const here = truth[i] ?? 0;
      const pair = i === 0 ? here : labels + (truth[i - 1] ?? 0) * labels + here;
      gold += (scores[i * labels + here] ?? 0) + (values[pair] ?? 0);
      gradient[pair] = (gradient[pair] ?? 0) - 1;
      for (let k = 0; i === 0 && k < labels; k++) gradient[k] = (gradient[k] ?? 0) + this.share(0, k);
      for (let j = 0; i > 0 && j < labels; j++) {
        const from = (forward[(i - 1) * labels + j] ?? 0) / (totals[i] ?? 1);
        for (let k = 0; k < labels; k++) {
          const at = labels + j * labels + k;
          const to = (emitted[i * labels + k] ?? 0) * (back[i * labels + k] ?? 0);
          gradient[at] = (gradient[at] ?? 0) + from * (steps[at] ?? 0) * to;
        }
      }
    }
    return gold;
  }
}
