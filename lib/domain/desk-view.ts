import { z } from "zod";
import type { Span } from "#lib/text/span";
import type { CalendarDate } from "./analysis";
import type { CheckResult, PostLink } from "./articles";
import type { Stance, VerdictCode, VerdictRank } from "./claims";
import type { ImportState } from "./imports";
import type {
  AttributionScope,
  Factuality,
  Flags,
  QuoteMode,
  ReaderLabel,
  SegmentType,
  Sourcing,
  SpeakerKind,
  Time,
} from "./labels";
import type { Prediction } from "./predictions";
import type { Reason } from "./reasons";
import type { ReviewKind, ReviewState, SuggestionDecisionKind } from "./reviews";

/** What signed-in people see: plain data, safe to hand to a client component. Instants are ISO strings. */

export const QueueName = z.enum(["mine", "unassigned", "to-publish", "returned", "others", "published"]);
export type QueueName = z.infer<typeof QueueName>;

/** Who has to act next on an item, said in words by the screen. */
export type NextActor =
  | { readonly kind: "you" }
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "another-editor" }
  | { readonly kind: "nobody" };

export interface QueueItem {
  readonly kind: ReviewKind;
  /** Where it opens: `/desk/articles/{versionId}` or `/desk/claims/{claimId}`. */
  readonly href: string;
  readonly title: string;
  readonly state: ReviewState | null;
  readonly waiting: number;
  readonly total: number;
  readonly next: NextActor;
  readonly changedAt: string;
}

export interface Queue {
  readonly counts: Readonly<Record<QueueName, number>>;
  readonly view: QueueName;
  readonly items: readonly QueueItem[];
  /** Imports of the last day that are not done yet, or were refused or cancelled. */
  readonly imports: readonly ImportView[];
}

export interface ImportView {
  readonly id: string;
  readonly name: string;
  readonly state: ImportState;
  /** Why it was refused, and what to do; of one that is to be fetched, what went wrong last; null otherwise. */
  readonly message: string | null;
  /** Were its bytes given, or is it fetched from an address? */
  readonly way: "GIVEN" | "ADDRESS";
  /** Is its address still to be asked, or are its bytes here? */
  readonly step: "FETCH" | "READ";
  /** The address that was given, and the one that the page came from where that is another. */
  readonly url: string | null;
  readonly finalUrl: string | null;
  /** How often its site was asked in vain. */
  readonly attempts: number;
  /** ISO 8601; null where nothing is waited for. */
  readonly nextTryAt: string | null;
  /** Set when done. */
  readonly versionId: string | null;
  /** The articles of its page, where that holds several posts; empty otherwise. */
  readonly posts: readonly PostLink[];
  /** What it found, where it was a look at a page; null in lists. */
  readonly found: CheckResult | null;
  readonly requestedAt: string;
  /** Null where no person asked. */
  readonly requestedById: string | null;
}

/** Labels and spans shared by a suggestion and a statement. */
export interface StatementFacts extends Span {
  readonly exact: string;
  readonly label: ReaderLabel;
  readonly sourcing: Sourcing;
  readonly factualityWriter: Factuality;
  readonly factualitySource: Factuality | null;
  readonly time: Time;
  readonly flags: Flags;
  readonly quoteMode: QuoteMode | null;
  readonly attributionScope: AttributionScope;
  readonly relayDepth: number | null;
  readonly speaker: { readonly name: string; readonly kind: SpeakerKind } | null;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly prediction: Prediction | null;
  readonly postIndex: number;
  readonly segmentIndex: number;
}

export interface SuggestionView extends StatementFacts {
  readonly id: string;
  readonly engine: string;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** The decision in this review, or null while it waits. */
  readonly decision: SuggestionDecisionKind | null;
  readonly matchedClaim: {
    readonly id: string;
    readonly wording: string;
    readonly score: number;
    readonly why: string;
  } | null;
}

