import type { Tx } from "#lib/db/core/client";
import type { SuggestionDecisionKind } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import type { SayingRow } from "./rows";

/** What a review decided about the machine's suggestions. A decision is never rewritten: it is taken back, and another made. */

/** The decision that holds in this review; null while the suggestion waits. */
export function standingDecision(tx: Tx, reviewId: string, suggestionId: string) {
  return tx.suggestionDecision.findFirst({ where: { reviewId, suggestionId, undoneAt: null } });
}

/** Those of them that were accepted together in this review, hold, and made a statement that stands as it was made; in page order. */
export async function keptTogether(
  tx: Tx,
  reviewId: string,
  suggestionIds: readonly string[],
): Promise<{ readonly decisionId: string; readonly suggestionId: string; readonly statementId: string }[]> {
  const rows = await tx.suggestionDecision.findMany({
    where: {
      reviewId,
      suggestionId: { in: [...suggestionIds] },
      undoneAt: null,
      isTogether: true,
      statement: { revision: 1, removedAt: null },
    },
    orderBy: { suggestion: { index: "asc" } },
  });
  return rows.flatMap(({ id, suggestionId, statementId }) =>
    statementId === null ? [] : [{ decisionId: id, suggestionId, statementId }],
  );
}

/** The first decision that a statement came from; null where it came from no suggestion. */
export function decisionThatMade(tx: Tx, statementId: string) {
  return tx.suggestionDecision.findFirst({ where: { statementId } });
}

export async function takeBack(tx: Tx, decisionId: string, now: Date): Promise<void> {
  await tx.suggestionDecision.update({ where: { id: decisionId }, data: { undoneAt: now } });
}

/** Throws AppError `conflict`. */
export async function refuseDecided(tx: Tx, reviewId: string, suggestionId: string): Promise<void> {
  if ((await standingDecision(tx, reviewId, suggestionId)) === null) return;
  throw new AppError("conflict", words.refusals.alreadyDecided);
}

export interface Decision {
  readonly kind: SuggestionDecisionKind;
  readonly statementId?: string;
  readonly reason?: string | null;
  readonly decidedById: string;
  readonly decidedAt: Date;
  /** One of many in one act; false where left out. */
  readonly isTogether?: boolean;
}

export async function decide(
  tx: Tx,
  {
    reviewId,
    suggestionId,
    kind,
    statementId,
    reason,
    decidedById,
    decidedAt,
    isTogether = false,
  }: Decision & {
    readonly reviewId: string;
    readonly suggestionId: string;
  },
): Promise<void> {
  await tx.suggestionDecision.create({
    data: {
      reviewId,
      suggestionId,
      kind,
      decidedById,
      decidedAt,
      isTogether,
      statementId: statementId ?? null,
      reason: reason ?? null,
    },
  });
}

/**
 * Another decision on the suggestion that a statement came from, in place of the standing one; nothing where it came from none. What was
 * accepted together with others stays so: counting the ones alone that were wrong would count against their rule.
 */
export async function redecide(tx: Tx, statement: SayingRow, decision: Decision): Promise<void> {
  const { reviewId, suggestionId } = statement;
  if (suggestionId === null) return;
  const isTogether = (await decisionThatMade(tx, statement.id))?.isTogether ?? false;
  await undecide(tx, statement, decision.decidedAt);
  await decide(tx, { ...decision, reviewId, suggestionId, isTogether });
}

/** The suggestion that a statement came from waits again; nothing where it came from none. */
export async function undecide(tx: Tx, { reviewId, suggestionId }: SayingRow, undoneAt: Date): Promise<void> {
  if (suggestionId === null) return;
  await tx.suggestionDecision.updateMany({
    where: { reviewId, suggestionId, undoneAt: null },
    data: { undoneAt },
  });
}

/** Ids of the version's suggestions that this review hasn't decided, but for those in `aside`; without a review all others. */
export async function undecidedSuggestions(
  tx: Tx,
  { reviewId, versionId }: { readonly reviewId: string | null; readonly versionId: string },
  aside: readonly string[],
): Promise<string[]> {
  const rows = await tx.suggestion.findMany({
    where: {
      versionId,
      id: { notIn: [...aside] },
      ...(reviewId === null ? {} : { decisions: { none: { reviewId, undoneAt: null } } }),
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
