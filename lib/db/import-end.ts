import type { ImportFault } from "#lib/domain/import";
import { refusals } from "#lib/domain/words/refusals";
import { AppError } from "#lib/errors";
import { database, type Tx } from "./client";

/**
 * The import that a page came by is done, in the transaction that stores the page: so either both are there, or whoever
 * cancels it meanwhile is sure that nothing was stored. Its row stays locked from here to the commit; call it late, and before
 * the audit event, as those who cancel do.
 *
 * Throws   AppError `conflict` where nobody waits for the page any more.
 */
export async function markStored(
  tx: Tx,
  importId: string | undefined,
  versionId: string,
  now: Date,
): Promise<void> {
  if (importId === undefined) return;
  const { count } = await tx.import.updateMany({
    where: { id: importId, state: "RUNNING" },
    data: { state: "DONE", versionId, message: null, nextTryAt: null, finishedAt: now },
  });
  if (count === 0) throw new AppError("conflict", refusals.importCancelled);
}

/** Does somebody still wait for what a worker does for this import? Not once it was cancelled, or another worker ended it. */
export async function isUnderWay(importId: string): Promise<boolean> {
  return (await database().import.count({ where: { id: importId, state: "RUNNING" } })) > 0;
}

/** The end of an import that no page comes of. `fault`: whose it is, where it isn't the page's. */
export async function refuseImport(
  id: string,
  end: { readonly message: string; readonly fault?: ImportFault },
  now: Date,
): Promise<void> {
  await database().import.updateMany({
    where: { id, state: "RUNNING" },
    data: { nextTryAt: null, ...end, state: "REFUSED", finishedAt: now },
  });
}
