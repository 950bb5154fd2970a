import { database } from "#lib/db/core/client";

/** Names all that readers see, and says when it last became another one; null where nothing ever was published, withdrawn or checked. */
export interface PublicVersion {
  readonly version: string;
  readonly changedAt: Date | null;
}

/**
 * What changes whenever something that readers see does: the last event of the chain that published, withdrew or erased something or said that the page behind
 * evidence is gone, and the last check of the record, which says what is proven. Two questions of an index, asked before the page is: a copy that is marked with it is at
 * worst asked for once more.
 */
export async function publicVersion(): Promise<PublicVersion> {
  const [row] = await database().$queryRaw<
    { event: string | null; check: string | null; at: Date | null; checkedAt: Date | null }[]
  >`
    SELECT event.hash AS event, event.at, checked.id::text AS check, checked."finishedAt" AS "checkedAt"
    FROM (SELECT 1) AS always
    LEFT JOIN LATERAL (
      SELECT hash, at FROM "AuditEvent"
      WHERE action IN ('review.publish', 'review.withdraw', 'payload.erase', 'evidenceWatch.miss', 'evidenceWatch.end')
      ORDER BY sequence DESC LIMIT 1) event ON true
    LEFT JOIN LATERAL (SELECT id, "finishedAt" FROM "RecordCheck" ORDER BY "finishedAt" DESC LIMIT 1) checked ON true`;
  const { event = null, check = null, at = null, checkedAt = null } = row ?? {};
  return {
    version: `${event ?? "-"} ${check ?? "-"}`,
    changedAt: at === null || (checkedAt !== null && checkedAt > at) ? checkedAt : at,
  };
}
