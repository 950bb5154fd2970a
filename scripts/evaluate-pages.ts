import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BLOCK_TYPES } from "#lib/pipeline/blocks/block-types";
import { segmentBlocks } from "#lib/pipeline/blocks/segment-blocks";
import { EVAL, HELD_OUT, htmlOf, linesOf, type TruePage, type TrueText, thirdOf, truePages } from "./segments/corpus";

/** Print the figures of the block classifier: npm run evaluate:pages [-- --misses N] */

if (!existsSync(join(EVAL, "pages/pages.jsonl"))) {
  console.log(`There is no evaluation data at ${EVAL}. Set ONRECORD_EVAL to the folder that holds it.`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "evaluate-pages-"));
const misses = process.argv.includes("--misses") ? ["--misses", process.argv[process.argv.indexOf("--misses") + 1] ?? "10"] : [];

const started = performance.now();
const pages = truePages();
const analysed = pages.map((page) => ({ page, found: segmentBlocks({ format: "html", content: htmlOf(page), url: page.url }) }));
const seconds = (performance.now() - started) / 1000;

function scorePages(name: string, chosen: readonly { page: TruePage; found: ReturnType<typeof segmentBlocks> }[]): void {
  const predicted = chosen.map(({ page, found }) => ({
    id: page.id,
    body: found.segments.filter((s) => s.type === "BODY").map((s) => found.text.slice(s.start, s.end)).join("\n"),
    title: found.metadata.title,
    publishedAt: found.metadata.published?.day ?? null,
  }));
  const [gold, guess] = [join(folder, "gold.jsonl"), join(folder, "predicted.jsonl")];
  writeFileSync(gold, chosen.map(({ page }) => JSON.stringify(page)).join("\n"));
  writeFileSync(guess, predicted.map((line) => JSON.stringify(line)).join("\n"));
  console.log(`\n${name}`);
  console.log(execFileSync("node", [join(EVAL, "pages/score-pages.mjs"), gold, guess, ...misses], { encoding: "utf8" }));
}

function scoreText(): void {
  const gold = linesOf("claims/dev.jsonl").map((line): TrueText => JSON.parse(line));
  const own = new Set(linesOf("claims/dev-own.jsonl").map((line) => (JSON.parse(line) as TrueText).id));
  for (const [name, chosen] of [["all", gold], ["not seen in training", gold.filter((page) => !own.has(page.id))]] as const) {
    const rows = chosen.map((page) => {
      const { segments } = segmentBlocks({ format: "text", content: page.text, url: null });
      return JSON.stringify({ id: page.id, segments, statements: [] });
    });
    const [truth, guess] = [join(folder, "gold.jsonl"), join(folder, "predicted.jsonl")];
    writeFileSync(truth, chosen.map((page) => JSON.stringify(page)).join("\n"));
    writeFileSync(guess, rows.join("\n"));
    const report = JSON.parse(execFileSync("node", [join(EVAL, "claims/score-claims.mjs"), truth, guess, "--json"], { encoding: "utf8" }));
    console.log(`\nplain text, ${chosen.length} pages, ${name}`);
    console.log(JSON.stringify(report.segments ?? report, null, 1));
  }
}

scorePages(`held-out third (${HELD_OUT}), never seen in training`, analysed.filter(({ page }) => thirdOf(page) === HELD_OUT));
scorePages("all pages, two thirds of them seen in training", analysed);
scoreText();
const counts = BLOCK_TYPES.map((type) => `${type} ${analysed.reduce((n, { found }) => n + found.segments.filter((s) => s.type === type).length, 0)}`);
console.log(`\nsegments: ${counts.join(", ")}`);
console.log(`${(pages.length / seconds).toFixed(1)} pages a second, reading of files included`);
rmSync(folder, { recursive: true });
