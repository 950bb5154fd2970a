import { promisesToCome } from "#lib/db/readers/outside";
import { latestPromises, promisesForCalendar } from "#lib/db/readers/promises";
import { publicCorrections, publishedClaims, publishedPages } from "#lib/db/readers/published";
import { scaleOfReaders } from "#lib/db/readers/scale";
import { searchPublished } from "#lib/db/readers/search";
import { followedTellings } from "#lib/db/readers/templates";
import { publishedTopic } from "#lib/db/readers/topics";
import { trackAt } from "#lib/db/readers/track";
import { followedAgain, followedStatements, trackedPages } from "#lib/db/readers/track-lists";
import { ledgerFilter } from "#lib/domain/promise-ledger";
import { TemplateKey } from "#lib/domain/promise-template";
import { questionOf } from "#lib/domain/search";
import { askedOf, searchFilter } from "#lib/domain/search-filter";
import { answerDocument, answerNoDocument } from "#lib/next/answer-document";
import { missing } from "#lib/next/answer-missing";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { ledgerQuery, ledgerTitle } from "#lib/publish/promise-list";
import { searchQuery } from "#lib/publish/search-view";
import { dueCalendar } from "#lib/publish/syndication/due-calendar";
import { FEED_FORMATS, type FeedFormat, feedDocument } from "#lib/publish/syndication/feed-formats";
import type { FeedName } from "#lib/publish/syndication/feed-links";
import {
  againFeed,
  claimFeed,
  correctionFeed,
  type FeedList,
  latestFeed,
  pageFeed,
  promiseFeed,
  recordFeed,
  searchFeed,
  statementsFeed,
  templateFeed,
  topicFeed,
  topicQuery,
} from "#lib/publish/syndication/feed-list";
import { templateQuery } from "#lib/publish/template-view";
import { recordOf, recordQuery, statementsQuery } from "#lib/publish/track-links";
import { pageList, statementList } from "#lib/publish/track-query";
import { dayOf } from "#lib/words/date-words";

/** A list as it is followed, and what narrows it in the feed's own address; null where there is no such list. */
type Asked = Promise<{ readonly feed: FeedList; readonly query?: string } | null>;

/**
 * Readers' lists as feeds, and promises as calendars: `latest.atom`, `pages.rss`, `claims.atom`, `corrections.json`, `search.rss?q=…`, `record.atom?publisher=…&list=…`,
 * `statements.atom?speaker=…&label=…`, `again.json?author=…`, `template.atom?key=…`, `topic.atom?topic=…`, `due.ics`, and any list of the ledger as
 * `promises.atom?state=…` or `promises.ics?publisher=…`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  const { origin } = publicOrigin();
  if (name === "due.ics") {
    const places = await promisesToCome(today());
    return answerDocument(dueCalendar(places, origin), "text/calendar; charset=utf-8");
  }
  const asked = new URL(request.url).searchParams;
  if (name === "promises.ics") return answerCalendar(asked, origin);
  const [list, format, ...more] = name.split(".");
  if (!isList(list) || !isFormat(format) || more.length > 0) return answerNoDocument();
  const found = await LISTS[list](asked, origin);
  if (found === null) return answerNoDocument(await missingFrom(list, asked));
  const self = `${origin}/feeds/${name}${found.query ?? ""}`;
  return answerDocument(feedDocument(found.feed, format, self), FEED_FORMATS[format]);
}

const LISTS: Readonly<Record<FeedName, (asked: URLSearchParams, origin: string) => Asked>> = {
  latest: async (_, origin) => {
    const [{ pages }, { claims }] = await Promise.all([publishedPages(null), publishedClaims(null)]);
    return { feed: latestFeed(pages, claims, origin, timeZone()) };
  },
  pages: async (_, origin) => ({ feed: pageFeed((await publishedPages(null)).pages, origin) }),
  claims: async (_, origin) => ({
    feed: claimFeed((await publishedClaims(null)).claims, origin, timeZone()),
  }),
  corrections: async (_, origin) => ({
    feed: correctionFeed((await publicCorrections(null)).corrections, origin),
  }),
  search,
  promises,
  template,
  record,
  statements,
  again,
  topic,
};

/** A topic may have been published here once. */
const missingFrom = (list: string, asked: URLSearchParams) =>
  list === "topic" ? missing({ kind: "TOPIC", slug: asked.get("topic") ?? "" }) : undefined;

