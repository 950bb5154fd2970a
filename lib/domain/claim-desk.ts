import type { CalendarDate } from "./analysis";
import type { ClaimMoves, MergedClaim } from "./claim-merging";
import type { QuoteLook, Stance, VerdictCode, VerdictRank } from "./claims";
import type { ReaderLabel } from "./labels";
import type { ClaimMatch } from "./matching";
import type { Prediction } from "./predictions";
import type { HistoryView, JoinedClaim, ReviewView } from "./review-views";
import type { ReviewState } from "./reviews";

/** A claim on the desk. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** The copy of the page behind a piece of evidence, as far as there is one. */
export interface EvidenceCopyView {
  /** The last that was kept; null where none was. */
  readonly kept: { readonly at: string; readonly quote: QuoteLook } | null;
  /** What was asked for last, where that isn't the one above: `message` says what went wrong, null where nothing did yet. */
  readonly asked: { readonly isWaiting: boolean; readonly message: string | null } | null;
}

export interface EvidenceView {
  readonly id: string;
  readonly stance: Stance;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedAt: CalendarDate | null;
  readonly quote: string | null;
  readonly note: string | null;
  /** Null where it has no address. */
  readonly copy: EvidenceCopyView | null;
  readonly addedByName: string;
  readonly addedAt: string;
}

export interface SearchView {
  readonly id: string;
  readonly lookedFor: string;
  readonly place: string;
  readonly searchedAt: CalendarDate;
  readonly byName: string;
}

/** What the machine matched with the claim and nobody decided on: the latest, those of the same words together. */
export interface SeenElsewhere {
  /** How many statements these are. */
  readonly count: number;
  /** There are more than were looked at, or more wordings than are shown. */
  readonly isCut: boolean;
  /** The most frequent first. */
  readonly wordings: readonly {
    readonly exact: string;
    readonly relation: ClaimMatch["relation"] | null;
    readonly isSure: boolean;
    readonly count: number;
    /** Some of the pages. */
    readonly pages: readonly { readonly versionId: string; readonly title: string | null }[];
  }[];
}

export interface ClaimDesk {
  readonly claim: {
    readonly id: string;
    readonly slug: string;
    readonly wording: string;
    readonly unknowns: readonly string[];
    readonly revision: number;
  };
  /** What it was joined with; null where it stands for itself. */
  readonly mergedInto: ClaimChoice | null;
  /** What was joined with it, the latest first. */
  readonly merged: readonly MergedClaim[];
  /** What goes along where it is joined with another. */
  readonly moves: ClaimMoves;
  readonly review: ReviewView | null;
  readonly verdict: {
    readonly id: string;
    readonly code: VerdictCode;
    readonly explanation: string;
    readonly revision: number;
  } | null;
  readonly earlierVerdicts: readonly {
    readonly code: VerdictCode;
    readonly rank: VerdictRank;
    readonly explanation: string;
    readonly at: string;
  }[];
  readonly evidence: readonly EvidenceView[];
  readonly searches: readonly SearchView[];
  readonly appearances: readonly {
    readonly statementId: string;
    readonly revision: number;
    /** Does whoever looks write the review that it stands in, so that they may part it from the claim? */
    readonly mayPart: boolean;
    readonly versionId: string;
    readonly articleTitle: string | null;
    readonly exact: string;
    readonly label: ReaderLabel;
    readonly reviewState: ReviewState;
    readonly prediction: Prediction | null;
  }[];
  readonly seen: SeenElsewhere;
  readonly publishedHref: string | null;
  readonly publication: {
    readonly reviewId: string;
    readonly revision: number;
    readonly publishedAt: string;
    readonly joined: readonly JoinedClaim[];
  } | null;
  readonly history: readonly HistoryView[];
  readonly otherPublishers: number;
}

export interface ClaimChoice {
  readonly id: string;
  readonly wording: string;
}

/** A claim in the desk's list. */
export interface ClaimRow {
  readonly id: string;
  readonly wording: string;
  /** Of its latest review; null where nobody opened one. */
  readonly state: ReviewState | null;
  /** The verdict that readers see; null where they see none. */
  readonly verdict: VerdictCode | null;
  /** Statements that are joined to it, in reviews that stand. */
  readonly statements: number;
  readonly pages: number;
}

export interface ClaimsPage {
  readonly claims: readonly ClaimRow[];
  /** Cursors of the neighbouring parts of the list; null where there are none. */
  readonly newer: string | null;
  readonly older: string | null;
}

/** What is typed to find a claim; more isn't looked at. UTF-16 units. */
export const CLAIM_SEARCH_LENGTH = 200;
