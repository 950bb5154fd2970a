import { database } from "#lib/db/core/client";
import { MOST_CHANGED } from "#lib/domain/live";
import type { LivePlace } from "#lib/domain/live-shapes";

/** What changed, asked of the history itself: for whoever comes, comes back, or can't be told as it happens. */

/** So many acts are looked through; after more than that everything may have changed. */
const MOST_ACTS = 500;

export interface Changes {
  readonly sequence: number;
  readonly changed: readonly string[];
  readonly acts: readonly number[];
  readonly isCut: boolean;
}

/** The number of the last act. Asked before a page is read: whatever comes after it may be missing there. */
export async function lastAct(): Promise<number> {
  const last = await database().auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true },
  });
  return Number(last?.sequence ?? 0n);
}

/** What changed at a place after an act. A number that the history doesn't reach yet (a backup was put back) has everything changed. */
export async function changesSince(place: LivePlace, since: number): Promise<Changes> {
  const found = await database().$queryRaw<{ acts: number; numbers: bigint[]; place: string | null }[]>`
    WITH acts AS (
      SELECT "sequence", "subjectId", "action" FROM "AuditEvent" WHERE "sequence" > ${since} ORDER BY "sequence" LIMIT ${MOST_ACTS}
    )
    SELECT (SELECT count(*)::int FROM acts) AS acts, array_agg("sequence" ORDER BY "sequence") AS numbers, live_place("subjectId", "action") AS place
    FROM acts GROUP BY 3 ORDER BY max("sequence")`;
  const isBeyond = found.length === 0 && since > (await lastAct());
  if (isBeyond || (found[0]?.acts ?? 0) >= MOST_ACTS)
    return { sequence: await lastAct(), changed: [], acts: [], isCut: true };
  const seen = found.filter((one) => one.place !== null && isSeenAt(place, one.place));
  const ids = seen.flatMap((one) => (one.place === null ? [] : [subjectIn(one.place)]));
  const acts = seen.flatMap(({ numbers }) => numbers.map(Number));
  return {
    sequence: Math.max(since, ...acts),
    changed: ids.slice(0, MOST_CHANGED),
    acts: acts.slice(0, MOST_CHANGED),
    isCut: acts.length > MOST_CHANGED,
  };
}

/** Whether what happened at `place` is seen by who looks at `shown`: the queue is made of all pages and claims. */
export function isSeenAt(shown: LivePlace, place: string): boolean {
  return shown === "queue" ? !place.startsWith("user:") : place === shown;
}

/** The page or claim itself; `queue` for an act on many. */
export const subjectIn = (place: string): string => place.slice(place.indexOf(":") + 1);

/** Whether there is such a page or claim. Whoever is signed in may look at all of them; of a page that is read blind nothing is told. */
export async function isThere(place: LivePlace): Promise<boolean> {
  if (place === "queue") return true;
  const id = subjectIn(place);
  if (place.startsWith("claim:")) return (await database().claim.count({ where: { id } })) > 0;
  return (await database().article.count({ where: { id } })) > 0;
}
