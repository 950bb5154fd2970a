import { unprovenPublications } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { LostPage } from "#lib/domain/published";
import { placeOf } from "./rows";

const MOST_SHOWN = 20;

/**
 * Pages that made this claim when they were last published, and were withdrawn then. The latest first. Of their content only the title; one that
 * isn't what was published is left out.
 */
export async function lostPages(claimSlug: string): Promise<LostPage[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Claim" c
    JOIN "PublicationClaim" made ON made."claimId" = c.id
    JOIN "Publication" p ON p.id = made."publicationId" AND p.kind = 'ARTICLE' AND p."withdrawnAt" IS NOT NULL
    WHERE c.slug = ${claimSlug} AND NOT EXISTS (
      SELECT 1 FROM "Publication" later WHERE later."articleId" = p."articleId"
        AND (later."publishedAt", later.id) > (p."publishedAt", p.id)
    ) ORDER BY p."withdrawnAt" DESC, p.id DESC LIMIT ${MOST_SHOWN}`;
  const found = await database().publication.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const unproven = await unprovenPublications(found);
  return rows.flatMap(({ id }) => {
    const row = found.find((one) => one.id === id);
    return row?.withdrawnAt == null || unproven.has(id)
      ? []
      : [{ ...placeOf(row), at: row.withdrawnAt.toISOString() }];
  });
}
