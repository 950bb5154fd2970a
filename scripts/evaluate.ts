/**
 * Measure the attribution engine on PolNeAR dev, with 95 % bootstrap intervals over articles.
 *
 *   npm run evaluate                                       writes predictions and prints the table
 *   npm run evaluate -- --compare before.jsonl after.jsonl what changed from one prediction file to another, paired
 *
 * ONRECORD_EVAL says where data and scorer are (../shared/eval); predictions go to ONRECORD_TRAINING.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AttributionEngine } from "#lib/pipeline/attribution/engine";
import type { Span } from "#lib/text/span";
import { cacheFolder } from "./train/cache";
import { dataFolder, type Fragments, type GoldArticle, readGold } from "./train/corpus";
import { randomFrom } from "./train/random";

interface Predicted {
  readonly id: string;
  readonly attributions: readonly {
    readonly source: Fragments;
    readonly cue: Fragments;
    readonly content: Fragments;
  }[];
}

interface Measured {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

interface Report {
  readonly token: Record<"source" | "cue" | "content", Measured>;
  readonly attribution: Record<"contentPartial" | "contentAndSource" | "strict", Measured>;
  readonly sentence: Measured;
}

type Scorer = (gold: readonly unknown[], predicted: readonly Predicted[]) => Report;

const METRICS: readonly (readonly [string, (report: Report) => Measured])[] = [
  ["content tokens", (r) => r.token.content],
  ["source tokens", (r) => r.token.source],
  ["cue tokens", (r) => r.token.cue],
  ["contentPartial", (r) => r.attribution.contentPartial],
  ["contentAndSource", (r) => r.attribution.contentAndSource],
  ["strict", (r) => r.attribution.strict],
  ["sentence", (r) => r.sentence],
];
const SAMPLES = 200;
const FIFTH = Math.floor(SAMPLES * 0.025);

async function loadScorer(): Promise<Scorer> {
  const path = join(dataFolder(), "score-attribution.mjs");
  // the scorer is a plain script that stands beside the data; its report has the shape written above
  const module = (await import(pathToFileURL(path).href)) as { evaluate: Scorer };
  return module.evaluate;
}

function pairs(spans: readonly Span[]): [number, number][] {
  return spans.map(({ start, end }) => [start, end]);
}

function predict(gold: readonly GoldArticle[]): Predicted[] {
  const loading = performance.now();
  const engine = new AttributionEngine();
  console.log(`weights loaded in ${(performance.now() - loading).toFixed(0)} ms`);
  for (const { text } of gold.slice(0, 20)) engine.read(text);
  const began = performance.now();
  const predicted = gold.map(({ id, text }) => ({
    id,
    attributions: engine.read(text).attributions.map(({ source, cue, content }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
    })),
  }));
  const seconds = (performance.now() - began) / 1000;
  const words = gold.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  console.log(
    `${gold.length} articles, ${words} words in ${seconds.toFixed(1)} s: ${(words / 800 / seconds).toFixed(1)} articles of 800 words a second; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
  return predicted;
}

/** Draw articles with replacement, `SAMPLES` times; each sample is a list of indexes. */
function samples(n: number): number[][] {
  const random = randomFrom(7);
  return Array.from({ length: SAMPLES }, () => Array.from({ length: n }, () => Math.floor(random() * n)));
}

function resampled(
  evaluate: Scorer,
  gold: readonly GoldArticle[],
  predicted: readonly Predicted[],
  draws: readonly number[][],
): Report[] {
  const byId = new Map(predicted.map((row) => [row.id, row.attributions]));
  return draws.map((draw) => {
    const articles = draw.map((i, k) => ({ ...gold[i], id: `${k}` }));
    const rows = draw.map((i, k) => ({ id: `${k}`, attributions: byId.get(gold[i]?.id ?? "") ?? [] }));
    return evaluate(articles, rows);
  });
}

function percent(x: number): string {
  return (100 * x).toFixed(1);
}

function interval(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `[${percent(sorted[FIFTH] ?? 0)}, ${percent(sorted[sorted.length - 1 - FIFTH] ?? 0)}]`;
}

function readPredictions(path: string): Predicted[] {
  // written by this program
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Predicted);
}

const evaluate = await loadScorer();
const gold = readGold("dev");
const draws = samples(gold.length);
const comparing = process.argv.indexOf("--compare");
if (comparing > 0) {
  const [before, after] = process.argv.slice(comparing + 1, comparing + 3).map(readPredictions);
  if (!before || !after) throw new Error("--compare needs two files of predictions");
  const whole = [evaluate(gold, before), evaluate(gold, after)] as const;
  const first = resampled(evaluate, gold, before, draws);
  const second = resampled(evaluate, gold, after, draws);
  for (const [name, of] of METRICS) {
    const changes = first.map((report, k) => of(second[k] ?? report).f1 - of(report).f1);
    console.log(
      `${name.padEnd(18)} ${percent(of(whole[1]).f1 - of(whole[0]).f1).padStart(5)}  ${interval(changes)}`,
    );
  }
} else {
  const predicted = predict(gold);
  const path = join(cacheFolder(), "predictions-dev.jsonl");
  writeFileSync(path, `${predicted.map((row) => JSON.stringify(row)).join("\n")}\n`);
  const report = evaluate(gold, predicted);
  const reports = resampled(evaluate, gold, predicted, draws);
  console.log(`predictions in ${path}\n${"F1 on PolNeAR dev".padEnd(18)}    P      R     F1   95 %`);
  for (const [name, of] of METRICS) {
    const { p, r, f1 } = of(report);
    const columns = [p, r, f1].map((x) => percent(x).padStart(6)).join(" ");
    console.log(`${name.padEnd(18)} ${columns}   ${interval(reports.map((sample) => of(sample).f1))}`);
  }
}
