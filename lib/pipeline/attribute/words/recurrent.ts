import { LanedRows } from "#lib/models/laned-rows";
import type { RecurrentModel } from "#lib/models/reader-file";
import { addProducts, productsOfTwo, roundedUp, transposed } from "./products";
import { type TokenInputs, TRAIT_ROWS, TRAITS } from "./token-inputs";

/** Longer paragraphs are read in pieces of so many tokens. */
export const LONGEST_RUN = 1024;

/** The logistic function in steps of 1/256 from -REACH to REACH; between them, and it is all but 0 or 1 beyond. */
const REACH = 16;
const STEPS = 256;
const LOGISTIC = Float64Array.from(
  { length: 2 * REACH * STEPS + 2 },
  (_, i) => 1 / (1 + Math.exp(REACH - i / STEPS)),
);

/** 1 / (1 + e^-x) by a straight line between steps: within 2e-7 of it, and several times faster. */
function sigmoid(x: number): number {
  if (!(x > -REACH)) return 0;
  if (x >= REACH) return 1;
  const at = (x + REACH) * STEPS;
  const low = at | 0;
  const below = LOGISTIC[low] ?? 0;
  return below + ((LOGISTIC[low + 1] ?? 0) - below) * (at - low);
}

/** Words whose projections are kept: most of what a page holds. */
const MOST_PROJECTED = 4096;

/** A run of at most `LONGEST_RUN` tokens, and where in a list its label scores begin. */
export interface PlacedRun {
  readonly inputs: TokenInputs;
  readonly at: number;
}

/** The first run of a pair, which is the longer one, or the second: its part of the buffers. */
type Side = 0 | 1;

/** Scores the labels of runs of tokens. Buffers are kept; words that were met are projected once. */
export class RecurrentReader {
  private readonly gates: number;
  private readonly recurrence: readonly [Float64Array, Float64Array];
  private readonly traits: LanedRows;
  /** What each gate is given by a word; a gate's row is `dimensions`. */
  private readonly projection: Float64Array;
  /** What labels are given by a token's own state, and by that of the token above it; a label's row is 2 × `hidden`. */
  private readonly output: readonly [Float64Array, Float64Array];
  private readonly bias: Float64Array;
  /** The word that is being projected: its embedding, and what that gives each gate. */
  private readonly embedding: Float64Array;
  private readonly wordSums: Float64Array;
  /** The projections of words that were met, and which row each word's is (-1 for none). */
  private readonly projected: Float32Array;
  private readonly rowOf: Int16Array;
  private rows = 0;
  /** Inputs and states of two runs: the second one's begin at token `LONGEST_RUN`. */
  private readonly inputs: Float32Array;
  private readonly states: Float64Array;
  private readonly sums: readonly [Float64Array, Float64Array];

  constructor(private readonly model: RecurrentModel) {
    const { hidden, dimensions } = model;
    this.gates = 6 * hidden;
    if (model.traits.bytes.length !== TRAIT_ROWS * this.gates) {
      throw new Error("The weights of the word reader are of another version. Install the project again.");
    }
    const [forwards, backwards] = model.recurrence;
    this.recurrence = [
      transposed(forwards, 0, hidden, 3 * hidden),
      transposed(backwards, 0, hidden, 3 * hidden),
    ];
    this.projection = transposed(model.projection, 0, dimensions, this.gates);
    this.traits = new LanedRows(model.traits, this.gates);
    this.output = [
      transposed(model.output, 0, 2 * hidden, model.labels),
      transposed(model.output, 2 * hidden, 4 * hidden, model.labels),
    ];
    this.bias = new Float64Array(roundedUp(model.labels));
    this.bias.set(Float64Array.from(model.bias));
    const words = model.embeddings.length / dimensions;
    this.embedding = new Float64Array(dimensions);
    this.wordSums = new Float64Array(this.gates);
    this.projected = new Float32Array(MOST_PROJECTED * this.gates);
    this.rowOf = new Int16Array(words).fill(-1);
    this.inputs = new Float32Array(2 * LONGEST_RUN * this.gates);
    this.states = new Float64Array(2 * LONGEST_RUN * 2 * hidden);
    const sums = () => new Float64Array(Math.max(3 * hidden, this.bias.length));
    this.sums = [sums(), sums()];
  }

