import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { factsOf } from "#lib/pipeline/blocks/features";
import { readHtml } from "#lib/pipeline/blocks/html-reader";
import { pack } from "#lib/pipeline/blocks/model";
import { HELD_OUT, htmlOf, linesOf, type TrueText, thirdOf, truePages } from "./segments/corpus";
import { labelsOf } from "./segments/labels";
import { pastedExamples, textExample } from "./segments/text-corpus";
import { exampleOf, train } from "./segments/training";

/**
 * Train the block classifier: npm run train:segments [-- --html | --text] [--leave-out N | --all] [--out FOLDER]
 *
 * By default the last third of the sites is left out, so that its figures are of pages never seen. The same seed gives the same weights.
 */
const SEED = 20240725;
const SEQUENCE_WEIGHT = 0.5;
const COPIES = 3;

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
    ...pages.flatMap(({ id, facts, labels }, i) => pastedExamples(id, facts, labels, COPIES, SEED + i)),
    ...Array.from({ length: 4 }, () => own.map((page) => textExample(page, 2))).flat(),
  ];
  save("text", train(examples, { seed: SEED, rounds: 80, leaves: 16, log: say }));
}

function save(format: "html" | "text", trained: ReturnType<typeof train>): void {
  const version = `1-${SEED}`;
  const packed = pack({ ...trained, version, sequenceWeight: SEQUENCE_WEIGHT, bodyBias: 0 });
  const json = `${JSON.stringify(packed)}\n`;
  writeFileSync(join(out, `weights-${format}.json`), json);
  say(`${format}: ${trained.trees.leaves.length} leaves, ${(json.length / 1024).toFixed(0)} kB`);
}
