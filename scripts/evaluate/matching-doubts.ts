import { likelyMissed, wronglyJoined } from "#lib/pipeline/match/doubts";
import { type Facts, factsOf } from "#lib/pipeline/match/facts";
import { type MatchModel, matchModel } from "#lib/pipeline/match/match-model";
import type { CrossValidation, GivenPair } from "#scripts/train/matching-data";
import { evaluationFile, readLines } from "./data";
import type { Figure } from "./matching-figures";

interface Statement {
  readonly id: string;
  readonly text: string;
  readonly postedAt?: string;
  readonly group: string;
  readonly claimKey: string;
  readonly origin: string;
  readonly derived?: string;
}

/** A claim: its own wording first, then what else says the same. */
interface Claim {
  readonly group: string;
  readonly ids: readonly string[];
}

const RELATIONS = ["CONTRADICTION", "TEMPLATE", "SIMILAR", "DIFFERENT"] as const;

/**
 * How right the lists of doubts are, judged by trees that saw no pair of the group. Planted are, into each claim, one after the other, every statement that a label says isn't the same as
 * one of it; and each claim is told as two. Floors of the judge are those it ships with.
 */
export function doubtFigures(pairs: readonly GivenPair[], { names, treesApart }: CrossValidation): Figure[] {
  const statements = readLines<Statement>(evaluationFile("matching/statements.jsonl")).filter(
    ({ origin }) => origin === "own",
  );
  const facts = new Map(
    statements.map(({ id, text, postedAt }) => [id, factsOf({ text, postedAt: postedAt ?? null })]),
  );
  const models = new Map<string, MatchModel>();
  const modelOf = (group: string): MatchModel => {
    const trees = treesApart(group);
    const model = models.get(group) ?? (trees === null ? matchModel() : { ...matchModel(), names, trees });
    models.set(group, model);
    return model;
  };
  const factsFor = (ids: readonly string[]): Facts[] =>
    ids.flatMap((id) => {
      const found = facts.get(id);
      return found === undefined ? [] : [found];
    });
  /** Those of a claim that are listed as wrongly joined. */
  const listed = ({ group, ids }: Claim): string[] =>
    ids
      .slice(1)
      .filter(
        (id) =>
          wronglyJoined(factsFor([id]), factsFor(ids.filter((one) => one !== id)), modelOf(group)) !== null,
      );
  const isMissed = (one: Claim, other: Claim) =>
    likelyMissed(factsFor(one.ids), factsFor(other.ids), modelOf(one.group)) !== null;
  const claims = claimsOf(statements);
  return [
    ...wrongFigures(pairs, statements, claims, listed),
    ...missedFigures([...claims.values()], isMissed),
  ];
}

function claimsOf(statements: readonly Statement[]): ReadonlyMap<string, Claim> {
  const written = [...statements].sort(
    (a, b) => Number(a.derived !== undefined) - Number(b.derived !== undefined),
  );
  const claims = new Map<string, Claim>();
  for (const { id, group, claimKey } of written)
    claims.set(claimKey, { group, ids: [...(claims.get(claimKey)?.ids ?? []), id] });
  return claims;
}

function wrongFigures(
  pairs: readonly GivenPair[],
  statements: readonly Statement[],
  claims: ReadonlyMap<string, Claim>,
  listed: (claim: Claim) => readonly string[],
): Figure[] {
  const keys = new Map(statements.map(({ id, claimKey }) => [id, claimKey]));
  const clean = [...claims.values()].filter(({ ids }) => ids.length > 1);
  const right = clean.reduce((sum, { ids }) => sum + ids.length - 1, 0);
  const alarms = clean.reduce((sum, claim) => sum + listed(claim).length, 0);
  const planted = new Map<string, { claim: Claim; wrong: string; relation: string }>();
  for (const { a, b, relation } of pairs)
    for (const [one, wrong] of [
      [a, b],
      [b, a],
    ] as const) {
      const claim = claims.get(keys.get(one) ?? "");
      if (relation === "SAME" || claim === undefined || claim.ids.includes(wrong)) continue;
      planted.set(`${keys.get(one)} ${wrong}`, { claim, wrong, relation });
    }
  const trials = [...planted.values()].map(({ claim, wrong, relation }) => {
    const found = listed({ ...claim, ids: [...claim.ids, wrong] });
    return { relation, isFound: found.includes(wrong), count: found.length };
  });
  const foundOf = (some: typeof trials) => some.filter(({ isFound }) => isFound).length;
  const all = trials.reduce((sum, { count }) => sum + count, 0);
  return [
    figure("wrongly joined: listed, of those planted", foundOf(trials) / trials.length, 0.87),
    ...RELATIONS.map((relation) => {
      const some = trials.filter((trial) => trial.relation === relation);
      return figure(`… of those labelled ${relation}`, foundOf(some) / some.length, null);
    }),
    figure("… right, of those listed, one planted in each claim", foundOf(trials) / all, 0.94),
    { ...figure("… listed, of those joined rightly", alarms / right, 0.03), isMost: true },
  ];
}

function missedFigures(claims: readonly Claim[], isMissed: (one: Claim, other: Claim) => boolean): Figure[] {
  const halves = claims.filter(({ ids }) => ids.length > 1);
  const half = ({ group, ids }: Claim, rest: number): Claim => ({
    group,
    ids: ids.filter((_, i) => i % 2 === rest),
  });
  const found = halves.filter((claim) => isMissed(half(claim, 0), half(claim, 1))).length;
  const others = claims.flatMap((one, i) =>
    claims.slice(i + 1).flatMap((other) => (one.group === other.group ? [[one, other] as const] : [])),
  );
  const wrong = others.filter(([one, other]) => isMissed(one, other)).length;
  return [
    figure("missed: listed, of claims told as two", found / halves.length, 0.8),
    figure("… right, of those listed, each claim told as two", found / (found + wrong), 0.85),
    {
      ...figure("… listed, of pairs of other claims of one story", wrong / others.length, 0.05),
      isMost: true,
    },
  ];
}

const figure = (name: string, value: number, floor: number | null): Figure => ({
  name,
  value,
  floor,
  isMost: false,
  isCount: false,
});
