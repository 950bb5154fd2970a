import type { FoundDate } from "./analysis";
import type { CheckResult, PostLink, WatchPace } from "./articles";
import type { DiffPiece, Doubt, Fate } from "./version-diff";

/** What the desk shows of a page's versions. Plain data, safe to hand to a client component. Instants are ISO strings. */

export interface VersionLink {
  readonly id: string;
  readonly number: number;
  readonly fetchedAt: string;
}

/** Words of one run of a comparison. */
export interface ShownPiece {
  readonly kind: DiffPiece["kind"];
  readonly text: string;
}

/** A comparison as it is read: paragraphs of pieces, and rows of paragraphs without a change folded away. */
export type DiffBlock =
  | { readonly kind: "paragraph"; readonly pieces: readonly ShownPiece[] }
  | { readonly kind: "unchanged"; readonly paragraphs: readonly string[]; readonly words: number };

/** What became of one statement by `version`. `since` is null where it has stood all along. */
export interface FateView {
  readonly kind: Fate["kind"];
  readonly version: VersionLink;
  readonly since: string | null;
  /** True where earlier versions were not looked through, so that it may be longer. */
  readonly isAtLeast: boolean;
  readonly isMoved: boolean;
  readonly ownWordsStand: boolean;
  readonly doubt: Doubt | null;
  /** The sentence before and now, run by run; empty unless it was reworded. */
  readonly pieces: readonly ShownPiece[];
  /** Words that may be it; null unless that is unclear and there are some. */
  readonly perhaps: string | null;
}

/** Looking at a page again, and what came of it. */
export interface WatchView {
  readonly pace: WatchPace;
  readonly nextCheckAt: string | null;
  readonly lastCheck: { readonly at: string; readonly result: CheckResult } | null;
  /** An import that is fetching or reading it now. */
  readonly openImportId: string | null;
  /** Why the last look came to nothing, where it did. */
  readonly trouble: { readonly at: string; readonly message: string } | null;
  readonly goneSince: string | null;
  /** Of one that is gone: is there a page at its address, without this post? */
  readonly isPageThere: boolean;
  readonly moved: { readonly since: string; readonly to: string } | null;
}

export interface PageFacts {
  /** Is it one of several at its address? */
  readonly isPost: boolean;
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  /** Null where they were not kept for this version. */
  readonly dates: { readonly published: FoundDate | null; readonly updated: FoundDate | null } | null;
}

export interface VersionsView {
  readonly articleId: string;
  readonly facts: PageFacts;
  /** The posts of its page, this article among them; empty where it is the whole page or not there any more. */
  readonly posts: readonly PostLink[];
  readonly watch: WatchView;
  /** By number. */
  readonly versions: readonly VersionLink[];
  /** The version that the page showed when it was last seen, and since when it does. */
  readonly shown: { readonly id: string; readonly since: string };
  /** A review of an earlier version that this person wrote in, the latest; null where there is none with statements. */
  readonly carry: { readonly fromReviewId: string; readonly number: number } | null;
  /** What became of this version's statements, by `spanKey`; empty in the version that is shown. */
  readonly fates: Readonly<Record<string, FateView>>;
}

export const spanKey = ({ start, end }: { readonly start: number; readonly end: number }) =>
  `${start}-${end}`;

/** How many statements, each once, were reworded or removed, or can't be told. */
export function countFates(fates: Readonly<Record<string, FateView>>, keys: Iterable<string>) {
  const kinds = [...new Set(keys)].map((key) => fates[key]?.kind);
  const count = (kind: Fate["kind"]) => kinds.filter((other) => other === kind).length;
  return { reworded: count("REWORDED"), removed: count("REMOVED"), unclear: count("UNCLEAR") };
}
