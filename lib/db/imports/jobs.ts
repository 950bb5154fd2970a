import type { Tx } from "#lib/db/core/client";
import { FROM } from "#lib/domain/import-states";

/** The one job that an import has in the queue, by its name. */

/** What one look ends at most; the rest waits for the next. */
const MOST_LOST = 1000;

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

/** Imports on their way whose job has no try left and is held by nobody: nothing would ever end them. */
export async function lostImports(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT i."id"::text AS id FROM graphile_worker.jobs j JOIN "Import" i ON j.key = 'import:' || i."id"::text
    WHERE j.locked_at IS NULL AND j.attempts >= j.max_attempts AND i."state"::text = ANY (${[...FROM.lose]})
    LIMIT ${MOST_LOST}`;
  return rows.map(({ id }) => id);
}
