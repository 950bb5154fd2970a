import { parseOpml } from "feedsmith";
import { MOST_SUBSCRIPTIONS } from "#lib/domain/bounds";
import { FollowFeed } from "#lib/domain/feeds";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { charactersOf } from "./characters";
import { declaresEntities, isClosed } from "./xml-frame";

const feedWords = words.feeds;

const say = feedWords.opml;

export interface Subscriptions {
  readonly feeds: readonly FollowFeed[];
  /** How many had no address that can be followed. */
  readonly unusable: number;
}

/** As far as the library's own types go; what stands in a file may be anything. */
interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/**
 * The feeds in a list of subscriptions (OPML), from all its folders, each once, in the list's order.
 *
 * Throws   AppError with field `file`: no OPML, no feed in it, too many.
 */
export function readSubscriptions(bytes: Uint8Array): Subscriptions {
  const outlines = outlinesIn(bytes);
  const feeds = new Map<string, FollowFeed>();
  let unusable = 0;
  const waiting = [...outlines].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const inner of [...(next.outlines ?? [])].reverse()) waiting.push(inner);
    if (next.xmlUrl === undefined) continue;
    const feed = FollowFeed.safeParse({ address: next.xmlUrl }).data;
    if (feed === undefined) unusable += 1;
    else feeds.set(feed.address, feed);
  }
  if (feeds.size > MOST_SUBSCRIPTIONS) throw refusal(say.tooMany(feeds.size, MOST_SUBSCRIPTIONS));
  if (feeds.size === 0) throw refusal(say.noFeeds);
  return { feeds: [...feeds.values()], unusable };
}

/** The parser throws for whatever it can't read: all of that is no list. */
function outlinesIn(bytes: Uint8Array): readonly Outline[] {
  try {
    const { content } = charactersOf({ bytes, mediaType: "text/x-opml" });
    if (declaresEntities(content) || !isClosed(content)) throw refusal(say.unreadable);
    return parseOpml(content).body?.outlines ?? [];
  } catch (error) {
    throw refusal(say.unreadable, error);
  }
}

function refusal(sentence: string, cause?: unknown): AppError {
  return new AppError("invalid_input", sentence, {
    field: "file",
    ...(cause === undefined ? {} : { cause }),
  });
}
