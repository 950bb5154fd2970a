import { database, lockNames, type Tx } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { STANDS } from "#lib/db/reviews/standing-work";
import {
  type ClaimMoves,
  type MergedClaim,
  type MergingClaim,
  MOST_MOVED,
  PAGES_LISTED,
} from "#lib/domain/claim-merging";
import type { Writer } from "#lib/domain/credits";
import * as words from "#lib/words";

/** Claims, merged and parted. What points to a claim is never rewritten: `rootId`, which the database keeps, says whose it is. */

export interface LockedClaim extends MergingClaim {
  readonly revision: number;
  readonly mergedIntoId: string | null;
}

/** These claims, and nobody merges or parts any until the transaction ends. Null in the place of one that isn't there. */
export async function lockClaims(tx: Tx, ids: readonly string[]): Promise<(LockedClaim | null)[]> {
  // The name that the database's own guard takes.
  await lockNames(tx, ["claims"]);
  // In one order, as two verbs may lock the same two.
  await tx.$queryRaw`
    SELECT 1 FROM "Claim" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await tx.claim.findMany({
    where: { id: { in: [...ids] } },
    include: {
      root: { select: { wording: true } },
      _count: { select: { members: true, reviews: { where: { state: "SUBMITTED" } } } },
    },
  });
  return ids.map((asked) => {
    const row = rows.find(({ id }) => id === asked);
    if (row === undefined) return null;
    const { id, wording, revision, mergedIntoId, root, _count } = row;
    const mergedInto = mergedIntoId === null ? null : root.wording;
    return {
      id,
      wording,
      revision,
      mergedIntoId,
      mergedInto,
      size: _count.members,
      isHandedIn: _count.reviews > 0,
    };
  });
}

interface Looked {
  readonly id: string;
  readonly revision: number;
}

/** False where either was changed since it was looked at. */
export async function keepMerging(
  tx: Tx,
  from: Looked,
  into: Looked,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id: from.id, revision: from.revision, mergedIntoId: null },
    data: { mergedIntoId: into.id, mergedById: by, mergedAt: at, revision: { increment: 1 } },
  });
  return count === 1 && touch(tx, into);
}

/** False where either was changed since it was looked at. */
export async function keepParting(tx: Tx, claim: Looked, from: Looked): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id: claim.id, revision: claim.revision },
    data: { mergedIntoId: null, mergedById: null, mergedAt: null, revision: { increment: 1 } },
  });
  return count === 1 && touch(tx, from);
}

async function touch(tx: Tx, { id, revision }: Looked): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id, revision },
    data: { revision: { increment: 1 } },
  });
  return count === 1;
}

/** The claim that this one counts for, itself where it was merged into none; null where there is no such claim. */
export async function rootOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.claim.findUnique({ where: { id }, select: { rootId: true } });
  return row?.rootId ?? null;
}

/** A claim, and all that were merged into it, whether it stands for itself or not. */
const memberRows = (id: string) => Prisma.sql`
  WITH RECURSIVE member AS (
    SELECT "id" FROM "Claim" WHERE "id" = ${id}::uuid
    UNION ALL SELECT c."id" FROM member JOIN "Claim" c ON c."mergedIntoId" = member."id"
  )`;

export async function membersOf(id: string, tx: Pick<Tx, "$queryRaw"> = database()): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`${memberRows(id)} SELECT "id"::text FROM member`;
  return rows.map((row) => row.id);
}

/** What goes with a claim, wherever it goes. */
export async function movesOf(id: string): Promise<ClaimMoves> {
  const [[said], [material], published] = await Promise.all([
    database().$queryRaw<{ statements: number; pages: number; waiting: number }[]>`
      ${memberRows(id)}
      SELECT count(*)::int AS statements, count(DISTINCT "articleId")::int AS pages,
        count(DISTINCT "reviewId") FILTER (WHERE state = 'SUBMITTED')::int AS waiting
      FROM (SELECT v."articleId", r."id" AS "reviewId", r."state"
        FROM member m JOIN "Statement" s ON s."claimId" = m."id" JOIN "Review" r ON r."id" = s."reviewId"
        JOIN "ArticleVersion" v ON v."id" = s."versionId" WHERE ${STANDS} LIMIT ${MOST_MOVED + 1}) part`,
    database().$queryRaw<{ evidence: number; searches: number }[]>`
      ${memberRows(id)}
      SELECT (SELECT count(*)::int FROM member m JOIN "Evidence" e ON e."claimId" = m."id" WHERE e."removedAt" IS NULL) AS evidence,
        (SELECT count(*)::int FROM member m JOIN "SearchRecord" s ON s."claimId" = m."id" WHERE s."removedAt" IS NULL) AS searches`,
    database().$queryRaw<{ title: string | null; slug: string; total: number }[]>`
      ${memberRows(id)}
      SELECT p."content" #>> '{article,title}' AS title, p."content" #>> '{article,slug}' AS slug, count(*) OVER ()::int AS total
      FROM (SELECT DISTINCT s."publicationId" FROM member m JOIN "StandingStatement" s ON s."claimId" = m."id") made
      JOIN "Publication" p ON p."id" = made."publicationId"
      ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT ${PAGES_LISTED}`,
  ]);
  return {
    statements: said?.statements ?? 0,
    pages: said?.pages ?? 0,
    waiting: said?.waiting ?? 0,
    evidence: material?.evidence ?? 0,
    searches: material?.searches ?? 0,
    published: published.map(({ title, slug }) => ({
      title: title ?? words.desk.queue.untitled,
      href: `/articles/${slug}`,
    })),
    publishedCount: published[0]?.total ?? 0,
  };
}

/** What was merged into a claim, the latest first. */
export async function mergedClaims(id: string): Promise<MergedClaim[]> {
  const rows = await database().$queryRaw<(Omit<MergedClaim, "at"> & { at: Date })[]>`
    ${memberRows(id)}
    SELECT c."id"::text, c."revision", c."wording", o."wording" AS "mergedInto", u."name" AS "by", c."mergedAt" AS "at"
    FROM member JOIN "Claim" c ON c."id" = member."id" JOIN "Claim" o ON o."id" = c."mergedIntoId"
    JOIN "User" u ON u."id" = c."mergedById"
    WHERE c."id" <> ${id}::uuid ORDER BY c."mergedAt" DESC, c."id"`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What was merged into a claim and readers could open once, in the order of their addresses: they are told where it is now. */
export async function joinedWithin(
  tx: Tx,
  members: readonly string[],
  id: string,
): Promise<{ readonly id: string; readonly slug: string; readonly wording: string }[]> {
  return tx.claim.findMany({
    where: { id: { in: members.filter((one) => one !== id) }, publications: { some: {} } },
    select: { id: true, slug: true, wording: true },
    orderBy: { slug: "asc" },
  });
}

/** Events of mergings into a claim and of partings from it: by `intoId` in what they keep. */
export async function mergingEvents(
  claimId: string,
  tx: Pick<Tx, "$queryRaw"> = database(),
): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ sequence: bigint }[]>`
    SELECT "sequence" FROM "AuditPayload" WHERE "payload" ? 'intoId' AND "payload" ->> 'intoId' = ${claimId}
    ORDER BY "sequence" DESC LIMIT 100`;
  return rows.map(({ sequence }) => sequence);
}

/**
 * Who merged the claims of these statements into others since the statements were written: they wrote that part of what is published. By the
 * statement's id.
 */
export async function claimMergers(
  tx: Tx,
  reviewId: string,
): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const rows = await tx.$queryRaw<{ statementId: string; id: string; name: string }[]>`
    WITH RECURSIVE way AS (
      SELECT s."id" AS "statementId", s."changedAt", c.* FROM "Statement" s JOIN "Claim" c ON c."id" = s."claimId"
      WHERE s."reviewId" = ${reviewId}::uuid AND s."removedAt" IS NULL
      UNION ALL
      SELECT w."statementId", w."changedAt", c.* FROM way w JOIN "Claim" c ON c."id" = w."mergedIntoId"
    )
    SELECT DISTINCT w."statementId"::text, u."id"::text, u."name" FROM way w
    JOIN "User" u ON u."id" = w."mergedById" AND w."mergedAt" > w."changedAt"`;
  const mergers = new Map<string, Writer[]>();
  for (const { statementId, id, name } of rows) {
    mergers.set(statementId, [...(mergers.get(statementId) ?? []), { id, name }]);
  }
  return mergers;
}
