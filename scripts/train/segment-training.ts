import { type PackedModel, pack } from "#lib/pipeline/segment/classifier/classifier-model";
import { factsOf } from "#lib/pipeline/segment/classifier/page-facts";
import { pageOfHtml } from "#lib/pipeline/segment/html/html-page";
import { labelsOf } from "./block-labels";
import { type Example, exampleOf, train } from "./block-training";
import { readGold } from "./corpus";
import { lineExample, madeExample, pastedExample, sourcingExamples } from "./line-training";
import { madeExamples } from "./made-pages";
import { htmlOf, type TruePage } from "./page-corpus";
import { randomFrom } from "./random";
import { sourcingBlocks } from "./sourcing-blocks";
import type { SourcingPage } from "./sourcing-pages";

const SEED = 20240725;
const SEQUENCE_WEIGHT = 0.5;
const BODY_BIAS = -0.5;
const MADE_PAGES = 140;
type Log = (line: string) => void;

/** A page as the trainer sees it: its numbers, and its types by the truth. */
function trueExample(page: TruePage): Example {
  const facts = factsOf(pageOfHtml(htmlOf(page)));
  return exampleOf(page.id, facts, labelsOf(page, facts));
}

function made(): Example[] {
  const stories = readGold("train").map(({ text }) =>
    text.split("\n").filter((line) => line.trim().length > 40),
  );
  return madeExamples(
    stories.filter((story) => story.length > 3),
    MADE_PAGES,
    randomFrom(SEED),
  );
}

/** The block classifier from these pages and from made ones, packed. The same pages give the same weights. */
export function trainOn(
  pages: readonly TruePage[],
  labelled: readonly SourcingPage[],
  log: Log,
): PackedModel {
  const real = [...pages.map(trueExample), ...sourcingBlocks(labelled)];
  log(`${real.length} pages read`);
  const trained = train([...real, ...made()], { seed: SEED, rounds: 110, leaves: 24, log });
  log(`${trained.trees.leaves.length} leaves`);
  return pack({
    ...trained,
    version: `3-${SEED}`,
    sequenceWeight: SEQUENCE_WEIGHT,
    bodyBias: BODY_BIAS,
  });
}

/** What lines of pasted true pages and made ones count beside those of labelled pages. */
const PASTED = 0.3;
const PASTED_MADE = 0.15;
const ARTICLES = 60;

/** The line classifier for plain text, packed: labelled pages, true and made pages as somebody would paste them, bare articles. */
export function trainLinesOn(
  pages: readonly TruePage[],
  labelled: readonly SourcingPage[],
  log: Log,
): PackedModel {
  const random = randomFrom(3);
  const pasted = pages.filter((_, i) => i % 2 === 0).map((page) => pastedExample(page, random, PASTED));
  const articles = readGold("train")
    .slice(0, ARTICLES)
    .map(({ id, text }) =>
      lineExample(id, text, [{ start: 0, end: text.length, type: "BODY", weight: 0.5 }]),
    );
  const pastedMade = made()
    .filter((_, i) => i % 2 === 0)
    .map((page) => madeExample(page, PASTED_MADE));
  const own = labelled.flatMap(sourcingExamples);
  log(
    `${[...own, ...pasted, ...articles, ...pastedMade].reduce((sum, { rows }) => sum + rows.length, 0)} lines read`,
  );
  const trained = train([...own, ...pasted, ...articles, ...pastedMade], {
    seed: 1,
    rounds: 36,
    leaves: 24,
    rate: 0.2,
    log,
  });
  return pack({ ...trained, version: "lines-1", sequenceWeight: SEQUENCE_WEIGHT, bodyBias: 0 });
}
