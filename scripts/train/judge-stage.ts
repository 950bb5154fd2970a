import type { Table } from "#lib/models/table";
import type { Proposal, RatedProposal } from "#lib/pipeline/attribute/proposals/proposal";
import { ProposalRater, RatingFeatures } from "#lib/pipeline/attribute/proposals/proposal-rater";
import { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import { keep, kept } from "./cache";
import { isRight } from "./cue-data";
import { type JudgeExample, trainJudge } from "./judge-training";
import type { KeptRead } from "./reader-stage";
import { trainingPages } from "./span-data";
import { parsedArticles } from "./syntax-stage";

export const JUDGE_BITS = 18;
const ROUNDS = 8;
const DROP = 0.3;
const FOLDS = 4;
const STEPS = 20;

export interface KeptJudge {
  readonly table: Table;
  readonly calibration: readonly number[];
}

/** Train the rating of whole proposals (the table `judge`), and measure on articles it never saw what its scores are worth. */
export function trainTheJudge(seed: number, log: (line: string) => void): void {
  const articles = parsedArticles("train");
  const reads = kept<KeptRead[]>("reads");
  const proposals = kept<Proposal[][]>("cue-proposals");
  const contexts = trainingPages(articles).pages.map((page) => new SpanContext(page));
  const features = new RatingFeatures(JUDGE_BITS);
  const examples: JudgeExample[][] = articles.map((article, i) =>
    (proposals[i] ?? []).map((proposal) => {
      const context = contexts[i];
      const read = reads[i];
      if (context && read) features.read(context, read.reading, proposal, read.candidates);
      return { ids: features.list.ids.slice(0, features.list.count), isRight: isRight(article, proposal) };
    }),
  );
  const seen: { p: number; isRight: boolean }[] = [];
  const judgements: RatedProposal[][] = [];
  const foldTables: Table[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = examples.filter((_, i) => i % FOLDS !== fold).flat();
    const table = trainJudge(rest, JUDGE_BITS, ROUNDS, DROP, seed);
    foldTables.push(table);
    const rater = new ProposalRater(table);
    articles.forEach((_, i) => {
      const context = contexts[i];
      const read = reads[i];
      if (i % FOLDS !== fold || !context || !read) return;
      const judged = rater.rate(context, read.reading, proposals[i] ?? [], read.candidates);
      judgements[i] = judged;
      judged.forEach(({ probability }, n) => {
        seen.push({ p: probability, isRight: examples[i]?.[n]?.isRight ?? false });
      });
    });
  }
  keep("judgements", judgements);
  keep("judge-fold-models", foldTables);
  const calibration = calibrate(seen);
  log(
    `judge: ${seen.length} proposals; share right at scores 0 to 1: ${calibration.map((c) => c.toFixed(2)).join(" ")}`,
  );
  const table = trainJudge(examples.flat(), JUDGE_BITS, ROUNDS, DROP, seed);
  keep("judge", { table, calibration } satisfies KeptJudge);
}

/** The share of right proposals around each score 0, 0.05 … 1, made to rise (pool adjacent violators). */
function calibrate(seen: readonly { p: number; isRight: boolean }[]): number[] {
  const blocks: { sum: number; n: number; width: number }[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const near = seen.filter(({ p }) => Math.abs(p * STEPS - step) <= 0.5);
    // two made-up cases on the score's own word keep an empty step from saying anything wild
    blocks.push({
      sum: near.filter((x) => x.isRight).length + (2 * step) / STEPS,
      n: near.length + 2,
      width: 1,
    });
    for (;;) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (!last || !before || before.sum / before.n <= last.sum / last.n) break;
      blocks.splice(-2, 2, {
        sum: before.sum + last.sum,
        n: before.n + last.n,
        width: before.width + last.width,
      });
    }
  }
  return blocks.flatMap(({ sum, n, width }) =>
    Array.from({ length: width }, () => Number((sum / n).toFixed(4))),
  );
}
