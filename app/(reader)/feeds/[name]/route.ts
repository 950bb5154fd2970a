import { promisesToCome } from "#lib/db/readers/outside";
import { publicCorrections, publishedClaims } from "#lib/db/readers/published";
import { answerDocument, answerNoDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { dueCalendar } from "#lib/publish/syndication/due-calendar";
import { FEED_FORMATS, type FeedFormat, feedDocument } from "#lib/publish/syndication/feed-formats";
import { claimFeed, correctionFeed, type FeedList } from "#lib/publish/syndication/feed-list";
import { dayOf } from "#lib/words/date-words";

const NAME = /^(claims|corrections)\.(atom|rss|json)$/;

/** Readers' lists as feeds, and promises to come as a calendar: `claims.atom`, `corrections.json`, `due.ics`. */
export async function GET(
  _request: Request,
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
  const feed = list === "claims" ? await claims(origin) : await corrections(origin);
  return answerDocument(feedDocument(feed, format, `${origin}/feeds/${name}`), FEED_FORMATS[format]);
}

function isFormat(format: string | undefined): format is FeedFormat {
  return format !== undefined && Object.hasOwn(FEED_FORMATS, format);
}

async function claims(origin: string): Promise<FeedList> {
  return claimFeed((await publishedClaims(null)).claims, origin, timeZone());
}

async function corrections(origin: string): Promise<FeedList> {
  return correctionFeed((await publicCorrections(null)).corrections, origin);
}
