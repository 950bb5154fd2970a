import type { CalendarDate } from "./analysis";
import type { ProvenanceKind } from "./labels";
import type { ArticlePublication, ClaimPublication, HistoryEntry, PublishedStatement } from "./publications";
import type { ReviewKind } from "./reviews";

/** What the readers' side of the database gives: frozen content, and what can be told around it. Instants are ISO strings. */

/**
 * What the record proves of what is shown: VERIFIED, its content, its hash and the event that published it agree, and the last check of
 * the whole record found nothing wrong; BROKEN, something of that doesn't hold; UNCHECKED, the record was not checked as a whole yet.
 */
export type Proof = "VERIFIED" | "BROKEN" | "UNCHECKED";

/** Oldest first, up to the publication that is shown. */
export interface PublicHistory {
  readonly entries: readonly HistoryEntry[];
  readonly proof: Proof;
}

/** A signed event of the chain. `at` is an ISO instant, `signature` Ed25519 in base64, `publicKey` PEM (SPKI). */
export interface PublishedHead {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
  readonly publicKey: string;
}

/** `salt` and `payload` are null where the payload was erased; `head` is null until the event is signed. */
export interface PublicationProof {
  readonly content: unknown;
  readonly sha256: string;
  readonly event: {
    readonly sequence: number;
    readonly at: string;
    readonly actorId: string;
    readonly action: string;
    readonly subjectId: string;
    readonly payloadHash: string;
    readonly previous: string;
    readonly hash: string;
    readonly salt: string | null;
    readonly payload: unknown;
  };
  readonly head: PublishedHead | null;
}

/** A public change to something published. `page` is what stands there now, or what was withdrawn. */
export interface PublicCorrection {
  readonly at: string;
  readonly kind: ReviewKind;
  readonly isWithdrawal: boolean;
  readonly page: { readonly title: string; readonly href: string } | null;
  readonly reason: string;
  /** Who withdrew it, where they had written part of it themselves; null otherwise. */
  readonly withdrawnByWriter: string | null;
}

/** What was published and then taken back, and nothing stands in its place. `at` is an ISO instant. */
export interface WithdrawnItem {
  readonly kind: ReviewKind;
  /** The page's headline or the claim's wording, as it was published. */
  readonly title: string;
  readonly at: string;
  readonly reason: string;
  /** Who withdrew it, where they had written part of it themselves; null otherwise. */
  readonly withdrawnByWriter: string | null;
  /** All that happened to it, up to the withdrawal. */
  readonly history: PublicHistory;
}

/** What readers' addresses may have stood for. */
export type GoneKind = ReviewKind | "TOPIC";

export interface PublishedArticle {
  readonly content: ArticlePublication;
  readonly publishedAt: string;
  readonly history: PublicHistory;
  /** Newest first. */
  readonly corrections: readonly PublicCorrection[];
}

/** A claim that another one was joined with. */
export interface JoinedLink {
  readonly slug: string;
  readonly wording: string;
}

/** A page that was withdrawn; `at` is an ISO instant. */
export interface LostPage {
  readonly title: string;
  readonly href: string;
  readonly at: string;
}

/** What stood on one page with a post that was cut out of it. */
export interface BesidePosts {
  /** Nothing stood above it there. */
  readonly isFirst: boolean;
  /** Those that stand published, in the page's order. */
  readonly posts: readonly {
    readonly slug: string;
    readonly title: string;
    readonly isAbove: boolean;
  }[];
}

/** A statement of a published page that makes a claim. */
export interface Appearance {
  readonly article: ArticlePublication["article"];
  readonly post: ArticlePublication["posts"][number];
  /** The post is the one that the page is about: what the page says of itself is said of it. */
  readonly isOwnPost: boolean;
  readonly statement: PublishedStatement;
}

