import { expect, test } from "vitest";
import { relationOf } from "#lib/pipeline/match/judge";
import { alignRepost } from "#lib/pipeline/match/reposts";
import { crossValidate, labelledPairs } from "#scripts/train/matching-data";
import { floorsOf } from "#scripts/train/matching-floors";
import { USUAL } from "#scripts/train/matching-training";
import { evaluationFile, isHere, loadScorer, readLines } from "./data";
import { type Figure, pairFigures, repostFigures, type Scorer } from "./matching-figures";

const SCORER = "matching/score-matching.mjs";
const HERE = isHere("matching/pairs.jsonl");

const figureOf = (figures: readonly Figure[], name: string): number =>
  figures.find((one) => one.name === name)?.value ?? Number.NaN;

test.skipIf(!HERE)(
  "trees over what differs, trained without made pairs on other groups, don't fall: the differences still tell what they told",
  { timeout: 300_000 },
  async () => {
    const pairs = labelledPairs();
    const { predicted } = crossValidate(pairs, [], 5, { ...USUAL, rounds: 80 });
    const { sameFloor } = floorsOf(pairs, predicted);
    const chances = new Map(predicted.map((one) => [`${one.a} ${one.b}`, one.chances]));
    const own = pairs.flatMap(({ given }) => (given.origin === "own" ? [given] : []));
    const figures = pairFigures(await loadScorer<Scorer>(SCORER), own, ({ a, b }) => {
      const found = chances.get(`${a} ${b}`) ?? [];
      return { a, b, relation: relationOf(found, sameFloor), score: found[0] ?? 0 };
    });
    expect(figureOf(figures, "SAME, F1, all")).toBeGreaterThanOrEqual(0.76);
    expect(figureOf(figures, "SAME, F1, noisy copies")).toBeGreaterThanOrEqual(0.95);
    expect(figureOf(figures, "CONTRADICTION or TEMPLATE called SAME")).toBeLessThanOrEqual(0.07);
    expect(figureOf(figures, "… of another number")).toBeLessThanOrEqual(0.01);
    expect(figureOf(figures, "TEMPLATE, precision")).toBeGreaterThanOrEqual(0.75);
  },
);

interface Repost {
  readonly id: string;
  readonly original: { readonly sentences: readonly string[] };
  readonly repost: { readonly sentences: readonly string[] };
}

test.skipIf(!HERE)("no figure of the alignment of reposts falls below its floor", async () => {
  const reposts = readLines<Repost>(evaluationFile("matching/reposts.jsonl"));
  const aligned = new Map(
    reposts.map((one) => [one.id, alignRepost(one.original.sentences, one.repost.sentences)]),
  );
  const figures = repostFigures(await loadScorer<Scorer>(SCORER), reposts, (id) => aligned.get(id) ?? []);
  expect(figures.filter(({ value, floor }) => floor !== null && value < floor)).toEqual([]);
});
