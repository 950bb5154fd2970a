import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unpack } from "#lib/pipeline/segment/html/classifier/classifier-model";
import { predict, print } from "./evaluate/pages";
import { HELD_OUT, siteFold, thirdOf, truePages } from "./train/page-corpus";
import { trainOn } from "./train/segment-training";

/**
 * Train the block classifier: npm run train:segments [-- --leave-out N] [-- --out FILE] [-- --folds K]
 *
 * The last third of the sites (N = 2) is left out, so that its figures are of pages never seen; -1 leaves out none. The same
 * seed gives the same weights. With --folds nothing is written: the pages that would be trained on are cut into K parts by
 * site, each is read by a classifier that learned from the others, and the figures are printed. ONRECORD_EVAL says where the
 * data are (../shared/eval).
 */
const optionOf = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const leftOut = Number(optionOf("--leave-out") ?? HELD_OUT);
const out = optionOf("--out") ?? join(import.meta.dirname, "../lib/models/block-weights.json");
const folds = Number(optionOf("--folds") ?? 0);

const started = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const pages = truePages().filter((page) => thirdOf(page) !== leftOut);
if (folds > 1) crossValidate();
else {
  const json = `${JSON.stringify(trainOn(pages, say))}\n`;
  writeFileSync(out, json);
  say(`${(json.length / 1024).toFixed(0)} kB; left out: ${leftOut < 0 ? "none" : `third ${leftOut}`}`);
}

function crossValidate(): void {
  const parts = Array.from({ length: folds }, (_, fold) => {
    const inside = pages.filter((page) => siteFold(page, folds) === fold);
    const model = unpack(
      trainOn(
        pages.filter((page) => !inside.includes(page)),
        say,
      ),
    );
    say(`part ${fold + 1} of ${folds}`);
    return inside.map((page) => [page, predict(page, model)] as const);
  }).flat();
  print(
    "cross-validated by site",
    parts.map(([page]) => page),
    parts.map(([, guess]) => guess),
  );
}
