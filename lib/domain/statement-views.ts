import type { Span } from "#lib/text/span";
import type { InPieces } from "./content-pieces";
import type {
  AttributionScope,
  Factuality,
  Flags,
  QuoteMode,
  ReaderLabel,
  Sourcing,
  SpeakerKind,
  Time,
} from "./labels";
import type { ClaimMatch, MatchDecisionKind } from "./matching";
import type { Prediction } from "./predictions";
import type { Reason } from "./reasons";
import type { SuggestionDecisionKind } from "./reviews";

/** Statements, suggestions and notes, as signed-in people see them. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** Who is behind a statement. `id` is left out where nobody is known under this name yet; `rootId` is whoever this one was merged into, or itself. */
export interface FactSpeaker {
  readonly id?: string | null | undefined;
  readonly rootId?: string | null | undefined;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role?: string | null | undefined;
}

/** Labels and spans shared by a suggestion and a statement. What was said may stand in pieces: see `lib/domain/content-pieces.ts`. */
export interface StatementFacts extends InPieces {
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
  readonly speaker: FactSpeaker | null;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly prediction: Prediction | null;
}

export interface SuggestionView extends StatementFacts {
  readonly id: string;
  readonly engine: string;
  readonly confidence: number;
  /** An editor may take it for right: see `lib/domain/sureness.ts`. */
  readonly isSure: boolean;
  readonly reasons: readonly Reason[];
  /** Which rule behind it was switched off when the page came in; null for none. `since` is an ISO string. */
  readonly switchedOff: {
    readonly rule: string;
    readonly version: string;
    readonly reason: string;
    readonly since: string;
  } | null;
  /** The decision in this review, or null while it waits. */
  readonly decision: SuggestionDecisionKind | null;
  readonly matchedClaim: MatchedClaim | null;
}

/** A claim that the machine matched with a suggestion. */
export interface MatchedClaim {
  readonly id: string;
  readonly wording: string;
  readonly score: number;
  /** Null where an earlier version of the machine matched it, which knew of likeness alone. */
  readonly relation: ClaimMatch["relation"] | null;
  readonly isSure: boolean;
  /** In words for a person. */
  readonly why: readonly string[];
  /** What became of it in this review; null while nobody decided. */
  readonly decision: {
    readonly kind: MatchDecisionKind;
    readonly isMachines: boolean;
    readonly byName: string;
    readonly at: string;
  } | null;
  /** What stands of the claim; null where nobody checked it yet. */
  /** `name` is what its code is called. */
  readonly verdict: { readonly name: string; readonly explanation: string; readonly at: string } | null;
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
