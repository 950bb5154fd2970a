import { randomUUID } from "node:crypto";
import type { Tx } from "#lib/db/core/client";

/**
 * Start a review as what another one says: its standing statements with attributions, windows and notes, and its decisions.
 * Whoever wrote them first stays their author; the reviews' own lists of writers are not touched.
 */
export async function copyReview(tx: Tx, fromId: string, toId: string): Promise<void> {
  const statements = await tx.statement.findMany({
    where: { reviewId: fromId, removedAt: null },
    include: { attributions: true, prediction: true, outcome: true, templateChoice: true },
  });
  const copyOf = new Map(statements.map(({ id }) => [id, randomUUID()]));
  const copied = (id: string | null) => (id === null ? null : (copyOf.get(id) ?? null));
  const copies = statements.flatMap(({ attributions, prediction, outcome, templateChoice, ...columns }) => {
    const id = copyOf.get(columns.id);
    if (id === undefined) return [];
    return [
      {
        attributions,
        prediction,
        outcome,
        templateChoice,
        row: { ...columns, id, reviewId: toId, revision: 1 },
      },
    ];
  });
  await tx.statement.createMany({
    data: copies.map(({ row }) => ({ ...row, flags: row.flags ?? {} })),
  });
  await tx.statementAttribution.createMany({
    data: copies.flatMap(({ row, attributions }) =>
      attributions.map((link) => ({ ...link, statementId: row.id })),
    ),
  });
  await tx.prediction.createMany({
    data: copies.flatMap(({ row, prediction }) =>
      prediction ? [{ ...prediction, statementId: row.id }] : [],
    ),
  });
  await tx.outcome.createMany({
    data: copies.flatMap(({ row, outcome }) => (outcome ? [{ ...outcome, statementId: row.id }] : [])),
  });
  await tx.templateChoice.createMany({
    data: copies.flatMap(({ row, templateChoice }) =>
      templateChoice ? [{ ...templateChoice, statementId: row.id }] : [],
    ),
  });
  const decisions = await tx.suggestionDecision.findMany({ where: { reviewId: fromId, undoneAt: null } });
  await tx.suggestionDecision.createMany({
    data: decisions.map((one) => ({
      ...one,
      id: randomUUID(),
      reviewId: toId,
      statementId: copied(one.statementId),
    })),
  });
  const matches = await tx.matchDecision.findMany({ where: { reviewId: fromId, undoneAt: null } });
  await tx.matchDecision.createMany({
    data: matches.map((one) => ({ ...one, id: randomUUID(), reviewId: toId })),
  });
  await copyNotes(tx, fromId, toId, copyOf);
}

/** `copyOf` gives the copy of each statement that was copied. */
async function copyNotes(
  tx: Tx,
  fromId: string,
  toId: string,
  copyOf: ReadonlyMap<string, string>,
): Promise<void> {
  const notes = await tx.annotation.findMany({ where: { reviewId: fromId, removedAt: null } });
  await tx.annotation.createMany({
    data: notes
      // A note on a statement that was removed has nothing to stand on.
      .filter((note) => note.statementId === null || copyOf.has(note.statementId))
      .map((note) => ({
        ...note,
        id: randomUUID(),
        reviewId: toId,
        revision: 1,
        statementId: note.statementId === null ? null : (copyOf.get(note.statementId) ?? null),
      })),
  });
}
