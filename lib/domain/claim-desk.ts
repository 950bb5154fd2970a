import type { Affirmable } from "./affirmable-matches";
import type { CalendarDate } from "./analysis";
import type { ClaimMoves, MergedClaim } from "./claim-merging";
import type { SourceKind, Stance, VerdictRank } from "./claims";
import type { CopyLook } from "./claims-shapes";
import type { Elsewhere } from "./elsewhere";
import type { EvidenceTrouble } from "./evidence-watch";
import type { ReaderLabel } from "./labels";
import type { ClaimMatch } from "./matching";
import type { Prediction } from "./predictions";
import type { HistoryView, JoinedClaim, ReviewView } from "./review-views";
import type { ReviewState } from "./reviews";
import type { VerdictMeaning } from "./scale";
import type { TopicTag } from "./topics";

/** A claim on the desk. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** The copy of the page behind a piece of evidence, as far as there is one. */
export interface EvidenceCopyView {
  /** The last that was kept; null where none was. */
  readonly kept: ({ readonly at: string } & CopyLook) | null;
  /** What was asked for last, where that isn't the one above: `message` says what went wrong, null where nothing did yet. */
  readonly asked: { readonly isWaiting: boolean; readonly message: string | null } | null;
}

/** What came of looking again at the page behind a piece of evidence. */
export interface EvidenceWatchView {
  /** Null where nobody looked again so far. */
  readonly lookedAt: string | null;
  /** When the page was last seen with the quotation in it, or by itself where there is none; null where it never was. */
  readonly wellAt: string | null;
  /** Null where the last look found nothing wrong. `isSaid` after several looks that ended so. */
  readonly trouble: {
    readonly kind: EvidenceTrouble;
    readonly since: string;
    readonly message: string;
    readonly isSaid: boolean;
  } | null;
}

export interface EvidenceView {
  readonly id: string;
  readonly stance: Stance;
  readonly title: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  /** Null where nobody said. */
  readonly sourceKind: SourceKind | null;
  readonly publisher: string | null;
  readonly publishedAt: CalendarDate | null;
  readonly quote: string | null;
  readonly note: string | null;
  /** The document that the newsroom was given; null where it is none. */
  readonly file: { readonly name: string; readonly sha256: string; readonly cameFrom: string } | null;
  /** Null where it has neither an address nor a file. */
  readonly copy: EvidenceCopyView | null;
  /** Null where it has no address. */
  readonly watch: EvidenceWatchView | null;
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

/** What a person affirmed that a statement of a page is to the claim. */
interface AffirmedRelation {
  readonly suggestionId: string;
  readonly relation: Affirmable;
  readonly exact: string;
  readonly page: { readonly versionId: string; readonly title: string | null };
  readonly byName: string;
  /** An ISO instant. */
  readonly at: string;
  /** The claim that the statement is joined to; null where it is joined to none, or wasn’t accepted yet. */
  readonly claim: ClaimChoice | null;
}

/** What people affirmed that statements are to a claim, the latest first. */
export interface AffirmedRelations {
  readonly latest: readonly AffirmedRelation[];
  /** Whether more were affirmed than these. */
  readonly isCut: boolean;
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
  /** What the review that is shown says the claim is about. */
  readonly topics: readonly TopicTag[];
  readonly verdict: {
    readonly id: string;
    readonly code: string;
    /** What it is called and what it means, in words, and which of the meanings that Onrecord knows that is. */
    readonly name: string;
    readonly definition: string;
    readonly meaning: VerdictMeaning;
    /** Has the scale in force its code? */
    readonly isInForce: boolean;
    readonly explanation: string;
    readonly revision: number;
  } | null;
  /** The verdicts that can be given now, in their order. */
  readonly scale: readonly { readonly code: string; readonly name: string; readonly definition: string }[];
  readonly earlierVerdicts: readonly {
    readonly name: string;
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
  readonly related: AffirmedRelations;
  readonly seen: SeenElsewhere;
  /** What pages say like its statements and isn't joined to it. */
  readonly elsewhere: Elsewhere;
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

/** A claim that a statement can be joined to. */
export interface JoinableClaim extends ClaimChoice {
  /** The verdict that stands, by its name: the statement has it too once it is joined. Null where none does; `at` is an ISO instant. */
  readonly verdict: { readonly name: string; readonly at: string } | null;
}

/** A claim in the desk's list. */
export interface ClaimRow {
  readonly id: string;
  readonly wording: string;
  /** Of its latest review; null where nobody opened one. */
  readonly state: ReviewState | null;
  /** The verdict that readers see, in a word; null where they see none. */
  readonly verdict: string | null;
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

/** Evidence that several looks of the worker didn't find as it was, in the desk's list. */
export interface LostEvidenceRow extends EvidenceWatchView {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly claim: ClaimChoice;
  /** Do readers see its claim now? */
  readonly isPublished: boolean;
}

export interface LostEvidencePage {
  readonly evidence: readonly LostEvidenceRow[];
  /** Cursors of the neighbouring parts of the list; null where there are none. */
  readonly newer: string | null;
  readonly older: string | null;
}

/** What is typed to find a claim; more isn't looked at. UTF-16 units. */
export const CLAIM_SEARCH_LENGTH = 200;
