import { CUE_LABELS, CueFeatures } from "#lib/pipeline/attribute/proposals/cue-features";
import { CueReader } from "#lib/pipeline/attribute/proposals/cue-reader";
import type { Proposal } from "#lib/pipeline/attribute/proposals/proposal";
import type { ChainModel } from "#lib/pipeline/attribute/words/chain";
import { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import { keep, kept } from "./cache";
import { pruneRare, type Run, trainChain } from "./chain-training";
import { cueRuns } from "./cue-data";
import type { KeptRead } from "./reader-stage";
import { trainingPages } from "./span-data";
import { parsedArticles } from "./syntax-stage";

export const CUE_BITS = 21;
const OPTIONS = { bits: CUE_BITS, labels: CUE_LABELS, rate: 0.1, drop: 0.5, decay: 1e-5 };
const FOLDS = 3;
const ROUNDS = 5;
const FOLD_ROUNDS = 4;
const SEEDS = 6;
const FOLD_SEEDS = [1, 2];

interface CueData {
  readonly reads: readonly KeptRead[];
  readonly contexts: readonly SpanContext[];
  readonly features: CueFeatures;
  readonly runs: readonly (readonly Run[])[];
}

function cueData(log: (line: string) => void): CueData {
  const articles = parsedArticles("train");
  const reads = kept<KeptRead[]>("reads");
  const contexts = trainingPages(articles).pages.map((page) => new SpanContext(page));
  const features = new CueFeatures(CUE_BITS);
  const runs: Run[][] = articles.map((article, i) => {
    const context = contexts[i];
    const read = reads[i];
    return context && read ? cueRuns(article, context, read, features) : [];
  });
  const encodings = pruneRare(
    runs.flat().map((run) => run.encoded),
    CUE_BITS,
    3,
  );
  let at = 0;
  const pruned = runs.map((list) => list.map((run) => ({ ...run, encoded: encodings[at++] ?? run.encoded })));
  log(`${at} cues to learn from`);
  return { reads, contexts, features, runs: pruned };
}

/** Keep what models that never saw them propose for each third of the articles. */
export function proposeApart(seed: number, log: (line: string) => void): void {
  const { reads, contexts, features, runs } = cueData(log);
  const proposals: Proposal[][] = [];
  const models: ChainModel[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = runs.filter((_, i) => i % FOLDS !== fold).flat();
    const model = trainChain(
      rest,
      { ...OPTIONS, rounds: FOLD_ROUNDS, seeds: FOLD_SEEDS.map((k) => seed + 20 * k + fold) },
      log,
    );
    const reader = new CueReader(model, features);
    models.push(model);
    contexts.forEach((context, i) => {
      const read = reads[i];
      if (i % FOLDS === fold && read) proposals[i] = reader.read(context, read.reading, read.candidates);
    });
    log(`fold ${fold + 1} of ${FOLDS} read`);
  }
  keep("cue-proposals", proposals);
  keep("cue-fold-models", models);
}

/** Train the cue reader that ships, on all articles. */
export function trainCues(seed: number, log: (line: string) => void): void {
  const { runs } = cueData(log);
  const seeds = Array.from({ length: SEEDS }, (_, k) => seed + 30 + k);
  keep("cue-model", trainChain(runs.flat(), { ...OPTIONS, rounds: ROUNDS, seeds }, log) satisfies ChainModel);
}
