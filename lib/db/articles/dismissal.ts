import type { Tx } from "#lib/db/core/client";
import { readBlindAmong } from "#lib/db/readings/readings";
import type { DismissiblePage } from "#lib/domain/articles";
import { UNFINISHED } from "#lib/domain/review-rules";

/** Pages that somebody found not worth keeping. They stay in the record; they are only out of the queue. */

/** A page as it stands, locked until the transaction ends; null where there is none. */
export async function dismissiblePage(tx: Tx, articleId: string): Promise<DismissiblePage | null> {
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${articleId}::uuid FOR UPDATE`;
  const article = await tx.article.findUnique({ where: { id: articleId }, select: { dismissedAt: true } });
  if (article === null) return null;
  const [published, review, versions] = await Promise.all([
    tx.standing.count({ where: { subjectId: articleId } }),
    tx.review.findFirst({
      where: { version: { articleId }, state: { in: [...UNFINISHED] } },
      select: { author: { select: { name: true } } },
    }),
    tx.articleVersion.findMany({ where: { articleId }, select: { id: true } }),
  ]);
  return {
    isDismissed: article.dismissedAt !== null,
    isPublished: published > 0,
    reviewedBy: review?.author.name ?? null,
    isReadBlind:
      (
        await readBlindAmong(
          tx,
          versions.map(({ id }) => id),
        )
      ).size > 0,
  };
}

/** `reason` null takes it back. */
export async function keepDismissal(
  tx: Tx,
  articleId: string,
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx.article.update({
    where: { id: articleId },
    data: { dismissedAt: reason === null ? null : now, dismissedReason: reason },
  });
}

/** Dismiss those of these pages that readers don't see and nobody reviews, for one reason. Returns their ids. */
export async function keepDismissals(
  tx: Tx,
  articleIds: readonly string[],
  reason: string,
  now: Date,
): Promise<string[]> {
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ANY (${[...articleIds]}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Article" a SET "dismissedAt" = ${now}, "dismissedReason" = ${reason}
    WHERE a."id" = ANY (${[...articleIds]}::uuid[]) AND a."dismissedAt" IS NULL
      AND NOT EXISTS (SELECT FROM "Standing" s WHERE s."subjectId" = a."id")
      AND NOT EXISTS (
        SELECT FROM "Review" r JOIN "ArticleVersion" v ON v."id" = r."versionId"
        WHERE v."articleId" = a."id" AND r."state" IN ('DRAFT', 'SUBMITTED', 'RETURNED'))
      AND NOT EXISTS (
        SELECT FROM "BlindReading" b JOIN "ArticleVersion" v ON v."id" = b."versionId"
        WHERE v."articleId" = a."id" AND b."state" IN ('READING', 'SETTLING'))
    RETURNING a."id"::text`;
  return rows.map(({ id }) => id);
}

export async function takeBackDismissals(tx: Tx, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.article.updateMany({
    where: { id: { in: [...articleIds] } },
    data: { dismissedAt: null, dismissedReason: null },
  });
}

/** Whether the page of a version is dismissed; nobody dismisses it until the transaction ends. */
export async function isDismissed(tx: Tx, versionId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ dismissed: boolean }[]>`
    SELECT a."dismissedAt" IS NOT NULL AS dismissed FROM "Article" a
    JOIN "ArticleVersion" v ON v."articleId" = a."id" WHERE v."id" = ${versionId}::uuid FOR SHARE OF a`;
  return row?.dismissed ?? false;
}
