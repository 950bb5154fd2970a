import type { ClaimMatch } from "#lib/domain/matching";
import type { Facts } from "./match/facts";
import { factsOf } from "./match/facts";
import { indexKeysOf } from "./match/index-keys";
import { type Judgement, judge } from "./match/judge";
import { type MatchModel, matchModel } from "./match/match-model";

/** A wording that a claim is known by, and how much of what the statement is found by it has (0 to 1). */
export interface NearWording {
  readonly claimId: string;
  readonly text: string;
  readonly day: string | null;
  readonly isOwn: boolean;
  readonly share: number;
}

/** Of pairs that were labelled the same, one in a hundred shares less. */
export const LEAST_SHARE = 0.33;
/** So many are judged, and so many of one claim: a judgement costs more than the search. */
const MOST_JUDGED = 4;
const MOST_OF_A_CLAIM = 3;
/** What has less to be known by would match whatever has the same two words. */
const LEAST_KEYS = 3;
/** How likely another relation than SAME has to be to be told. */
const LIKELY = 0.5;

interface Judged extends Judgement {
  readonly claimId: string;
  readonly isOwn: boolean;
}

/**
 * What a statement is to the claims that are known: the same as one, the same promise for another day, its contradiction, or much like it; null where
 * it is none of these. Pure. `near` is in the order of their shares.
 *
 * A match is sure where at most one in a hundred contradictions and repeated promises comes so far, no other wording of the claim says otherwise, and
 * no other claim is as likely.
 */
export function match(
  statement: Facts,
  near: readonly NearWording[],
  model: MatchModel = matchModel(),
): ClaimMatch | null {
  if (indexKeysOf(statement).length < LEAST_KEYS) return null;
  const judged = chosen(near).map(({ claimId, isOwn, text, day }): Judged => {
    return { claimId, isOwn, ...judge(statement, factsOf({ text, postedAt: day }), model) };
  });
  const [best] = judged.filter(({ score }) => score >= model.sameFloor).sort(byScore);
  if (best !== undefined) return told(best, "SAME", isSure(best, judged, model));
  return otherwise(judged, model);
}

const byScore = (a: Judged, b: Judged) => b.score - a.score;

function chosen(near: readonly NearWording[]): NearWording[] {
  const counts = new Map<string, number>();
  const enough = near.filter(({ share, claimId }) => {
    const count = (counts.get(claimId) ?? 0) + 1;
    counts.set(claimId, count);
    return share >= LEAST_SHARE && count <= MOST_OF_A_CLAIM;
  });
  return enough.slice(0, MOST_JUDGED);
}

function isSure(best: Judged, judged: readonly Judged[], { joinFloor, sameFloor }: MatchModel): boolean {
  if (best.score < joinFloor) return false;
  return judged.every(({ claimId, score, relation }) =>
    claimId === best.claimId ? relation !== "CONTRADICTION" && relation !== "TEMPLATE" : score < sameFloor,
  );
}

function otherwise(judged: readonly Judged[], { proposalFloor }: MatchModel): ClaimMatch | null {
  for (const [place, relation] of [
    [1, "TEMPLATE"],
    [2, "CONTRADICTION"],
  ] as const) {
    const chance = (one: Judged) => one.chances[place] ?? 0;
    const [likeliest] = judged.filter((one) => chance(one) >= LIKELY).sort((a, b) => chance(b) - chance(a));
    if (likeliest !== undefined) return told(likeliest, relation, false);
  }
  const [alike] = judged.filter(({ score }) => score >= proposalFloor).sort(byScore);
  return alike === undefined ? null : told(alike, "SIMILAR", false);
}

function told(
  { claimId, isOwn, score, reasons }: Judged,
  relation: ClaimMatch["relation"],
  isSure: boolean,
): ClaimMatch {
  return { claimId, relation, score, isSure, isOwn, reasons };
}
