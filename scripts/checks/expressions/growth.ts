import { type Attack, attacksOn, attackText } from "./attacks";
import type { Program } from "./program";
import { search } from "./steps";

/** How an expression's work grows on one attack. */
export interface Growth {
  readonly attack: Attack;
  /** Steps for each unit of the longer text. */
  readonly stepsPerUnit: number;
  /** Steps for a text of twice the length, over those for the text: 2 where work grows with the length, 4 with its square. */
  readonly doubling: number;
}

/**
 * Lengths in UTF-16 units. A short text tells nearly all good expressions from the rest; one on which the work more than doubles
 * is looked at again on a longer text, in which a bounded quantifier comes to its end and a slight square shows.
 */
const FIRST = { length: 160, doubling: 2.2 };
const SECOND = { length: 1600, doubling: 2.5 };
/** A text of 3,200 units on which a search takes more steps than this is slow whatever its growth. */
const LIMIT = 4_000_000;
/** Bounded quantifiers inside one another are linear too, and slow: no step count of a text may be this many times its length. */
const SLOW = 1000;

/**
 * The first attack found under which the expression's work grows faster than the text, or is a thousand steps for each unit of
 * it; null where there is none. Steps are counted and no clock is read, so the answer is the same on every machine.
 */
export function costlyAttack(program: Program): Growth | null {
  for (const attack of attacksOn(program)) {
    const growth = growthOf(program, attack);
    if (growth.doubling > SECOND.doubling || growth.stepsPerUnit > SLOW) return growth;
  }
  return null;
}

function growthOf(program: Program, attack: Attack): Growth {
  const first = doublingAt(program, attack, FIRST.length);
  const isPlain = first.doubling <= FIRST.doubling && first.stepsPerUnit <= SLOW;
  return isPlain ? first : doublingAt(program, attack, SECOND.length);
}

function doublingAt(program: Program, attack: Attack, length: number): Growth {
  const text = attackText(attack, length);
  const twice = attackText(attack, 2 * length);
  const first = search(program, text, LIMIT);
  const second = search(program, twice, LIMIT);
  const doubling = second.isWhole ? second.steps / first.steps : Number.POSITIVE_INFINITY;
  return { attack, stepsPerUnit: second.steps / twice.length, doubling };
}
