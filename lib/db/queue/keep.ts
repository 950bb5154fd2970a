import { lockNames, type Tx, transaction } from "#lib/db/core/client";
import { queueRows } from "./rows";

/**
 * The rows of the queue, kept as what they are worked out of changes. The database marks which pages and claims a transaction changed; the same
 * transaction works them out anew before it ends, and the worker those that another program, or the owner by hand, left marked.
 */

const AT_ONCE = 200;

/** Work out anew what this transaction changed. Called before its event is written: from there on all others wait for it. */
export async function keepQueue(tx: Tx, now: Date): Promise<void> {
  const marked = await tx.$queryRaw<{ subjectId: string }[]>`
    DELETE FROM "QueueMark" WHERE "transactionId" = pg_current_xact_id()::text::bigint RETURNING "subjectId"::text`;
  await workOutAnew(
    tx,
    marked.map(({ subjectId }) => subjectId),
    now,
  );
}

/**
 * Work out anew some of what is left marked, and of what falls due.
 *
 * Returns  how many pages and claims that were; 0 where nothing is left.
 */
export function keepLeftOver(now: Date): Promise<number> {
  return transaction(async (tx) => {
    const marked = await tx.$queryRaw<{ subjectId: string }[]>`
      DELETE FROM "QueueMark" WHERE ("transactionId", "subjectId") IN (
        SELECT "transactionId", "subjectId" FROM "QueueMark" LIMIT ${AT_ONCE}
      ) RETURNING "subjectId"::text`;
    const due = await tx.$queryRaw<{ subjectId: string }[]>`
      SELECT "subjectId"::text FROM "QueueItem" WHERE NOT "isDue" AND "promiseDue" <= ${now}::timestamptz LIMIT ${AT_ONCE}`;
    const ids = [...new Set([...marked, ...due].map(({ subjectId }) => subjectId))];
    await workOutAnew(tx, ids, now);
    return ids.length;
  });
}

/** One at a time works on the rows of a page or a claim, and sees all that the one before it changed. */
export async function workOutAnew(tx: Tx, subjectIds: readonly string[], now: Date): Promise<void> {
  if (subjectIds.length === 0) return;
  await lockNames(
    tx,
    subjectIds.map((id) => `queue:${id}`),
  );
  for (let i = 0; i < subjectIds.length; i += AT_ONCE) {
    await writeRows(tx, subjectIds.slice(i, i + AT_ONCE), now);
  }
}

/** In one question: what is gone is deleted, a row that is as it was isn't written, and words are worked out anew where they aren't those that stand there. */
async function writeRows(tx: Tx, subjectIds: readonly string[], now: Date): Promise<void> {
  const rows = await queueRows(tx, subjectIds, now);
  await tx.$executeRaw`
    WITH given AS (
      SELECT r.*, stood."wordsMark" IS NOT DISTINCT FROM r."wordsMark" AS "hasWords", stood."words" AS "standing"
      FROM json_populate_recordset(NULL::"QueueItem", ${JSON.stringify(rows)}::json) AS r LEFT JOIN "QueueItem" stood USING ("id")
    ), gone AS (
      DELETE FROM "QueueItem" WHERE "subjectId" = ANY(${[...subjectIds]}::uuid[]) AND "id" NOT IN (SELECT "id" FROM given)
    )
    INSERT INTO "QueueItem" AS old
    SELECT n."id", n."subjectId", n."kind", n."place", n."state", n."versionId", n."version", n."alsoVersions", n."title",
      n."publisher", n."day", n."waiting", n."total", n."authorId", n."assigneeId", n."lostId", n."hasReader", n."writers",
      n."priority", n."reasons", n."urgency", n."dueAt", n."changedAt", n."promiseDue", n."isDue", n."dismissedFor", n."revision",
      n."facets", n."wordsMark",
      CASE WHEN n."hasWords" THEN n."standing"
        ELSE search_vector(left(concat_ws(E'\n', n."title", n."publisher", (
          SELECT string_agg(each, E'\n') FROM queue_words(n."versionId", n."id") each), page_words(n."versionId")), 150000)) END,
      n."dissenters"
    FROM given n
    ON CONFLICT ("id") DO UPDATE SET
      "place" = EXCLUDED."place", "state" = EXCLUDED."state", "versionId" = EXCLUDED."versionId", "version" = EXCLUDED."version",
      "alsoVersions" = EXCLUDED."alsoVersions", "title" = EXCLUDED."title", "publisher" = EXCLUDED."publisher",
      "day" = EXCLUDED."day", "waiting" = EXCLUDED."waiting", "total" = EXCLUDED."total", "authorId" = EXCLUDED."authorId",
      "assigneeId" = EXCLUDED."assigneeId", "lostId" = EXCLUDED."lostId", "hasReader" = EXCLUDED."hasReader",
      "writers" = EXCLUDED."writers", "priority" = EXCLUDED."priority", "reasons" = EXCLUDED."reasons",
      "urgency" = EXCLUDED."urgency", "dueAt" = EXCLUDED."dueAt", "changedAt" = EXCLUDED."changedAt",
      "promiseDue" = EXCLUDED."promiseDue", "isDue" = EXCLUDED."isDue", "dismissedFor" = EXCLUDED."dismissedFor",
      "revision" = EXCLUDED."revision", "facets" = EXCLUDED."facets", "wordsMark" = EXCLUDED."wordsMark", "words" = EXCLUDED."words",
      "dissenters" = EXCLUDED."dissenters"
    WHERE to_jsonb(old) - 'words' IS DISTINCT FROM to_jsonb(EXCLUDED) - 'words'`;
}
