import type { AttributionScope, AttributionType, QuoteMode, Sourcing, SpeakerKind } from "#lib/domain/labels";
import type { ReasonParameters, SourceRule } from "#lib/domain/reasons";
import type { Span } from "#lib/text/span";

/** One attribution: who (source), by which words (cue), is credited with what (content). Spans point into the version's text. */
export interface Credit {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** As it reads after "Attributed to"; null where nobody is. */
  readonly speaker: string | null;
  readonly kind: SpeakerKind | null;
  readonly type: AttributionType;
  readonly quoteMode: QuoteMode;
  readonly score: number;
}

/** The attribution that stands behind a sentence's main clause, and why it is taken for that one. */
export interface MainCredit extends Credit {
  readonly sourcing: Sourcing;
  readonly scope: AttributionScope;
  readonly rule: SourceRule;
  /** Of the rule or model; the rules' own where it is left out. */
  readonly version?: string;
  readonly parameters: ReasonParameters;
  /** What a neighbour's words carry over to this sentence: the neighbour's own main credit. */
  readonly origin?: MainCredit;
}
