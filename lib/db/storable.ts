import type { Analysis } from "#lib/domain/analysis";
import type { ComparedText } from "#lib/domain/version-diff";
import type { ClaimMatch } from "./store-parts";

/** One analysed page, as it is stored. */
export interface Storable {
  readonly analysis: Analysis;
  /** For each of `analysis.statements`, the claim it reads like, or null. */
  readonly matches: readonly (ClaimMatch | null)[];
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly isSample: boolean;
  /** When its site gave it; without one, now. */
  readonly fetchedAt?: Date;
  /** A user's id, or `SYSTEM`. */
  readonly requestedBy: string;
  /** The page that was looked at again; left out, its address or its text tells. */
  readonly articleId?: string;
  /** The import that it came by, which is done once the page is stored. */
  readonly importId?: string;
  /** Does the page differ from this state of it in nothing that an editor must look at? */
  isTrivialChange(shown: ComparedText): boolean;
}
