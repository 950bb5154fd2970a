import type { Calibration } from "#lib/pipeline/classify/arbiter";
import { decide, REPORTED_TO_UNSOURCED, sortOf } from "#lib/pipeline/classify/decision";
import { SOURCING_CLASSES, type SourcingClass } from "#lib/pipeline/classify/model-judgement";
import { type Arbitration, writeArbiter, writeHeldOut } from "./export-stage";
import { FOLDS, foldOf } from "./folds";
import { calibrateByCurve } from "./logistic-calibration";
import {
  type FirstOptions,
  FirstTraining,
  lookFirst,
  lookSecond,
  looksApart,
  trainSecond,
} from "./second-training";
import { type LabelSet, type Labels, type ReadPage, type ReadSentence, readPages } from "./sourcing-examples";
import { wordRows } from "./word-rows";

const BITS = 17;
const OPTIONS = { classes: SOURCING_CLASSES.length, rounds: 16, rate: 0.05, decay: 2e-3 };
const optionsFor = (seed: number): FirstOptions => ({
  evidence: { ...OPTIONS, bits: BITS, drop: 0.4, least: 3, seed },
  vectors: wordRows(),
  seed,
});
/** Rows whose every weight is below this are left out of the file. */
const LEAST_WEIGHT = 0.02;

const SORTS = ["REPORTED", "UNSOURCED", "TOLD", "NO_STATEMENT"] as const;

/** Macro-F1 of reported, unsourced and told, each sentence counted as often as its draw stands for; and the leak. */
function score(rows: readonly { truth: SourcingClass; found: SourcingClass; share: number }[]): string {
  const table = SORTS.map(() => new Float64Array(SORTS.length));
  for (const { truth, found, share } of rows) {
    const row = table[SORTS.indexOf(sortOf(truth))];
    const k = SORTS.indexOf(sortOf(found));
    if (row) row[k] = (row[k] ?? 0) + share;
  }
  const at = (a: number, b: number) => table[a]?.[b] ?? 0;
  const sum = (of: (k: number) => number) => SORTS.reduce((total, _, k) => total + of(k), 0);
  const f = [0, 1, 2].map((k) => (2 * at(k, k)) / (sum((a) => at(a, k)) + sum((b) => at(k, b))));
  const unsourced = sum((b) => at(1, b));
  const mean = f.reduce((a, b) => a + b, 0) / f.length;
  return `macro-F1 ${mean.toFixed(3)} (${f.map((x) => x.toFixed(3)).join(" ")}), unsourced found ${(at(1, 1) / unsourced).toFixed(3)}, called reported ${(at(1, 0) / unsourced).toFixed(3)}`;
}

interface Judged extends ReadSentence {
  readonly set: LabelSet;
  /** How probable each class is to a model that saw no label of this outlet. */
  readonly shares: readonly number[];
}

/** Of texts that were read whole by both looks, of others by the first one alone. */
function judgeBy({ tables, trees }: Arbitration, pages: readonly ReadPage[]): Judged[] {
  return pages.flatMap((page) => {
    const look = lookFirst(tables, page.sentences);
    const shares = page.facts === null ? look.evidence : lookSecond(trees, page, look);
    return page.sentences.flatMap((sentence, i): Judged[] =>
      sentence.truth.length > 0 ? [{ ...sentence, set: page.set, shares: shares[i] ?? [] }] : [],
    );
  });
}

/** How often a decision was right, by its share, where each outlet was judged by a model that saw none of its labels. */
function calibrationOf(rows: readonly Judged[]): Calibration {
  const of = (sort: string) => {
    const seen = rows.flatMap(({ shares, truth }) => {
      const { found, share } = decide(shares, REPORTED_TO_UNSOURCED);
      if (sortOf(found) !== sort) return [];
      return [{ p: share, isRight: truth.some((k) => sortOf(SOURCING_CLASSES[k] ?? "NARRATION") === sort) }];
    });
    return calibrateByCurve(seen);
  };
  return { REPORTED: of("REPORTED"), UNSOURCED: of("UNSOURCED"), TOLD: of("TOLD") };
}

function logScores(rows: readonly Judged[], log: (line: string) => void): void {
  for (const set of ["sourcing", "articles", "more", "polnear-train", "pages", "own", "newsroom"] as const) {
    const own = rows.filter((row) => row.set === set);
    if (own.length === 0) continue;
    const scored = (found: (row: Judged) => SourcingClass) =>
      score(
        own.map((row) => ({
          truth: SOURCING_CLASSES[row.truth[0] ?? 0] ?? "NARRATION",
          found: found(row),
          share: row.share,
        })),
      );
    log(`${set}: rules    ${scored(({ ruled }) => ruled)}`);
    log(`${set}: arbiter  ${scored(({ shares }) => decide(shares, REPORTED_TO_UNSOURCED).found)}`);
  }
}

/** An arbiter that has learned from all parts but one; from all where that is -1. */
function train(training: FirstTraining, seed: number, without: number): Arbitration {
  return { tables: training.without(without), trees: trainSecond(looksApart(training, without), seed) };
}

/**
 * Train on all labels; first say what models that never saw an outlet's labels make of them, and keep these for
 * `npm run evaluate`. `today` is YYYY-MM-DD.
 */
export function trainSourcingModel(
  { seed, today, labels }: { readonly seed: number; readonly today: string; readonly labels: Labels },
  log: (line: string) => void,
): void {
  const pages = readPages(BITS, labels, log);
  const training = new FirstTraining(pages, optionsFor(seed));
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const part = train(training, seed, fold);
    log(`fold ${fold + 1} of ${FOLDS}`);
    return part;
  });
  const judged = parts.flatMap((part, fold) =>
    judgeBy(
      part,
      pages.filter(({ group }) => foldOf(group) === fold),
    ),
  );
  logScores(judged, log);
  const calibration = calibrationOf(
    judged.filter(({ set }) => set === "sourcing" || set === "newsroom" || (labels.isAlone && set === "own")),
  );
  log(`held out: ${writeHeldOut(parts, calibration, LEAST_WEIGHT)} bytes`);
  log(
    `sourcing: ${writeArbiter(train(training, seed, -1), { calibration, least: LEAST_WEIGHT, today, newsroom: labels.newsroom })} bytes`,
  );
}
