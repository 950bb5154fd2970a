import { type ClaimMatch, RELATIONS, type Relation } from "#lib/domain/matching";
import { remembered } from "#lib/text/remembered";
import type { Facts } from "./match/facts";
import { factsOf } from "./match/facts";
import { indexKeysOf } from "./match/index-keys";
import { type Likelihood, likelihoodOf } from "./match/judge";
import { type MatchModel, matchModel } from "./match/match-model";
import { reasonsFor } from "./match/reasons";

/** A wording that a claim is known by, and how much of what the statement is found by it has (0 to 1). */
export interface NearWording {
  readonly claimId: string;
  readonly text: string;
  readonly day: string | null;
  readonly isOwn: boolean;
  readonly share: number;
}

/** What is said again and again meets the same wordings again and again. By day and text. */
const factsOfKnown = remembered((line): Facts => {
  const end = line.indexOf("\n");
  return factsOf({ text: line.slice(end + 1), postedAt: line.slice(0, end) || null });
}, 500);

/** Of pairs that were labelled the same, one in a hundred shares less. */
export const LEAST_SHARE = 0.36;
/** So many are judged, and so many of one claim: a judgement costs more than the search. */
const MOST_JUDGED = 4;
const MOST_OF_A_CLAIM = 3;
/** What has less to be known by would match whatever has the same two words, unless it says when somebody or something named is to come. */
const LEAST_KEYS = 3;
/**
 * How likely a contradiction has to be to be told: of what is likeliest one, two in five are wrong. The same for another time is told where that is likeliest: four in
 * five are right (measured: docs/models/matching.md).
 */
const LIKELY = 0.5;

interface Judged extends Likelihood {
  readonly claimId: string;
  readonly isOwn: boolean;
  readonly facts: Facts;
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
  const compared = chosen(near);
  if (compared.length === 0 || !saysEnough(statement)) return null;
  const judged = compared.map(({ claimId, isOwn, text, day }): Judged => {
    const facts = factsOfKnown(`${day ?? ""}\n${text}`);
    return { claimId, isOwn, facts, ...likelihoodOf(statement, facts, model) };
  });
  const found = best(judged, model);
  if (found === null) return null;
  const { one, relation, isSure } = found;
  const { claimId, isOwn, score, facts } = one;
  return { claimId, relation, score, isSure, isOwn, reasons: reasonsFor(statement, facts) };
}

/** What two statements are to each other, and why; null where they are nothing, or one of them says too little to be compared. Pure. */
export function relate(
  statement: Facts,
  other: Facts,
  model: MatchModel = matchModel(),
): Pick<ClaimMatch, "relation" | "score" | "reasons"> | null {
  if (!saysEnough(statement) || !saysEnough(other)) return null;
  const judged = { claimId: "", isOwn: false, facts: other, ...likelihoodOf(statement, other, model) };
  const found = best([judged], model);
  if (found === null) return null;
  return { relation: found.relation, score: judged.score, reasons: reasonsFor(statement, other) };
}

/** "The RV is tomorrow" is the whole of a rumour. */
function saysEnough(statement: Facts): boolean {
  const isNamed = statement.words.some(({ isName, isSource }) => isName && !isSource);
  return (isNamed && statement.moments.length > 0) || indexKeysOf(statement).length >= LEAST_KEYS;
}

interface Found {
  readonly one: Judged;
  readonly relation: ClaimMatch["relation"];
  readonly isSure: boolean;
}

function best(judged: readonly Judged[], model: MatchModel): Found | null {
  const [one] = judged.filter(({ score }) => score >= model.sameFloor).sort(byScore);
  if (one !== undefined) return { one, relation: "SAME", isSure: isSure(one, judged, model) };
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

function otherwise(judged: readonly Judged[], { proposalFloor }: MatchModel): Found | null {
  const chance = (one: Judged, relation: Relation) => one.chances[RELATIONS.indexOf(relation)] ?? 0;
  const likeliest = (relation: Relation, isTold: (one: Judged) => boolean) =>
    judged.filter(isTold).sort((a, b) => chance(b, relation) - chance(a, relation))[0];
  const again = likeliest("TEMPLATE", ({ relation }) => relation === "TEMPLATE");
  if (again !== undefined) return { one: again, relation: "TEMPLATE", isSure: false };
  const against = likeliest("CONTRADICTION", (one) => chance(one, "CONTRADICTION") >= LIKELY);
  if (against !== undefined) return { one: against, relation: "CONTRADICTION", isSure: false };
  const [alike] = judged.filter(({ score }) => score >= proposalFloor).sort(byScore);
  return alike === undefined ? null : { one: alike, relation: "SIMILAR", isSure: false };
}
