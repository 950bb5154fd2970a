import type { Tokens } from "#lib/english/treebank/tokens";
import { type CueLexicon, cueClass, lemmaHashes } from "#lib/pipeline/attribute/words/cue-lexicon";
import type { SpanPage } from "#lib/pipeline/attribute/words/span-context";
import type { Fragments } from "./corpus";
import type { ParsedArticle } from "./syntax-stage";

/** The tokens under a list of fragments, ascending. */
export function tokensUnder(tokens: Tokens, fragments: Fragments): number[] {
  const out: number[] = [];
  for (const [start, end] of fragments) {
    let low = 0;
    let high = tokens.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens.end[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < tokens.count && (tokens.start[i] ?? 0) < end; i++) out.push(i);
  }
  return out.sort((a, b) => a - b);
}

export interface CueCounts {
  readonly all: Map<number, number>;
  readonly asCue: Map<number, number>;
}

export function countCues(
  articles: readonly ParsedArticle[],
  lemmas: readonly Int32Array[],
): { total: CueCounts; each: CueCounts[] } {
  const total: CueCounts = { all: new Map(), asCue: new Map() };
  const each = articles.map((article, index): CueCounts => {
    const own: CueCounts = { all: new Map(), asCue: new Map() };
    const under = new Set(article.attributions.flatMap((a) => tokensUnder(article.page.tokens, a.cue)));
    lemmas[index]?.forEach((lemma, i) => {
      if (article.page.quotations.state[i] === 1) return;
      for (const [counts, is] of [
        [own.all, true],
        [total.all, true],
        [own.asCue, under.has(i)],
        [total.asCue, under.has(i)],
      ] as const) {
        if (is) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
      }
    });
    return own;
  });
  return { total, each };
}

export function lexiconOf(total: CueCounts): CueLexicon {
  const lexicon = new Map<number, number>();
  for (const [lemma, all] of total.all) {
    const found = cueClass(total.asCue.get(lemma) ?? 0, all);
    if (found > 0) lexicon.set(lemma, found);
  }
  return lexicon;
}

/** Pages whose cue classes are learned from all articles but their own. */
export function trainingPages(articles: readonly ParsedArticle[]): {
  pages: SpanPage[];
  lexicon: CueLexicon;
} {
  const lemmas = articles.map((article) => lemmaHashes(article.page));
  const { total, each } = countCues(articles, lemmas);
  const pages = articles.map((article, index): SpanPage => {
    const own = each[index];
    const cues = Uint8Array.from(lemmas[index] ?? [], (lemma) =>
      cueClass(
        (total.asCue.get(lemma) ?? 0) - (own?.asCue.get(lemma) ?? 0),
        (total.all.get(lemma) ?? 0) - (own?.all.get(lemma) ?? 0),
      ),
    );
    return { ...article.page, lemmas: lemmas[index] ?? new Int32Array(0), cues };
  });
  return { pages, lexicon: lexiconOf(total) };
}

/** The label of each token, and the attribution that gave it (-1 for none). */
export function goldLabels(article: ParsedArticle): { truth: Uint8Array; owner: Int32Array } {
  const truth = new Uint8Array(article.page.tokens.count);
  const owner = new Int32Array(truth.length).fill(-1);
  article.attributions.forEach((attribution, index) => {
    [attribution.source, attribution.cue, attribution.content].forEach((fragments, role) => {
      for (const fragment of fragments) {
        let isFirst = true;
        for (const i of tokensUnder(article.page.tokens, [fragment])) {
          if ((owner[i] ?? -1) >= 0) continue;
          truth[i] = 1 + 2 * role + (isFirst ? 0 : 1);
          owner[i] = index;
          isFirst = false;
        }
      }
    });
  });
  return { truth, owner };
}
