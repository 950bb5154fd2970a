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
import { CASES, measureCases } from "./evaluate/cases";
import { CLAIMS_GOLD, measureClaims } from "./evaluate/claims";
import { byCode, judged, measureClasses } from "./evaluate/classes";
import { evaluationFile, type GoldPage, isHere, type Predicted, predict, readLines } from "./evaluate/data";
import { predictHeldOut } from "./evaluate/held-out";
import { measureParts, SOURCING_GOLD, type SourcingGold } from "./evaluate/sourcing";

const FOLDER = resolve(".onrecord/evaluation");

function predictAndKeep(name: string, gold: readonly GoldPage[]): Predicted[] {
  return keep(name, predict(gold));
}

function keep(name: string, predicted: Predicted[]): Predicted[] {
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
  const predicted = keep("sourcing", predictHeldOut(gold));
  await classes(gold, predicted);
  const figures = await measureParts(gold, predicted);
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

/** The three classes by set, with the rules alone beside the arbiter that has not learned from the outlet; codes; sureness. */
async function classes(gold: readonly SourcingGold[], predicted: readonly Predicted[]): Promise<void> {
  const rules = predict(gold, "RULES");
  const row = async (name: string, of: readonly SourcingGold[], by: readonly Predicted[]) => {
    const { macroF1, found, leak, unsourced } = await measureClasses(of, by);
    const columns = [macroF1, found, leak].map(
      ({ value, interval: [low, high] }) => `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
    );
    console.log(`  ${name.padEnd(22)} ${columns.join("  ")}   of ${unsourced}`);
  };
  console.log("sourcing, by outlets not learned from   macro-F1, unsourced found, unsourced called reported");
  for (const set of [null, ...new Set(gold.map((page) => page.set))]) {
    const own = gold.filter((page) => set === null || page.set === set);
    await row(set ?? "all pages", own, predicted);
    await row("  rules alone", own, rules);
  }
  for (const { code, all, right } of byCode(gold, predicted))
    console.log(`  ${code.padEnd(30)} class right in ${right} of ${all}`);
  const statements = judged(gold, predicted);
  const share = (list: readonly { isRight: boolean }[]) =>
    (list.filter(({ isRight }) => isRight).length / Math.max(1, list.length)).toFixed(3);
  const sure = statements.filter(({ isSure }) => isSure);
  const wrong = sure.filter(({ isRight }) => !isRight).length;
  console.log(
    `  sure                           ${sure.length} of ${statements.length} statements, ${wrong} of them wrong`,
  );
  for (const from of [0, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const to = from === 0 ? 0.5 : from + 0.1;
    const near = statements.filter(({ confidence }) => confidence >= from && confidence < to);
    const mean = near.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, near.length);
    console.log(`  confidence ${mean.toFixed(2)} on average   right ${share(near)} of ${near.length}`);
  }
}

function cases(): void {
  if (!isHere(CASES)) return;
  const { passed, n, kinds } = measureCases(FOLDER);
  console.log(`cases: ${passed} of ${n} hold`);
  for (const [kind, { passed: held, n: all }] of Object.entries(kinds))
    console.log(`  ${kind.padEnd(36)} ${held} of ${all}`);
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
  cases();
}
