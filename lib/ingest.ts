import { holdsTurn, keepRobots, leaveAlone, readRobots, seenPage, takeTurn } from "#lib/db/imports/sites";
import type { PageToStore, Reading } from "#lib/db/storing/page-to-store";
import { type Stored, store, untilStored } from "#lib/db/storing/store";
import type { Analysis, Engine, Page } from "#lib/domain/analysis";
import type { Retrieval } from "#lib/domain/retrieval";
import type { ComparedText } from "#lib/domain/version-diff";
import { matchesOf } from "#lib/ingest/known-claims";
import { analyse } from "#lib/pipeline/analyse";
import { decode } from "#lib/pipeline/decode";
import { type FetchMeans, fetchPage, type PageRequest } from "#lib/pipeline/fetch";
import { factsOf } from "#lib/pipeline/match/facts";
import { type IndexKey, indexKeysOf } from "#lib/pipeline/match/index-keys";
import { articlesIn, MOST_POSTS, type PostAnalysis } from "#lib/pipeline/part";
import { isSameSubstance } from "#lib/versions/compare";

/**
 * The line that every page takes: fetch → decode → segment → attribute → classify → match → store. A page that holds several
 * posts is parted before `match`, unless its address is one article already.
 *
 * `retrieve` is the first stage, for a page of which only the address was given: its bytes are kept before anything reads
 * them, so that a later stage never asks the site again. `ingest` is the rest, for a page as it came.
 */

/** What the fetcher is told by the operator: `origin` is where we can be found, `allowHosts` as `URL.host` writes them. */
export interface FetchSettings {
  readonly origin: string;
  readonly allowHosts: readonly string[];
}

/**
 * Fetch the page at an address. Stores no page; what it learns of the site (its robots.txt, when it may be asked again) is
 * kept for all workers. `turns` are the moments that are ours already, by host.
 */
export async function retrieve(
  url: string,
  settings: FetchSettings,
  turns: ReadonlyMap<string, Date> = new Map(),
): Promise<Retrieval> {
  return fetchPage(url, fetchMeans(settings, turns));
}

/** What a fetch works with here: what all workers know together of other people's servers. */
export function fetchMeans(
  { origin, allowHosts }: FetchSettings,
  turns: ReadonlyMap<string, Date>,
): FetchMeans {
  const now = () => new Date();
  return {
    origin,
    allowHosts,
    now,
    seen: seenPage,
    stayAway: leaveAlone,
    robots: { read: readRobots, keep: (site, robots) => keepRobots(site, robots, now()) },
    takeTurn: async (host) => {
      const held = turns.get(host);
      return held !== undefined && holdsTurn(held, now()) ? held : takeTurn(host, now());
    },
  };
}

/**
 * Read a page and store it, each of its posts as an article of its own. `analyse` is the three stages in the middle. Calling it
 * again with the same page stores nothing new; a page that differs from what it showed last in trivial things alone is that version.
 *
 * Throws   AppError where a person can do something about it: too large, not text, nothing to read; `conflict` where the import
 *          that it came by was cancelled meanwhile.
 */
export async function ingest(
  request: PageRequest & Pick<PageToStore, "requestedBy" | "isFetched" | "articleId" | "importId">,
  { now, engine = "MODELS", read = readHere }: Ingesting,
): Promise<Stored> {
  await untilStored();
  const { format, content } = decode(request.bytes, request);
  const page = { format, content, url: request.url, publisher: request.publisher };
  const { analysis, keys, articles } = await read(page, engine);
  const reading = await readingOf(analysis, keys);
  const posts = [];
  for (const { heading, name, part } of articles)
    posts.push({ heading, name, ...(part === null ? reading : await readingOf(part.analysis, part.keys)) });
  return store({ ...request, ...reading, posts, isCut: articles.length >= MOST_POSTS }, now);
}

export interface Ingesting {
  readonly now: Date;
  readonly engine?: Engine;
  /** Where the page is read: in this process, unless the caller has one of its own for that. */
  readonly read?: (page: Page, engine: Engine) => Promise<ReadPage>;
}

/** A text that was read, and what each of its statements is looked for by among known claims. */
export interface ReadText {
  readonly analysis: Analysis;
  readonly keys: readonly (readonly IndexKey[])[];
}

/** What was read of a page: plain data, so that another process can read it. */
export interface ReadPage extends ReadText {
  /** Each article that the page holds; its `part` is null where it is the whole page. */
  readonly articles: readonly (Omit<PostAnalysis, "analysis"> & { readonly part: ReadText | null })[];
}

/** Everything of the line that keeps the processor busy: segment → attribute → classify, and parting a page of several posts. */
export function readPage(page: Page, engine: Engine): ReadPage {
  const analysis = analyse(page, engine);
  const articles = articlesIn(analysis).map(({ analysis: own, ...part }) => ({
    ...part,
    part: own === analysis ? null : withKeys(own),
  }));
  return { ...withKeys(analysis), articles };
}

export function withKeys(analysis: Analysis): ReadText {
  const keys = analysis.statements.map(({ start, end, postedAt }) =>
    indexKeysOf(factsOf({ text: analysis.text.slice(start, end), postedAt })),
  );
  return { analysis, keys };
}

async function readHere(page: Page, engine: Engine): Promise<ReadPage> {
  return readPage(page, engine);
}

async function readingOf(analysis: Analysis, keys: ReadText["keys"]): Promise<Reading> {
  const isTrivialChange = (shown: ComparedText) => isSameSubstance(shown, analysis);
  return { analysis, matches: await matchesOf(analysis, keys), isTrivialChange };
}
