import type { ArticleDesk } from "#lib/domain/article-desk";
import type { StatementView, SuggestionView } from "#lib/domain/statement-views";

/** A page of two sentences, with the suggestion of one of them and the statement that was made of it. */

const TEXT = "She said it rains. It is warm.";
export const FACTS = {
  start: 0,
  end: 18,
  exact: "She said it rains.",
  label: "REPORTED" as const,
  sourcing: "NAMED_PERSON" as const,
  factualityWriter: "CT+" as const,
  factualitySource: null,
  time: "PAST" as const,
  flags: {},
  quoteMode: null,
  attributionScope: "SENTENCE" as const,
  relayDepth: 1,
  speaker: { name: "her", kind: "PERSON" as const },
  source: [{ start: 0, end: 3 }],
  cue: [{ start: 4, end: 8 }],
  prediction: null,
};
export const suggestion: SuggestionView = {
  ...FACTS,
  id: "p",
  engine: "rules 1",
  confidence: 0.9,
  isSure: true,
  switchedOff: null,
  reasons: [],
  decision: null,
  matchedClaim: null,
};
export const statement: StatementView = {
  ...FACTS,
  id: "s",
  revision: 3,
  suggestionId: "p",
  derivedLabel: "REPORTED",
  labelOverride: null,
  labelReason: null,
  claim: { id: "c", wording: "It rains." },
  annotations: [],
  changedByName: "B",
  changedAt: "2024-01-01T00:00:00Z",
};
/** Only what commands look at; the rest of a desk is never read here. */
export const deskOf = (parts: Partial<ArticleDesk>) =>
  ({ suggestions: [], statements: [], version: { text: TEXT }, ...parts }) as unknown as ArticleDesk;
