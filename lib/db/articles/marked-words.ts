import type { Tx } from "#lib/db/core/client";
import { factsOf, STATEMENT_PARTS, SUGGESTION_PARTS } from "#lib/db/statements/rows";
import type { MarkedWords } from "#lib/domain/part-follows";

/** What is marked on a version: the standing statements of its latest review, and the suggestions that wait in it. */
export async function markedWords(
  tx: Tx,
  versionId: string,
): Promise<{ readonly statements: readonly MarkedWords[]; readonly suggestions: readonly MarkedWords[] }> {
  const review = await tx.review.findFirst({
    where: { versionId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const statements =
    review === null
      ? []
      : await tx.statement.findMany({
          where: { reviewId: review.id, removedAt: null },
          include: STATEMENT_PARTS,
        });
  const suggestions = await tx.suggestion.findMany({
    where: {
      versionId,
      ...(review === null ? {} : { decisions: { none: { reviewId: review.id, undoneAt: null } } }),
    },
    include: SUGGESTION_PARTS,
  });
  return { statements: statements.map(factsOf), suggestions: suggestions.map(factsOf) };
}
