import {
  type Candidate,
  FirstReader,
  type FirstReading,
  SPAN_LABELS,
} from "#lib/pipeline/attribution/candidates";
import type { ChainModel, Encoded } from "#lib/pipeline/attribution/chain";
import type { CueLexicon } from "#lib/pipeline/attribution/cue-lexicon";
import {
  encodeSpans,
  SpanContext,
  SpanFeatures,
  type SpanPage,
} from "#lib/pipeline/attribution/span-features";
import { keep } from "./cache";
import { pruneRare, type Run, trainChain } from "./chain-training";
import { goldLabels, trainingPages } from "./span-data";
import { FOLDS, type ParsedArticle, parsedArticles } from "./syntax-stage";

export const SPAN_BITS = 21;
const OPTIONS = { bits: SPAN_BITS, labels: SPAN_LABELS, rate: 0.1, drop: 0.5, decay: 1e-5 };
const ROUNDS = 6;
const FOLD_ROUNDS = 5;
const SEEDS = 8;
const FOLD_SEEDS = [1, 2, 3];

export interface KeptRead {
  readonly reading: FirstReading;
  readonly candidates: readonly Candidate[];
}

export interface KeptSpanModel {
  readonly model: ChainModel;
  readonly lexicon: CueLexicon;
}

function runsOf(article: ParsedArticle, encoded: Encoded): Run[] {
  const { truth } = goldLabels(article);
  const { paragraphs } = article.page.layout;
  const runs: Run[] = [];
  for (let p = 0; p + 1 < paragraphs.length; p++) {
    const from = paragraphs[p] ?? 0;
    const to = paragraphs[p + 1] ?? 0;
    if (to > from) runs.push({ encoded, from, to, truth });
  }
  return runs;
}

interface SpanData {
  readonly pages: readonly SpanPage[];
  readonly lexicon: CueLexicon;
  /** With every feature, as a reader sees a page that is not in training. */
  readonly whole: readonly Encoded[];
  readonly runs: readonly (readonly Run[])[];
}

function spanData(): SpanData {
  const articles = parsedArticles("train");
  const { pages, lexicon } = trainingPages(articles);
  const features = new SpanFeatures(SPAN_BITS);
  const whole = pages.map((page) => encodeSpans(new SpanContext(page), features));
  const runs = pruneRare(whole, SPAN_BITS, 3).map((encoded, i) => {
    const article = articles[i];
    return article ? runsOf(article, encoded) : [];
  });
  return { pages, lexicon, whole, runs };
}

/** Keep what models that never saw them say of each quarter of the articles: later stages learn from that. */
export function readSpansApart(seed: number, log: (line: string) => void): void {
  const { pages, whole, runs } = spanData();
  const reads: KeptRead[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = runs.filter((_, i) => i % FOLDS !== fold).flat();
    const model = trainChain(
      rest,
      { ...OPTIONS, rounds: FOLD_ROUNDS, seeds: FOLD_SEEDS.map((k) => seed + 10 * k + fold) },
      log,
    );
    const reader = new FirstReader(model);
    pages.forEach((page, i) => {
      const encoded = whole[i];
      if (i % FOLDS === fold && encoded) reads[i] = reader.read(page, encoded);
    });
    log(`fold ${fold + 1} of ${FOLDS} read`);
  }
  keep("span-reads", reads);
}

/** Train the first model that ships, on all articles. */
export function trainSpans(seed: number, log: (line: string) => void): void {
  const { runs, lexicon } = spanData();
  const seeds = Array.from({ length: SEEDS }, (_, k) => seed + k);
  const model = trainChain(runs.flat(), { ...OPTIONS, rounds: ROUNDS, seeds }, log);
  keep("span-model", { model, lexicon } satisfies KeptSpanModel);
}
