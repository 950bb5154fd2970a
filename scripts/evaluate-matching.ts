/**
 * What the judge of pairs, the search for candidates and the alignment of reposts reach. `npm run evaluate:matching`, five minutes.
 *
 * Pairs and candidates are judged by trees that saw no pair of their group (cross-validation by group, with the shipped settings); intervals are the
 * middle 95 % of 200 draws of groups, or of reposts. Status 1 where a figure is under its floor. `--keep FILE` writes what was said of each pair.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { relationOf } from "#lib/pipeline/match/judge";
import { alignRepost } from "#lib/pipeline/match/reposts";
import { drawPages, interval, percent } from "./evaluate/bootstrap";
import { evaluationFile, isHere, loadScorer, readLines } from "./evaluate/data";
import { agreed } from "./evaluate/matching-clusters";
import { doubtFigures } from "./evaluate/matching-doubts";
import {
  clusterFigures,
  type Figure,
  pairFigures,
  rankFigures,
  repostFigures,
  type Scorer,
} from "./evaluate/matching-figures";
import { rankedApart } from "./evaluate/matching-ranking";
import { crossValidate, type GivenPair, labelledPairs, madeRows } from "./train/matching-data";
import { floorsOf } from "./train/matching-floors";
import { USUAL } from "./train/matching-training";

const FOLDS = 7;
const { values } = parseArgs({ options: { keep: { type: "string" } } });

interface Repost {
  readonly id: string;
  readonly original: { readonly sentences: readonly string[] };
  readonly repost: { readonly sentences: readonly string[] };
}

/** The figure on all units, and its spread over draws of units with replacement. */
function measured(figures: readonly Figure[], draws: readonly (readonly Figure[])[]): boolean {
  let isReached = true;
  figures.forEach(({ name, value, floor, isMost, isCount }, i) => {
    const [low, high] = interval(draws.map((draw) => draw[i]?.value ?? 0));
    const isUnder = floor !== null && (isMost ? value > floor : value < floor);
    if (isUnder) isReached = false;
    const wanted = `${isMost ? "at most" : "at least"} ${isCount ? floor : percent(floor ?? 0)}`;
    const bound = floor === null ? "" : `  ${wanted}${isUnder ? "  NOT REACHED" : ""}`;
    const shown = (one: number) => (isCount ? String(one) : percent(one));
    const spread = draws.length === 0 ? "" : `  [${shown(low)}, ${shown(high)}]`;
    console.log(`${name.padEnd(52)}${shown(value).padStart(6)}${spread}${bound}`);
  });
  return isReached;
}

async function main(): Promise<boolean> {
  if (!isHere("matching/pairs.jsonl")) return true;
  const scorer = await loadScorer<Scorer>("matching/score-matching.mjs");
  const pairs = labelledPairs();
  const made = madeRows(USUAL.seed);
  const crossed = crossValidate(pairs, made, FOLDS, USUAL);
  const { sameFloor, joinFloor, proposalFloor } = floorsOf(pairs, crossed.predicted);
  console.log(`Floors: SAME from ${sameFloor}, joined from ${joinFloor}, proposed from ${proposalFloor}`);
  const said = new Map(
    crossed.predicted.map(({ a, b, chances }) => [
      `${a} ${b}`,
      { a, b, relation: relationOf(chances, sameFloor), score: chances[0] ?? 0 },
    ]),
  );
  if (values.keep !== undefined)
    writeFileSync(values.keep, [...said.values()].map((one) => JSON.stringify(one)).join("\n"));
  const own = pairs.filter(({ given }) => given.origin === "own");
  const units = new Map<string, GivenPair[]>();
  for (const { given, groups } of own)
    units.set(groups[0] ?? "", [...(units.get(groups[0] ?? "") ?? []), given]);
  const groups = [...units.values()];
  const draws = drawPages(groups.length).map((draw) =>
    pairFigures(
      scorer,
      draw.flatMap((at, copy) => (groups[at] ?? []).map((pair) => renamed(pair, copy))),
      (pair) => saidOf(said, pair),
    ),
  );
  let isReached = measured(
    pairFigures(
      scorer,
      own.map(({ given }) => given),
      (pair) => saidOf(said, pair),
    ),
    draws,
  );
  const clustered = new Map(agreed([...said.values()]).map((one) => [`${one.a} ${one.b}`, one]));
  const together = clusterFigures(
    scorer,
    own.map(({ given }) => given),
    (pair) => saidOf(clustered, pair),
  );
  isReached = measured(together, []) && isReached;
  const doubts = doubtFigures(
    own.map(({ given }) => given),
    crossed,
  );
  isReached = measured(doubts, []) && isReached;
  const { statements, ranked } = rankedApart(crossed);
  isReached = measured(rankFigures(scorer, statements, ranked), []) && isReached;
  const reposts = readLines<Repost>(evaluationFile("matching/reposts.jsonl"));
  const aligned = new Map(
    reposts.map(({ id, original, repost }) => [id, alignRepost(original.sentences, repost.sentences)]),
  );
  const figuresOf = (list: readonly Repost[]) =>
    repostFigures(scorer, list, (id) => aligned.get(id.split("#")[0] ?? "") ?? []);
  const repostDraws = drawPages(reposts.length).map((draw) =>
    figuresOf(
      draw.flatMap((at, copy) =>
        reposts.slice(at, at + 1).map((one) => ({ ...one, id: `${one.id}#${copy}` })),
      ),
    ),
  );
  return measured(figuresOf(reposts), repostDraws) && isReached;
}

/** A copy of a pair whose ids are its own: a group that is drawn twice counts twice. */
const renamed = (pair: GivenPair, copy: number): GivenPair => ({
  ...pair,
  a: `${pair.a}#${copy}`,
  b: `${pair.b}#${copy}`,
});

function saidOf(
  said: ReadonlyMap<string, { readonly relation: string; readonly score: number }>,
  { a, b }: GivenPair,
) {
  const found = said.get(`${a.split("#")[0]} ${b.split("#")[0]}`);
  return { a, b, relation: found?.relation ?? "DIFFERENT", score: found?.score ?? 0 };
}

process.exitCode = (await main()) ? 0 : 1;
