import { SOURCING_CLASSES, type SourcingClass } from "#lib/pipeline/classify/model-judgement";
import { choose, PRIOR, SourcingModel, withPrior } from "#lib/pipeline/classify/sourcing-model";
import { writeTableAlone } from "./export-stage";
import { examplesOf, type Labelled } from "./sourcing-examples";
import { trainSourcing } from "./sourcing-training";

const BITS = 16;
const OPTIONS = {
  bits: BITS,
  classes: SOURCING_CLASSES.length,
  rounds: 24,
  rate: 0.05,
  decay: 2e-3,
  drop: 0.4,
};
const FOLDS = 10;
/** How much more the rules' own class could be believed: the figures of each are printed, PRIOR is what the engine goes by. */
const PRIORS = [1, 2, 3, 5, 7];

const THREE: Readonly<Record<SourcingClass, number>> = {
  NAMED: 0,
  DOCUMENT: 0,
  MEDIA_REPORT: 0,
  UNNAMED_QUALIFIED: 0,
  UNNAMED_BARE: 1,
  FORECAST: 1,
  OPINION: 1,
  NARRATION: 2,
  NO_STATEMENT: 3,
};

/** Macro-F1 of reported, unsourced and other, each statement counted as often as its draw stands for; and the leak. */
function score(rows: readonly { truth: SourcingClass; found: SourcingClass; share: number }[]): string {
  const table = Array.from({ length: 4 }, () => new Float64Array(4));
  let same = 0;
  let all = 0;
  for (const { truth, found, share } of rows) {
    const row = table[THREE[truth]];
    if (row) row[THREE[found]] = (row[THREE[found]] ?? 0) + share;
    all += share;
    if (truth === found) same += share;
  }
  const at = (a: number, b: number) => table[a]?.[b] ?? 0;
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const f = [0, 1, 2].map((k) => {
    const found = sum([0, 1, 2, 3].map((a) => at(a, k)));
    const true_ = sum([0, 1, 2, 3].map((b) => at(k, b)));
    return (2 * at(k, k)) / (found + true_);
  });
  const unsourced = sum([0, 1, 2, 3].map((b) => at(1, b)));
  return `macro-F1 ${(sum(f) / 3).toFixed(3)} (${f.map((x) => x.toFixed(3)).join(" ")}), leak ${(at(1, 0) / unsourced).toFixed(3)}, same class ${(same / all).toFixed(3)}`;
}

interface Judged extends Labelled {
  /** How probable each class is to a model that saw no label of this article. */
  readonly shares: readonly number[];
}

function crossValidated(examples: readonly Labelled[], seed: number): Judged[] {
  const articles = [...new Set(examples.map(({ id }) => id))].sort();
  const fold = new Map(articles.map((id, i) => [id, (i * 7) % FOLDS]));
  return Array.from({ length: FOLDS }, (_, k) => k).flatMap((k) => {
    const others = examples.filter(({ id }) => fold.get(id) !== k);
    const model = new SourcingModel(trainSourcing(others, { ...OPTIONS, seed }), "");
    return examples
      .filter(({ id }) => fold.get(id) === k)
      .map((one) => ({ ...one, shares: model.sharesOf(one.ids) }));
  });
}

function scoreWith(rows: readonly Judged[], decide: (row: Judged) => SourcingClass): string {
  return score(
    rows.map((row) => ({
      truth: SOURCING_CLASSES[row.truth] ?? "NARRATION",
      found: row.isSettled ? row.ruled : decide(row),
      share: row.share,
    })),
  );
}

/** Train on all labels; first say what ten models that never saw an article's labels make of them. `today` is YYYY-MM-DD. */
export function trainSourcingModel(seed: number, today: string, log: (line: string) => void): void {
  const examples = examplesOf(BITS, log);
  const judged = crossValidated(examples, seed);
  for (const set of ["polnear-train", "pages", "own"] as const) {
    const rows = judged.filter((row) => row.set === set);
    log(`${set}: rules    ${scoreWith(rows, ({ ruled }) => ruled)}`);
    for (const prior of PRIORS) {
      const figures = scoreWith(rows, ({ shares, ruled, hasSpeaker }) =>
        choose(withPrior(shares, ruled, prior), ruled, hasSpeaker),
      );
      log(`${set}: prior ${prior}${prior === PRIOR ? " *" : "  "}${figures}`);
    }
  }
  const table = trainSourcing(examples, { ...OPTIONS, seed });
  const bytes = writeTableAlone("sourcing", table, 0.02, today);
  log(`sourcing: ${bytes} bytes`);
}
