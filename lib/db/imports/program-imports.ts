import { versionsOfImport } from "#lib/db/articles/posts";
import { database, lockNames, type Tx } from "#lib/db/core/client";
import type { ImportStatus } from "#lib/domain/program-imports";

interface Under {
  readonly id: string;
  readonly way: "GIVEN" | "ADDRESS";
  readonly snapshotSha256: string | null;
  readonly url: string | null;
}

/** What a program asked for under a key before, while nobody else asks under it. Null where that is nothing. */
export async function importUnderKey(tx: Tx, tokenId: string, key: string): Promise<Under | null> {
  await lockNames(tx, [`api:${tokenId}:${key}`]);
  return tx.import.findUnique({
    where: { apiTokenId_idempotencyKey: { apiTokenId: tokenId, idempotencyKey: key } },
    select: { id: true, snapshotSha256: true, url: true, way: true },
  });
}

/** How an import stands that this token gave; null for any other. */
export async function importOfToken(tokenId: string, id: string): Promise<ImportStatus | null> {
  const row = await database().import.findFirst({
    where: { id, apiTokenId: tokenId },
    include: { version: { select: { id: true, number: true, articleId: true } } },
  });
  if (row === null) return null;
  const { state, message, url, finalUrl, version } = row;
  return {
    id,
    state,
    message,
    url: finalUrl ?? url,
    version,
    versions: version === null ? [] : await versionsOfImport(id),
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
