import {
  type Is,
  isAmount,
  isListOf,
  isOneOf,
  isOrNull,
  isRecordOf,
  isText,
  isTexts,
} from "#lib/text/plain-data";
import type { LanguageModel } from "./language-model";

/**
 * What a language model proposes, where one is set. For a claim it fills a form, and nothing is saved of it until somebody saves that; for a page it
 * is marks, which become suggestions when somebody imports them. Plain data.
 */

/** Those that fill a form of a claim. */
export const FORM_USES = ["WORDINGS", "SEARCHES"] as const;
export type FormUse = (typeof FORM_USES)[number];
export const PROPOSAL_USES = [...FORM_USES, "STATEMENTS"] as const;
export type ProposalUse = (typeof PROPOSAL_USES)[number];

/** Why no proposals came. */
export const REQUEST_FAULTS = [
  "UNREACHABLE",
  "KEY_REFUSED",
  "TOO_MANY",
  "NOT_FOUND",
  "SERVER_REFUSED",
  "SERVER_BROKEN",
  "TIMED_OUT",
  "TOO_LONG",
  "NONSENSE",
] as const;
export type RequestFault = (typeof REQUEST_FAULTS)[number];

export type RequestOutcome = "ASKED" | "ANSWERED" | "FAILED" | "CANCELLED" | "REFUSED";
export const PROPOSAL_FATES = ["CHOSEN", "TAKEN", "CHANGED", "REJECTED"] as const;
export type ProposalFate = (typeof PROPOSAL_FATES)[number];

/** What a request is about: the claim, or for statements the version of a page. */
export type RequestSubject =
  | { readonly use: FormUse; readonly claimId: string }
  | { readonly use: "STATEMENTS"; readonly versionId: string };
/** So many of an answer are kept. */
export const MOST_PROPOSALS: Record<ProposalUse, number> = { WORDINGS: 3, SEARCHES: 5, STATEMENTS: 12 };

/** What fills the form, by the names of its fields. */
export type ProposalText = Readonly<Record<string, string>>;
/** Was it saved as it was proposed, or in other words? */
export function fateOf(proposed: ProposalText, saved: ProposalText): "TAKEN" | "CHANGED" {
  return Object.entries(proposed).every(([name, value]) => saved[name] === value) ? "TAKEN" : "CHANGED";
}

/** How many tokens an answer may have. */
export const MOST_TOKENS_OUT = 1_500;
/** What a server may put around what it is given, in tokens. */
const AROUND = 500;

export interface Tokens {
  readonly in: number;
  readonly out: number;
}

/** Millionths of the currency; what is left of one counts whole. */
export function costOf(
  { priceIn, priceOut }: Pick<LanguageModel, "priceIn" | "priceOut">,
  tokens: Tokens,
): number {
  // A price for a million tokens, in the currency, is the price of one in millionths. Sums of decimals err upwards by less than a thousandth of one.
  return Math.max(0, Math.ceil(tokens.in * priceIn + tokens.out * priceOut - 0.001));
}

/** The most tokens that a request of so many bytes can come to: no token is less than a byte. */
export function mostTokens(bytes: number): Tokens {
  return { in: bytes + AROUND, out: MOST_TOKENS_OUT };
}

export interface Spent {
  readonly tokens: number;
  /** Millionths of the currency. */
  readonly cost: number;
}

/** What is left of the budget after this was spent, in its own unit (millionths of the currency where it is money); below nothing where more was spent. */
export function leftOf({ budget }: Pick<LanguageModel, "budget">, spent: Spent): number {
  return budget.unit === "TOKENS" ? budget.most - spent.tokens : budget.most * 1_000_000 - spent.cost;
}

/** Does a request that comes to this at most go beyond what is left? */
export function isTooMuch(model: Pick<LanguageModel, "budget">, spent: Spent, most: Spent): boolean {
  return leftOf(model, { tokens: spent.tokens + most.tokens, cost: spent.cost + most.cost }) < 0;
}

/** The calendar month (UTC) of this instant: its first moment. */
export function monthOf(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

/** What the screen shows of any answer. */
export interface AnswerView {
  readonly model: string;
  readonly prompt: string;
  readonly tokens: Tokens | null;
  /** Millionths of the currency. */
  readonly cost: number;
  readonly currency: string;
  readonly left: { readonly unit: (typeof LEFT_IN)[number]; readonly amount: number };
  readonly refused: number;
}

export interface ProposalsView extends AnswerView {
  readonly proposals: readonly { readonly id: string; readonly text: ProposalText }[];
}

/** `fileId` of the marks; null where nothing of the answer can be used. */
export interface StatementsView extends AnswerView {
  readonly fileId: string | null;
}

const LEFT_IN = ["TOKENS", "MONEY"] as const;

const ANSWER: { readonly [Name in keyof AnswerView]: Is<AnswerView[Name]> } = {
  model: isText,
  prompt: isText,
  tokens: isOrNull(isRecordOf<Tokens>({ in: isAmount, out: isAmount })),
  cost: isAmount,
  currency: isText,
  left: isRecordOf<AnswerView["left"]>({ unit: isOneOf(LEFT_IN), amount: isAmount }),
  refused: isAmount,
};

export const isProposalsView = isRecordOf<ProposalsView>({
  ...ANSWER,
  proposals: isListOf(isRecordOf<ProposalsView["proposals"][number]>({ id: isText, text: isTexts })),
});

export const isStatementsView = isRecordOf<StatementsView>({ ...ANSWER, fileId: isOrNull(isText) });

/** What was spent in a month, and what became of it, for admins. */
export interface ModelUse {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  readonly refused: number;
  readonly tokens: number;
  readonly cost: number;
  readonly fates: Readonly<Record<ProposalFate | "OPEN", number>>;
}

export interface ModelRequestView {
  readonly id: string;
  readonly at: string;
  readonly byName: string;
  readonly use: ProposalUse;
  /** One of the two: what it is about. */
  readonly claimId: string | null;
  readonly versionId: string | null;
  readonly model: string;
  readonly prompt: string;
  readonly outcome: RequestOutcome;
  readonly fault: RequestFault | null;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  readonly tokens: number;
  readonly cost: number;
  readonly currency: string;
  readonly ms: number | null;
}

export interface ModelLedger {
  readonly spent: Spent;
  readonly byUse: readonly (ModelUse & { readonly use: ProposalUse })[];
  readonly byPerson: readonly (ModelUse & { readonly id: string; readonly name: string })[];
  readonly requests: readonly ModelRequestView[];
  /** Cursor of the older requests; null where there are none. */
  readonly before: string | null;
}
