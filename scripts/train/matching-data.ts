import type { Relation } from "#lib/domain/matching";
import type { Trees } from "#lib/models/boosted-trees";
import { differencesOf } from "#lib/pipeline/match/differences";
import { type Facts, factsOf } from "#lib/pipeline/match/facts";
import { chancesOf } from "#lib/pipeline/match/judge";
import { evaluationFile, readLines } from "#scripts/evaluate/data";
import { madePairs } from "./matching-made/made-pairs";
import { type TrainingOptions, type TrainingRow, trainJudge } from "./matching-training";

interface GivenStatement {
  readonly id: string;
  readonly text: string;
  readonly postedAt?: string;
  readonly group?: string;
}

export interface GivenPair {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly tags: readonly string[];
  readonly origin: string;
  readonly group?: string;
}

export interface LabelledPair extends TrainingRow {
  readonly given: GivenPair;
  /** The groups of both statements: neither may be in training when the pair is measured. */
  readonly groups: readonly string[];
}

/** How much a pair counts that was made by program, or that only says that two sentences of an encyclopedia can't both be right. */
const MADE = 0.1;
const PUBLIC = 0.3;
const DRAWS = 1;

/** The labelled pairs with what differs between them. */
export function labelledPairs(): LabelledPair[] {
  const lines = readLines<GivenStatement>(evaluationFile("matching/statements.jsonl"));
  const statements = new Map(lines.map((one) => [one.id, one]));
  const facts = new Map<string, Facts>();
  const read = (id: string): Facts => {
    const one = statements.get(id);
    if (one === undefined) throw new Error(`there is no statement ${id}`);
    const known = facts.get(id) ?? factsOf({ text: one.text, postedAt: one.postedAt ?? null });
    facts.set(id, known);
    return known;
  };
  return readLines<GivenPair>(evaluationFile("matching/pairs.jsonl")).map((given) => ({
    given,
    relation: given.relation,
    weight: given.origin === "own" ? 1 : PUBLIC,
    groups: [given.a, given.b].map((id) => statements.get(id)?.group ?? id),
    differences: differencesOf(read(given.a), read(given.b)),
  }));
}

export function madeRows(seed: number): TrainingRow[] {
  return madePairs(seed, DRAWS).map(({ a, b, relation }) => ({
    relation,
    weight: MADE,
    differences: differencesOf(factsOf(a), factsOf(b)),
  }));
}

export interface CrossPrediction {
  readonly a: string;
  readonly b: string;
  readonly chances: readonly number[];
}

export interface CrossValidation {
  readonly names: readonly string[];
  /** Each own pair judged by trees that saw no pair of its groups. */
  readonly predicted: readonly CrossPrediction[];
  /** The trees that saw no pair of the group. */
  readonly treesApart: (group: string) => Trees | null;
}

export function crossValidate(
  pairs: readonly LabelledPair[],
  made: readonly TrainingRow[],
  folds: number,
  options: TrainingOptions,
): CrossValidation {
  const names = Object.keys(pairs[0]?.differences ?? {});
  const own = pairs.filter(({ given }) => given.origin === "own");
  const groups = [...new Set(own.flatMap((pair) => pair.groups))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const grown: Trees[] = [];
  const predicted: CrossPrediction[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isApart = (pair: LabelledPair) => pair.groups.every((group) => foldOf.get(group) !== fold);
    const trees = trainJudge([...pairs.filter(isApart), ...made], names, {
      ...options,
      seed: options.seed + fold,
    });
    grown.push(trees);
    for (const { given, groups: of, differences } of own)
      if (foldOf.get(of[0] ?? "") === fold)
        predicted.push({ a: given.a, b: given.b, chances: chancesOf({ trees, names }, differences) });
  }
  return { names, predicted, treesApart: (group) => grown[foldOf.get(group) ?? -1] ?? null };
}
