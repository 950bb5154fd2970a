import type { RequestImport } from "#lib/domain/import";
import { database, type Tx } from "./client";
import type { Import } from "./generated/client";
import { keepSnapshot } from "./store";

/** How often a page that failed through our own fault is tried, before it is given up with a sentence. */
export const IMPORT_ATTEMPTS = 6;

/** A page on its way in, with its bytes and its job: all three are there once the transaction is committed, or none. */
export async function keepImport(
  tx: Tx,
  request: RequestImport & { readonly requestedById: string },
  now: Date,
): Promise<{ readonly id: string; readonly snapshotSha256: string }> {
  const { bytes, format, fileName, mediaType, url, publisher, requestedById } = request;
  const snapshotSha256 = await keepSnapshot(tx, bytes, mediaType, now);
  const { id } = await tx.import.create({
    data: {
      ...{ snapshotSha256, format, fileName: fileName || null, mediaType },
      ...{ url, publisher, requestedById, requestedAt: now },
    },
  });
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'import', json_build_object('importId', ${id}::text), max_attempts := ${IMPORT_ATTEMPTS}::int)`;
  return { id, snapshotSha256 };
}

/** An import that isn't finished, marked as running, with its bytes; null where there is nothing left to do. */
export async function startImport(
  id: string,
): Promise<(Import & { snapshot: { bytes: Uint8Array } }) | null> {
  const { count } = await database().import.updateMany({
    where: { id, state: { in: ["QUEUED", "RUNNING"] } },
    data: { state: "RUNNING" },
  });
  if (count === 0) return null;
  return database().import.findUnique({ where: { id }, include: { snapshot: { select: { bytes: true } } } });
}

export async function finishImport(
  id: string,
  end:
    | { readonly state: "DONE"; readonly versionId: string }
    | { readonly state: "REFUSED"; readonly message: string },
  now: Date,
): Promise<void> {
  await database().import.updateMany({
    where: { id, state: "RUNNING" },
    data: { ...end, finishedAt: now },
  });
}
