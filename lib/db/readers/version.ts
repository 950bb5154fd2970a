import { database } from "#lib/db/core/client";

/**
 * What changes whenever something that readers see does: the last event of the chain that published, withdrew or erased something, and the last
 * check of the record, which says what is proven. Two questions of an index, asked before the page is: a copy that is marked with it is at
 * worst asked for once more.
 */
export async function publicVersion(): Promise<string> {
  const [row] = await database().$queryRaw<{ event: string | null; check: string | null }[]>`
    SELECT
      (SELECT hash FROM "AuditEvent" WHERE action IN ('review.publish', 'review.withdraw', 'payload.erase')
       ORDER BY sequence DESC LIMIT 1) AS event,
      (SELECT id::text FROM "RecordCheck" ORDER BY "finishedAt" DESC LIMIT 1) AS check`;
  return `${row?.event ?? "-"} ${row?.check ?? "-"}`;
}
