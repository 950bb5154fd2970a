import { promisesToCome } from "#lib/db/readers/outside";
import { latestPromises, promisesForCalendar } from "#lib/db/readers/promises";
import { publicCorrections, publishedClaims } from "#lib/db/readers/published";
import { scaleOfReaders } from "#lib/db/readers/scale";
import { searchPublished } from "#lib/db/readers/search";
import { publishedTopic } from "#lib/db/readers/topics";
import { trackAt } from "#lib/db/readers/track";
import { trackedPages } from "#lib/db/readers/track-lists";
import { ledgerFilter } from "#lib/domain/promise-ledger";
import { questionOf } from "#lib/domain/search";
import { askedOf, searchFilter } from "#lib/domain/search-filter";
import { answerDocument, answerNoDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { ledgerQuery, ledgerTitle } from "#lib/publish/promise-list";
import { searchQuery } from "#lib/publish/search-view";
import { dueCalendar } from "#lib/publish/syndication/due-calendar";
import { FEED_FORMATS, type FeedFormat, feedDocument } from "#lib/publish/syndication/feed-formats";
import {
  claimFeed,
  correctionFeed,
  type FeedList,
  promiseFeed,
  recordFeed,
  searchFeed,
  topicFeed,
  topicQuery,
} from "#lib/publish/syndication/feed-list";
import { recordOf, recordQuery } from "#lib/publish/track-links";
import { dayOf } from "#lib/words/date-words";

const NAME = /^(claims|corrections|search|promises|record|topic)\.(atom|rss|json)$/;

/**
 * Readers' lists as feeds, and promises as calendars: `claims.atom`, `corrections.json`, `search.rss?q=…`, `record.atom?publisher=…`, `topic.atom?topic=…`, `due.ics`, and any list of the ledger as
 * `promises.atom?state=…` or `promises.ics?publisher=…`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  const { origin } = publicOrigin();
  if (name === "due.ics") {
    const places = await promisesToCome(dayOf(new Date(), timeZone()));
    return answerDocument(dueCalendar(places, origin), "text/calendar; charset=utf-8");
  }
  if (name === "promises.ics") return answerCalendar(new URL(request.url).searchParams, origin);
  const [, list, format] = NAME.exec(name) ?? [];
  if (list === undefined || !isFormat(format)) return answerNoDocument();
  if (list === "search") return answerSearch(new URL(request.url).searchParams, format, origin);
  if (list === "topic") return answerTopic(new URL(request.url).searchParams, format, origin);
  if (list === "record") return answerRecord(new URL(request.url).searchParams, format, origin);
  if (list === "promises") return answerPromises(new URL(request.url).searchParams, format, origin);
  const feed = list === "claims" ? await claims(origin) : await corrections(origin);
  return answerDocument(feedDocument(feed, format, `${origin}/feeds/${name}`), FEED_FORMATS[format]);
}

function isFormat(format: string | undefined): format is FeedFormat {
  return format !== undefined && Object.hasOwn(FEED_FORMATS, format);
}

/** What a search finds, as readers' search has it, with the same names. Nothing where nothing is asked for, or where a part of it can't be read. */
async function answerSearch(query: URLSearchParams, format: FeedFormat, origin: string): Promise<Response> {
  const { filter: given, wrong } = searchFilter(Object.fromEntries(query));
  const asked = askedOf(given);
  if (asked === null || wrong.length > 0) return answerNoDocument();
  const filter = { ...given, q: asked.question?.typed ?? "" };
  const { results } = await searchPublished(asked, null);
  const self = `${origin}/feeds/search.${format}${searchQuery(filter)}`;
  const feed = searchFeed(filter, results, {
    origin,
    timeZone: timeZone(),
    scale: await scaleOfReaders(),
  });
  return answerDocument(feedDocument(feed, format, self), FEED_FORMATS[format]);
}

/** What is published under a topic, which is named as in its own address. */
async function answerTopic(query: URLSearchParams, format: FeedFormat, origin: string): Promise<Response> {
  const page = await publishedTopic(query.get("topic") ?? "", null);
  if (page === null) return answerNoDocument();
  const self = `${origin}/feeds/topic.${format}${topicQuery(page.topic.slug)}`;
  const feed = topicFeed(page, origin, timeZone());
  return answerDocument(feedDocument(feed, format, self), FEED_FORMATS[format]);
}

/** The pages of a record, as its list of pages has them: `publisher`, `author` or `speaker` is the record's name in its own address. */
async function answerRecord(query: URLSearchParams, format: FeedFormat, origin: string): Promise<Response> {
  const whose = recordOf(query);
  const record = whose && (await trackAt({ ...whose, today: dayOf(new Date(), timeZone()) }));
  if (record === null) return answerNoDocument();
  const { kind, id } = record;
  const { pages } = await trackedPages({ kind, id, list: "counted", place: null });
  const self = `${origin}/feeds/record.${format}${recordQuery(record)}`;
  return answerDocument(feedDocument(recordFeed(record, pages, origin), format, self), FEED_FORMATS[format]);
}

/** The filter that an address says, with what is asked for; null where a part of it can't be read. */
function promisesAsked(query: URLSearchParams) {
  const { filter, wrong } = ledgerFilter(Object.fromEntries(query));
  const question = filter.q === null ? null : questionOf(filter.q);
  if (wrong.length > 0 || (filter.q !== null && question === null)) return null;
  return { filter, asked: { ...filter, question, today: dayOf(new Date(), timeZone()) } };
}

async function answerPromises(query: URLSearchParams, format: FeedFormat, origin: string): Promise<Response> {
  const read = promisesAsked(query);
  if (read === null) return answerNoDocument();
  const { filter, asked } = read;
  const self = `${origin}/feeds/promises.${format}${ledgerQuery(filter)}`;
  const feed = promiseFeed(filter, await latestPromises(asked), origin, asked.today);
  return answerDocument(feedDocument(feed, format, self), FEED_FORMATS[format]);
}

async function answerCalendar(query: URLSearchParams, origin: string): Promise<Response> {
  const read = promisesAsked(query);
  if (read === null) return answerNoDocument();
  const { filter, asked } = read;
  const calendar = dueCalendar(await promisesForCalendar(asked), origin, ledgerTitle(filter));
  return answerDocument(calendar, "text/calendar; charset=utf-8");
}

async function claims(origin: string): Promise<FeedList> {
  return claimFeed((await publishedClaims(null)).claims, origin, timeZone());
}

async function corrections(origin: string): Promise<FeedList> {
  return correctionFeed((await publicCorrections(null)).corrections, origin);
}
