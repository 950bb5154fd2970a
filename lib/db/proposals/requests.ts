import { database, lockNames, type Tx } from "#lib/db/core/client";
import type { LanguageModel } from "#lib/domain/language-model";
import {
  costOf,
  type FormUse,
  fateOf,
  isTooMuch,
  leftOf,
  monthOf,
  mostTokens,
  type ProposalText,
  type RequestFault,
  type RequestSubject,
  type Spent,
  type Tokens,
} from "#lib/domain/proposals";

/** The ledger of what a language model was asked for: a row a request, written before it is sent. */

const BUDGET_LOCK = "language-model-budget";

interface Ask {
  readonly model: LanguageModel;
  readonly subject: RequestSubject;
  /** The version of the prompt. */
  readonly prompt: string;
  readonly bytes: number;
  readonly askedById: string;
}

/**
 * Set aside the most that a request may come to, and write it down; where that is more than is left of the month's budget, it is written down as refused. Until
 * the transaction ends nobody else does the same, so that two at once can't both take what is left.
 */
export async function reserve(
  tx: Tx,
  ask: Ask,
  now: Date,
): Promise<{ requestId: string; isRefused: boolean }> {
  await lockNames(tx, [BUDGET_LOCK]);
  const { model, subject, prompt, askedById } = ask;
  const tokens = mostTokens(ask.bytes);
  const most = { tokens: tokens.in + tokens.out, cost: costOf(model, tokens) };
  const isRefused = isTooMuch(model, await spentIn(monthOf(now), tx), most);
  const { id: requestId } = await tx.modelRequest.create({
    data: {
      at: now,
      ...subject,
      prompt,
      askedById,
      model: model.name,
      currency: model.currency,
      outcome: isRefused ? "REFUSED" : "ASKED",
      tokens: isRefused ? 0 : most.tokens,
      cost: isRefused ? 0 : most.cost,
    },
  });
  return { requestId, isRefused };
}

/** What counts against the budget since the beginning of this month. */
export async function spentIn(month: Date, tx: Pick<Tx, "$queryRaw"> = database()): Promise<Spent> {
  const [spent] = await tx.$queryRaw<Spent[]>`
    SELECT coalesce(sum("tokens"), 0)::float8 AS tokens, coalesce(sum("cost"), 0)::float8 AS cost
    FROM "ModelRequest" WHERE "at" >= ${month}::timestamptz`;
  return spent ?? { tokens: 0, cost: 0 };
}

interface Ended {
  readonly outcome: "ANSWERED" | "FAILED" | "CANCELLED";
  readonly fault: RequestFault | null;
  /** Null where nobody knows: then what was set aside stays counted. */
  readonly tokens: Tokens | null;
  readonly ms: number;
  readonly kept: readonly ProposalText[];
  readonly refused: number;
}

/** Write down how a request ended, what it cost, and what came of it. */
export async function settle(tx: Tx, model: LanguageModel, requestId: string, ended: Ended) {
  const { outcome, fault, tokens, refused } = ended;
  const counted =
    tokens === null
      ? {}
      : {
          tokensIn: tokens.in,
          tokensOut: tokens.out,
          tokens: tokens.in + tokens.out,
          cost: costOf(model, tokens),
        };
  const { cost, at } = await tx.modelRequest.update({
    where: { id: requestId },
    data: { outcome, fault, ms: Math.round(ended.ms), refused, ...counted },
  });
  const proposals = await tx.proposal.createManyAndReturn({
    data: ended.kept.map((text, position) => ({ requestId, position, text })),
    select: { id: true },
  });
  const spent = await spentIn(monthOf(at), tx);
  return {
    cost: Number(cost),
    left: { unit: model.budget.unit, amount: leftOf(model, spent) },
    proposalIds: proposals.map(({ id }) => id),
  };
}

/** A proposal that this person asked for; null where there is none. Its claim's and use's others are held too. */
async function proposalFor(tx: Tx, proposalId: string, askedById: string) {
  const found = await tx.proposal.findUnique({ where: { id: proposalId }, include: { request: true } });
  return found?.request.askedById === askedById ? found : null;
}

/**
 * Say what somebody made of a proposal that they asked for: it fills a form, in place of one that did so before, or it is of no use. False where there is no such
 * proposal, or it was saved already.
 */
export async function decide(
  tx: Tx,
  { proposalId, fate, by }: { proposalId: string; fate: "CHOSEN" | "REJECTED"; by: string },
  now: Date,
): Promise<boolean> {
  const found = await proposalFor(tx, proposalId, by);
  if (found === null) return false;
  const { claimId, use } = found.request;
  if (fate === "CHOSEN") {
    await tx.proposal.updateMany({
      where: { fate: "CHOSEN", request: { claimId, use, askedById: by } },
      data: { fate: null, decidedAt: null },
    });
  }
  const { count } = await tx.proposal.updateMany({
    where: { id: proposalId, OR: [{ fate: null }, { fate: { in: ["CHOSEN", "REJECTED"] } }] },
    data: { fate, decidedAt: now },
  });
  return count === 1;
}

/** A form was saved: what this person had filled it with was taken as it was, or changed. */
export async function settleChosen(
  tx: Tx,
  saved: {
    readonly claimId: string;
    readonly use: FormUse;
    readonly by: string;
    readonly text: ProposalText;
  },
  now: Date,
): Promise<void> {
  const { claimId, use, by, text } = saved;
  const chosen = await tx.proposal.findFirst({
    where: { fate: "CHOSEN", request: { claimId, use, askedById: by } },
  });
  if (chosen === null) return;
  // What was written there has this shape.
  const proposed = chosen.text as ProposalText;
  await tx.proposal.update({
    where: { id: chosen.id },
    data: { fate: fateOf(proposed, text), decidedAt: now },
  });
}
