import type { HistoryView } from "./review-views";

/** Publishers on the desk. Plain data, safe to hand to a client component. */

export const PUBLISHER_KINDS = ["AGENCY", "NEWSROOM", "OFFICIAL", "BLOG", "FORUM"] as const;
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

export const PUBLISHER_REASON_LENGTH = 500;
/** What is typed to find a publisher; more isn't looked at. UTF-16 units. */
export const PUBLISHER_SEARCH_LENGTH = 200;
/** Counting goes no further. */
export const MOST_PAGES_COUNTED = 1000;

export interface PublisherRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PublisherKind | null;
  readonly pages: number;
}

export interface PublishersPage {
  readonly publishers: readonly PublisherRow[];
  /** Ids of the rows that the neighbouring parts of the list go on from; null where there are none. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface PublisherArticle {
  readonly id: string;
  /** The latest version; null where there is none. */
  readonly versionId: string | null;
  readonly title: string | null;
  /** The publisher as it holds where an editor put it right; `undefined` where it is this one. */
  readonly putRight: string | null | undefined;
  readonly isDismissed: boolean;
}

export interface PublisherDesk extends PublisherRow {
  readonly revision: number;
  readonly articles: readonly PublisherArticle[];
  /** The id of the article that the next part goes on from; null where there is none. */
  readonly more: string | null;
  readonly history: readonly HistoryView[];
}
