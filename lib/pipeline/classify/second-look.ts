import { type Trees, treeScores } from "#lib/models/boosted-trees";
import type { Resolved } from "#lib/pipeline/attribute/model-credits";
import { type Sort, sortOf, sortShares } from "./decision";
import type { Draft } from "./drafts";
import type { PageFacts } from "./evidence/page-facts";
import { MEANINGS } from "./meaning";
import { SOURCING_CLASSES } from "./model-judgement";

/** The trees vote for these, in this order. */
export const SORTS: readonly Sort[] = ["REPORTED", "UNSOURCED", "TOLD", "NO_STATEMENT"];
const UNNAMED = SOURCING_CLASSES.indexOf("UNNAMED_BARE");
const OPINION = SOURCING_CLASSES.indexOf("OPINION");
const [UNTOLD, MIND] = [MEANINGS.indexOf("UNNAMED"), MEANINGS.indexOf("MIND")];

/** For each sentence of a page the shares of its classes, in the order of SOURCING_CLASSES. */
export type PageShares = readonly (readonly number[])[];

/** What two readers who look at one sentence at a time think of a page: by all evidence, and by what its words mean. */
export interface FirstLook {
  readonly evidence: PageShares;
  /** In the order of MEANINGS. */
  readonly meanings: PageShares;
}

const RULES = [
  "narration",
  "cue-verb",
  "attribution-model",
  "judgement",
  "evaluation",
  "forecast",
  "hedged",
  "according-to",
  "same-quotation",
];
const ENDED = /[.!?…]["”’)]*$/u;
/** What is asked of a neighbour that isn't there answers so. */
const NOBODY = -1;
const FAR = 9;
/** How many sentences on either side are heard, each the less the farther it stands. */
const WINDOW = 10;

const odds = (share: number): number => Math.log((share + 1e-4) / (1 - share + 1e-4));

/** A sentence with what was thought of it at first. */
interface Looked {
  readonly draft: Draft;
  readonly sums: Readonly<Record<Sort, number>>;
}

/** One row a sentence for the trees: what was thought of it, of its neighbours and its page, and where it stands. */
export function secondRows(facts: PageFacts, { evidence, meanings }: FirstLook): Float32Array[] {
  const looked = facts.page.drafts.map(
    (draft, i): Looked => ({ draft, sums: sortShares(evidence[i] ?? []) }),
  );
  const total = totalsOf(looked, evidence);
  const paragraphs = paragraphsOf(looked, evidence);
  const distances = distancesOf(looked);
  return looked.map((one, i) =>
    Float32Array.from([
      ...opinions(evidence[i] ?? []),
      ...(meanings[i] ?? []).map(odds),
      odds((meanings[i]?.[UNTOLD] ?? 0) + (meanings[i]?.[MIND] ?? 0)),
      ...neighbours(looked, i),
      ...wholePage(total, evidence, one, i),
      ...paragraph(paragraphs, evidence, one, i),
      ...window(looked, i),
      ...(distances[i] ?? []),
      ...structure(facts, i),
    ]),
  );
}

/** The first look's classes as the second one shares out the sorts. */
export function secondShares(trees: Trees, row: Float32Array, first: readonly number[]): number[] {
  const scores = treeScores(trees, row, SORTS.length);
  const high = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - high));
  const all = raised.reduce((sum, value) => sum + value, 0);
  const before = sortShares(first);
  return SOURCING_CLASSES.map((found, k) => {
    const sort = sortOf(found);
    const share = (raised[SORTS.indexOf(sort)] ?? 0) / all;
    return ((first[k] ?? 0) / Math.max(1e-9, before[sort])) * share;
  });
}

const sortOdds = (shares: readonly number[]): number[] => {
  const sums = sortShares(shares);
  return SORTS.map((sort) => odds(sums[sort]));
};

const opinions = (shares: readonly number[]): number[] => [...shares.map(odds), ...sortOdds(shares)];

/** The sentence `by` after this one, if it is of the same post. */
function beside(looked: readonly Looked[], i: number, by: number): Looked | null {
  const other = looked[i + by];
  return other !== undefined && other.draft.sentence.post === looked[i]?.draft.sentence.post ? other : null;
}

function neighbours(looked: readonly Looked[], i: number): number[] {
  const paragraph = looked[i]?.draft.sentence.paragraph ?? 0;
  return [-3, -2, -1, 1, 2, 3].flatMap((by) => {
    const other = beside(looked, i, by);
    const row = SORTS.map((sort) => other?.sums[sort] ?? NOBODY);
    row.push(other === null ? FAR : other.draft.sentence.paragraph - paragraph);
    if (Math.abs(by) < 3) {
      row.push(other === null ? NOBODY : other.draft.mainCredit === null ? 0 : 1);
      row.push(other === null ? NOBODY : other.draft.sentence.quotations.length > 0 ? 1 : 0);
    }
    return row;
  });
}

interface Totals {
  readonly count: number;
  readonly sorts: readonly number[];
  readonly opinion: number;
  readonly unnamed: number;
}

const isOwn = ({ draft }: Looked): boolean => !draft.sentence.isTeaser;

