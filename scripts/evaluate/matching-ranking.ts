import { type Facts, factsOf } from "#lib/pipeline/match/facts";
import { type MatchModel, matchModel } from "#lib/pipeline/match/match-model";
import { Ranking } from "#lib/pipeline/match/ranking";
import type { CrossValidation } from "#scripts/train/matching-data";
import { evaluationFile, readLines } from "./data";

interface Statement {
  readonly id: string;
  readonly text: string;
  readonly postedAt?: string;
  readonly group?: string;
  readonly origin: string;
  readonly derived?: string;
}

/** The ten best of each written statement among all of them and the distractors, judged by trees that saw no pair of its group. */
export function rankedApart({ names, treesApart }: CrossValidation) {
  const all = readLines<Statement>(evaluationFile("matching/statements.jsonl"));
  const statements = all.filter(({ origin, derived }) => origin === "own" && derived === undefined);
  const pool = readLines<Statement>(evaluationFile("matching/pool.jsonl"));
  const collection = [...statements, ...pool];
  const facts = collection.map(({ text, postedAt }): Facts => factsOf({ text, postedAt: postedAt ?? null }));
  const ranking = new Ranking(facts);
  const models = new Map<string, MatchModel>();
  const modelFor = (group: string): MatchModel => {
    const known = models.get(group);
    if (known !== undefined) return known;
    const trees = treesApart(group);
    const model = trees === null ? matchModel() : { ...matchModel(), names, trees };
    models.set(group, model);
    return model;
  };
  const ranked = statements.map(({ id, group }, at) => ({
    id,
    candidates: ranking
      .of(at, 10, modelFor(group ?? ""))
      .map(({ at: other, score }) => ({ id: collection[other]?.id ?? "", score })),
  }));
  return { statements: all, ranked };
}
