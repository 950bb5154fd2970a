import type { Tx } from "#lib/db/core/client";

/** The one job that an import has in the queue, by its name. */

export const jobKey = (importId: string) => `import:${importId}`;

/** A dead job would otherwise stay behind without its name when a new one takes its place. */
export async function removeJob(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.remove_job(${jobKey(importId)})`;
}

/** Were all tries of its job used up, without an end that the import tells of? So it is where the worker itself was killed each time. */
export async function hasDeadJob(tx: Tx, importId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker.jobs
    WHERE key = ${jobKey(importId)} AND locked_at IS NULL AND attempts >= max_attempts`;
  return rows.length > 0;
}
