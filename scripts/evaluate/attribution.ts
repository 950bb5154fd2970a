import { drawPages, interval } from "./bootstrap";
import { type GoldPage, loadScorer, type Predicted, redrawn } from "./data";

export const ATTRIBUTION_GOLD = "attribution/polnear-dev.jsonl";

export interface Measured {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

interface Report {
  readonly token: Record<"source" | "cue" | "content", Measured>;
  readonly attribution: Record<"contentPartial" | "contentAndSource" | "strict", Measured>;
  readonly sentence: Measured;
}

/** What is asked of each metric, and how to find it in the scorer's report. */
export const METRICS: readonly { name: string; asked: number; of: (report: Report) => Measured }[] = [
  { name: "content tokens", asked: 0.88, of: (r) => r.token.content },
  { name: "source tokens", asked: 0.78, of: (r) => r.token.source },
  { name: "cue tokens", asked: 0.66, of: (r) => r.token.cue },
  { name: "contentPartial", asked: 0.79, of: (r) => r.attribution.contentPartial },
  { name: "contentAndSource", asked: 0.69, of: (r) => r.attribution.contentAndSource },
  { name: "strict", asked: 0.48, of: (r) => r.attribution.strict },
  { name: "sentence", asked: 0.91, of: (r) => r.sentence },
];

type Score = (gold: readonly GoldPage[], predicted: readonly Predicted[]) => Report;

export async function attributionScore(): Promise<Score> {
  const { evaluate } = await loadScorer<{ evaluate: Score }>("attribution/score-attribution.mjs");
  return evaluate;
}

export interface Figure extends Measured {
  readonly name: string;
  readonly asked: number;
  readonly low: number;
  readonly high: number;
}

/** Each metric with the 95 % interval of its F1, over articles. */
export async function measureAttribution(
  gold: readonly GoldPage[],
  predicted: readonly Predicted[],
): Promise<Figure[]> {
  const score = await attributionScore();
  const whole = score(gold, predicted);
  const reports = reportsOf(score, gold, predicted);
  return METRICS.map(({ name, asked, of }) => {
    const [low, high] = interval(reports.map((report) => of(report).f1));
    return { name, asked, ...of(whole), low, high };
  });
}

function reportsOf(score: Score, gold: readonly GoldPage[], predicted: readonly Predicted[]): Report[] {
  return drawPages(gold.length).map((draw) => {
    const sample = redrawn(draw, gold, predicted);
    return score(sample.gold, sample.predicted);
  });
}

/** How much each F1 changed from one set of predictions to another, with the 95 % interval of the paired difference. */
export async function compareAttribution(
  gold: readonly GoldPage[],
  before: readonly Predicted[],
  after: readonly Predicted[],
): Promise<{ name: string; change: number; low: number; high: number }[]> {
  const score = await attributionScore();
  const [first, second] = [reportsOf(score, gold, before), reportsOf(score, gold, after)];
  const whole = { before: score(gold, before), after: score(gold, after) };
  return METRICS.map(({ name, of }) => {
    const changes = first.map((report, k) => of(second[k] ?? report).f1 - of(report).f1);
    const [low, high] = interval(changes);
    return { name, change: of(whole.after).f1 - of(whole.before).f1, low, high };
  });
}
