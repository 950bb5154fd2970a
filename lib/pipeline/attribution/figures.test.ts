import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Span } from "#lib/text/span";
import { AttributionEngine } from "./engine";

/** Two points below what the shipped weights reach on PolNeAR dev: a silent fall is caught, a rounding is not. */
const FLOORS = {
  content: 0.86,
  source: 0.765,
  cue: 0.635,
  contentPartial: 0.765,
  contentAndSource: 0.67,
  strict: 0.455,
  sentence: 0.89,
};

interface Measured {
  readonly f1: number;
}

interface Report {
  readonly token: Record<"content" | "source" | "cue", Measured>;
  readonly attribution: Record<"contentPartial" | "contentAndSource" | "strict", Measured>;
  readonly sentence: Measured;
}

const folder = join(resolve(process.env.ONRECORD_EVAL ?? "../shared/eval"), "attribution");
const isHere = existsSync(join(folder, "polnear-dev.jsonl"));
if (!isHere && process.env.CI) throw new Error(`PolNeAR dev must be at ${folder} in CI.`);
if (!isHere) console.log(`PolNeAR dev isn't at ${folder}, so the floors of the figures are not checked.`);

function pairs(spans: readonly Span[]): [number, number][] {
  return spans.map(({ start, end }) => [start, end]);
}

test.skipIf(!isHere)("on PolNeAR dev no figure falls below its floor", { timeout: 180_000 }, async () => {
  const scorer = pathToFileURL(join(folder, "score-attribution.mjs")).href;
  // the scorer stands beside the data; its report has the shape above
  const { evaluate } = (await import(/* @vite-ignore */ scorer)) as {
    evaluate: (gold: readonly unknown[], predicted: readonly unknown[]) => Report;
  };
  const gold = readFileSync(join(folder, "polnear-dev.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { id: string; text: string });
  const engine = new AttributionEngine();
  const predicted = gold.map(({ id, text }) => ({
    id,
    attributions: engine.read(text).attributions.map(({ source, cue, content }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
    })),
  }));
  const { token, attribution, sentence } = evaluate(gold, predicted);
  const reached = {
    content: token.content.f1,
    source: token.source.f1,
    cue: token.cue.f1,
    contentPartial: attribution.contentPartial.f1,
    contentAndSource: attribution.contentAndSource.f1,
    strict: attribution.strict.f1,
    sentence: sentence.f1,
  };
  const fallen = Object.entries(FLOORS).filter(
    ([name, floor]) => (reached[name as keyof typeof reached] ?? 0) < floor,
  );
  expect(fallen, JSON.stringify(reached)).toEqual([]);
});
