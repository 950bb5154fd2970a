import type { AnalysedStatement } from "#lib/domain/analysis";
import { drawPages, interval } from "./bootstrap";
import { loadScorer, type Predicted, redrawn } from "./data";
import type { SourcingGold } from "./sourcing";

interface Report {
  readonly statements: {
    readonly macroF1: number;
    readonly confusion: { readonly UNSOURCED_SPECULATION: { readonly REPORTED: number } };
    readonly per: { readonly UNSOURCED_SPECULATION: { readonly r: number; readonly gold: number } };
    readonly leak_spec_as_reported: number;
  };
}
type Score = (gold: readonly SourcingGold[], predicted: readonly Predicted[]) => Report;

interface Figure {
  readonly value: number;
  readonly interval: readonly [number, number];
}

export interface ClassFigures {
  readonly pages: number;
  readonly unsourced: number;
  readonly macroF1: Figure;
  /** Of the unsourced statements, the share that was found, and the share that was called reported. */
  readonly found: Figure;
  readonly leak: Figure;
}

/** The three classes on labelled pages; 95 % intervals over pages. */
export async function measureClasses(
  gold: readonly SourcingGold[],
  predicted: readonly Predicted[],
): Promise<ClassFigures> {
  const { score } = await loadScorer<{ score: Score }>("claims/score-claims.mjs");
  const byId = new Map(predicted.map((row) => [row.id, row]));
  const own = gold.flatMap(({ id }) => byId.get(id) ?? []);
  const whole = score(gold, own).statements;
  const drawn = drawPages(gold.length).map((draw) => {
    const sample = redrawn(draw, gold, own);
    return score(sample.gold, sample.predicted).statements;
  });
  const figure = (of: (report: Report["statements"]) => number): Figure => ({
    value: of(whole),
    interval: interval(drawn.map(of)),
  });
  return {
    pages: gold.length,
    unsourced: whole.per.UNSOURCED_SPECULATION.gold,
    macroF1: figure(({ macroF1 }) => macroF1),
    found: figure(({ per }) => per.UNSOURCED_SPECULATION.r),
    leak: figure(({ leak_spec_as_reported }) => leak_spec_as_reported),
  };
}

const CLASS_OF: Readonly<Record<string, string>> = {
  named_source: "REPORTED",
  document: "REPORTED",
  media_report: "REPORTED",
  official_unnamed: "REPORTED",
  anonymous_hearsay: "UNSOURCED_SPECULATION",
  author_opinion_or_prediction: "UNSOURCED_SPECULATION",
  author_assertion: "OTHER",
};
/** Reader labels as the three classes that the truth tells apart. */
const SORT_OF: Readonly<Record<string, string>> = {
  REPORTED: "REPORTED",
  REPORTED_UNNAMED: "REPORTED",
  UNSOURCED_SPECULATION: "UNSOURCED_SPECULATION",
  OPINION: "UNSOURCED_SPECULATION",
  UNSOURCED_ASSERTION: "OTHER",
  BACKGROUND: "OTHER",
};

type Truth = SourcingGold["gold"]["statements"][number];
const overlapOf = (a: Truth, b: AnalysedStatement) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

function isMatch(truth: Truth, found: AnalysedStatement): boolean {
  const shared = overlapOf(truth, found);
  return shared * 2 >= truth.end - truth.start && shared * 3 >= found.end - found.start;
}

/** For each code of the truth: how many there are, and the share whose class was told right. */
export function byCode(
  gold: readonly SourcingGold[],
  predicted: readonly Predicted[],
): { code: string; all: number; right: number }[] {
  const byId = new Map(predicted.map((row) => [row.id, row.statements]));
  const tally = new Map<string, { all: number; right: number }>();
  for (const { id, gold: truths } of gold) {
    for (const truth of truths.statements) {
      const entry = tally.get(truth.sourcing) ?? { all: 0, right: 0 };
      const matches = (byId.get(id) ?? []).filter((found) => isMatch(truth, found));
      const best = matches.toSorted((a, b) => overlapOf(truth, b) - overlapOf(truth, a))[0];
      entry.all += 1;
      if (best !== undefined && SORT_OF[best.label] === CLASS_OF[truth.sourcing]) entry.right += 1;
      tally.set(truth.sourcing, entry);
    }
  }
  return [...tally].map(([code, entry]) => ({ code, ...entry }));
}

/** Each statement that was found, with whether its class is right; one that matches none of the truth is wrong. */
export function judged(
  gold: readonly SourcingGold[],
  predicted: readonly Predicted[],
): { confidence: number; isSure: boolean; isRight: boolean }[] {
  const truths = new Map(gold.map(({ id, gold: { statements } }) => [id, statements]));
  return predicted.flatMap(({ id, statements }) =>
    statements.map((found) => {
      const matches = (truths.get(id) ?? []).filter((truth) => isMatch(truth, found));
      const best = matches.toSorted((a, b) => overlapOf(b, found) - overlapOf(a, found))[0];
      const isRight = best !== undefined && SORT_OF[found.label] === CLASS_OF[best.sourcing];
      return { confidence: found.confidence, isSure: found.isSure, isRight };
    }),
  );
}
