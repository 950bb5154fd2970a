import { TYPE_COUNT } from "./block-types";

/** log P(type | type before) - log P(type), for neighbours in one box (1) and in two (0): `[box][before][type]`. */
export type Transitions = readonly (readonly (readonly number[])[])[];

/** The best sequence of types: what each block looks like, and what may follow what. Viterbi, linear in blocks. */
export function bestSequence(
  logChances: readonly (readonly number[])[],
  sameBox: readonly boolean[],
  transitions: Transitions,
  weight: number,
): number[] {
  const back: Int8Array[] = [];
  let scores: number[] = [...(logChances[0] ?? [])];
  for (let i = 1; i < logChances.length; i += 1) {
    const table = transitions[sameBox[i] ? 1 : 0] ?? [];
    const from = new Int8Array(TYPE_COUNT);
    const next = new Array<number>(TYPE_COUNT).fill(0);
    for (let t = 0; t < TYPE_COUNT; t += 1) {
      let best = Number.NEGATIVE_INFINITY;
      for (let b = 0; b < TYPE_COUNT; b += 1) {
        const score = (scores[b] ?? 0) + weight * (table[b]?.[t] ?? 0);
        if (score > best) {
          best = score;
          from[t] = b;
        }
      }
      next[t] = best + (logChances[i]?.[t] ?? 0);
    }
    back.push(from);
    scores = next;
  }
  let type = scores.indexOf(Math.max(...scores));
  const types = [type];
  for (let i = back.length - 1; i >= 0; i -= 1) {
    type = back[i]?.[type] ?? type;
    types.push(type);
  }
  return logChances.length === 0 ? [] : types.reverse();
}
