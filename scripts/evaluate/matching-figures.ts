import type { AlignedSentence } from "#lib/pipeline/match/reposts";

interface Counts {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}
interface Share {
  readonly share: number;
}

/** What the evaluation set's own scorer gives; its head says what each means. */
export interface Scorer {
  scorePairs(
    gold: readonly object[],
    predicted: readonly object[],
  ): {
    readonly same: Counts;
    readonly authored: Counts;
    readonly copies: Counts;
    readonly wrongMerges: { readonly all: Share; readonly number: Share };
    readonly template: Counts;
    readonly contradiction: Counts;
    readonly breaks: number;
    readonly pairs: number;
  };
  sweep(gold: readonly object[], predicted: readonly object[]): { readonly safe: Counts };
  scoreRanked(
    statements: readonly object[],
    ranked: readonly object[],
  ): {
    readonly same: { readonly r1: number; readonly r10: number };
    readonly template: { readonly r10: number };
  };
  scoreReposts(gold: readonly object[], aligned: readonly object[]): Record<string, Counts>;
}

/** A figure as a share of 1, or a count, and the floor under which, or for `isMost` over which, the evaluation fails. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly floor: number | null;
  readonly isMost: boolean;
  readonly isCount: boolean;
}

const least = (name: string, value: number, floor: number | null): Figure => ({
  name,
  value,
  floor,
  isMost: false,
  isCount: false,
});
const most = (name: string, value: number, floor: number | null): Figure => ({
  name,
  value,
  floor,
  isMost: true,
  isCount: false,
});

export function pairFigures<P extends object>(
  scorer: Scorer,
  gold: readonly P[],
  saidOf: (pair: P) => object,
): Figure[] {
  const predicted = gold.map(saidOf);
  const { same, authored, copies, wrongMerges, template, contradiction, breaks } = scorer.scorePairs(
    gold,
    predicted,
  );
  return [
    least("SAME, F1, all", same.f1, 0.79),
    least("SAME, F1, authored paraphrases", authored.f1, 0.675),
    least("SAME, F1, noisy copies", copies.f1, 0.965),
    most("CONTRADICTION or TEMPLATE called SAME", wrongMerges.all.share, 0.05),
    most("… of another number", wrongMerges.number.share, 0.02),
    least("SAME, F1, at most 1 % wrongly merged", scorer.sweep(gold, predicted).safe.f1, 0.6),
    least("TEMPLATE, precision", template.p, 0.76),
    least("TEMPLATE, recall", template.r, 0.7),
    least("CONTRADICTION, precision", contradiction.p, 0.56),
    least("CONTRADICTION, recall", contradiction.r, 0.55),
    { name: "breaks of transitivity", value: breaks, floor: null, isMost: true, isCount: true },
  ];
}

/** The same after clustering, where no three pairs contradict each other. */
export function clusterFigures<P extends object>(
  scorer: Scorer,
  gold: readonly P[],
  saidOf: (pair: P) => object,
): Figure[] {
  const { same, wrongMerges, breaks } = scorer.scorePairs(gold, gold.map(saidOf));
  return [
    least("clustered: SAME, F1", same.f1, 0.82),
    most("clustered: CONTRADICTION or TEMPLATE called SAME", wrongMerges.all.share, 0.02),
    { name: "clustered: breaks of transitivity", value: breaks, floor: 0, isMost: true, isCount: true },
  ];
}

export function rankFigures(
  scorer: Scorer,
  statements: readonly object[],
  ranked: readonly object[],
): Figure[] {
  const { same, template } = scorer.scoreRanked(statements, ranked);
  return [
    least("candidates, recall@1", same.r1, 0.8),
    least("candidates, recall@10", same.r10, 0.96),
    least("candidates of the same template, recall@10", template.r10, null),
  ];
}

export function repostFigures<R extends { readonly id: string }>(
  scorer: Scorer,
  reposts: readonly R[],
  alignmentOf: (id: string) => readonly AlignedSentence[],
): Figure[] {
  const found = scorer.scoreReposts(
    reposts,
    reposts.map(({ id }) => ({ id, alignment: alignmentOf(id) })),
  );
  const f1 = (name: string) => found[name]?.f1 ?? 0;
  return [
    least("reposts: added, removed, altered, F1", f1("changes"), 0.91),
    least("reposts: verbatim, F1", f1("verbatim"), 1),
    least("reposts: reworded, F1", f1("reworded"), null),
    least("reposts: links, F1", f1("links"), 0.95),
  ];
}
