/** Where a page was found, and what its server said of that state of it, to be asked again with (RFC 9110, 13.1). */
interface Found {
  /** After redirects; without fragment. */
  readonly finalUrl: string;
  /** Content-Type as it came. */
  readonly mediaType: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a server said of a state, and where that was found. */
export type Validators = Pick<Found, "finalUrl" | "etag" | "lastModified">;

/** What is known of a page that was fetched before. */
export interface SeenPage extends Found {
  readonly snapshotSha256: string;
}

/** A page as its server gave it. `status` is that of HTTP: 200 or 203. */
export type FetchedPage = {
  readonly kind: "page";
  readonly bytes: Uint8Array;
  readonly status: number;
} & Found;

/**
 * What became of fetching one address. `refused` and `later` carry a sentence for whoever gave it; `isGone` where its server
 * says that there is no such page (404, 410). `later` may pass by itself, after `waitMs` at least where the site said so. `turn`: the host is asked slowly, and it is ours at `at`.
 */
export type Retrieval =
  | FetchedPage
  | ({ readonly kind: "unchanged" } & SeenPage)
  | { readonly kind: "refused"; readonly sentence: string; readonly isGone: boolean }
  | { readonly kind: "later"; readonly sentence: string; readonly waitMs: number | null }
  | { readonly kind: "turn"; readonly host: string; readonly at: Date };

/** What stands beside the state of a feed. `maxAgeMs` in milliseconds; both null where nothing was said. */
interface OnTheWay {
  /** Where permanent redirects lead: the address to ask from now on. */
  readonly movedTo: string | null;
  readonly maxAgeMs: number | null;
}

/** What became of fetching a feed. `isGone`: its server says that there will never be one here again. */
export type FeedRetrieval =
  | ({ readonly kind: "page"; readonly bytes: Uint8Array } & Found & OnTheWay)
  | ({ readonly kind: "unchanged" } & OnTheWay)
  | { readonly kind: "refused"; readonly sentence: string; readonly isGone: boolean }
  | Extract<Retrieval, { readonly kind: "later" | "turn" }>;

/** What a site's robots.txt says: `rules` (empty unless `access` is RULES), everything, or nothing for now. */
export interface Robots {
  readonly access: "RULES" | "ALL" | "NONE";
  readonly rules: string;
  readonly freshUntil: Date;
}
