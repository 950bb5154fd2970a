import { z } from "zod";
import { MARK_BOUNDS } from "./bounds";
import { AddSearch, ClaimWording } from "./claims";
import type { LanguageModel } from "./language-model";
import { type GivenMark, MarkKind } from "./marks";
import { Id } from "./reviews";

/**
 * What a language model proposes, where one is set. For a claim it fills a form, and nothing is saved of it until somebody saves that; for a page it
 * is marks, which become suggestions when somebody imports them. Plain data.
 */

export const ProposalUse = z.enum(["WORDINGS", "SEARCHES", "STATEMENTS"]);
export type ProposalUse = z.infer<typeof ProposalUse>;
/** Those that fill a form of a claim. */
export const FormUse = ProposalUse.exclude(["STATEMENTS"]);
export type FormUse = z.infer<typeof FormUse>;

/** Why no proposals came. */
export const RequestFault = z.enum([
  "UNREACHABLE",
  "KEY_REFUSED",
  "TOO_MANY",
  "NOT_FOUND",
  "SERVER_REFUSED",
  "SERVER_BROKEN",
  "TIMED_OUT",
  "TOO_LONG",
  "NONSENSE",
]);
export type RequestFault = z.infer<typeof RequestFault>;

export const RequestOutcome = z.enum(["ASKED", "ANSWERED", "FAILED", "CANCELLED", "REFUSED"]);
export type RequestOutcome = z.infer<typeof RequestOutcome>;
export const ProposalFate = z.enum(["CHOSEN", "TAKEN", "CHANGED", "REJECTED"]);
export type ProposalFate = z.infer<typeof ProposalFate>;

export const AskProposals = z.object({ claimId: Id, use: FormUse });
export type AskProposals = z.infer<typeof AskProposals>;
export const AskStatements = z.object({ versionId: Id });
/** Of what is going to be sent, as UTF-8. */
const bytes = z.int().min(0).max(1_000_000);
export const ReserveRequest = z.union([
  AskProposals.extend({ bytes }),
  AskStatements.extend({ use: z.literal("STATEMENTS"), bytes }),
]);
/** What a request is about: the claim, or for statements the version of a page. */
export type RequestSubject =
  | { readonly use: FormUse; readonly claimId: string }
  | { readonly use: "STATEMENTS"; readonly versionId: string };
export const DecideProposal = z.object({ proposalId: Id, fate: z.enum(["CHOSEN", "REJECTED"]) });

/** So many of an answer are kept. */
export const MOST_PROPOSALS: Record<ProposalUse, number> = { WORDINGS: 3, SEARCHES: 5, STATEMENTS: 12 };

const OneWording = z.object({ wording: ClaimWording });
const OneSearch = AddSearch.pick({ lookedFor: true, place: true });

/** What fills the form, by the names of its fields. */
export type ProposalText = Readonly<Record<string, string>>;
const SHAPE = { WORDINGS: OneWording, SEARCHES: OneSearch } satisfies Record<
  FormUse,
  z.ZodType<ProposalText>
>;
const OneStatement = z.object({
  exact: z.string().min(1).max(MARK_BOUNDS.exact),
  kind: MarkKind,
  why: z.string().trim().max(MARK_BOUNDS.note),
});

/** PostgreSQL can't store U+0000, and a lone surrogate is no character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Those of the proposals that the form would take, each once, and how many were refused: too long, empty, what stands there already, or more than were asked for.
 *
 * `there`    what the form or the list holds already
 */
export function usable(
  use: FormUse,
  proposed: readonly unknown[],
  there: readonly ProposalText[],
): { readonly kept: readonly ProposalText[]; readonly refused: number } {
  const seen = new Set(there.map(keyOf));
  const kept: ProposalText[] = [];
  for (const one of proposed) {
    const parsed = SHAPE[use].safeParse(one);
    if (!parsed.success || kept.length >= MOST_PROPOSALS[use]) continue;
    const text: ProposalText = parsed.data;
    if (seen.has(keyOf(text)) || Object.values(text).some((value) => UNSTORABLE.test(value))) continue;
    seen.add(keyOf(text));
    kept.push(text);
  }
  return { kept, refused: proposed.length - kept.length };
}

/**
 * The statements that a language model found in a text, as marks: those whose words stand there letter for letter, each once, and how many were refused.
 *
 * `by`    what they are signed with
 */
export function marksProposed(
  proposed: readonly unknown[],
  text: string,
  by: string,
): { readonly marks: readonly GivenMark[]; readonly refused: number } {
  const marks = new Map<string, GivenMark>();
  for (const one of proposed) {
    const { data } = OneStatement.safeParse(one);
    if (data === undefined || marks.size >= MOST_PROPOSALS.STATEMENTS) continue;
    const { exact, kind, why } = data;
    if (!text.includes(exact) || marks.has(exact) || UNSTORABLE.test(why)) continue;
    const unknown = { prefix: "", suffix: "", at: null, day: null };
    marks.set(exact, { exact, tags: [kind], note: why, by, ...unknown });
  }
  return { marks: [...marks.values()], refused: proposed.length - marks.size };
}

const keyOf = (text: ProposalText): string =>
  JSON.stringify(
    Object.entries(text)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, value.trim().toLowerCase()]),
  );

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
const AnswerView = z.object({
  model: z.string(),
  prompt: z.string(),
  tokens: z.object({ in: z.number(), out: z.number() }).nullable(),
  /** Millionths of the currency. */
  cost: z.number(),
  currency: z.string(),
  left: z.object({ unit: z.enum(["TOKENS", "MONEY"]), amount: z.number() }),
  refused: z.number(),
});
export type AnswerView = z.infer<typeof AnswerView>;

export const ProposalsView = AnswerView.extend({
  proposals: z.array(z.object({ id: z.string(), text: z.record(z.string(), z.string()) })),
});
export type ProposalsView = z.infer<typeof ProposalsView>;

/** `fileId` of the marks; null where nothing of the answer can be used. */
export const StatementsView = AnswerView.extend({ fileId: z.string().nullable() });
export type StatementsView = z.infer<typeof StatementsView>;

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
