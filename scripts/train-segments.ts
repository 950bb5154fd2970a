import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { factsOf } from "#lib/pipeline/blocks/features";
import { readHtml } from "#lib/pipeline/blocks/html-reader";
import { pack } from "#lib/pipeline/blocks/model";
import { HELD_OUT, htmlOf, linesOf, type TrueText, thirdOf, truePages } from "./segments/corpus";
import { BLOCK_TYPES } from "#lib/pipeline/blocks/block-types";
import { madeExamples, type Pools } from "./segments/made-pages";
import { labelsOf } from "./segments/labels";
import { pastedExamples, textExample } from "./segments/text-corpus";
import { exampleOf, train } from "./segments/training";
import { randomFrom } from "./segments/tree-growing";

/**
 * Train the block classifier: npm run train:segments [-- --html | --text] [--leave-out N | --all] [--out FOLDER]
 *
 * By default the last third of the sites is left out, so that its figures are of pages never seen. The same seed gives the same weights.
 */
const SEED = 20240725;
const SEQUENCE_WEIGHT = 0.5;
const COPIES = 1;

const has = (name: string): boolean => process.argv.includes(name);
const valueOf = (name: string): string | null => process.argv[process.argv.indexOf(name) + 1] ?? null;
const leftOut = has("--all") ? -1 : has("--leave-out") ? Number(valueOf("--leave-out")) : HELD_OUT;
const out = has("--out") ? (valueOf("--out") ?? ".") : join(import.meta.dirname, "../lib/pipeline/blocks");

const started = performance.now();
const say = (line: string) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const pages = truePages()
  .filter((page) => thirdOf(page) !== leftOut)
  .map((page) => {
    const facts = factsOf(readHtml(htmlOf(page)));
    return { id: page.id, facts, labels: labelsOf(page, facts) };
  });
say(`${pages.length} pages read; left out: ${leftOut < 0 ? "none" : `third ${leftOut}`}`);
mkdirSync(out, { recursive: true });

if (!has("--text")) {
  const examples = pages.map(({ id, facts, labels }) => exampleOf(id, facts, labels));
  save("html", train(examples, { seed: SEED, rounds: 110, leaves: 24, log: say }));
}
if (!has("--html")) {
  const own = linesOf("claims/dev-own.jsonl").map((line): TrueText => JSON.parse(line));
  const examples = [
    ...madeExamples(poolsOf(), 1500, randomFrom(SEED)),
    ...pages.flatMap(({ id, facts, labels }, i) => pastedExamples(id, facts, labels, COPIES, SEED + i)),
    ...Array.from({ length: 4 }, () => own.map((page) => textExample(page, 2))).flat(),
  ];
  save("text", train(examples, { seed: SEED, rounds: 80, leaves: 16, log: say }));
}

/** What made pages are made of: lines of the training pages, and news articles whose page parts nobody labelled. */
function poolsOf(): Pools {
  const measured = new Set(linesOf("claims/dev.jsonl").map((line) => (JSON.parse(line) as { domain: string }).domain));
  const news = linesOf("attribution/polnear-train.jsonl")
    .map((line) => JSON.parse(line) as { id: string; text: string })
    .filter(({ id }) => ![...measured].some((domain) => domain.includes(id)))
    .map(({ text }) => text.split("\n").map((line) => line.trim()).filter((line) => line.length > 40));
  const typed = (type: string, low: number, high: number) =>
    pages.flatMap(({ facts, labels }) =>
      facts.page.blocks
        .filter((block, i) => BLOCK_TYPES[labels.types[i] ?? 0] === type && block.text.length >= low && block.text.length <= high)
        .map((block) => block.text.replaceAll("\n", " ")),
    );
  const own = pages.map(({ facts, labels }) =>
    facts.page.blocks.filter((block, i) => BLOCK_TYPES[labels.types[i] ?? 0] === "BODY" && block.text.length > 20).map((block) => block.text.replaceAll("\n", " ")),
  );
  const titles = [...typed("HEADLINE", 20, 140), ...typed("HEADLINE", 20, 140), ...typed("TEASER", 25, 110)];
  return { bodies: [...own, ...news].filter((body) => body.length > 3), titles, comments: typed("COMMENT", 15, 300), captions: typed("CAPTION", 10, 200) };
}

function save(format: "html" | "text", trained: ReturnType<typeof train>): void {
  const version = `1-${SEED}`;
  const packed = pack({ ...trained, version, sequenceWeight: SEQUENCE_WEIGHT, bodyBias: 0 });
  const json = `${JSON.stringify(packed)}\n`;
  writeFileSync(join(out, `weights-${format}.json`), json);
  say(`${format}: ${trained.trees.leaves.length} leaves, ${(json.length / 1024).toFixed(0)} kB`);
}
