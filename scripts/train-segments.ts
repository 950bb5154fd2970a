import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unpack } from "#lib/pipeline/segment/classifier/classifier-model";
import { segmentsOf } from "#lib/pipeline/segment/posts/posts";
import { typedText } from "#lib/pipeline/segment/text/typed-text";
import { drawPages, interval } from "./evaluate/bootstrap";
import { loadScorer, redrawn } from "./evaluate/data";
import { predict, print } from "./evaluate/pages";
import { HELD_OUT, siteFold, thirdOf, truePages } from "./train/page-corpus";
import { trainLinesOn, trainOn } from "./train/segment-training";
import { domainFold, sourcingPages } from "./train/sourcing-pages";

/**
 * Train the block classifier: npm run train:segments [-- --lines] [-- --leave-out N] [-- --out FILE] [-- --folds K]
 *
 * The last third of the sites (N = 2) is left out, so that its figures are of pages never seen; -1 leaves out none. The same
 * seed gives the same weights. With --folds nothing is written: the pages that would be trained on are cut into K parts by
 * site, each is read by a classifier that learned from the others, and the figures are printed. With --lines it is the
 * classifier for plain text, which learns from labelled pages too and is judged by those, by outlet. ONRECORD_EVAL says where
 * the data are (../shared/eval).
 */
const optionOf = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const leftOut = Number(optionOf("--leave-out") ?? HELD_OUT);
const isLines = process.argv.includes("--lines");
const name = isLines ? "line-weights.json" : "block-weights.json";
const out = optionOf("--out") ?? join(import.meta.dirname, "../lib/models", name);
const folds = Number(optionOf("--folds") ?? 0);

const started = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const pages = truePages().filter((page) => thirdOf(page) !== leftOut);
const labelled = sourcingPages();
if (folds > 1 && isLines) crossValidateLines();
else if (folds > 1) crossValidate();
else {
  const json = `${JSON.stringify(isLines ? trainLinesOn(pages, labelled, say) : trainOn(pages, labelled, say))}\n`;
  writeFileSync(out, json);
  say(`${(json.length / 1024).toFixed(0)} kB; left out: ${leftOut < 0 ? "none" : `third ${leftOut}`}`);
}

function crossValidate(): void {
  const parts = Array.from({ length: folds }, (_, fold) => {
    const inside = pages.filter((page) => siteFold(page, folds) === fold);
    const model = unpack(
      trainOn(
        pages.filter((page) => !inside.includes(page)),
        labelled.filter((page) => domainFold(page, folds) !== fold),
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

/** Segments of labelled pages as the product gives them, each page read by a classifier that learned from those of other outlets. */
async function crossValidateLines(): Promise<void> {
  const models = Array.from({ length: folds }, (_, fold) => {
    const outside = labelled.filter((page) => domainFold(page, folds) !== fold);
    const model = unpack(trainLinesOn(pages, outside, say));
    say(`part ${fold + 1} of ${folds}`);
    return model;
  });
  const found = labelled.map((page) => {
    const { segments } = segmentsOf(typedText(page.text, models[domainFold(page, folds)] ?? null));
    return { id: page.id, segments, statements: [] };
  });
  const { score } = await loadScorer<{ score: LineScore }>("claims/score-claims.mjs");
  const whole = score(labelled, found).segments;
  const drawn = drawPages(labelled.length).map((draw) => {
    const sample = redrawn(draw, labelled, found);
    return score(sample.gold, sample.predicted).segments;
  });
  for (const name of ["accuracy", "macroF1"] as const) {
    const [low, high] = interval(drawn.map((report) => report[name]));
    say(`lines, ${name}: ${whole[name].toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`);
  }
  for (const [type, { f1 }] of Object.entries(whole.types)) say(`  ${type.padEnd(20)} ${f1.toFixed(3)}`);
}
type LineScore = (gold: readonly unknown[], found: readonly unknown[]) => LineReport;

interface LineReport {
  readonly segments: {
    readonly accuracy: number;
    readonly macroF1: number;
    readonly types: Readonly<Record<string, { readonly f1: number }>>;
  };
}
