import type { DataFeed, DataFeedItem } from "schema-dts";
import type { ListedClaim } from "#lib/domain/published";
import * as words from "#lib/words";
import { CONTEXT, claimReview, newsroom } from "./structured-data";

/**
 * All verdicts that stand as one document of schema.org, written a part at a time: what stands before its elements, each element, and what
 * stands behind them. Of each claim it tells where it was said first; the claim's page tells more.
 */

/** The document without its elements, as text that an element's list is put between. */
export function reviewFeedFrame(origin: string): readonly [before: string, after: string] {
  const feed: DataFeed & { readonly "@context": string } = {
    "@context": CONTEXT,
    "@type": "DataFeed",
    name: words.publicApi.exports.claimReviews,
    inLanguage: words.language,
    publisher: newsroom(origin),
    dataFeedElement: [],
  };
  const text = JSON.stringify(feed);
  const end = text.lastIndexOf("]");
  return [`${text.slice(0, end)}\n`, `\n${text.slice(end)}\n`];
}

/** Null where no verdict stands. */
export function reviewFeedItem(claim: ListedClaim, origin: string): string | null {
  const review = claimReview(claim, origin);
  if (review === null) return null;
  const item: DataFeedItem = { "@type": "DataFeedItem", dateModified: claim.publishedAt, item: review };
  return JSON.stringify(item);
}
