/**
 * Measure what `npm run analyse -- --jsonl` answers, with 95 % bootstrap intervals over articles and pages.
 *
 *   npm run evaluate                                       writes predictions, prints the tables
 *   npm run evaluate -- --compare before.jsonl after.jsonl what changed on PolNeAR dev between two files of predictions
 *
 * ONRECORD_EVAL says where data and scorers are (../shared/eval); predictions go to .onrecord/evaluation.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ATTRIBUTION_GOLD, compareAttribution, measureAttribution } from "./evaluate/attribution";
import { percent } from "./evaluate/bootstrap";
import { CLAIMS_GOLD, measureClaims } from "./evaluate/claims";
import { evaluationFile, type GoldPage, isHere, type Predicted, predict, readLines } from "./evaluate/data";
import { measureParts, SOURCING_GOLD, type SourcingGold } from "./evaluate/sourcing";

const FOLDER = resolve(".onrecord/evaluation");

function predictAndKeep(name: string, gold: readonly GoldPage[]): Predicted[] {
  const predicted = predict(gold);
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.jsonl`);
  writeFileSync(path, `${predicted.map((row) => JSON.stringify(row)).join("\n")}\n`);
  console.log(`predictions in ${path}`);
  return predicted;
}

async function attribution(): Promise<void> {
  if (!isHere(ATTRIBUTION_GOLD)) return;
  const gold = readLines<GoldPage>(evaluationFile(ATTRIBUTION_GOLD));
  const figures = await measureAttribution(gold, predictAndKeep("attribution", gold));
  console.log(`${"PolNeAR dev".padEnd(18)}    P      R     F1   95 %            asked`);
  for (const { name, p, r, f1, low, high, asked } of figures) {
    const columns = [p, r, f1].map((x) => percent(x).padStart(6)).join(" ");
    console.log(`${name.padEnd(18)} ${columns}   [${percent(low)}, ${percent(high)}]    ${percent(asked)}`);
  }
}

async function claims(): Promise<void> {
  if (!isHere(CLAIMS_GOLD)) return;
  const gold = readLines<GoldPage>(evaluationFile(CLAIMS_GOLD));
  const predicted = predictAndKeep("claims", gold);
  const real = gold.filter(({ origin }) => origin === "real");
  for (const [name, pages] of [
    ["real pages", real],
    ["all pages", gold],
  ] as const) {
    const figures = await measureClaims(pages, predicted);
    const { macroF1, interval, leaked, unsourced, recall, sourcing, segments } = figures;
    console.log(
      [
        `claims dev, ${name} (${figures.pages})`,
        `  statement class macro-F1    ${macroF1.toFixed(3)}   [${interval.map((x) => x.toFixed(3)).join(", ")}]`,
        `  unsourced called reported   ${leaked} of ${unsourced}`,
        `  unsourced found             ${recall.toFixed(3)}`,
        `  sourcing code, on matched   ${sourcing.toFixed(3)}`,
        `  segments                    accuracy ${segments.accuracy.toFixed(3)}, macro-F1 ${segments.macroF1.toFixed(3)}`,
      ].join("\n"),
    );
  }
}

async function parts(): Promise<void> {
  if (!isHere(SOURCING_GOLD)) return;
  const gold = readLines<SourcingGold>(evaluationFile(SOURCING_GOLD));
  const figures = await measureParts(gold, predictAndKeep("sourcing", gold));
  console.log(`sourcing, all pages (${gold.length}) from their plain text`);
  for (const [name, asked, { share, interval }] of [
    ["predictions, precision", 0.8, figures.precision],
    ["predictions, recall", 0.65, figures.recall],
    ["source words right", 0.85, figures.speakers],
    ["types of lines (learned from), accuracy", 0.92, figures.accuracy],
    ["types of lines (learned from), macro-F1", 0.72, figures.macroF1],
  ] as const)
    console.log(
      `  ${name.padEnd(40)} ${share.toFixed(3)}   [${interval.map((x) => x.toFixed(3)).join(", ")}]   asked ${asked}`,
    );
}

async function compare(before: string, after: string): Promise<void> {
  const gold = readLines<GoldPage>(evaluationFile(ATTRIBUTION_GOLD));
  const rows = await compareAttribution(gold, readLines<Predicted>(before), readLines<Predicted>(after));
  for (const { name, change, low, high } of rows)
    console.log(`${name.padEnd(18)} ${percent(change).padStart(5)}   [${percent(low)}, ${percent(high)}]`);
}

const at = process.argv.indexOf("--compare");
if (at > 0) {
  const [before, after] = process.argv.slice(at + 1);
  if (before === undefined || after === undefined) {
    console.error("--compare needs two files of predictions: --compare before.jsonl after.jsonl");
    process.exit(2);
  }
  await compare(before, after);
} else {
  await attribution();
  await claims();
  await parts();
}
