import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import type { LedgerFilter } from "#lib/domain/promise-ledger";
import type { TemplateKey } from "#lib/domain/promise-template";
import type { Appearance, ListedClaim, ListedPage, PublicCorrection } from "#lib/domain/published";
import type { Scale } from "#lib/domain/scale";
import type { SearchResult } from "#lib/domain/search";
import type { SearchFilter } from "#lib/domain/search-filter";
import type { TopicPage } from "#lib/domain/topic-pages";
import type { PageList, TrackFilter, TrackRecord } from "#lib/domain/track-records";
import { answerSentence } from "#lib/publish/article-view";
import { claimCard, claimTitle, hrefOf } from "#lib/publish/claim-view";
import { dueSentence } from "#lib/publish/due";
import { ledgerHref, ledgerTitle } from "#lib/publish/promise-list";
import { quotation } from "#lib/publish/quotation";
import { searchTitle } from "#lib/publish/search-facets";
import { searchHref } from "#lib/publish/search-view";
import { templateHref, templatePieces } from "#lib/publish/template-view";
import { claimsHref, pagesHref, statementsHref } from "#lib/publish/track-links";
import { filterInWords } from "#lib/publish/track-words";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";

/** One entry of a list that programs follow. `id` and `href` are absolute addresses; `id` never changes. Instants are ISO strings. */
export interface FeedEntry {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  readonly updatedAt: string;
}

/** A readers' list as programs follow it. `page` is where people read it. */
export interface FeedList {
  readonly title: string;
  readonly description: string;
  readonly page: string;
  /** The latest first. */
  readonly entries: readonly FeedEntry[];
}

const w = words.syndication;

/** Claims, each with its verdict. An entry is new again when a verdict on it, or a page that makes it, is published. */
export function claimFeed(claims: readonly ListedClaim[], origin: string, timeZone: string): FeedList {
  return {
    ...w.claims,
    page: `${origin}/claims`,
    entries: claims.map((claim) => claimEntry(claim, origin, timeZone)),
  };
}

function claimEntry(claim: ListedClaim, origin: string, timeZone: string): FeedEntry {
  const href = `${origin}/claims/${claim.slug}`;
  const { meta, label } = claimCard(claim, timeZone);
  const explanation = claim.own?.content.verdict.explanation;
  const text = [explanation, label === null ? undefined : words.labels[label].badge, meta]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  return { id: href, href, title: claimTitle(claim), text, updatedAt: claim.publishedAt };
}

/** What a search finds. An entry is new again when its page or its claim is published anew. */
export function searchFeed(
  filter: SearchFilter,
  results: readonly SearchResult[],
  { origin, timeZone, scale }: { readonly origin: string; readonly timeZone: string; readonly scale: Scale },
): FeedList {
  return {
    title: w.titleFor(searchTitle(filter, scale)),
    description: w.search.description,
    page: `${origin}${searchHref(filter)}`,
    entries: results.map((one) => resultEntry(one, origin, timeZone)),
  };
}

function resultEntry(one: SearchResult, origin: string, timeZone: string): FeedEntry {
  if (one.kind === "claims") return claimEntry(one.claim, origin, timeZone);
  return one.kind === "pages" ? pageEntry(one, origin) : statementEntry(one, origin);
}

/** Pages, the latest published first. An entry is new again when its page is published anew. */
export function pageFeed(pages: readonly ListedPage[], origin: string): FeedList {
  return { ...w.pages, page: `${origin}/articles`, entries: pages.map((page) => pageEntry(page, origin)) };
}

/** So many entries has what is published last, pages and claims together. */
const LATEST = 20;

/** Pages and claims together, the latest published first: what the first page leads to. */
export function latestFeed(
  pages: readonly ListedPage[],
  claims: readonly ListedClaim[],
  origin: string,
  timeZone: string,
): FeedList {
  const entries = [
    ...pages.map((page) => pageEntry(page, origin)),
    ...claims.map((claim) => claimEntry(claim, origin, timeZone)),
  ];
  return { ...w.latest, page: `${origin}/`, entries: entries.sort(latestFirst).slice(0, LATEST) };
}

const latestFirst = (a: FeedEntry, b: FeedEntry): number => (a.updatedAt < b.updatedAt ? 1 : -1);

type Record = Pick<TrackRecord, "kind" | "id" | "name">;

/** Pages of a record, the latest published first. An entry is new again when its page is published anew. */
export function recordFeed(
  record: Record,
  list: PageList,
  pages: readonly ListedPage[],
  origin: string,
): FeedList {
  return {
    title: w.titleFor(words.trackRecords.list.pages[list](record.name)),
    description: w.record.description,
    page: `${origin}${pagesHref(record, list)}`,
    entries: pages.map((page) => pageEntry(page, origin)),
  };
}

/** Statements of a record as its list is narrowed. An entry is new again when its page is published anew. */
export function statementsFeed(
  record: Record,
  filter: TrackFilter,
  places: readonly Followed[],
  origin: string,
): FeedList {
  return {
    title: w.titleFor(words.trackRecords.list.statements(record.name, filterInWords(filter))),
    description: w.statements.description,
    page: `${origin}${statementsHref(record, filter)}`,
    entries: places.map(({ appearance, publishedAt }) =>
      statementEntry({ place: appearance, publishedAt }, origin),
    ),
  };
}

