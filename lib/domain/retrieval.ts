/** Where a page was found, and what its server said of that state of it, to be asked again with (RFC 9110, 13.1). */
interface Found {
  /** After redirects; without fragment. */
  readonly finalUrl: string;
  /** Content-Type as it came. */
  readonly mediaType: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is known of a page that was fetched before. */
export interface SeenPage extends Found {
  readonly snapshotSha256: string;
}

/**
 * What became of fetching one address. `refused` and `later` carry a sentence for whoever gave it; `isGone` where its server
 * says that there is no such page (404, 410). `later` may pass by itself, after `waitMs` at least where the site said so. `turn`: the host is asked slowly, and it is ours at `at`.
 */
export type Retrieval =
  | ({ readonly kind: "page"; readonly bytes: Uint8Array } & Found)
  | ({ readonly kind: "unchanged" } & SeenPage)
  | { readonly kind: "refused"; readonly sentence: string; readonly isGone: boolean }
  | { readonly kind: "later"; readonly sentence: string; readonly waitMs: number | null }
  | { readonly kind: "turn"; readonly host: string; readonly at: Date };

/** What a site's robots.txt says: `rules` (empty unless `access` is RULES), everything, or nothing for now. */
export interface Robots {
  readonly access: "RULES" | "ALL" | "NONE";
  readonly rules: string;
  readonly freshUntil: Date;
}
