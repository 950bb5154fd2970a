import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { listPart } from "#lib/db/readers/lists";
import { STANDS } from "#lib/db/reviews/standing-work";
import type { ClaimRow, ClaimsPage } from "#lib/domain/claim-desk";
import type { ListPlace } from "#lib/domain/cursors";
import { ClaimPublication } from "#lib/domain/publications";
import { verdictName } from "#lib/words/verdicts";

/** The desk's list of claims: all that stand for themselves, the latest first, or those that say something like what somebody typed. */

const ON_A_PAGE = 30;
/** Of the parts of what is typed as many must stand in a claim. */
const ENOUGH = 0.6;

interface Listed {
  readonly id: string;
  readonly at: Date;
}

/** The wording of a claim as it stands; null where there is none. */
export async function wordingOfClaim(id: string): Promise<string | null> {
  const claim = await database().claim.findUnique({ where: { id }, select: { wording: true } });
  return claim?.wording ?? null;
}

/** All claims, the latest first, a part at a time by the key of its rows. */
export async function claimsPage(place: ListPlace | null): Promise<ClaimsPage> {
  const { rows, older, newer } = await listPart(place, ON_A_PAGE, (from, take) => {
    const isBack = from?.way === "before";
    const beyond =
      from === null
        ? Prisma.empty
        : Prisma.sql`AND (c."createdAt", c."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
            (${from.cursor.at}::timestamptz, ${from.cursor.id}::uuid)`;
    const order = isBack ? Prisma.sql`c."createdAt", c."id"` : Prisma.sql`c."createdAt" DESC, c."id" DESC`;
    return database().$queryRaw<Listed[]>`
      SELECT c."id"::text, c."createdAt" AS "at" FROM "Claim" c WHERE c."mergedIntoId" IS NULL ${beyond} ORDER BY ${order} LIMIT ${take}`;
  });
  return { claims: await rowsOf(rows.map(({ id }) => id)), older, newer };
}

/** Claims whose wording, or that of one that was joined with them, is like this, the likest first; by trigrams, folded as the readers' search folds. */
export async function findClaims(search: string): Promise<ClaimRow[]> {
  const found = await database().$queryRaw<{ id: string }[]>`
    WITH asked AS MATERIALIZED (SELECT name_grams(${search}) AS grams),
    said AS (
      SELECT c."rootId", cardinality(name_grams(c."wording")) AS size,
        (SELECT count(*) FROM unnest(asked.grams) AS gram WHERE gram = ANY(name_grams(c."wording")))::float
          / cardinality(asked.grams) AS share
      FROM asked, "Claim" c WHERE name_grams(c."wording") && asked.grams
    )
    SELECT "rootId"::text AS "id" FROM said WHERE share >= ${ENOUGH} GROUP BY "rootId"
    ORDER BY max(share) DESC, min(size), "rootId" LIMIT ${ON_A_PAGE}`;
  return rowsOf(found.map(({ id }) => id));
}

/** In the order of the ids. */
async function rowsOf(ids: readonly string[]): Promise<ClaimRow[]> {
  const rows = await database().$queryRaw<(Omit<ClaimRow, "verdict"> & { readonly verdict: unknown })[]>`
    SELECT c."id"::text, c."wording",
      (SELECT r."state"::text FROM "Review" r WHERE r."claimId" = c."id" ORDER BY r."createdAt" DESC, r."id" DESC LIMIT 1) AS "state",
      (SELECT p."content" -> 'verdict' FROM "Standing" t JOIN "Publication" p ON p."id" = t."publicationId"
        WHERE t."subjectId" = c."id") AS "verdict",
      places."statements", places."pages"
    FROM unnest(${ids}::text[]) WITH ORDINALITY AS asked(id, place)
    JOIN "Claim" c ON c."id" = asked.id::uuid
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "statements", count(DISTINCT v."articleId")::int AS "pages"
      FROM "Claim" m JOIN "Statement" s ON s."claimId" = m."id"
      JOIN "Review" r ON r."id" = s."reviewId" JOIN "ArticleVersion" v ON v."id" = s."versionId"
      WHERE m."rootId" = c."id" AND ${STANDS}
    ) places
    ORDER BY asked.place`;
  return rows.map(({ verdict, ...row }) => ({
    ...row,
    verdict: verdict === null ? null : verdictName(ClaimPublication.shape.verdict.parse(verdict)),
  }));
}