export interface PublishedClaim {
  readonly slug: string;
  readonly wording: string;
  /** Null where pages make the claim and nobody has published a verdict on it. */
  readonly own: { readonly content: ClaimPublication; readonly publishedAt: string } | null;
  /** The verdict that was withdrawn and not replaced; null where none was. */
  readonly withdrawn: WithdrawnItem | null;
  /** Superseded verdicts, newest first. */
  readonly earlier: readonly (ClaimPublication["verdict"] & { readonly replacedAt: string })[];
  /** The first of them in the order of the days on which it was said; those without a day come last. */
  readonly appearances: readonly Appearance[];
  /** How many there are. */
  readonly appearanceCount: number;
  /** The part of them that was asked for, and the cursor of the next one; null where there is none. */
  readonly places: { readonly appearances: readonly Appearance[]; readonly more: string | null };
  readonly history: PublicHistory;
  readonly corrections: readonly PublicCorrection[];
}

/** A claim in a list: of its appearances it has the first one alone. */
export interface ListedClaim extends Pick<PublishedClaim, "slug" | "wording" | "own" | "appearances"> {
  /** When a verdict on it, or a page that makes it, was published last. */
  readonly publishedAt: string;
}

/** Part of a list: how long all of it is, and the cursors of its neighbours; null where there is none. */
interface ListPage {
  readonly total: number;
  readonly older: string | null;
  readonly newer: string | null;
  /** False where something of it isn't what was published. */
  readonly isProven: boolean;
}

export interface ClaimPage extends ListPage {
  readonly claims: readonly ListedClaim[];
}

export interface CorrectionPage extends ListPage {
  /** Newest first. */
  readonly corrections: readonly PublicCorrection[];
}

/** A page in a list. `publishedAt` is an ISO instant. */
export interface ListedPage {
  readonly content: ArticlePublication;
  readonly publishedAt: string;
}

export interface PagesPage extends ListPage {
  /** Newest first. */
  readonly pages: readonly ListedPage[];
}

/** Statements in their places; `more` is the cursor of the next part, null where there is none. */
export interface StatementPage {
  readonly places: readonly Appearance[];
  readonly more: string | null;
  /** False where something of it isn't what was published. */
  readonly isProven: boolean;
}

export interface Neighbour {
  readonly href: string;
  readonly title: string;
}

/** What was published next before something and next after it; null where nothing was. */
export interface Neighbours {
  readonly older: Neighbour | null;
  readonly newer: Neighbour | null;
}
export const ALONE: Neighbours = { older: null, newer: null };

/** A page that a text is from, as far as it is published now. */
export interface UpstreamPage {
  /** Where readers can open it; null where it isn't published. */
  readonly href: string | null;
  /** The day on which another version was first seen than the one that was compared; null where none was. */
  readonly newerOn: CalendarDate | null;
  /** The day of the last look at its address, where that found it gone; else null. */
  readonly goneOn: CalendarDate | null;
}

/** A page that stands and has its text from another one. */
export interface DownstreamPage {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly postedAt: CalendarDate | null;
  readonly kind: ProvenanceKind;
  /** So many of its statements stand upstream word for word. */
  readonly verbatim: number;
  readonly statements: number;
}

/** What is known now of the pages around a published text. */
export interface TextNeighbours {
  /** Those that it is from, by the ids of their articles. */
  readonly upstream: ReadonlyMap<string, UpstreamPage>;
  /** A part of those that have theirs from it, in the order in which they were published, and how many there are of all, up to a bound. */
  readonly downstream: readonly DownstreamPage[];
  readonly downstreamCount: number;
  readonly isAllCounted: boolean;
  /** Cursors: where the parts before and after this one begin; null where there is none. */
  readonly earlier: string | null;
  readonly later: string | null;
}
export const NO_NEIGHBOURS: TextNeighbours = {
  upstream: new Map(),
  downstream: [],
  downstreamCount: 0,
  isAllCounted: true,
  earlier: null,
  later: null,
};

export interface HomeFeed {
  readonly claims: readonly ListedClaim[];
  /** Statements without a source whose promised day has passed, the latest first. */
  readonly due: readonly Appearance[];
  /** The pages that were published last, the latest first. */
  readonly pages: readonly ListedPage[];
  readonly isProven: boolean;
}
