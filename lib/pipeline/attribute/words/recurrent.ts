import { LanedRows } from "#lib/models/laned-rows";
import type { RecurrentModel } from "#lib/models/reader-file";
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

/** Scores the labels of runs of tokens. Buffers are kept; words that were met are projected once. */
export class RecurrentReader {
  private readonly gates: number;
  private readonly recurrence: readonly [Float64Array, Float64Array];
  private readonly traits: LanedRows;
  /** What labels are given by a token's own state, and by that of the token above it; a label's row is 2 × `hidden`. */
  private readonly output: readonly [Float64Array, Float64Array];
  private readonly bias: Float64Array;
  /** The projections of words that were met, and which row each word's is (-1 for none). */
  private readonly projected: Float32Array;
  private readonly rowOf: Int16Array;
  private rows = 0;
  private readonly inputs: Float32Array;
  private readonly states: Float64Array;
  private readonly sums: Float64Array;

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
    this.traits = new LanedRows(model.traits, this.gates);
    this.output = [
      transposed(model.output, 0, 2 * hidden, model.labels),
      transposed(model.output, 2 * hidden, 4 * hidden, model.labels),
    ];
    this.bias = new Float64Array(roundedUp(model.labels));
    this.bias.set(Float64Array.from(model.bias));
    const words = model.embeddings.length / dimensions;
    this.projected = new Float32Array(MOST_PROJECTED * this.gates);
    this.rowOf = new Int16Array(words).fill(-1);
    this.inputs = new Float32Array(LONGEST_RUN * this.gates);
    this.states = new Float64Array(LONGEST_RUN * 2 * hidden);
    this.sums = new Float64Array(Math.max(3 * hidden, this.bias.length));
  }

  /** Write the label scores of a run of at most `LONGEST_RUN` tokens into `out`, `labels` a token, from `at` on. */
  score(run: TokenInputs, out: Float32Array, at: number): void {
    this.gather(run);
    this.walk(run.count, 0);
    this.walk(run.count, 1);
    this.label(run, out, at);
  }

  private gather({ count, words, traits }: TokenInputs): void {
    const { gates, inputs, projected } = this;
    for (let i = 0; i < count; i++) {
      const from = this.project(words[i] ?? 0) * gates;
      this.traits.sum(traits, i * TRAITS, TRAITS, projected, from, inputs, i * gates);
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
    const { gates, projected } = this;
    const { dimensions, embeddings, projection } = this.model;
    const at = row * gates;
    projected.fill(0, at, at + gates);
    for (let d = 0; d < dimensions; d++) {
      const value = embeddings[word * dimensions + d] ?? 0;
      for (let g = 0; g < gates; g++)
        projected[at + g] = (projected[at + g] ?? 0) + value * (projection[d * gates + g] ?? 0);
    }
    this.rowOf[word] = row;
    return row;
  }

  /** Go through the run forwards (0) or backwards (1). */
  private walk(count: number, direction: 0 | 1): void {
    const { hidden, candidateBias } = this.model;
    const { gates, inputs, states, sums } = this;
    const weights = this.recurrence[direction];
    for (let step = 0; step < count; step++) {
      const i = direction === 0 ? step : count - 1 - step;
      const before = (direction === 0 ? i - 1 : i + 1) * 2 * hidden + direction * hidden;
      sums.fill(0);
      if (step > 0) addProducts(weights, states, before, hidden, sums, 3 * hidden);
      const input = i * gates + direction * 3 * hidden;
      const state = i * 2 * hidden + direction * hidden;
      for (let k = 0; k < hidden; k++) {
        const update = sigmoid((inputs[input + k] ?? 0) + (sums[k] ?? 0));
        const reset = sigmoid((inputs[input + hidden + k] ?? 0) + (sums[hidden + k] ?? 0));
        const inner = (sums[2 * hidden + k] ?? 0) + (candidateBias[direction * hidden + k] ?? 0);
        const candidate = 2 * sigmoid(2 * ((inputs[input + 2 * hidden + k] ?? 0) + reset * inner)) - 1; // tanh
        const old = step === 0 ? 0 : (states[before + k] ?? 0);
        states[state + k] = (1 - update) * candidate + update * old;
      }
    }
  }

  private label({ count, heads }: TokenInputs, out: Float32Array, at: number): void {
    const { hidden, labels } = this.model;
    const { bias, states, sums } = this;
    const [own, above] = this.output;
    const width = 2 * hidden;
    for (let i = 0; i < count; i++) {
      for (let l = 0; l < bias.length; l++) sums[l] = bias[l] ?? 0;
      addProducts(own, states, i * width, width, sums, bias.length);
      const head = heads[i] ?? -1;
      if (head >= 0) addProducts(above, states, head * width, width, sums, bias.length);
      for (let l = 0; l < labels; l++) out[at + i * labels + l] = sums[l] ?? 0;
    }
  }
}

/** Sums are taken so many at a time. */
const AT_ONCE = 4;

function roundedUp(count: number): number {
  return Math.ceil(count / AT_ONCE) * AT_ONCE;
}

/**
 * From the rows [from, to) of a matrix, of `columns` each, to columns of rows, so that each sum is one walk through memory.
 * Columns of zeros are added up to a multiple of `AT_ONCE`.
 */
function transposed(matrix: ArrayLike<number>, from: number, to: number, columns: number): Float64Array {
  const rows = to - from;
  const out = new Float64Array(rows * roundedUp(columns));
  for (let j = 0; j < rows; j++)
    for (let k = 0; k < columns; k++) out[k * rows + j] = matrix[(from + j) * columns + k] ?? 0;
  return out;
}

/** Add Σ_j weights[k, j] × states[at + j], for j below `size`, to each sums[k] below `count`, a multiple of `AT_ONCE`. */
function addProducts(
  weights: Float64Array,
  states: Float64Array,
  at: number,
  size: number,
  sums: Float64Array,
  count: number,
): void {
  for (let k = 0; k < count; k += AT_ONCE) {
    const first = k * size;
    const second = first + size;
    const third = second + size;
    const fourth = third + size;
    let a = sums[k] ?? 0;
    let b = sums[k + 1] ?? 0;
    let c = sums[k + 2] ?? 0;
    let d = sums[k + 3] ?? 0;
    for (let j = 0; j < size; j++) {
      const state = states[at + j] ?? 0;
      a += (weights[first + j] ?? 0) * state;
      b += (weights[second + j] ?? 0) * state;
      c += (weights[third + j] ?? 0) * state;
      d += (weights[fourth + j] ?? 0) * state;
    }
    sums[k] = a;
    sums[k + 1] = b;
    sums[k + 2] = c;
    sums[k + 3] = d;
  }
}
