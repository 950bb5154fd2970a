import { v7 as newId } from "uuid";
import { database, type Tx } from "#lib/db/core/client";
import { insertRows } from "#lib/db/core/rows";
import { type CheckResult, isSameAddress } from "#lib/domain/articles";
import type { Retrieval } from "#lib/domain/retrieval";

/** Looks at pages: each is kept for good, and what a page shows now is what its last look found. */

export interface NewCheck {
  readonly articleId: string;
  readonly at: Date;
  readonly result: CheckResult;
  readonly versionId?: string;
  readonly snapshotSha256?: string;
  /** Where its address leads now. */
  readonly movedTo?: string;
  /** The import that looked; null where a page came without one. */
  readonly importId: string | null;
}

/** An import looks once for each time that it fetches: one that is only read again adds nothing. */
export async function keepCheck(tx: Tx, check: NewCheck): Promise<void> {
  await tx.pageCheck.createMany({ data: [check], skipDuplicates: true });
}

/** The same for many at once. */
export async function keepChecks(tx: Tx, checks: readonly NewCheck[]): Promise<void> {
  const rows = checks.map(({ articleId, at, result, importId, ...found }) => {
    const { versionId = null, snapshotSha256 = null, movedTo = null } = found;
    return { id: newId(), articleId, at, result, versionId, snapshotSha256, movedTo, importId };
  });
  await insertRows(tx, "PageCheck", rows, { skipExisting: true });
}

/** The version that a page showed when it was last seen; null for a page that is new. */
export async function shownVersion(tx: Tx, articleId: string): Promise<string | null> {
  const check = await tx.pageCheck.findFirst({
    where: { articleId, versionId: { not: null } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { versionId: true },
  });
  return check?.versionId ?? null;
}

/** What a look found without reading anything: the bytes were read before, or the page is at another address now. */
export type LookWithoutReading =
  | { readonly result: "SAME" | "TRIVIAL"; readonly versionId: string }
  | { readonly result: "MOVED"; readonly movedTo: string };

/**
 * Null where the bytes have to be read. Those of a page of several posts are read unless nothing has changed since its last
 * look: they tell of its other posts too.
 */
export async function lookWithoutReading(
  tx: Tx,
  articleId: string,
  { finalUrl }: Extract<Retrieval, { kind: "page" | "unchanged" }>,
  snapshotSha256: string,
): Promise<LookWithoutReading | null> {
  const { url, heading } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { url: true, heading: true },
  });
  if (url !== null && !isSameAddress(url, finalUrl)) return { result: "MOVED", movedTo: finalUrl };
  const earlier = await tx.pageCheck.findFirst({
    where: { articleId, ...(heading === null ? { snapshotSha256, versionId: { not: null } } : {}) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { versionId: true, result: true, snapshotSha256: true },
  });
  if (earlier === null || earlier.versionId === null || earlier.snapshotSha256 !== snapshotSha256)
    return null;
  return { result: earlier.result === "TRIVIAL" ? "TRIVIAL" : "SAME", versionId: earlier.versionId };
}

/** The address of an article that can be looked at again, locked so that nobody else asks meanwhile; null where there is none. */
export async function lockArticle(tx: Tx, id: string): Promise<{ readonly url: string | null } | null> {
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.article.findUnique({ where: { id }, select: { url: true } });
}

/** Articles whose time has come, the longest waiting first, and nobody else's: each is locked until the transaction ends. */
export async function dueArticles(
  tx: Tx,
  now: Date,
  most: number,
): Promise<readonly { readonly id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Article" WHERE "nextCheckAt" <= ${now}
    ORDER BY "nextCheckAt" LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`;
}

/**
 * Articles at an address that holds several, other than these, that were there when they were last looked at before this moment,
 * and of which nothing later is known.
 */
export async function rolledOff(
  tx: Tx,
  address: string,
  here: readonly string[],
  at: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id"::text AS "id" FROM "Article" a
    CROSS JOIN LATERAL (
      SELECT c."at", c."result" FROM "PageCheck" c WHERE c."articleId" = a."id" ORDER BY c."at" DESC, c."id" DESC LIMIT 1
    ) AS last
    WHERE a."url" = ${address} AND a."heading" IS NOT NULL AND a."id" <> ALL(${[...here]}::uuid[])
      AND last."at" < ${at} AND last."result" <> 'GONE'
    ORDER BY a."id"`;
  return rows.map(({ id }) => id);
}

/** Did the last look find no page? */
export async function isGone(tx: Tx, articleId: string): Promise<boolean> {
  const last = await tx.pageCheck.findFirst({
    where: { articleId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { result: true },
  });
  return last?.result === "GONE";
}

/** The looks at one page, oldest first. */
export function checksOf(articleId: string) {
  return database().pageCheck.findMany({
    where: { articleId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { at: true, result: true, versionId: true, movedTo: true, snapshotSha256: true },
  });
}
