import { v7 as newId } from "uuid";
import { database, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { insertRows } from "#lib/db/core/rows";
import { keepSnapshots } from "#lib/db/storing/snapshots";
import type { Actor } from "#lib/domain/actor";
import type { BulkPage } from "#lib/domain/bulk-imports";
import { isOnItsWay } from "#lib/domain/import-states";
import type { ImportState } from "#lib/domain/imports";
import { IMPORT_ATTEMPTS, reopenImport } from "./imports";

/** Pages that people give one by one are read first: the queue takes the lowest number. */
const PRIORITY = 10;

export interface GivenImport {
  readonly importId: string;
  /** `new`: asked for now; `again`: was refused or cancelled, and is tried once more; `waiting`: asked for earlier and not read yet; `known`: in already. */
  readonly state: "new" | "again" | "waiting" | "known";
  readonly snapshotSha256: string;
}

/**
 * Pages on their way in, with their bytes and jobs; where the same bytes from the same address were given before, that import.
 * No two of them are the same. Answers in their order.
 */
export async function keepImports(
  tx: Tx,
  pages: readonly BulkPage[],
  requestedById: string | null,
  now: Date,
): Promise<GivenImport[]> {
  const wanted = pages.map((page) => ({ page, hash: sha256(page.bytes), importId: newId() }));
  const before = await givenBefore(tx, wanted);
  const fresh = wanted.filter((_, index) => before[index] === undefined);
  await keepSnapshots(
    tx,
    fresh.map(({ page: { bytes, mediaType } }) => ({ bytes, mediaType, now })),
  );
  await insertRows(
    tx,
    "Import",
    fresh.map(({ page, hash, importId }) => ({
      id: importId,
      way: "GIVEN",
      state: "QUEUED",
      snapshotSha256: hash,
      format: page.format,
      mediaType: page.mediaType,
      fileName: page.fileName,
      url: page.url,
      publisher: page.publisher,
      isSample: false,
      attempts: 0,
      requestedById,
      requestedAt: now,
      fetchedAt: page.fetchedAt,
    })),
  );
  const given: GivenImport[] = [];
  for (const [index, { hash: snapshotSha256, importId }] of wanted.entries()) {
    const found = before[index];
    if (found === undefined) given.push({ importId, state: "new", snapshotSha256 });
    else given.push({ importId: found.id, state: await stateOf(tx, found), snapshotSha256 });
  }
  // One that waits has its job already, unless something went very wrong: asked for again, it takes its own place.
  const queued = given.filter(({ state }) => state === "new" || state === "waiting");
  await addJobs(
    tx,
    queued.map(({ importId }) => importId),
  );
  return given;
}

interface Before {
  readonly id: string;
  readonly state: ImportState;
}

/** The latest import of the same bytes and address, for each page that has one; what succeeded before what did not. */
async function givenBefore(
  tx: Tx,
  wanted: readonly { readonly page: BulkPage; readonly hash: string }[],
): Promise<(Before | undefined)[]> {
  const hashes = wanted.map(({ hash }) => hash);
  const urls = wanted.map(({ page }) => page.url);
  const formats = wanted.map(({ page }) => page.format);
  const rows = await tx.$queryRaw<(Before & { place: number })[]>`
    SELECT DISTINCT ON (asked.place) asked.place::int AS place, i."id"::text AS id, i."state"::text AS state
    FROM unnest(${hashes}::text[], ${urls}::text[], ${formats}::text[]) WITH ORDINALITY AS asked(hash, url, format, place)
    JOIN "Import" i ON i."snapshotSha256" = asked.hash AND i."way" = 'GIVEN'
      AND i."url" IS NOT DISTINCT FROM asked.url AND i."format" IS NOT DISTINCT FROM asked.format
    ORDER BY asked.place, (i."state" = 'DONE') DESC, (i."state" IN ('QUEUED', 'RUNNING')) DESC, i."id" DESC`;
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return wanted.map((_, index) => byPlace.get(index + 1));
}

async function stateOf(tx: Tx, { id, state }: Before): Promise<GivenImport["state"]> {
  if (state === "DONE") return "known";
  if (isOnItsWay(state)) return "waiting";
  return (await reopenImport(tx, id)) ? "again" : "waiting";
}

async function addJobs(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    SELECT count(*) FROM graphile_worker.add_jobs((
      SELECT array_agg((
        'import', json_build_object('importId', id), NULL, NULL, ${IMPORT_ATTEMPTS}::int, 'import:' || id, ${PRIORITY}::int, NULL
      )::graphile_worker.job_spec)
      FROM unnest(${[...ids]}::text[]) AS id))`;
}

/** Who has this e-mail address, if their account is enabled. */
export async function actorByEmail(email: string): Promise<Actor | null> {
  return database().user.findFirst({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    select: { id: true, name: true, role: true },
  });
}

export interface Ended {
  readonly importId: string;
  /** Of the first article on its page; null where it was refused. */
  readonly versionId: string | null;
  /** How many articles its page is. */
  readonly articles: number;
  /** Why it was refused; null where it wasn't. */
  readonly message: string | null;
  /** False where every text of its page was here already. */
  readonly isNew: boolean;
}

/** Those of these imports that have ended. */
export async function endedImports(ids: readonly string[]): Promise<Ended[]> {
  return database().$queryRaw<Ended[]>`
    SELECT i."id"::text AS "importId", i."versionId"::text AS "versionId", i."message",
      (SELECT count(DISTINCT c."articleId") FROM "PageCheck" c
        WHERE c."importId" = i."id" AND c."versionId" IS NOT NULL)::int AS "articles",
      EXISTS (SELECT FROM "PageCheck" c WHERE c."importId" = i."id" AND c."result" = 'NEW') AS "isNew"
    FROM "Import" i
    WHERE i."id" = ANY(${[...ids]}::uuid[]) AND i."state" NOT IN ('QUEUED', 'RUNNING')`;
}
