import { type AnyFeed, DetectError, parseFeed } from "feedsmith";
import type { ParsedFeed, ReadFeed } from "#lib/domain/feeds";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { addressOf } from "./address";
import { charactersOf } from "./characters";
import { itemsOf } from "./items";
import { proposalsOf } from "./proposals";
import { type RawFeed, rawFeed } from "./raw-items";
import { declaresEntities, isClosed } from "./xml-frame";

const feedWords = words.feeds;

const say = feedWords.unreadable;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface FeedBytes {
  readonly bytes: Uint8Array;
  /** Content-Type as it came. */
  readonly mediaType: string;
  /** Where it was found: what relative addresses are read against. */
  readonly url: string;
}

/**
 * Bytes to the feed that they are: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed; or a web page and the feeds that it names.
 *
 * Nothing outside the bytes is asked for: entities are not expanded, document types not loaded. `now` is what dates may not
 * lie beyond.
 *
 * Throws   AppError, with a sentence about the feed: `invalid_input` for what is none, is broken, or names no feed,
 *          `not_text` and `too_large`.
 */
export function readFeed(given: FeedBytes, now: Date): ReadFeed {
  const { content, format } = charactersOf(given);
  const isPage = format === "html";
  if (declaresEntities(content)) throw new AppError("invalid_input", say.entities);
  const parsed = attempt(content);
  if (parsed.kind === "feed") return { kind: "feed", feed: feedOf(rawFeed(parsed.feed), given, now) };
  if (!isPage) throw new AppError("invalid_input", say[parsed.kind]);
  const proposals = proposalsIn(content, given.url);
  if (proposals.length === 0) throw new AppError("invalid_input", say.pageWithoutFeed);
  return { kind: "page", proposals };
}

type Attempt =
  | { readonly kind: "feed"; readonly feed: AnyFeed }
  | { readonly kind: "none" | "broken"; readonly feed: null };

/** The parser throws for whatever it can't read, and a tower of brackets may take its stack: all of that is a broken feed. */
function attempt(content: string): Attempt {
  try {
    const feed = parseFeed(content);
    return isClosed(content) ? { kind: "feed", feed } : { kind: "broken", feed: null };
  } catch (error) {
    return { kind: error instanceof DetectError ? "none" : "broken", feed: null };
  }
}

function feedOf(raw: RawFeed, { url }: FeedBytes, now: Date): ParsedFeed {
  return {
    title: raw.title,
    homePage: addressOf(raw.link, [url, raw.base]),
    items: itemsOf(raw, { url, now }),
    pauseMs: pauseOf(raw),
  };
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60 * MINUTE,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  yearly: 365 * DAY,
};

/** The longer of what RSS (`ttl`) and its syndication module ask; a day at most. */
function pauseOf({ ttl = 0, period = "", frequency = 1 }: RawFeed): number | null {
  const times = frequency >= 1 ? frequency : 1;
  const named = Object.entries(PERIODS).find(([name]) => name === period.trim().toLowerCase())?.[1] ?? 0;
  const longest = Math.max(ttl > 0 ? ttl * MINUTE : 0, named / times);
  return longest > 0 ? Math.min(Math.round(longest), DAY) : null;
}

function proposalsIn(html: string, url: string) {
  try {
    return proposalsOf(html, url);
  } catch (error) {
    if (error instanceof AppError) throw new AppError("too_large", say.pageTooDeep, { cause: error });
    throw error;
  }
}
