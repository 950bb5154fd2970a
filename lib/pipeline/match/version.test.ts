import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { factsOf } from "./facts";
import { indexKeysOf } from "./index-keys";
import { likelihoodOf } from "./judge";
import { matchModel } from "./match-model";

/** Other answers under one version would never reach what was looked over before: a nightly look skips what its version has seen. */

const SAMPLE = [
  ["The harbour bridge in Eldmouth closes to lorries on 2 August.", "2024-07-25"],
  [
    "SKARN, July 25 (Reuters) - The harbour bridge in Eldmouth will close to lorries on 2 August.",
    "2024-07-25",
  ],
  ["The harbour bridge in Eldmouth won't close to lorries on 2 August, the port said.", "2024-07-26"],
  ["Two of the five engineers left Orvana in May.", "2024-06-01"],
  ["Five engineers left Orvana in May.", "2024-06-01"],
  ["Skarn beat Harlen 2-1 on Saturday.", "2024-03-05"],
  ["Harlen beat Skarn 2-1 on Saturday.", "2024-03-05"],
  ["Pelta Voss signed the water treaty.", "2024-03-05"],
  ["Pelta Voss will sign the water treaty.", "2024-03-05"],
  ["The RV is tomorrow.", "2024-03-05"],
  ["The RV is any day now.", "2019-03-05"],
  ["The RV is any day now.", "2024-03-05"],
  ["Orvana's profit rose 8 percent to 2.5 million dollars.", "2024-03-05"],
  ["Orvana's profit fell 8% to $2,500,000", "2024-03-06"],
  ["أعلن البنك المركزي العراقي رفع سعر صرف الدينار إلى 1200", "2024-03-05"],
  ["بانکی ناوەندی عێراق نرخی دینار بەرز دەکاتەوە بۆ 1200", "2024-03-05"],
] as const;

const facts = SAMPLE.map(([text, postedAt]) => factsOf({ text, postedAt }));
const hashOf = (value: unknown) =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
const pairs = facts.flatMap((a, i) => facts.slice(i + 1).map((b) => [a, b] as const));

test("answers are those of this version: raise RULES in match-model.ts where they changed", () => {
  const answers = pairs.map(([a, b]) => likelihoodOf(a, b).chances.map((chance) => chance.toFixed(3)));
  expect([matchModel().version, hashOf(answers)]).toEqual(["1-20261130.2", "a6fedc4dd314"]);
});

/** The newest migration that has all keys worked out anew. */
function keyedAnewBy(): string | undefined {
  const folder = "prisma/migrations";
  const isOne = (name: string) =>
    readFileSync(`${folder}/${name}/migration.sql`, "utf8").includes(`SET "isKeyed" = false WHERE "isKeyed"`);
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );
  return names.sort().filter(isOne).at(-1);
}

test("keys are those of the index: where they changed, a migration has all worked out anew", () => {
  const keys = facts.map((one) => indexKeysOf(one).map(({ key }) => key));
  expect([keyedAnewBy(), hashOf(keys)]).toEqual(["20261130225500_wordings_keyed_anew", "a5fc00c335cd"]);
});
