import { foldArabic } from "#lib/arabic/fold";
import type { ProvenanceKind } from "#lib/domain/labels";
import type { RepostChange } from "#lib/domain/matching";
import type { ComparedSentence, ProvenanceCounts } from "#lib/domain/provenance";
import { sentences } from "#lib/english/sentences";
import type { Span } from "#lib/text/span";
import { alignRepost } from "./reposts";

/** What one article is to another, by its sentences. */

/** Raise it whenever other relations or sentences are found. */
export const PROVENANCE_VERSION = "3";

/** So many sentences of an article are compared: the work grows with the square of those that aren't word for word the same. */
export const MOST_SENTENCES = 150;

export interface ArticleSentence extends Span {
  /** With letters of one sound made one, for comparing alone. */
  readonly folded: string;
  readonly words: number;
}

/** The sentences of an article that are compared; `isCut` where there are more. */
export interface ArticleSentences {
  readonly list: readonly ArticleSentence[];
  readonly isCut: boolean;
}

/** "Baghdad / NINA / ", at the beginning of a report: a credit, and no part of the sentence. */
const CREDIT = /^[^/\n]{2,40}\/[ \u00a0]?[\p{L}\p{M}\p{N}.' -]{2,40}\/\s*/u;
/** "…/ End" */
const END_MARK = /[./]{1,3}\s{0,3}(?:End|انتهى)\s{0,3}\d{0,3}$/iu;
const ARABIC = /[\p{Script=Arabic}\u0640\u064B-\u0652]+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** The sentences under `spans` (the article's own running text), in order. Those without a letter are left out. */
export function sentencesOf(text: string, spans: readonly Span[]): ArticleSentences {
  const list: ArticleSentence[] = [];
  for (const span of spans)
    for (const paragraph of paragraphsIn(text, span))
      for (const sentence of sentences(text, paragraph)) {
        const one = withoutCredit(text, sentence);
        const said = text.slice(one.start, one.end);
        const words = said.match(WORD)?.length ?? 0;
        if (words === 0) continue;
        if (list.length === MOST_SENTENCES) return { list, isCut: true };
        list.push({ ...one, words, folded: foldedSentence(said) });
      }
  return { list, isCut: false };
}

function withoutCredit(text: string, { start, end }: Span): Span {
  const said = text.slice(start, end);
  const from = CREDIT.exec(said.slice(0, 100))?.[0].length ?? 0;
  const tail = END_MARK.exec(said.slice(-20))?.[0].length ?? 0;
  return from + tail >= said.length ? { start, end } : { start: start + from, end: end - tail };
}

/** With letters of one sound made one, for comparing alone. */
export function foldedSentence(said: string): string {
  return said
    .replace(/[؟۔،؛]/gu, " ")
    .replace(ARABIC, foldArabic)
    .trim();
}

function* paragraphsIn(text: string, { start, end }: Span): Iterable<Span> {
  let from = start;
  while (from < end) {
    const next = text.indexOf("\n", from);
    const to = next === -1 ? end : Math.min(next, end);
    if (to > from) yield { start: from, end: to };
    from = to + 1;
  }
}

export interface ComparedArticles {
  /** Null where they have nothing of note in common. */
  readonly kind: ProvenanceKind | null;
  readonly sentences: readonly ComparedSentence[];
  readonly counts: ProvenanceCounts;
  /** Numbers of the sentences downstream that stand upstream, whatever was changed of them; and of those that stand there word for word. */
  readonly explained: readonly number[];
  readonly verbatim: readonly number[];
  readonly isCut: boolean;
}

/** Compare an article with one that came before it. */
export function compareArticles(downstream: ArticleSentences, upstream: ArticleSentences): ComparedArticles {
  const [here, there] = [downstream.list, upstream.list];
  const aligned = alignRepost(
    there.map(({ folded }) => folded),
    here.map(({ folded }) => folded),
  );
  const compared = aligned.map(({ repost, original, change }): ComparedSentence => {
    const own = repost === null ? undefined : here[repost];
    return {
      change,
      here: own === undefined ? null : [own.start, own.end],
      there: (original ?? []).flatMap((at) => {
        const one = there[at];
        return one === undefined ? [] : [[one.start, one.end] as [number, number]];
      }),
    };
  });
  const count = (...changes: readonly RepostChange[]) =>
    aligned.filter(({ change }) => changes.includes(change)).length;
  const counts = { verbatim: count("VERBATIM"), added: count("ADDED"), dropped: count("DROPPED") };
  const changed = aligned.length - counts.verbatim - counts.added - counts.dropped;
  return {
    kind: kindOf(weighed(here, there, aligned)),
    sentences: compared,
    counts: { ...counts, changed },
    explained: aligned.flatMap(({ repost, original }) =>
      repost === null || original === null ? [] : [repost],
    ),
    verbatim: aligned.flatMap(({ repost, change }) =>
      repost !== null && change === "VERBATIM" ? [repost] : [],
    ),
    isCut: downstream.isCut || upstream.isCut,
  };
}

interface Weights {
  /** Words in all. */
  readonly here: number;
  readonly there: number;
  /** Words of the repost's sentences that stand upstream word for word, and of those that stand there changed. */
  readonly verbatim: number;
  readonly changed: number;
  /** Words of the sentences upstream that stand in the repost in any way. */
  readonly taken: number;
  /** Words of the longest sentence that is the same. */
  readonly longest: number;
}

function weighed(
  here: readonly ArticleSentence[],
  there: readonly ArticleSentence[],
  aligned: ReturnType<typeof alignRepost>,
): Weights {
  const wordsOf = (list: readonly ArticleSentence[], at: readonly number[]) =>
    at.reduce((sum, one) => sum + (list[one]?.words ?? 0), 0);
  const all = (list: readonly ArticleSentence[]) => list.reduce((sum, { words }) => sum + words, 0);
  const found = aligned.filter(({ repost, original }) => repost !== null && original !== null);
  const same = found.filter(({ change }) => change === "VERBATIM").flatMap(({ repost }) => repost ?? []);
  const other = found.filter(({ change }) => change !== "VERBATIM").flatMap(({ repost }) => repost ?? []);
  return {
    here: all(here),
    there: all(there),
    verbatim: wordsOf(here, same),
    changed: wordsOf(here, other),
    taken: wordsOf(
      there,
      found.flatMap(({ original }) => original ?? []),
    ),
    longest: Math.max(0, ...same.map((at) => here[at]?.words ?? 0)),
  };
}

/** A sentence of so many words that is the same in two articles isn't so by chance. */
const TELLING = 8;
/** So many words that stand upstream in other words are no chance either. */
const TELLING_CHANGED = 20;

/** Is this no chance? The words of each sentence that is the same, and of each that stands there in any way. */
export function isTelling(same: readonly number[], all: readonly number[]): boolean {
  return (
    same.some((words) => words >= TELLING) || all.reduce((sum, words) => sum + words, 0) >= TELLING_CHANGED
  );
}

/**
 * REPOSTS: at least half of either text stands in the other, most of it word for word. QUOTES: less, with a whole sentence of it. PARAPHRASES: in other words, at
 * least half of what is upstream or of what is here. SUMMARISES: in other words, and half as long at most. Null: too little to be no chance.
 */
function kindOf({ here, there, verbatim, changed, taken, longest }: Weights): ProvenanceKind | null {
  if (!isTelling([longest], [verbatim, changed])) return null;
  const isMost = verbatim + changed >= here / 2 || taken >= there / 2;
  if (verbatim >= changed) return isMost ? "REPOSTS" : "QUOTES";
  if (!isMost) return longest >= TELLING ? "QUOTES" : null;
  return here * 2 <= there ? "SUMMARISES" : "PARAPHRASES";
}
