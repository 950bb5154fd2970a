import type { Tx } from "#lib/db/core/client";
import { tell } from "./notices";

/** A promise that was published and fell due. */
interface FallenDue {
  readonly publicationId: string;
  readonly statementId: string;
}

/**
 * Tell whoever wrote or published the review in which each of these promises is published, and whoever its page is given to now. Those who were told of one
 * before, in an earlier publication, aren't told again.
 */
export async function tellOfDue(tx: Tx, due: readonly FallenDue[], now: Date): Promise<void> {
  const people = await tx.$queryRaw<{ publicationId: string; personId: string }[]>`
    SELECT p."id"::text AS "publicationId", who."id"::text AS "personId"
    FROM unnest(${due.map(({ publicationId }) => publicationId)}::uuid[]) AS asked("id")
    JOIN "Publication" p ON p."id" = asked."id"
    CROSS JOIN LATERAL (
      SELECT w."userId" AS "id" FROM "ReviewWriter" w WHERE w."reviewId" = p."reviewId"
      UNION SELECT p."publishedById"
      UNION SELECT q."assigneeId" FROM "QueueItem" q WHERE q."subjectId" = p."articleId" AND q."assigneeId" IS NOT NULL
    ) who`;
  const told = await tx.notice.findMany({
    where: { kind: "FELL_DUE", statementId: { in: due.map(({ statementId }) => statementId) } },
    select: { personId: true, statementId: true },
  });
  const isTold = new Set(told.map(({ personId, statementId }) => `${personId} ${statementId}`));
  for (const { publicationId, statementId } of due) {
    const of = people.filter((one) => one.publicationId === publicationId).map(({ personId }) => personId);
    const others = of.filter((personId) => !isTold.has(`${personId} ${statementId}`));
    await tell(tx, others, { kind: "FELL_DUE", statementId }, { byId: null, at: now });
  }
}
