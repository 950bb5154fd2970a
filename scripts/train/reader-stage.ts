import type { RecurrentModel, Vocabulary } from "#lib/models/reader-file";
import type { CueLexicon } from "#lib/pipeline/attribute/words/cue-lexicon";
import { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import { tokenInputs } from "#lib/pipeline/attribute/words/token-inputs";
import {
  type Candidate,
  SPAN_LABELS,
  WordReader,
  type WordReading,
} from "#lib/pipeline/attribute/words/word-reader";
import { keep } from "./cache";
import { randomFrom } from "./random";
import { readerVocabulary } from "./reader-vocabulary";
import { type ReaderRun, trainReader } from "./recurrent-training";
import { RecurrentWeights } from "./recurrent-weights";
import { goldLabels, trainingPages } from "./span-data";
import { FOLDS, type ParsedArticle, parsedArticles } from "./syntax-stage";

const HIDDEN = 40;
const DIMENSIONS = 40;
const OPTIONS = { rounds: 6, rate: 0.003, drop: 0.4, wordDrop: 0.1, traitDrop: 0.1 };

export interface KeptRead {
  readonly reading: WordReading;
  readonly candidates: readonly Candidate[];
}

export interface KeptReader {
  readonly model: RecurrentModel;
  readonly vocabulary: Vocabulary;
  readonly lexicon: CueLexicon;
}

function runsOf(article: ParsedArticle, context: SpanContext, vocabulary: Vocabulary): ReaderRun[] {
  const { truth } = goldLabels(article);
  const { paragraphs } = context.page.layout;
  const runs: ReaderRun[] = [];
  for (let p = 0; p + 1 < paragraphs.length; p++) {
    const from = paragraphs[p] ?? 0;
    const to = paragraphs[p + 1] ?? 0;
    if (to > from)
      runs.push({ inputs: tokenInputs(context, vocabulary, from, to), truth: truth.subarray(from, to) });
  }
  return runs;
}

function readerData() {
  const articles = parsedArticles("train");
  const { pages, lexicon } = trainingPages(articles);
  const { vocabulary, embeddings } = readerVocabulary(DIMENSIONS);
  const contexts = pages.map((page) => new SpanContext(page));
  const runs = articles.map((article, i) => {
    const context = contexts[i];
    return context ? runsOf(article, context, vocabulary) : [];
  });
  const train = (own: readonly ReaderRun[], seed: number, log: (line: string) => void): RecurrentModel => {
    const words = embeddings.length / DIMENSIONS;
    const shape = { words, dimensions: DIMENSIONS, hidden: HIDDEN, labels: SPAN_LABELS };
    const weights = new RecurrentWeights(shape, randomFrom(seed + 4));
    weights.embeddings.values.set(embeddings);
    trainReader(weights, own, { ...OPTIONS, seed }, log);
    return weights.model();
  };
  return { contexts, runs, vocabulary, lexicon, train };
}

/** Keep what readers that never saw them say of each quarter of the articles: later stages learn from that. */
export function readApart(seed: number, log: (line: string) => void): void {
  const { contexts, runs, vocabulary, train } = readerData();
  const reads: KeptRead[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(runs.filter((_, i) => i % FOLDS !== fold).flat(), seed, log);
    const reader = new WordReader(model, vocabulary);
    contexts.forEach((context, i) => {
      if (i % FOLDS === fold) reads[i] = reader.read(context);
    });
    log(`fold ${fold + 1} of ${FOLDS} read`);
  }
  keep("reads", reads);
}

/** Train the reader that ships, on all articles. */
export function trainTheReader(seed: number, log: (line: string) => void): void {
  const { runs, vocabulary, lexicon, train } = readerData();
  const model = train(runs.flat(), seed, log);
  keep("reader", { model, vocabulary, lexicon } satisfies KeptReader);
}
