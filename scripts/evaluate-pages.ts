/**
 * Print the figures of the stage `segment` on real pages: npm run evaluate:pages [-- --misses N]
 *
 * Body F1, precision and recall, empty pages, strings kept and leaked, title and publication day, with 95 % bootstrap
 * intervals over pages: on the held-out third, which the classifier was never trained on, and on all pages. ONRECORD_EVAL
 * says where pages and scorer are (../shared/eval).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { predict, print, score } from "./evaluate/pages";
import { EVAL, HELD_OUT, thirdOf, truePages } from "./train/page-corpus";

if (!existsSync(join(EVAL, "pages/pages.jsonl"))) {
  console.log(`There is no evaluation data at ${EVAL}. Set ONRECORD_EVAL to the folder that holds it.`);
  process.exit(0);
}

const pages = truePages();
const guesses = pages.map((page) => predict(page));
const isHeldOut = pages.map((page) => thirdOf(page) === HELD_OUT);
print(
  "held-out third, never seen in training",
  pages.filter((_, i) => isHeldOut[i]),
  guesses.filter((_, i) => isHeldOut[i]),
);
print("all pages, two thirds of them seen in training", pages, guesses);
const misses = process.argv.indexOf("--misses");
if (misses > 0) console.log(score(pages, guesses, ["--misses", process.argv[misses + 1] ?? "10"]));
