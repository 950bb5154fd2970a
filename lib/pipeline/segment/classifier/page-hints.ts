import { isArticle, linkedNodes, strings } from "#lib/pipeline/segment/metadata/json-ld";
import { statedAuthors } from "#lib/pipeline/segment/metadata/page-names";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";

/** What a page says of its article outside the article: compared with the blocks, never believed by itself. */
export interface Hints {
  readonly titles: readonly ReadonlySet<string>[];
  /** Four-word runs of the linked data's `articleBody`, or null where it has none. */
  readonly body: ReadonlySet<string> | null;
  readonly description: ReadonlySet<string>;
  /** Names of whoever the page says wrote it: its byline holds one, and so does a note about the author. */
  readonly authors: readonly string[];
}

const TOKEN = /[\p{L}\p{N}\p{M}]+/gu;

export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}

const MOST_AUTHORS = 5;

export function hintsOf(head: PageHead): Hints {
  const nodes = linkedNodes(head.jsonLd);
  const articles = nodes.filter(isArticle);
  const titles = [
    ...(head.meta.get("og:title") ?? []),
    ...(head.meta.get("twitter:title") ?? []),
    ...articles.flatMap((node) => strings(node.values.headline)),
    ...(head.title === null ? [] : [head.title]),
  ].slice(0, 8);
  const bodies = articles.flatMap((node) => strings(node.values.articleBody)).map(tokensOf);
  const longest = bodies.sort((a, b) => b.length - a.length)[0] ?? [];
  const description = [...(head.meta.get("og:description") ?? []), ...(head.meta.get("description") ?? [])];
  return {
    titles: titles.map((title) => new Set(tokensOf(title))).filter((set) => set.size > 0),
    body: longest.length < 40 ? null : new Set(runsOf(longest, 4)),
    description: new Set(tokensOf(description.slice(0, 2).join(" "))),
    authors: statedAuthors(head, nodes).slice(0, MOST_AUTHORS),
  };
}

export function runsOf(tokens: readonly string[], size: number): string[] {
  const runs: string[] = [];
  for (let i = 0; i + size <= tokens.length; i += 1) runs.push(tokens.slice(i, i + size).join(" "));
  return runs;
}

/** How much of the block is in the best title, and how much of that title is in the block: 0 to 1 each. */
export function titleLikeness(tokens: readonly string[], hints: Hints): [number, number] {
  if (tokens.length === 0 || tokens.length > 60) return [0, 0];
  const own = new Set(tokens);
  let best: [number, number] = [0, 0];
  for (const title of hints.titles) {
    let shared = 0;
    for (const word of own) if (title.has(word)) shared += 1;
    const pair: [number, number] = [shared / own.size, shared / title.size];
    if (pair[0] * pair[1] > best[0] * best[1]) best = pair;
  }
  return best;
}

/** Share of the block's four-word runs that the linked data's body has; -1 where that can't be said. */
export function bodyLikeness(tokens: readonly string[], hints: Hints): number {
  if (hints.body === null || tokens.length < 4) return -1;
  const runs = runsOf(tokens, 4);
  let shared = 0;
  for (const run of runs) if (hints.body.has(run)) shared += 1;
  return shared / runs.length;
}
