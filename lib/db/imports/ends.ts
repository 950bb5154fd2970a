import { database, type Tx, transaction } from "#lib/db/core/client";
import { FROM, refused, TO } from "#lib/domain/import-states";
import type { ImportFault } from "#lib/domain/imports";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { lostImports } from "./jobs";

const refusals = words.refusals;
const versionRefusals = words.versionRefusals;

/** An import, and the version that its page became or was already. */
export interface StoredImport {
  readonly importId: string;
  readonly versionId: string;
  readonly now: Date;
}

/**
 * The imports that pages came by are done, in the transaction that stores the pages: so either both are there, or whoever
 * cancels one meanwhile is sure that nothing of it was stored. Their rows stay locked from here to the commit; call it late, and
 * before the audit events, as those who cancel do.
 *
 * Throws   AppError `conflict` where nobody waits for one of the pages any more.
 */
export async function markStored(tx: Tx, imports: readonly StoredImport[]): Promise<void> {
  if (imports.length === 0) return;
  const ids = imports.map(({ importId }) => importId);
  const versions = imports.map(({ versionId }) => versionId);
  const times = imports.map(({ now }) => now);
  const count = await tx.$executeRaw`
    UPDATE "Import" i SET "state" = 'DONE', "versionId" = stored.version, "message" = NULL, "nextTryAt" = NULL, "finishedAt" = stored.at
    FROM unnest(${ids}::uuid[], ${versions}::uuid[], ${times}::timestamptz[]) AS stored(id, version, at)
    WHERE i."id" = stored.id AND i."state" = 'RUNNING'`;
  if (count < imports.length) throw new AppError("conflict", refusals.importCancelled);
}

/**
 * Looks at articles that are not on the page any more, in the same transaction and under the same rule. `now` is when its site
 * was asked: the look that found nothing is the last word on the article.
 *
 * Throws   AppError `conflict` where nobody waits for one of them any more.
 */
export async function markRolledOff(
  tx: Tx,
  looks: readonly Omit<StoredImport, "versionId">[],
): Promise<void> {
  for (const { importId, now } of looks) {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: [...FROM.refuse] } },
      data: refused({ message: versionRefusals.rolledOff }, now),
    });
    if (count === 0) throw new AppError("conflict", refusals.importCancelled);
  }
}

/** Does somebody still wait for what a worker does for this import? Not once it was cancelled, or another worker ended it. */
export async function isUnderWay(importId: string): Promise<boolean> {
  return (await database().import.count({ where: { id: importId, state: TO.begin } })) > 0;
}

/** The end of an import that no page comes of. `fault`: whose it is, where it isn't the page's. */
export async function refuseImport(
  id: string,
  end: { readonly message: string; readonly fault?: ImportFault },
  now: Date,
): Promise<void> {
  await database().import.updateMany({
    where: { id, state: { in: [...FROM.refuse] } },
    data: refused(end, now),
  });
}

/**
 * End what nobody works on any more: its worker was killed at every try, the last one too, and so nobody said that it was over. Whoever
 * gave it is told, and may try it again. Returns how many there were; any number of workers may call it at once.
 */
export function refuseLost(now: Date): Promise<number> {
  return transaction(async (tx) => {
    const ids = await lostImports(tx);
    const { count } = await tx.import.updateMany({
      where: { id: { in: ids }, state: { in: [...FROM.lose] } },
      data: refused({ message: words.imports.gaveUp, fault: "OURS" }, now),
    });
    return count;
  });
}