  /**
   * Write the label scores of some runs into `out`, `labels` a token. Runs of like length are gone through side by side, so
   * that each weight is fetched once for two.
   */
  score(runs: readonly PlacedRun[], out: Float32Array): void {
    const byLength = [...runs].sort((a, b) => b.inputs.count - a.inputs.count);
    for (let i = 0; i < byLength.length; i += 2) {
      const pair = byLength.slice(i, i + 2);
      pair.forEach(({ inputs }, side) => {
        this.gather(inputs, side as Side); // a pair has two
      });
      const [longer = 0, shorter = 0] = pair.map(({ inputs }) => inputs.count);
      this.walk(longer, shorter, 0);
      this.walk(longer, shorter, 1);
      pair.forEach(({ inputs, at }, side) => {
        this.label(inputs, side as Side, out, at);
      });
    }
  }

  private gather({ count, words, traits }: TokenInputs, side: Side): void {
    const { gates, inputs, projected } = this;
    for (let i = 0; i < count; i++) {
      const from = this.project(words[i] ?? 0) * gates;
      this.traits.sum(traits, i * TRAITS, TRAITS, projected, from, inputs, (side * LONGEST_RUN + i) * gates);
    }
  }

  /** The row of a word's projection. When all rows are taken they are filled anew. */
  private project(word: number): number {
    const known = this.rowOf[word] ?? -1;
    if (known >= 0) return known;
    if (this.rows === MOST_PROJECTED) {
      this.rowOf.fill(-1);
      this.rows = 0;
    }
    const row = this.rows++;
    const { gates, embedding, projected, projection, wordSums } = this;
    const { dimensions, embeddings } = this.model;
    for (let d = 0; d < dimensions; d++) embedding[d] = embeddings[word * dimensions + d] ?? 0;
    wordSums.fill(0);
    addProducts(projection, embedding, 0, dimensions, wordSums, gates);
    projected.set(wordSums, row * gates);
    this.rowOf[word] = row;
    return row;
  }

  /** Go through both runs forwards (0) or backwards (1). */
  private walk(longer: number, shorter: number, direction: 0 | 1): void {
    const { hidden } = this.model;
    const { states, sums } = this;
    const weights = this.recurrence[direction];
    const ahead = direction === 0 ? 1 : -1;
    const width = 2 * hidden;
    let first = direction === 0 ? 0 : longer - 1;
    let second = LONGEST_RUN + (direction === 0 ? 0 : shorter - 1);
    sums[0].fill(0);
    sums[1].fill(0);
    for (let step = 0; step < longer; step++) {
      const before = (first - ahead) * width + direction * hidden;
      const otherBefore = (second - ahead) * width + direction * hidden;
      if (step > 0 && step < shorter)
        productsOfTwo(weights, states, before, otherBefore, hidden, sums[0], sums[1], 3 * hidden);
      else if (step > 0) {
        sums[0].fill(0);
        addProducts(weights, states, before, hidden, sums[0], 3 * hidden);
      }
      this.step(first, direction, step === 0 ? -1 : before, sums[0]);
      if (step < shorter) this.step(second, direction, step === 0 ? -1 : otherBefore, sums[1]);
      first += ahead;
      second += ahead;
    }
  }

  /** The state of token `i`: `sums` are the products of the state at `before`, -1 where a run begins. */
  private step(i: number, direction: 0 | 1, before: number, sums: Float64Array): void {
    const { hidden, candidateBias } = this.model;
    const { gates, inputs, states } = this;
    const own = direction * hidden;
    const input = i * gates + 3 * own;
    const state = i * 2 * hidden + own;
    for (let k = 0; k < hidden; k++) {
      const update = sigmoid((inputs[input + k] ?? 0) + (sums[k] ?? 0));
      const reset = sigmoid((inputs[input + hidden + k] ?? 0) + (sums[hidden + k] ?? 0));
      const inner = (sums[2 * hidden + k] ?? 0) + (candidateBias[own + k] ?? 0);
      const candidate = 2 * sigmoid(2 * ((inputs[input + 2 * hidden + k] ?? 0) + reset * inner)) - 1; // tanh
      const old = before < 0 ? 0 : (states[before + k] ?? 0);
      states[state + k] = (1 - update) * candidate + update * old;
    }
  }

  private label({ count, heads }: TokenInputs, side: Side, out: Float32Array, at: number): void {
    const { hidden, labels } = this.model;
    const { bias, states } = this;
    const [sums] = this.sums;
    const begin = side * LONGEST_RUN;
    const [own, above] = this.output;
    const width = 2 * hidden;
    for (let i = 0; i < count; i++) {
      for (let l = 0; l < bias.length; l++) sums[l] = bias[l] ?? 0;
      addProducts(own, states, (begin + i) * width, width, sums, bias.length);
      const head = heads[i] ?? -1;
      if (head >= 0) addProducts(above, states, (begin + head) * width, width, sums, bias.length);
      for (let l = 0; l < labels; l++) out[at + i * labels + l] = sums[l] ?? 0;
    }
  }
}