/** Claims that a record makes more than once. */
export function againFeed(
  record: Record,
  claims: readonly ListedClaim[],
  origin: string,
  timeZone: string,
): FeedList {
  return {
    title: w.titleFor(words.trackRecords.list.claims(record.name)),
    description: w.again.description,
    page: `${origin}${claimsHref(record)}`,
    entries: claims.map((claim) => claimEntry(claim, origin, timeZone)),
  };
}

/** How a feed of a topic names it. */
export const topicQuery = (slug: string): string => `?${new URLSearchParams({ topic: slug })}`;

/** What is published under a topic. An entry is new again when its page or its claim is published anew. */
export function topicFeed({ topic, items }: TopicPage, origin: string, timeZone: string): FeedList {
  return {
    title: w.titleFor(topic.name),
    description: w.topic.description,
    page: `${origin}/topics/${topic.slug}`,
    entries: items.map((one) => resultEntry(one, origin, timeZone)),
  };
}

/** A statement, and when its page was published. */
export interface Followed {
  readonly appearance: Appearance;
  readonly publishedAt: string;
}

/** Promises, the latest published first, each with where it stands on the day `today`. An entry is new again when its page is published anew. */
export function promiseFeed(
  filter: LedgerFilter,
  places: readonly Followed[],
  origin: string,
  today: CalendarDate,
): FeedList {
  return {
    title: w.titleFor(ledgerTitle(filter)),
    description: w.promises.description,
    page: `${origin}${ledgerHref(filter)}`,
    entries: places.flatMap((one) => promiseEntry(one, origin, today)),
  };
}

/** Every time that one promise was made. */
export function templateFeed(
  key: TemplateKey,
  { words: said, tellings }: { readonly words: string; readonly tellings: readonly Followed[] },
  origin: string,
  today: CalendarDate,
): FeedList {
  const promise = templatePieces(said).map(({ text, isSlot }) => (isSlot ? "…" : text));
  return {
    title: w.titleFor(words.lists.quoted(promise.join(""))),
    description: w.template.description,
    page: `${origin}${templateHref(key)}`,
    entries: tellings.flatMap((one) => promiseEntry(one, origin, today)),
  };
}

function promiseEntry(
  { appearance, publishedAt }: Followed,
  origin: string,
  today: CalendarDate,
): FeedEntry[] {
  const { article, statement } = appearance;
  if (statement.prediction === null) return [];
  const href = `${origin}${hrefOf(appearance)}`;
  const text = [
    dueSentence(statement.prediction, today),
    words.labels[statement.label].badge,
    article.publisher,
  ]
    .filter((part) => part !== null)
    .join(" · ");
  return [{ id: href, href, title: quotation(saidWords(statement), TITLE), text, updatedAt: publishedAt }];
}

const TITLE = 160;

function pageEntry({ content, publishedAt }: ListedPage, origin: string): FeedEntry {
  const { slug, title, publisher, postedAt } = content.article;
  const href = `${origin}/articles/${slug}`;
  const posted = postedAt === null ? null : longDay(postedAt);
  const text = `${answerSentence(content)} ${words.reader.home.pageMeta(publisher, posted)}`;
  return { id: href, href, title, text, updatedAt: publishedAt };
}

function statementEntry(
  { place, publishedAt }: Pick<Extract<SearchResult, { kind: "statements" }>, "place" | "publishedAt">,
  origin: string,
): FeedEntry {
  const { article, statement } = place;
  const href = `${origin}${hrefOf(place)}`;
  const text = [
    words.labels[statement.label].badge,
    statement.speaker?.name ?? null,
    article.publisher,
    article.title,
  ]
    .filter((part) => part !== null)
    .join(" · ");
  return {
    id: href,
    href,
    title: quotation(saidWords(statement), TITLE),
    text,
    updatedAt: publishedAt,
  };
}

/** Corrections and withdrawals. Each is an entry of its own, named by what it changed and when. */
export function correctionFeed(corrections: readonly PublicCorrection[], origin: string): FeedList {
  return {
    ...w.corrections,
    page: `${origin}/corrections`,
    entries: corrections.map((correction) => {
      const { at, page, reason, isWithdrawal, kind } = correction;
      const href = `${origin}${page?.href ?? "/corrections"}`;
      const what = words.reader.corrections[CORRECTION_WORDS[kind][isWithdrawal ? "withdrawn" : "corrected"]];
      return {
        id: `${href}#${isWithdrawal ? "withdrawn" : "corrected"}-${at}`,
        href,
        title: page === null ? what : `${what}: ${page.title}`,
        text: reason,
        updatedAt: at,
      };
    }),
  };
}

const CORRECTION_WORDS = {
  ARTICLE: { withdrawn: "withdrawnArticle", corrected: "correctedArticle" },
  CLAIM: { withdrawn: "withdrawnClaim", corrected: "correctedClaim" },
} as const;
