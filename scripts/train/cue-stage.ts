import type { Proposal } from "#lib/pipeline/attribution/assemble";
import type { ChainModel } from "#lib/pipeline/attribution/chain";
import { CUE_LABELS, CueFeatures } from "#lib/pipeline/attribution/cue-features";
import { SecondReader } from "#lib/pipeline/attribution/second-reader";
import { SpanContext } from "#lib/pipeline/attribution/span-features";
import { keep, kept } from "./cache";
import { pruneRare, type Run, trainChain } from "./chain-training";
import { cueRuns } from "./cue-data";
import { trainingPages } from "./span-data";
import type { KeptRead } from "./span-stage";
import { parsedArticles } from "./syntax-stage";

export const CUE_BITS = 21;
const OPTIONS = { bits: CUE_BITS, labels: CUE_LABELS, rate: 0.1, drop: 0.5, decay: 1e-5 };
const FOLDS = 3;
const ROUNDS = 5;
const FOLD_ROUNDS = 4;
const SEEDS = 3;

/** Train the second model, and keep what models that never saw them propose for each third of the articles. */
export function trainCues(seed: number, log: (line: string) => void): void {
  const articles = parsedArticles("train");
  const reads = kept<KeptRead[]>("span-reads");
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
  const proposals: Proposal[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = pruned.filter((_, i) => i % FOLDS !== fold).flat();
    const model = trainChain(rest, { ...OPTIONS, rounds: FOLD_ROUNDS, seeds: [seed + 20 + fold] }, log);
    const reader = new SecondReader(model, features);
    contexts.forEach((context, i) => {
      const read = reads[i];
      if (i % FOLDS === fold && read) proposals[i] = reader.read(context, read.reading, read.candidates);
    });
    log(`fold ${fold + 1} of ${FOLDS} read`);
  }
  keep("cue-proposals", proposals);
  const seeds = Array.from({ length: SEEDS }, (_, k) => seed + 30 + k);
  keep("cue-model", trainChain(pruned.flat(), { ...OPTIONS, rounds: ROUNDS, seeds }, log) satisfies ChainModel);
}
