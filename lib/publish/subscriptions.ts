import { generateOpml } from "feedsmith";
import type { FeedView } from "#lib/domain/feeds";
import * as words from "#lib/words";

/** Feeds as a list of subscriptions that other programs read (OPML 2.0); null for none, which no list can be. */
export function subscriptionsOf(feeds: readonly FeedView[]): string | null {
  if (feeds.length === 0) return null;
  return generateOpml({
    head: { title: words.common.name },
    body: {
      outlines: feeds.map(({ title, address }) => ({ type: "rss", text: title ?? address, xmlUrl: address })),
    },
  });
}
