import { type Tx, transaction } from "#lib/db/core/client";
import { workOutAnew } from "./keep";
import { type QueueRow, queueRows } from "./rows";

/** The whole queue, compared with what it is worked out of, and worked out anew. */

const AT_ONCE = 200;
const HOUR = 3_600_000;

/** The pages and claims about which the rows say something else than the other tables do. Marked ones are wrong until the mark is gone. */
export async function wrongInQueue(tx: Tx, now: Date): Promise<string[]> {
  const wrong: string[] = [];
  for await (const ids of everySubject(tx)) {
    const made = bySubject(await queueRows(tx, ids, now));
    const kept = bySubject(await tx.queueItem.findMany({ where: { subjectId: { in: [...ids] } } }));
    wrong.push(...ids.filter((id) => textOf(made.get(id)) !== textOf(kept.get(id))));
  }
  return [...wrong, ...(await strays(tx))];
}

/** Returns how many pages and claims were wrong. As many as there are are worked out anew, some at a time: nobody waits for long. */
export async function rebuildQueue(now: Date): Promise<number> {
  return transaction(
    async (tx) => {
      const wrong = await wrongInQueue(tx, now);
      for (let i = 0; i < wrong.length; i += AT_ONCE) await workOutAnew(tx, wrong.slice(i, i + AT_ONCE), now);
      return wrong.length;
    },
    { timeout: HOUR },
  );
}

/** Rows of what isn't there. */
async function strays(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT q."subjectId"::text AS id FROM "QueueItem" q
    WHERE NOT EXISTS (SELECT FROM "Article" a WHERE a."id" = q."subjectId")
      AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."id" = q."subjectId")`;
  return rows.map(({ id }) => id);
}

async function* everySubject(tx: Tx): AsyncGenerator<readonly string[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM (
        (SELECT "id" FROM "Article" WHERE "id" > ${after}::uuid ORDER BY "id" LIMIT ${AT_ONCE})
        UNION ALL (SELECT "id" FROM "Claim" WHERE "id" > ${after}::uuid ORDER BY "id" LIMIT ${AT_ONCE})
      ) each ORDER BY id LIMIT ${AT_ONCE}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

type Compared = Omit<QueueRow, "reasons"> & { readonly reasons: unknown };

function bySubject(rows: readonly Compared[]): ReadonlyMap<string, Compared[]> {
  const by = new Map<string, Compared[]>();
  for (const row of rows) by.set(row.subjectId, [...(by.get(row.subjectId) ?? []), row]);
  return by;
}

function textOf(rows: readonly Compared[] | undefined): string {
  const sorted = (rows ?? []).map((row) => {
    const { reasons, ...columns } = row;
    const said = Array.isArray(reasons) ? reasons.map(({ code, count }) => [code, count]) : reasons;
    return JSON.stringify([...Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)), said]);
  });
  return sorted.sort().join("\n");
}
