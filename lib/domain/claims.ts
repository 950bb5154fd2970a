import type { VerdictMeaning } from "./scale";

/** Verdicts that say no more than that nothing was found, or nothing settled. */
const WITHOUT_EVIDENCE: ReadonlySet<VerdictMeaning> = new Set<VerdictMeaning>([
  "NO_EVIDENCE_FOUND",
  "UNRESOLVED",
]);

interface Quotable {
  readonly quote: string | null;
  readonly publisher: string | null;
  readonly publishedAt: unknown;
}

/**
 * Does a verdict rest on something that a reader can look up? All but those that mean "unresolved" and "no evidence found" ask for one piece of evidence at
 * least with a quotation, the day on which that was published, and its publisher. A copy of the page isn't asked for: paper has none.
 */
export function restsOnEvidence(meaning: VerdictMeaning, evidence: readonly Quotable[]): boolean {
  if (WITHOUT_EVIDENCE.has(meaning)) return true;
  return evidence.some(
    ({ quote, publisher, publishedAt }) => quote !== null && publisher !== null && publishedAt !== null,
  );
}

export const VERDICT_RANKS = ["PREFERRED", "NORMAL", "DEPRECATED"] as const;
export type VerdictRank = (typeof VERDICT_RANKS)[number];

export const STANCES = ["SUPPORTS", "REFUTES", "CONTEXT"] as const;
export type Stance = (typeof STANCES)[number];

/** Is evidence the thing itself, or does it tell of it? */
export const SOURCE_KINDS = ["PRIMARY", "SECONDARY"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Was the quotation found in the copy of its page? Not looked for where there is none, or where the copy can't be read. */
export const QUOTE_LOOKS = ["FOUND", "MISSING", "NOT_LOOKED_FOR"] as const;
export type QuoteLook = (typeof QUOTE_LOOKS)[number];

/**
 * Why a copy that was kept could not be looked through, or not to its end: a PDF without text, under a password, or broken; a document that takes more time
 * or memory than one may; one that has more pages than are read, and the quotation on none of those.
 */
export const UNREAD_REASONS = ["NO_TEXT", "LOCKED", "BROKEN", "TOO_MUCH", "TOO_LONG"] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];
