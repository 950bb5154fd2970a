import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pageOfHtml } from "#lib/pipeline/blocks/html-page";
import { pack } from "#lib/pipeline/blocks/model";
import { factsOf } from "#lib/pipeline/blocks/page-facts";
import { labelsOf } from "./train/block-labels";
import { exampleOf, train } from "./train/block-training";
import { readGold } from "./train/corpus";
import { madeExamples } from "./train/made-pages";
import { HELD_OUT, htmlOf, thirdOf, truePages } from "./train/page-corpus";
import { randomFrom } from "./train/random";

/**
 * Train the block classifier: npm run train:segments [-- --leave-out N] [-- --out FILE]
 *
 * The last third of the sites (N = 2) is left out, so that its figures are of pages never seen; -1 leaves out none. The same
 * seed gives the same weights. ONRECORD_EVAL says where the data are (../shared/eval).
 */
const SEED = 20240725;
const SEQUENCE_WEIGHT = 0.5;
const BODY_BIAS = -0.5;
const MADE_PAGES = 140;

const optionOf = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const leftOut = Number(optionOf("--leave-out") ?? HELD_OUT);
const out = optionOf("--out") ?? join(import.meta.dirname, "../lib/pipeline/blocks/block-weights.json");

const started = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const real = truePages()
  .filter((page) => thirdOf(page) !== leftOut)
  .map((page) => {
    const facts = factsOf(pageOfHtml(htmlOf(page)));
    return exampleOf(page.id, facts, labelsOf(page, facts));
  });
say(`${real.length} pages read; left out: ${leftOut < 0 ? "none" : `third ${leftOut}`}`);
const stories = readGold("train").map(({ text }) =>
  text.split("\n").filter((line) => line.trim().length > 40),
);
const made = madeExamples(
  stories.filter((story) => story.length > 3),
  MADE_PAGES,
  randomFrom(SEED),
);
const trained = train([...real, ...made], { seed: SEED, rounds: 110, leaves: 24, log: say });
const packed = pack({
  ...trained,
  version: `1-${SEED}`,
  sequenceWeight: SEQUENCE_WEIGHT,
  bodyBias: BODY_BIAS,
});
const json = `${JSON.stringify(packed)}\n`;
writeFileSync(out, json);
say(`${trained.trees.leaves.length} leaves, ${(json.length / 1024).toFixed(0)} kB`);
