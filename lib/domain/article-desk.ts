import type { CalendarDate } from "./analysis";
import type { HeldFact } from "./page-facts";
import type { PageParts } from "./page-parts";
import type { PartCorrection } from "./part-changes";
import type { LookedText, PartReadingView } from "./part-readings";
import type { HistoryView, JoinedClaim, ReviewView } from "./review-views";
import type { AnnotationView, StatementView, SuggestionView } from "./statement-views";
import type { TopicTag } from "./topics";

/** A version on the desk. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** One version on the desk: the full text, its parts, the machine's proposals and this review's statements. */
export interface ArticleDesk {
  readonly article: {
    readonly id: string;
    readonly slug: string;
    readonly url: string | null;
    readonly publisher: string | null;
    /** Why it was found not worth keeping; null for a page that stands. */
    readonly dismissedFor: string | null;
  };
  /** What is said of the page, and what the page itself says. `article` and `version` hold the first; its language is the page's own. */
  readonly facts: readonly HeldFact[];
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
  /** Its posts and parts as they stand. */
  readonly posts: PageParts["posts"];
  readonly segments: PageParts["segments"];
  /** Every correction of its parts, in the order in which they were made. */
  readonly partCorrections: readonly PartCorrection[];
  /** Where the machine looked for statements. */
  readonly looked: LookedText;
  /** Of text that was put right; null where nothing is to be said of it. */
  readonly partReading: PartReadingView | null;
  readonly suggestions: readonly SuggestionView[];
  readonly statements: readonly StatementView[];
  /** Of both what lies in parts that hold no statements: kept, and no part of the article. Left out where there is none. */
  readonly aside?: {
    readonly suggestions: readonly SuggestionView[];
    readonly statements: readonly StatementView[];
  };
  /** Statements of this review that were removed, so that they can be restored; left out where there are none. */
  readonly removed?: readonly StatementView[];
  /** Notes on spans that belong to no statement. */
  readonly annotations: readonly AnnotationView[];
  /** What the review that is shown says the page is about. */
  readonly topics: readonly TopicTag[];
  /** Null until somebody opens one. */
  readonly review: ReviewView | null;
  /** Where readers find it; null while nothing of it is published. */
  readonly publishedHref: string | null;
  readonly publication: {
    readonly reviewId: string;
    readonly revision: number;
    readonly publishedAt: string;
    readonly joined: readonly JoinedClaim[];
  } | null;
  readonly history: readonly HistoryView[];
  /** Editors and admins who could publish this besides its writers. 0 on a desk with one editor. */
  readonly otherPublishers: number;
}
