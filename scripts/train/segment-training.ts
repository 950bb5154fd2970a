import { type PackedModel, pack } from "#lib/pipeline/segment/html/classifier/classifier-model";
import { factsOf } from "#lib/pipeline/segment/html/classifier/page-facts";
import { pageOfHtml } from "#lib/pipeline/segment/html/html-page";
import { labelsOf } from "./block-labels";
import { type Example, exampleOf, train } from "./block-training";
import { readGold } from "./corpus";
import { madeExamples } from "./made-pages";
import { htmlOf, type TruePage } from "./page-corpus";
import { randomFrom } from "./random";

const SEED = 20240725;
const SEQUENCE_WEIGHT = 0.5;
const BODY_BIAS = -0.5;
const MADE_PAGES = 140;

/** A page as the trainer sees it: its numbers, and its types by the truth. */
function trueExample(page: TruePage): Example {
  const facts = factsOf(pageOfHtml(htmlOf(page)));
  return exampleOf(page.id, facts, labelsOf(page, facts));
}

/** The block classifier from these pages and from made ones, packed. The same pages give the same weights. */
export function trainOn(pages: readonly TruePage[], log: (line: string) => void): PackedModel {
  const real = pages.map(trueExample);
  log(`${real.length} pages read`);
  const stories = readGold("train").map(({ text }) =>
    text.split("\n").filter((line) => line.trim().length > 40),
  );
  const made = madeExamples(
    stories.filter((story) => story.length > 3),
    MADE_PAGES,
    randomFrom(SEED),
  );
  const trained = train([...real, ...made], { seed: SEED, rounds: 110, leaves: 24, log });
  log(`${trained.trees.leaves.length} leaves`);
  return pack({
    ...trained,
    version: `2-${SEED}`,
    sequenceWeight: SEQUENCE_WEIGHT,
    bodyBias: BODY_BIAS,
  });
}
