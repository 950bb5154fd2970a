import type { Tx } from "#lib/db/core/client";
import { WriteAnnotation } from "#lib/domain/reviews";
import { exactOf } from "#lib/domain/statement-rules";
import { AppError } from "#lib/errors";
import type { Span } from "#lib/text/span";
import { words } from "#lib/words";
import { verb } from "./verb";
import { reviewToWrite, versionOf } from "./writing";

/** A note is written, rewritten, or (with an empty body) removed. Results name the note as it is now; null once removed. */
export const writeAnnotation = verb("annotation.write", {
  input: WriteAnnotation,
  run: async ({ tx, actor, input, now }) => {
    const review = await reviewToWrite(tx, input.reviewId, actor.id);
    const note =
      input.annotationId === null
        ? await addNote(tx, { ...input, versionId: versionOf(review), authorId: actor.id, createdAt: now })
        : await changeNote(tx, { ...input, annotationId: input.annotationId }, now);
    const { body, isPublic, statementId, span } = input;
    return {
      result: input.body === "" ? null : note,
      subject: `review:${review.id}`,
      payload: { annotationId: note.annotationId, statementId, span, body, isPublic },
    };
  },
});

interface NewNote {
  readonly reviewId: string;
  readonly versionId: string;
  readonly statementId: string | null;
  readonly span: Span | null;
  readonly body: string;
  readonly isPublic: boolean;
  readonly authorId: string;
  readonly createdAt: Date;
}

interface Note {
  readonly annotationId: string;
  readonly revision: number;
}

async function addNote(tx: Tx, note: NewNote): Promise<Note> {
  const { reviewId, versionId, statementId, span, body, isPublic, authorId, createdAt } = note;
  if (body === "") throw new AppError("invalid_input", words.refusals.emptyNote, { field: "body" });
  if (statementId === null && span === null) throw new AppError("invalid_input", words.refusals.notePlace);
  if (statementId !== null) {
    const count = await tx.statement.count({ where: { id: statementId, reviewId } });
    if (count === 0) throw new AppError("not_found", words.errors.notFound);
  }
  if (span !== null) {
    const { text } = await tx.articleVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: { text: true },
    });
    exactOf(text, span);
  }
  const place = { start: span?.start ?? null, end: span?.end ?? null };
  const { id } = await tx.annotation.create({
    data: { reviewId, versionId, statementId, ...place, body, isPublic, authorId, createdAt },
  });
  return { annotationId: id, revision: 1 };
}

async function changeNote(
  tx: Tx,
  change: {
    readonly annotationId: string;
    readonly reviewId: string;
    readonly revision: number | null;
    readonly body: string;
    readonly isPublic: boolean;
  },
  now: Date,
): Promise<Note> {
  const { annotationId, reviewId, revision, body, isPublic } = change;
  const note = await tx.annotation.findUnique({ where: { id: annotationId } });
  if (note === null || note.reviewId !== reviewId) throw new AppError("not_found", words.errors.notFound);
  const { count } = await tx.annotation.updateMany({
    where: { id: annotationId, revision: revision ?? -1, removedAt: null },
    data: { ...(body === "" ? { removedAt: now } : { body, isPublic }), revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("conflict", words.errors.stale);
  return { annotationId, revision: note.revision + 1 };
}
