/**
 * Train the judge of pairs from the labelled pairs and pairs made by program, and write `lib/models/match-weights.json`.
 *
 *   npm run train:matching                    five minutes on one core
 *   npm run train:matching -- --wordnet DIR   first pack the words' senses again, from the `dict` folder of Princeton WordNet 3.x
 *
 * ONRECORD_EVAL says where the data is (../shared/eval). The floors come from cross-validation by group.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { modelPath } from "#lib/models/model-file";
import { packMatchModel } from "#lib/pipeline/match/match-model";
import { crossValidate, labelledPairs, madeRows } from "./train/matching-data";
import { floorsOf } from "./train/matching-floors";
import { trainJudge, USUAL } from "./train/matching-training";
import { packWordSenses } from "./train/word-senses";

const FOLDS = 7;
const { values } = parseArgs({
  options: { wordnet: { type: "string" }, seed: { type: "string", default: "1" } },
});
if (values.wordnet !== undefined) writeFileSync(modelPath("word-senses.bin"), packWordSenses(values.wordnet));
const seed = Number(values.seed);
const pairs = labelledPairs();
const made = madeRows(seed);
const names = Object.keys(pairs[0]?.differences ?? {});
console.log(`${pairs.length} labelled pairs, ${made.length} made ones, ${names.length} differences`);
const options = { ...USUAL, seed };
const floors = floorsOf(pairs, crossValidate(pairs, made, FOLDS, options).predicted);
console.log(floors);
const trees = trainJudge([...pairs, ...made], names, options);
const version = `1-${new Date().toISOString().slice(0, 10).replaceAll("-", "")}`;
writeFileSync(
  modelPath("match-weights.json"),
  `${JSON.stringify(packMatchModel({ version, names, trees, ...floors }))}\n`,
);