function totalsOf(looked: readonly Looked[], evidence: PageShares, of?: readonly number[]): Totals {
  const own = (of ?? looked.map((_, i) => i)).filter((i) => looked[i] !== undefined && isOwn(looked[i]));
  const sum = (value: (i: number) => number) => own.reduce((all, i) => all + value(i), 0);
  return {
    count: own.length,
    sorts: SORTS.map((sort) => sum((i) => looked[i]?.sums[sort] ?? 0)),
    opinion: sum((i) => evidence[i]?.[OPINION] ?? 0),
    unnamed: sum((i) => evidence[i]?.[UNNAMED] ?? 0),
  };
}

function paragraphsOf(looked: readonly Looked[], evidence: PageShares): Map<number, Totals> {
  const indexes = new Map<number, number[]>();
  looked.forEach(({ draft }, i) => {
    const list = indexes.get(draft.sentence.paragraph) ?? [];
    list.push(i);
    indexes.set(draft.sentence.paragraph, list);
  });
  return new Map([...indexes].map(([number, of]) => [number, totalsOf(looked, evidence, of)]));
}

/** What the rest of the page is like. */
function wholePage(total: Totals, evidence: PageShares, one: Looked, i: number): number[] {
  const share = isOwn(one) ? 1 : 0;
  const rest = Math.max(1, total.count - 1);
  return [
    ...SORTS.map((sort, k) => ((total.sorts[k] ?? 0) - share * one.sums[sort]) / rest),
    (total.opinion - share * (evidence[i]?.[OPINION] ?? 0)) / rest,
    (total.unnamed - share * (evidence[i]?.[UNNAMED] ?? 0)) / rest,
    total.count,
  ];
}

/** What the other sentences of its paragraph are like. */
function paragraph(
  paragraphs: ReadonlyMap<number, Totals>,
  evidence: PageShares,
  one: Looked,
  i: number,
): number[] {
  const total = paragraphs.get(one.draft.sentence.paragraph) ?? totalsOf([], []);
  const isCounted = isOwn(one);
  const others = total.count - (isCounted ? 1 : 0);
  const rest = wholePage(total, evidence, one, i).slice(0, SORTS.length);
  return [...(others > 0 ? rest : SORTS.map(() => NOBODY)), others];
}

function window(looked: readonly Looked[], i: number): number[] {
  const sums = SORTS.map(() => 0);
  let weights = 0;
  for (let by = -WINDOW; by <= WINDOW; by += 1) {
    const other = by === 0 ? null : beside(looked, i, by);
    if (other === null || !isOwn(other)) continue;
    const weight = 1 / Math.abs(by);
    weights += weight;
    SORTS.forEach((sort, k) => {
      sums[k] = (sums[k] ?? 0) + weight * other.sums[sort];
    });
  }
  return sums.map((sum) => (weights > 0 ? sum / weights : NOBODY));
}

/** A first look this sure of a report counts as one. */
const SURELY = 0.7;

/** How many sentences ago somebody was credited, and something seemed to be reported. */
function distancesOf(looked: readonly Looked[]): number[][] {
  let [credit, report] = [-99, -99];
  return looked.map(({ draft, sums }, i) => {
    const row = [i - credit, i - report];
    if (draft.mainCredit !== null) credit = i;
    if (sums.REPORTED > SURELY) report = i;
    return row;
  });
}

function structure(facts: PageFacts, i: number): number[] {
  const { page, spans, voice } = facts;
  const draft = page.drafts[i];
  if (draft === undefined) return [];
  const { sentence, mainCredit, judgement, touching } = draft;
  const count = page.drafts.length;
  const quoted = sentence.quoted.filter((is) => is).length / Math.max(1, sentence.tokens.length);
  const [first, end] = spans[i] ?? [0, 0];
  const { content, source, cue } = page.words;
  const over = (list: Float32Array) => list.subarray(first, end);
  const most = (list: Float32Array) => over(list).reduce((high, value) => Math.max(high, value), 0);
  return [
    i / Math.max(1, count - 1),
    i,
    count - i,
    quoted,
    sentence.quotations.length,
    mainCredit === null ? 0 : 1,
    judgement.sourcing === "UNNAMED_BARE" ? 1 : 0,
    ...touch(touching, i),
    sentence.text.length,
    sentence.tokens.length,
    sentence.isFirstOfBody ? 1 : 0,
    over(content).reduce((sum, value) => sum + value, 0) / Math.max(1, end - first),
    most(source),
    most(cue),
    ...voice,
    ENDED.test(sentence.text.slice(-4)) ? 1 : 0,
    ...RULES.map((rule) => (judgement.rule === rule ? 1 : 0)),
  ];
}

/** The surest attribution of the models that touches the sentence. */
function touch(touching: readonly Resolved[], i: number): number[] {
  let best: Resolved | null = null;
  for (const one of touching) if (best === null || one.found.confidence > best.found.confidence) best = one;
  if (best === null) return [0, NOBODY, 0, 0, FAR];
  const { found, speaker, home } = best;
  return [found.confidence, found.isVoiced ? 1 : 0, speaker === null ? 0 : 1, touching.length, home - i];
}
