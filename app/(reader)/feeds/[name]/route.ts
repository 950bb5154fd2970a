import { promisesToCome } from "#lib/db/readers/outside";
import { publicCorrections, publishedClaims } from "#lib/db/readers/published";
import { searchPublished } from "#lib/db/readers/search";
import { questionOf, SearchKind } from "#lib/domain/search";
import { answerDocument, answerNoDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { searchQuery } from "#lib/publish/search-view";
import { dueCalendar } from "#lib/publish/syndication/due-calendar";
import { FEED_FORMATS, type FeedFormat, feedDocument } from "#lib/publish/syndication/feed-formats";
import { claimFeed, correctionFeed, type FeedList, searchFeed } from "#lib/publish/syndication/feed-list";
import { dayOf } from "#lib/words/date-words";

const NAME = /^(claims|corrections|search)\.(atom|rss|json)$/;

/** Readers' lists as feeds, and promises to come as a calendar: `claims.atom`, `corrections.json`, `search.rss?q=…`, `due.ics`. */
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
  const [, list, format] = NAME.exec(name) ?? [];
  if (list === undefined || !isFormat(format)) return answerNoDocument();
  if (list === "search") return answerSearch(new URL(request.url).searchParams, format, origin);
  const feed = list === "claims" ? await claims(origin) : await corrections(origin);
  return answerDocument(feedDocument(feed, format, `${origin}/feeds/${name}`), FEED_FORMATS[format]);
}

function isFormat(format: string | undefined): format is FeedFormat {
  return format !== undefined && Object.hasOwn(FEED_FORMATS, format);
}

/** What a search finds, as readers' search has it: `q` are the words, `in` the kind. Nothing where nothing is asked for. */
async function answerSearch(query: URLSearchParams, format: FeedFormat, origin: string): Promise<Response> {
  const question = questionOf(query.get("q") ?? "");
  const kind = query.has("in") ? SearchKind.safeParse(query.get("in")).data : null;
  if (question === null || kind === undefined) return answerNoDocument();
  const { results } = await searchPublished({ question, kind, place: null });
  const { typed } = question;
  const self = `${origin}/feeds/search.${format}${searchQuery({ typed, kind })}`;
  const feed = searchFeed({ typed, kind }, results, origin, timeZone());
  return answerDocument(feedDocument(feed, format, self), FEED_FORMATS[format]);
}

async function claims(origin: string): Promise<FeedList> {
  return claimFeed((await publishedClaims(null)).claims, origin, timeZone());
}

async function corrections(origin: string): Promise<FeedList> {
  return correctionFeed((await publicCorrections(null)).corrections, origin);
}