export interface AnnotationView {
  readonly id: string;
  readonly revision: number;
  readonly statementId: string | null;
  readonly span: Span | null;
  readonly body: string;
  readonly isPublic: boolean;
  readonly authorName: string;
  readonly createdAt: string;
}

export interface StatementView extends StatementFacts {
  readonly id: string;
  readonly revision: number;
  readonly suggestionId: string | null;
  readonly derivedLabel: ReaderLabel;
  readonly labelOverride: ReaderLabel | null;
  readonly labelReason: string | null;
  readonly claim: { readonly id: string; readonly wording: string } | null;
  readonly annotations: readonly AnnotationView[];
  readonly changedByName: string;
  readonly changedAt: string;
}

export interface ReviewView {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  readonly revision: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly writers: readonly { readonly id: string; readonly name: string }[];
  readonly returnedReason: string | null;
  readonly correction: string | null;
  readonly submittedAt: string | null;
  /** True where something is already published for the same subject: submitting then needs a correction. */
  readonly replacesPublished: boolean;
}

export interface HistoryView {
  readonly sequence: number;
  readonly at: string;
  readonly action: string;
  readonly actorName: string;
  readonly hash: string;
  readonly words: string;
}

/** One version on the desk: the full text, its parts, the machine's proposals and this review's statements. */
export interface ArticleDesk {
  readonly article: {
    readonly id: string;
    readonly slug: string;
    readonly url: string | null;
    readonly publisher: string | null;
  };
  readonly version: {
    readonly id: string;
    readonly number: number;
    readonly title: string | null;
    readonly text: string;
    readonly postedAt: CalendarDate | null;
    readonly agency: string | null;
    readonly language: string | null;
    readonly direction: "ltr" | "rtl";
    readonly notes: readonly { readonly stage: string; readonly remark: string }[];
    readonly fetchedAt: string;
  };
  readonly posts: readonly {
    readonly headline: string | null;
    readonly date: CalendarDate | null;
    readonly isTeaser: boolean;
  }[];
  readonly segments: readonly (Span & {
    readonly type: SegmentType;
    readonly post: number;
    readonly reason: Reason;
  })[];
  readonly suggestions: readonly SuggestionView[];
  readonly statements: readonly StatementView[];
  /** Statements of this review that were removed, so that they can be restored; left out where there are none. */
  readonly removed?: readonly StatementView[];
  /** Notes on spans that belong to no statement. */
  readonly annotations: readonly AnnotationView[];
  /** Null until somebody opens one. */
  readonly review: ReviewView | null;
  /** Where readers find it; null while nothing of it is published. */
  readonly publishedHref: string | null;
  readonly publication: {
    readonly reviewId: string;
    readonly revision: number;
    readonly publishedAt: string;
  } | null;
  readonly history: readonly HistoryView[];
  /** Editors and admins who could publish this besides its writers. 0 on a desk with one editor. */
  readonly otherPublishers: number;
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

export interface ClaimDesk {
  readonly claim: {
    readonly id: string;
    readonly slug: string;
    readonly wording: string;
    readonly unknowns: readonly string[];
    readonly revision: number;
  };
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
    readonly versionId: string;
    readonly articleTitle: string | null;
    readonly exact: string;
    readonly label: ReaderLabel;
    readonly reviewState: ReviewState;
    readonly prediction: Prediction | null;
  }[];
  readonly publishedHref: string | null;
  readonly publication: {
    readonly reviewId: string;
    readonly revision: number;
    readonly publishedAt: string;
  } | null;
  readonly history: readonly HistoryView[];
  readonly otherPublishers: number;
}

export interface ClaimChoice {
  readonly id: string;
  readonly wording: string;
}

/** What a person was typing into one form when it was last saved. */
export interface DraftView {
  readonly subject: string;
  readonly body: Readonly<Record<string, string>>;
  readonly savedAt: string;
}
