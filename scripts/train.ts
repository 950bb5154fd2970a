/**
 * Train who said what and what stands behind it from the evaluation data (never from its dev parts) and write the weights.
 *
 *   npm run train                     every stage in order: an hour or two on one core, 6 GB of memory
 *   npm run train -- cues judge       some stages again; each reads what earlier ones kept
 *   npm run train -- --seed 2         other random numbers; the same seed gives the same weights
 *   npm run train -- sourcing --labels FILE          from a newsroom's own labels, too (docs/retraining.md)
 *   npm run train -- sourcing --labels FILE --alone  from these and the project's own pages, without the evaluation data
 *
 * ONRECORD_EVAL says where the data is (../shared/eval), ONRECORD_TRAINING where stages keep their work.
 */
import { parseArgs } from "node:util";
import { clusterWords } from "./train/cluster-stage";
import { proposeApart, trainCues } from "./train/cue-stage";
import { exportModels } from "./train/export-stage";
import { trainTheJudge } from "./train/judge-stage";
import { readApart, trainTheReader } from "./train/reader-stage";
import { trainSourcingModel } from "./train/sourcing-stage";
import { fullSyntax, jackknifeSyntax } from "./train/syntax-stage";

const today = new Date().toISOString().slice(0, 10);

type Stage = (seed: number, log: (line: string) => void) => void;

const STAGES: readonly (readonly [string, Stage])[] = [
  ["clusters", clusterWords],
  ["syntax", fullSyntax],
  ["jackknife", jackknifeSyntax],
  ["reader-folds", readApart],
  ["reader", trainTheReader],
  ["cue-folds", proposeApart],
  ["cues", trainCues],
  ["judge", trainTheJudge],
  ["export", (seed, log) => exportModels(seed, today, log)],
  ["sourcing", (seed, log) => trainSourcingModel({ seed, today, labels }, log)],
];

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { seed: { type: "string" }, labels: { type: "string" }, alone: { type: "boolean" } },
});
const seed = Number(values.seed ?? 1);
const newsroom = typeof values.labels === "string" ? values.labels : null;
const labels = { newsroom, isAlone: values.alone === true };
const unknown = [
  ...wanted.filter((name) => !STAGES.some(([stage]) => stage === name)),
  ...Object.keys(values).filter((name) => !["seed", "labels", "alone"].includes(name)),
];
const isSourcing = wanted.length === 1 && wanted[0] === "sourcing";
if (unknown.length > 0 || !Number.isInteger(seed)) {
  console.error(`Stages are ${STAGES.map(([stage]) => stage).join(", ")}; the seed is a whole number.`);
  process.exit(1);
}
if ((newsroom !== null || labels.isAlone) && !isSourcing) {
  console.error("--labels and --alone are of the stage sourcing: npm run train -- sourcing --labels FILE.");
  process.exit(1);
}
const began = Date.now();
const log = (line: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
for (const [name, run] of STAGES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  log(`stage ${name}`);
  run(seed, log);
}