const today = () => dayOf(new Date(), timeZone());

function isList(list: string | undefined): list is FeedName {
  return list !== undefined && Object.hasOwn(LISTS, list);
}

function isFormat(format: string | undefined): format is FeedFormat {
  return format !== undefined && Object.hasOwn(FEED_FORMATS, format);
}

/** What a search finds, as readers' search has it, with the same names. Nothing where nothing is asked for, or where a part of it can't be read. */
async function search(query: URLSearchParams, origin: string): Asked {
  const { filter: given, wrong } = searchFilter(Object.fromEntries(query));
  const asked = askedOf(given);
  if (asked === null || wrong.length > 0) return null;
  const filter = { ...given, q: asked.question?.typed ?? "" };
  const { results } = await searchPublished(asked, null);
  const how = { origin, timeZone: timeZone(), scale: await scaleOfReaders() };
  return { feed: searchFeed(filter, results, how), query: searchQuery(filter) };
}

/** What is published under a topic, which is named as in its own address. */
async function topic(query: URLSearchParams, origin: string): Asked {
  const page = await publishedTopic(query.get("topic") ?? "", null);
  return page && { feed: topicFeed(page, origin, timeZone()), query: topicQuery(page.topic.slug) };
}

/** The record that an address names: `publisher`, `author` or `speaker` is its name in its own address. */
async function recordAsked(query: URLSearchParams) {
  const whose = recordOf(query);
  return whose && trackAt({ ...whose, today: today() });
}

/** The pages of a record, as its list of pages has them. */
async function record(query: URLSearchParams, origin: string): Asked {
  const list = pageList(Object.fromEntries(query));
  const found = list && (await recordAsked(query));
  if (!found || list === null) return null;
  const { pages } = await trackedPages({ kind: found.kind, id: found.id, list, place: null });
  return { feed: recordFeed(found, list, pages, origin), query: recordQuery(found, list) };
}

/** The statements of a record, narrowed as its list of statements is. */
async function statements(query: URLSearchParams, origin: string): Asked {
  const list = statementList(Object.fromEntries(query));
  const found = list && (await recordAsked(query));
  if (!found || list === null) return null;
  const { kind, id } = found;
  const places = await followedStatements({ kind, id, filter: list.filter, today: today() });
  return {
    feed: statementsFeed(found, list.filter, places, origin),
    query: statementsQuery(found, list.filter),
  };
}

/** What a record says more than once. */
async function again(query: URLSearchParams, origin: string): Asked {
  const found = await recordAsked(query);
  if (found === null) return null;
  const claims = await followedAgain({ kind: found.kind, id: found.id });
  return { feed: againFeed(found, claims, origin, timeZone()), query: recordQuery(found) };
}

/** The tellings of one promise, by its key. */
async function template(query: URLSearchParams, origin: string): Asked {
  const key = TemplateKey.safeParse(query.get("key")).data;
  const found = key === undefined ? null : await followedTellings(key);
  if (key === undefined || found === null) return null;
  return { feed: templateFeed(key, found, origin, today()), query: templateQuery(key) };
}

/** The filter that an address says, with what is asked for; null where a part of it can't be read. */
function promisesAsked(query: URLSearchParams) {
  const { filter, wrong } = ledgerFilter(Object.fromEntries(query));
  const question = filter.q === null ? null : questionOf(filter.q);
  if (wrong.length > 0 || (filter.q !== null && question === null)) return null;
  return { filter, asked: { ...filter, question, today: today() } };
}

async function promises(query: URLSearchParams, origin: string): Asked {
  const read = promisesAsked(query);
  if (read === null) return null;
  const { filter, asked } = read;
  return {
    feed: promiseFeed(filter, await latestPromises(asked), origin, asked.today),
    query: ledgerQuery(filter),
  };
}

async function answerCalendar(query: URLSearchParams, origin: string): Promise<Response> {
  const read = promisesAsked(query);
  if (read === null) return answerNoDocument();
  const { filter, asked } = read;
  const calendar = dueCalendar(await promisesForCalendar(asked), origin, ledgerTitle(filter));
  return answerDocument(calendar, "text/calendar; charset=utf-8");
}
