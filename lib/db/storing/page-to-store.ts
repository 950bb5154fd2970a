import type { Analysis } from "#lib/domain/analysis";
import type { ClaimMatch } from "#lib/domain/matching";
import type { ComparedText } from "#lib/domain/version-diff";

/** A text and what is proposed of it: that of a page, or of one post on it. */
export interface Reading {
  readonly analysis: Analysis;
  /** For each of `analysis.statements`, what it is to a claim that is known, or null. */
  readonly matches: readonly (ClaimMatch | null)[];
  /** Does it differ from this state in nothing that an editor must look at? */
  isTrivialChange(shown: ComparedText): boolean;
}

/** One post of a page, as `articlesIn` tells it from the others. */
export interface PostReading extends Reading {
  readonly heading: string;
  readonly name: string;
}

/** One analysed page, as it is stored: as one article, or each of its posts as one. */
export interface PageToStore extends Reading {
  /** At least one. */
  readonly posts: readonly PostReading[];
  /** Does the page hold more posts than `posts`? */
  readonly isCut: boolean;
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly isSample: boolean;
  /** When its site gave it; without one, now. */
  readonly fetchedAt?: Date;
  /** Is it all that its site gave? Of what somebody gives otherwise, the rest of the page may have been left out. */
  readonly isFetched?: boolean;
  /** A user's id, or `SYSTEM`. */
  readonly requestedBy: string;
  /** The article that was looked at again; left out, its address or its text tells. */
  readonly articleId?: string;
  /** The import that it came by, which is done once the page is stored. */
  readonly importId?: string;
}
