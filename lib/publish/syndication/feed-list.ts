import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import type { LedgerFilter } from "#lib/domain/promise-ledger";
import type { Appearance, ListedClaim, ListedPage, PublicCorrection } from "#lib/domain/published";
import type { Scale } from "#lib/domain/scale";
import type { SearchResult } from "#lib/domain/search";
import type { SearchFilter } from "#lib/domain/search-filter";
import type { TopicPage } from "#lib/domain/topic-pages";
import type { TrackRecord } from "#lib/domain/track-records";
import { answerSentence } from "#lib/publish/article-view";
import { claimCard, claimTitle, hrefOf } from "#lib/publish/claim-view";
import { dueSentence } from "#lib/publish/due";
import { ledgerHref, ledgerTitle } from "#lib/publish/promise-list";
import { quotation } from "#lib/publish/quotation";
import { searchTitle } from "#lib/publish/search-facets";
import { searchHref } from "#lib/publish/search-view";
import { pagesHref } from "#lib/publish/track-links";
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
    title: w.search.titleFor(searchTitle(filter, scale)),
    description: w.search.description,
    page: `${origin}${searchHref(filter)}`,
    entries: results.map((one) => resultEntry(one, origin, timeZone)),
  };
}

function resultEntry(one: SearchResult, origin: string, timeZone: string): FeedEntry {
  if (one.kind === "claims") return claimEntry(one.claim, origin, timeZone);
  return one.kind === "pages" ? pageEntry(one, origin) : statementEntry(one, origin);
}

/** Pages of a record, the latest published first. An entry is new again when its page is published anew. */
export function recordFeed(
  record: Pick<TrackRecord, "kind" | "id" | "name">,
  pages: readonly ListedPage[],
  origin: string,
): FeedList {
  return {
    title: w.record.titleFor(record.name),
    description: w.record.description,
    page: `${origin}${pagesHref(record, "counted")}`,
    entries: pages.map((page) => pageEntry(page, origin)),
  };
}

/** How a feed of a topic names it. */
export const topicQuery = (slug: string): string => `?${new URLSearchParams({ topic: slug })}`;

/** What is published under a topic. An entry is new again when its page or its claim is published anew. */
export function topicFeed({ topic, items }: TopicPage, origin: string, timeZone: string): FeedList {
  return {
    title: w.topic.titleFor(topic.name),
    description: w.topic.description,
    page: `${origin}/topics/${topic.slug}`,
    entries: items.map((one) => resultEntry(one, origin, timeZone)),
  };
}

/** Promises, the latest published first, each with where it stands on the day `today`. An entry is new again when its page is published anew. */
export function promiseFeed(
  filter: LedgerFilter,
  places: readonly { readonly appearance: Appearance; readonly publishedAt: string }[],
  origin: string,
  today: CalendarDate,
): FeedList {
  return {
    title: w.promises.titleFor(ledgerTitle(filter)),
    description: w.promises.description,
    page: `${origin}${ledgerHref(filter)}`,
    entries: places.flatMap(({ appearance, publishedAt }) => {
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
      return [
        {
          id: href,
          href,
          title: quotation(saidWords(statement), TITLE),
          text,
          updatedAt: publishedAt,
        },
      ];
    }),
  };
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
  { place, publishedAt }: Extract<SearchResult, { kind: "statements" }>,
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
