import { factsOfVersion } from "#lib/db/articles/facts";
import { partsOfVersions } from "#lib/db/articles/parts";
import { database } from "#lib/db/core/client";
import { factsOf } from "#lib/db/statements/rows";
import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import { factsIn } from "#lib/domain/page-facts";
import { counts } from "#lib/domain/page-parts";
import type { DuePromise } from "#lib/domain/promise-desk";
import * as words from "#lib/words";
import { WITH_REVIEW } from "./desk";

/** Promises that fell due in what nobody published yet. */

const MOST = 20;

/**
 * Promises in the reviews that this person works on whose last day has come, of which nothing is recorded, and which readers don't see: those that they
 * see stand in the list of all. The oldest first, no more than `MOST`. What stands in a part that isn't the article's is left out.
 */
export async function dueAtWork(personId: string, today: CalendarDate): Promise<readonly DuePromise[]> {
  const found = await database().$queryRaw<{ id: string }[]>`
    SELECT s."id"::text FROM "ReviewWriter" w JOIN "Review" r ON r."id" = w."reviewId" AND r."state" IN ('DRAFT', 'RETURNED')
    JOIN "Statement" s ON s."reviewId" = r."id" AND s."removedAt" IS NULL
    JOIN "Prediction" p ON p."statementId" = s."id" AND p."dueTo" <= ${today}::date
    JOIN "ArticleVersion" v ON v."id" = s."versionId"
    WHERE w."userId" = ${personId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "Outcome" o WHERE o."statementId" = s."id")
      AND NOT EXISTS (
        SELECT 1 FROM "Standing" t JOIN "Publication" seen ON seen."id" = t."publicationId"
        WHERE t."subjectId" = v."articleId"
          AND seen."content" -> 'statements' @> jsonb_build_array(jsonb_build_object('exact', s."exact")))
    ORDER BY p."dueTo", s."id" LIMIT ${MOST}`;
  const rows = await database().statement.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: WITH_REVIEW,
  });
  const parts = await partsOfVersions(
    database(),
    rows.map(({ versionId }) => versionId),
  );
  const shown = found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
  const promises = await Promise.all(
    shown.map(async (row): Promise<DuePromise | null> => {
      const facts = factsOf(row);
      const { prediction } = facts;
      if (prediction === null || !counts(parts.get(row.versionId) ?? { segments: [] }, row)) return null;
      const title = factsIn(await factsOfVersion(database(), row.version)).TITLE;
      return {
        statementId: row.id,
        exact: saidWords(facts),
        prediction,
        title: title ?? words.desk.queue.untitled,
        reviewer: null,
      };
    }),
  );
  return promises.filter((one) => one !== null);
}
