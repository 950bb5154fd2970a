import { textOfVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { keepNote, type NewNote, noteById, changeNote as rewriteNote } from "#lib/db/statements/annotations";
import { isOfReview } from "#lib/db/statements/statements";
import { WriteAnnotation } from "#lib/domain/reviews";
import { exactOf } from "#lib/domain/statement-rules";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
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

interface Note {
  readonly annotationId: string;
  readonly revision: number;
}

async function addNote(tx: Tx, note: NewNote): Promise<Note> {
  const { reviewId, versionId, statementId, span, body } = note;
  if (body === "") throw new AppError("invalid_input", words.refusals.emptyNote, { field: "body" });
  if (statementId === null && span === null) throw new AppError("invalid_input", words.refusals.notePlace);
  if (statementId !== null) {
    if (!(await isOfReview(tx, statementId, reviewId)))
      throw new AppError("not_found", words.errors.notFound);
  }
  if (span !== null) {
    exactOf(await textOfVersion(tx, versionId), span);
  }
  return { annotationId: await keepNote(tx, note), revision: 1 };
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
  const note = await noteById(tx, annotationId);
  if (note === null || note.reviewId !== reviewId) throw new AppError("not_found", words.errors.notFound);
  const written = body === "" ? { removedAt: now } : { body, isPublic };
  if (!(await rewriteNote(tx, { id: annotationId, revision }, written)))
    throw new AppError("conflict", words.deskErrors.stale);
  return { annotationId, revision: note.revision + 1 };
}
