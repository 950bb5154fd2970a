import { type MatchReason, RELATIONS, type Relation } from "#lib/domain/matching";
import { treeScores } from "#lib/models/boosted-trees";
import { type Differences, differencesOf } from "./differences";
import type { Facts } from "./facts";
import { type MatchModel, matchModel } from "./match-model";
import { reasonsFor } from "./reasons";

const SIMILAR = RELATIONS.indexOf("SIMILAR");
const TEMPLATE = RELATIONS.indexOf("TEMPLATE");

export interface Likelihood {
  readonly relation: Relation;
  /** How likely it is that the two are the same claim, 0 to 1. */
  readonly score: number;
  /** How likely each of `RELATIONS` is; their sum is 1. */
  readonly chances: readonly number[];
}

export interface Judgement extends Likelihood {
  readonly reasons: readonly MatchReason[];
}

/**
 * What two statements are to each other. Pure, the same in either order, and nothing but the two has a say in it.
 */
export function judge(a: Facts, b: Facts, model: MatchModel = matchModel()): Judgement {
  return { ...likelihoodOf(a, b, model), reasons: reasonsFor(a, b) };
}

/** The same without reasons, for whoever compares many and tells of one. */
export function likelihoodOf(a: Facts, b: Facts, model: MatchModel = matchModel()): Likelihood {
  const told = chancesOf(model, differencesOf(a, b));
  const chances = isOnSomeDay(a, b) ? withoutSame(told) : told;
  return { relation: relationOf(chances, model.sameFloor), score: chances[0] ?? 0, chances };
}

/** "Tomorrow" of a page whose day nobody knows: what is said may be of any day. */
function isOnSomeDay(a: Facts, b: Facts): boolean {
  return [a, b].some(
    ({ postedAt, moments }) => postedAt === null && moments.some(({ readings }) => readings.length === 0),
  );
}

/** What would be the same on one day is the same story on two: both can be true. */
function withoutSame(chances: readonly number[]): number[] {
  const [same = 0, ...others] = chances;
  return [0, ...others].map((chance, i) => (i === SIMILAR ? chance + same : chance));
}

/** How likely each of `RELATIONS` is by the trees, held back where a conflict was found. */
export function chancesOf(
  { trees, names }: Pick<MatchModel, "trees" | "names">,
  differences: Differences,
): number[] {
  const row = Float32Array.from(names, (name) => differences[name] ?? 0);
  const scores = treeScores(trees, row, RELATIONS.length);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const [same = 0] = powers;
  powers[0] = same * heldBackBy(differences);
  // What happened and what is to come are two stages of one story.
  if ((differences.actsOfOtherTimes ?? 0) > 0) powers[SIMILAR] = (powers[SIMILAR] ?? 0) + same - powers[0];
  if (isPromisedAnew(differences)) moveTo(powers, TEMPLATE, [0, SIMILAR]);
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((power) => power / sum);
}

/** A promise for "any day now" that is told again this many days later is one for another day. */
const OPEN_LASTS_DAYS = 30;

/** The same words promise the same for "soon", and so late that it isn't the same "soon": no day is named, so there is none to compare. */
function isPromisedAnew(differences: Differences): boolean {
  const of = (name: string) => differences[name] ?? 0;
  const isSamePromise = of("restCountMost") === 0 && of("clashes") === 0 && of("actsOfOtherTimes") === 0;
  return (
    isSamePromise && of("openBoth") > 0 && of("timesNeither") > 0 && of("posts") > Math.log1p(OPEN_LASTS_DAYS)
  );
}

function moveTo(powers: number[], place: number, from: readonly number[]): void {
  for (const one of from) {
    powers[place] = (powers[place] ?? 0) + (powers[one] ?? 0);
    powers[one] = 0;
  }
}

/** What is left of the likelihood of SAME beside a conflict: words can deceive the rules that find one, so that it isn't nothing. */
const HELD_BACK = 0.3;
/** Another number of the same unit, another unit of the same number, "to" for "by", up for down, "will" for "did". */
const CONFLICTS = ["numbersSameUnit", "unitsDiffer", "rolesDiffer", "turned", "actsOfOtherTimes"] as const;

/** The trees have seen few statements that differ in nothing but who did it to whom; grammar leaves less doubt of these. */
const TURNED_ROUND = 0.1;

function heldBackBy(differences: Differences): number {
  const isThere = (name: string) => (differences[name] ?? 0) > 0;
  if (isThere("turnedRound")) return TURNED_ROUND;
  return CONFLICTS.some(isThere) ? HELD_BACK : 1;
}

/** SAME from its own floor on; below it the likeliest of the others. */
export function relationOf(chances: readonly number[], sameFloor: number): Relation {
  if ((chances[0] ?? 0) >= sameFloor) return "SAME";
  let best = 1;
  for (let i = 2; i < chances.length; i += 1) if ((chances[i] ?? 0) > (chances[best] ?? 0)) best = i;
  return RELATIONS[best] ?? "DIFFERENT";
}
