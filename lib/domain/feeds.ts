import { z } from "zod";
import { MOST_SUBSCRIPTIONS } from "./bounds";
import { Complaint } from "./complaints";
import type { ImportState } from "./imports";
import { RequestAddress } from "./imports-shapes";
import type { Validators } from "./retrieval";
import { Id } from "./reviews";
import { WebAddress } from "./web-addresses-shapes";

/** Feeds that a newsroom follows: what one says, and what became of it. */

/**
 * NEW was never read. CHOICE is a web page that names feeds: a person chooses. FOLLOWED was read. BROKEN fails and is tried
 * once a day. GONE ended for good: its server says so.
 */
export const FeedState = z.enum(["NEW", "CHOICE", "FOLLOWED", "BROKEN", "GONE"]);
export type FeedState = z.infer<typeof FeedState>;

/**
 * What became of an item. WAITING is taken with the next poll; IMPORTED is an import of its own, and DUPLICATE a page that
 * came another way; OLDER was there before the feed was followed; NO_ADDRESS has nothing to fetch.
 */
export const FeedItemState = z.enum(["WAITING", "IMPORTED", "DUPLICATE", "OLDER", "NO_ADDRESS"]);
export type FeedItemState = z.infer<typeof FeedItemState>;
/** How many pages one poll begins to fetch; what is over waits for the next. */
export const IMPORTS_A_POLL = 20;
/** The most items of one feed that are looked at: the newest. */
export const MOST_ITEMS = 500;

/** One item as the feed gives it. Texts are plain and hold no character that can't be stored. */
export interface ParsedItem {
  /** What the item is known by in its feed; at most 500 units. */
  readonly guid: string;
  /** Written as browsers write it, without fragment; null where there is none that may be fetched. */
  readonly address: string | null;
  readonly title: string | null;
  /** Null for none, and for one that can't be true. */
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  /** SHA-256 of what it says, in hex. */
  readonly hash: string;
}

export interface ParsedFeed {
  readonly title: string | null;
  readonly homePage: string | null;
  /** The newest first; each guid once. */
  readonly items: readonly ParsedItem[];
  /** How long the feed asks to be left alone between two polls, in milliseconds; null where it doesn't say. */
  readonly pauseMs: number | null;
}

/** A feed that a web page names. */
export const FeedProposal = z.object({ address: WebAddress, title: z.string().nullable() });
export type FeedProposal = z.infer<typeof FeedProposal>;

/** What stands at an address that somebody wants to follow. */
export type ReadFeed =
  | { readonly kind: "feed"; readonly feed: ParsedFeed }
  | { readonly kind: "page"; readonly proposals: readonly FeedProposal[] };

/** What became of asking a feed. `waitMs` is how long the site asks us to stay away, `pauseMs` between two polls; null for nothing. */
export type FeedAnswer =
  | {
      readonly kind: "feed";
      readonly feed: ParsedFeed;
      readonly found: Validators;
      /** Where permanent redirects lead; null where none did. */
      readonly movedTo: string | null;
      readonly pauseMs: number | null;
    }
  | { readonly kind: "unchanged"; readonly movedTo: string | null; readonly pauseMs: number | null }
  | { readonly kind: "page"; readonly proposals: readonly FeedProposal[] }
  | FeedFailure;

/** `isFinal` where it stays so unless somebody changes something; `isGone` where the server says that it is for ever. */
export interface FeedFailure {
  readonly kind: "failed";
  readonly sentence: string;
  readonly isFinal: boolean;
  readonly isGone: boolean;
  readonly waitMs: number | null;
}

/** One address is one feed, or one webhook: written as browsers write it, without fragment. */
export function written(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

export const FollowFeed = RequestAddress.extend({
  address: RequestAddress.shape.address
    .transform(written)
    .refine((address) => address.length <= 2000, Complaint.enum.longFeedAddress),
});
export type FollowFeed = z.infer<typeof FollowFeed>;
export const FollowFeeds = z.object({ feeds: z.array(FollowFeed).min(1).max(MOST_SUBSCRIPTIONS) });
export const ChooseFeed = z.object({ feedId: Id, address: WebAddress });
export const OneFeed = z.object({ feedId: Id });

/** One feed in the list. Instants are ISO strings. */
export interface FeedView {
  readonly id: string;
  readonly address: string;
  readonly title: string | null;
  readonly state: FeedState;
  readonly isPaused: boolean;
  /** Is it being asked, or about to be? */
  readonly isMoving: boolean;
  /** Why the last poll failed; null where it didn't. */
  readonly lastError: string | null;
  readonly failingSince: string | null;
  readonly lastPolledAt: string | null;
  readonly nextPollAt: string | null;
  /** Items that came within the last week, those taken at first aside. */
  readonly lately: number;
}

export interface FeedItemView {
  readonly id: string;
  readonly title: string | null;
  readonly address: string | null;
  readonly state: FeedItemState;
  readonly firstSeenAt: string;
  readonly changedAt: string | null;
  readonly publishedAt: string | null;
  /** Its latest import, and the page that it is; null where there is none. */
  readonly importId: string | null;
  readonly versionId: string | null;
  /** How far that import is, and why it was refused where it was; null where there is none. */
  readonly importState: ImportState | null;
  readonly refusal: string | null;
}

/** One feed on its own page. */
export interface FeedPage extends FeedView {
  readonly givenAddress: string;
  readonly homePage: string | null;
  readonly publisher: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
  readonly proposals: readonly FeedProposal[];
  readonly items: readonly FeedItemView[];
  readonly counts: Readonly<Record<FeedItemState, number>>;
}
