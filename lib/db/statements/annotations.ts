import type { Tx } from "#lib/db/core/client";
import type { Annotation } from "#lib/db/generated/client";
import type { Span } from "#lib/text/span";

/** Notes of a review, on a statement or on marked words. */

export interface NewNote {
  readonly reviewId: string;
  readonly versionId: string;
  readonly statementId: string | null;
  readonly span: Span | null;
  readonly body: string;
  readonly isPublic: boolean;
  readonly authorId: string;
  readonly createdAt: Date;
}

export async function keepNote(tx: Tx, note: NewNote): Promise<string> {
  const { reviewId, versionId, statementId, span, body, isPublic, authorId, createdAt } = note;
  const place = { start: span?.start ?? null, end: span?.end ?? null };
  const { id } = await tx.annotation.create({
    data: { reviewId, versionId, statementId, body, isPublic, authorId, createdAt, ...place },
  });
  return id;
}

/** Null where there is none. */
export function noteById(tx: Tx, id: string): Promise<Annotation | null> {
  return tx.annotation.findUnique({ where: { id } });
}

/** A note with other words, or taken away, only from the revision that was looked at; false where it has moved on. */
export async function changeNote(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number | null },
  change: { readonly body: string; readonly isPublic: boolean } | { readonly removedAt: Date },
): Promise<boolean> {
  const { count } = await tx.annotation.updateMany({
    where: { id, revision: revision ?? -1, removedAt: null },
    data: { ...change, revision: { increment: 1 } },
  });
  return count > 0;
}
