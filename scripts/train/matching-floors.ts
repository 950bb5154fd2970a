import type { MatchModel } from "#lib/pipeline/match/match-model";
import type { CrossPrediction, LabelledPair } from "./matching-data";

/** What may be joined without asking is wrong about this share of contradictions and repeated promises at most. */
const WRONGLY_JOINED = 0.01;
/** A join is proposed where this share of true ones is kept. */
const PROPOSED = 0.9;

/** The three floors of the score, from pairs that were judged by trees that didn't see their groups. */
export function floorsOf(
  pairs: readonly LabelledPair[],
  predicted: readonly CrossPrediction[],
): Pick<MatchModel, "sameFloor" | "joinFloor" | "proposalFloor"> {
  const relations = new Map(pairs.map(({ given, relation }) => [`${given.a} ${given.b}`, relation]));
  const scored = predicted
    .map(({ a, b, chances }) => ({ score: chances[0] ?? 0, relation: relations.get(`${a} ${b}`) }))
    .sort((x, y) => y.score - x.score);
  const same = scored.filter(({ relation }) => relation === "SAME").length;
  const risky = scored.filter(
    ({ relation }) => relation === "CONTRADICTION" || relation === "TEMPLATE",
  ).length;
  let [hits, wrong, best] = [0, 0, 0];
  let [sameFloor, joinFloor, proposalFloor] = [1, 1, 1];
  scored.forEach(({ score, relation }, i) => {
    if (relation === "SAME") hits += 1;
    if (relation === "CONTRADICTION" || relation === "TEMPLATE") wrong += 1;
    const f1 = (2 * hits) / (i + 1 + same);
    if (f1 > best) [best, sameFloor] = [f1, score];
    if (wrong <= WRONGLY_JOINED * risky) joinFloor = score;
    if (hits <= PROPOSED * same) proposalFloor = score;
  });
  const round = (floor: number) => Math.round(floor * 1000) / 1000;
  return { sameFloor: round(sameFloor), joinFloor: round(joinFloor), proposalFloor: round(proposalFloor) };
}
