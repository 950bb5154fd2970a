import { type TokenInputs, TRAITS, UNKNOWN_WORD } from "#lib/pipeline/attribute/words/token-inputs";
import { randomFrom, shuffle } from "./random";
import { RecurrentPass } from "./recurrent-pass";
import type { RecurrentWeights } from "./recurrent-weights";

/** One paragraph to learn from. */
export interface ReaderRun {
  readonly inputs: TokenInputs;
  readonly truth: Uint8Array;
}

export interface ReaderOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly seed: number;
  /** Shares that are left out: of states before the labels, of words, of traits. */
  readonly drop: number;
  readonly wordDrop: number;
  readonly traitDrop: number;
}

const BATCH = 6;
const DECAY = 0.01;
const WARM_UP = 0.05;
const LAST_RATE = 0.03;

/** Leave out some of a run's words and traits, so that no single one is relied on. */
function thinned(inputs: TokenInputs, options: ReaderOptions, random: () => number): TokenInputs {
  const words = inputs.words.slice();
  const traits = inputs.traits.slice();
  for (let i = 0; i < inputs.count; i++) {
    if (random() < options.wordDrop) words[i] = UNKNOWN_WORD;
    for (let k = 0; k < TRAITS; k++) if (random() < options.traitDrop) traits[i * TRAITS + k] = -1;
  }
  return { ...inputs, words, traits };
}

/** The rate of a step: it rises over the first steps and then falls in a straight line. */
function rateAt(share: number, rate: number): number {
  if (share < WARM_UP) return (rate * share) / WARM_UP;
  return rate * (1 - ((1 - LAST_RATE) * (share - WARM_UP)) / (1 - WARM_UP));
}

/** Train a reader on runs with their labels by Adam, to the likelihood of the right label sequences. */
export function trainReader(
  weights: RecurrentWeights,
  runs: readonly ReaderRun[],
  options: ReaderOptions,
  log: (line: string) => void,
): void {
  const random = randomFrom(options.seed);
  const order = [...runs];
  const steps = options.rounds * Math.ceil(order.length / BATCH);
  const pass = new RecurrentPass(weights, options.drop);
  const words = new Set<number>();
  const traits = new Set<number>();
  let step = 0;
  let moved = 0;
  const update = () => {
    moved++;
    const correction = Math.sqrt(1 - 0.999 ** moved) / (1 - 0.9 ** moved);
    move(weights, rateAt(step++ / steps, options.rate) * correction, words, traits);
    words.clear();
    traits.clear();
  };
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    order.forEach(({ inputs, truth }, k) => {
      const run = thinned(inputs, options, random);
      loss += pass.learn(run, truth, random);
      tokens += run.count;
      for (const word of run.words) words.add(word);
      for (const trait of run.traits) if (trait >= 0) traits.add(trait);
      if ((k + 1) % BATCH === 0) update();
    });
    log(`  round ${round + 1}: loss ${(loss / tokens).toFixed(4)} a token`);
  }
}

/** One step on all weights; of embeddings and traits on the rows that were met. */
function move(
  weights: RecurrentWeights,
  rate: number,
  words: ReadonlySet<number>,
  traits: ReadonlySet<number>,
): void {
  const { dimensions } = weights.shape;
  const { gates } = weights;
  for (const list of [weights.projection, ...weights.recurrence, weights.output])
    list.step(0, list.values.length, rate, DECAY);
  for (const list of [weights.bias, weights.candidateBias, weights.transitions])
    list.step(0, list.values.length, rate, 0);
  for (const word of words) weights.embeddings.step(word * dimensions, (word + 1) * dimensions, rate / 2, 0);
  for (const trait of traits) weights.traits.step(trait * gates, (trait + 1) * gates, rate, DECAY);
}
