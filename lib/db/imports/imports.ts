import { keepCheck, lockArticle, lookWithoutReading } from "#lib/db/articles/checks";
import { Bundles } from "#lib/db/core/bundles";
import { database, type Tx, transaction } from "#lib/db/core/client";
import { keepSnapshot, snapshotBytes } from "#lib/db/storing/snapshots";
import {
  begun,
  cancelled,
  FROM,
  fetched,
  ON_ITS_WAY,
  refused,
  reopened,
  TO,
  waiting,
} from "#lib/domain/import-states";
import { LARGE_PAGE } from "#lib/domain/imports";
import type { RequestAddress, RequestImport } from "#lib/domain/imports-shapes";
import type { Retrieval } from "#lib/domain/retrieval";
import * as words from "#lib/words";
import { hasDeadJob, jobKey, removeJob } from "./jobs";

const versionRefusals = words.versionRefusals;

/** How often a page that failed through our own fault is tried, before it is given up with a sentence. */
export const IMPORT_ATTEMPTS = 6;

/** Who asks: a person, or a program in their name. */
interface Requester {
  readonly requestedById: string;
  readonly apiTokenId?: string;
  readonly idempotencyKey?: string | null;
  /** Smaller is sooner: see `turnOf`. */
  readonly turn?: number;
}

/** A page on its way in, with its bytes and its job: all three are there once the transaction is committed, or none. */
export async function keepImport(
  tx: Tx,
  request: RequestImport & Requester,
  now: Date,
): Promise<{ readonly id: string; readonly snapshotSha256: string }> {
  const { bytes, format, fileName, mediaType, url, publisher, turn, ...who } = request;
  const snapshotSha256 = await keepSnapshot(tx, { bytes, mediaType, now });
  const { id } = await tx.import.create({
    data: {
      snapshotSha256,
      format,
      fileName: fileName || null,
      mediaType,
      url,
      publisher,
      ...who,
      requestedAt: now,
      shareBytes: bytes.byteLength,
    },
  });
  await addJob(tx, "import", { importId: id, bytes: bytes.byteLength, turn });
  return { id, snapshotSha256 };
}

/** Whose page an address is: nobody asked for one that is looked at by itself, and only one that is here has its article. */
interface Asked {
  readonly requestedById: string | null;
  readonly articleId?: string;
  readonly turn?: number;
}

/** An address that waits to be fetched, with its job. */
export async function keepAddress(
  tx: Tx,
  { address, publisher, articleId, turn, ...who }: RequestAddress & Asked,
  now: Date,
): Promise<string> {
  const { id } = await tx.import.create({
    data: {
      way: "ADDRESS",
      url: address,
      publisher,
      ...who,
      requestedAt: now,
      shareBytes: who.requestedById === null ? null : 0,
      ...(articleId === undefined ? {} : { articleId }),
    },
  });
  await addJob(tx, "fetch", { importId: id, turn });
  return id;
}

/** What the queue is told of a fetch: `turns` are hosts, and the moments at which they are ours. */
interface FetchJob {
  readonly importId: string;
  readonly turns?: ReadonlyMap<string, Date>;
  /** How large the page is that is read; 0 where that isn't known. */
  readonly bytes?: number;
  readonly turn?: number | undefined;
}

/** Large pages are read one at a time, after the smaller ones: none of those waits for long behind them. */
const LARGE_QUEUE = "large pages";
/** Smaller is sooner. What people give comes before what is imported in bulk (10). */
const [SOON, LATER] = [0, 5];

/** One job an import, whatever comes first: a new one takes the place of one that waits, and is the last word after one that runs. */
async function addJob(
  tx: Tx,
  task: "import" | "fetch",
  { importId, turns = new Map(), bytes = 0, turn = SOON }: FetchJob,
  runAt?: Date,
): Promise<void> {
  const payload = task === "import" ? { importId } : { importId, turns: [...turns] };
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json, max_attempts := ${IMPORT_ATTEMPTS}::int,
      run_at := ${runAt ?? null}::timestamptz, job_key := ${jobKey(importId)},
      queue_name := ${bytes > LARGE_PAGE ? LARGE_QUEUE : null}, priority := ${bytes > LARGE_PAGE ? Math.max(LATER, turn) : turn}::int)`;
}

/** What reading a page needs of its import. */
export interface StartedImport {
  readonly bytes: Uint8Array;
  readonly format: string | null;
  readonly mediaType: string | null;
  /** Where it was found: after redirects, if it was fetched. */
  readonly url: string | null;
  readonly publisher: string | null;
  readonly isSample: boolean;
  readonly requestedById: string | null;
  /** The page that is looked at again; null for one that its address or its text tells. */
  readonly articleId: string | null;
  readonly requestedAt: Date;
  readonly fetchedAt: Date | null;
}

/** How many are begun with one question, where thousands of pages wait. */
const BEGUN_TOGETHER = 64;

const starting = new Bundles<string, StartedRow | null>({
  keysOf: (id) => [id],
  weightOf: () => 1,
  most: { items: BEGUN_TOGETHER, weight: BEGUN_TOGETHER },
  work: startImports,
});

/** An import that isn't finished, marked as running, with its bytes; null where there is nothing left to read. */
export async function startImport(id: string): Promise<StartedImport | null> {
  const row = await starting.add(id);
  if (row === null) return null;
  const { id: _, snapshotSha256, bytes, ...known } = row;
  return { ...known, bytes: await snapshotBytes(snapshotSha256, bytes) };
}

type StartedRow = Omit<StartedImport, "bytes"> & {
  readonly id: string;
  readonly snapshotSha256: string;
  /** Null where they lie in the snapshot folder. */
  readonly bytes: Uint8Array | null;
};

/** In the order of their ids, so that two workers that begin the same ones wait for each other instead of blocking each other. */
async function startImports(ids: readonly string[]): Promise<(StartedRow | null)[]> {
  const rows = await database().$queryRaw<StartedRow[]>`
    WITH waiting AS (
      SELECT "id" FROM "Import"
      WHERE "id" = ANY(${[...ids]}::uuid[]) AND "state" IN ('QUEUED', 'RUNNING') AND "snapshotSha256" IS NOT NULL
        AND ("way" = 'GIVEN' OR "fetchedAt" IS NOT NULL)
      ORDER BY "id" FOR NO KEY UPDATE
    ), started AS (
      UPDATE "Import" i SET "state" = 'RUNNING' FROM waiting w WHERE i."id" = w."id" RETURNING i.*
    )
    SELECT i."id"::text AS "id", i."format", i."mediaType", coalesce(i."finalUrl", i."url") AS "url", i."publisher",
      i."isSample", i."requestedById"::text AS "requestedById", i."articleId"::text AS "articleId", i."requestedAt",
      i."fetchedAt", i."snapshotSha256", s."bytes"
    FROM started i JOIN "Snapshot" s ON s."sha256" = i."snapshotSha256"`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** An address that wasn't fetched yet, marked as running; null where there is nothing left to fetch. */
export async function startFetch(
  id: string,
): Promise<{ readonly url: string; readonly attempts: number } | null> {
  const { count } = await database().import.updateMany({
    where: { id, way: "ADDRESS", fetchedAt: null, state: { in: [...FROM.begin] } },
    data: begun(),
  });
  if (count === 0) return null;
  const row = await database().import.findUnique({ where: { id }, select: { url: true, attempts: true } });
  return row === null || row.url === null ? null : { url: row.url, attempts: row.attempts };
}

/** A fetch that may make this move: it is under way, and nobody else finished or gave it up meanwhile. */
const fetching = (id: string, move: "waitToTry" | "refuse") => ({
  id,
  way: "ADDRESS" as const,
  fetchedAt: null,
  state: { in: [...FROM[move]] },
});

/**
 * The bytes of a fetched page, what is known of them, and the job that reads them: all of it or nothing. A look at a page that
 * is here is finished at once where its bytes were read before, or where they came from another address.
 */
export async function keepFetched(
  id: string,
  got: Extract<Retrieval, { kind: "page" | "unchanged" }>,
  now: Date,
): Promise<void> {
  const { finalUrl, mediaType, etag, lastModified } = got;
  await transaction(async (tx) => {
    if (!(await lockFetch(tx, id))) return;
    const snapshotSha256 = got.kind === "page" ? await keepSnapshot(tx, { ...got, now }) : got.snapshotSha256;
    await tx.import.update({
      where: { id },
      data: { ...fetched(), snapshotSha256, finalUrl, mediaType, etag, lastModified, fetchedAt: now },
    });
    if (await finishKnownLook(tx, id, got, { snapshotSha256, now })) return;
    await addJob(tx, "import", { importId: id, bytes: got.kind === "page" ? got.bytes.byteLength : 0 });
  });
}

/** False where the import is no look, or where its bytes have to be read. */
async function finishKnownLook(
  tx: Tx,
  id: string,
  got: Parameters<typeof lookWithoutReading>[2],
  { snapshotSha256, now }: { readonly snapshotSha256: string; readonly now: Date },
): Promise<boolean> {
  const { articleId } = await tx.import.findUniqueOrThrow({ where: { id }, select: { articleId: true } });
  const known = articleId === null ? null : await lookWithoutReading(tx, articleId, got, snapshotSha256);
  if (articleId === null || known === null) return false;
  const end =
    known.result === "MOVED"
      ? refused({ message: versionRefusals.movedTo(known.movedTo) }, now)
      : { state: TO.store, versionId: known.versionId, finishedAt: now };
  await tx.import.update({ where: { id }, data: end });
  await keepCheck(tx, { articleId, at: now, importId: id, snapshotSha256, ...known });
  return true;
}

/** There is no page at an address any more: of one that is here this is kept, and its versions stay. */
export async function finishGone(id: string, message: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: fetching(id, "refuse"),
      data: refused({ message }, now),
    });
    const { articleId } = await tx.import.findUniqueOrThrow({ where: { id }, select: { articleId: true } });
    if (count === 0 || articleId === null) return;
    await keepCheck(tx, { articleId, at: now, importId: id, result: "GONE" });
  });
}

/** Nobody ends or cancels this fetch before the commit; false where somebody did already. */
async function lockFetch(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Import" WHERE "id" = ${id}::uuid AND "way" = 'ADDRESS' AND "fetchedAt" IS NULL AND "state" = 'RUNNING'
    FOR UPDATE`;
  return rows.length > 0;
}

/**
 * A fetch that goes on at `at`. `message` and `attempts` say what went wrong so far; a fetch that only waits for its turn at
 * a host keeps those that it has.
 */
export async function fetchAgain(
  job: FetchJob,
  at: Date,
  trouble: { readonly message: string; readonly attempts: number } | null,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: fetching(job.importId, "waitToTry"),
      data: waiting(at, trouble),
    });
    if (count > 0) await addJob(tx, "fetch", job, at);
  });
}

/** An import that ended without a page on its way again, from the start; false where it isn't one (any more). */
export async function reopenImport(tx: Tx, id: string): Promise<boolean> {
  if (await isLookedAt(tx, id)) return false;
  // A page that waits or runs may be started anew where its job is dead: nobody works on it.
  const stuck = (await hasDeadJob(tx, id)) ? ON_ITS_WAY : [];
  const { count } = await tx.import.updateMany({
    where: { id, state: { in: [...FROM.reopen, ...stuck] } },
    data: reopened(),
  });
  if (count === 0) return false;
  const { way } = await tx.import.findUniqueOrThrow({ where: { id }, select: { way: true } });
  // A fetch begins anew; when given bytes were fetched is what somebody told us, and stays.
  if (way === "ADDRESS") await tx.import.update({ where: { id }, data: { fetchedAt: null } });
  await removeJob(tx, id);
  await addJob(tx, way === "ADDRESS" ? "fetch" : "import", { importId: id });
  return true;
}

/** Is the page that this was a look at being looked at by another import? It is fetched once at a time. */
async function isLookedAt(tx: Tx, id: string): Promise<boolean> {
  const look = await tx.import.findUnique({ where: { id }, select: { articleId: true } });
  if (!look?.articleId) return false;
  await lockArticle(tx, look.articleId);
  const others = {
    articleId: look.articleId,
    id: { not: id },
    state: { in: [...ON_ITS_WAY] },
  };
  return (await tx.import.count({ where: others })) > 0;
}

/**
 * An import that nobody waits for any more: its job goes, or, where a worker is at it, is the last of its tries, and what that
 * worker finds is not stored. False where it is in no state that it may be cancelled, or given up, from.
 */
export async function cancelImport(
  tx: Tx,
  id: string,
  move: "cancel" | "giveUp",
  now: Date,
): Promise<boolean> {
  const { count } = await tx.import.updateMany({
    where: { id, state: { in: [...FROM[move]] } },
    data: cancelled(now),
  });
  if (count > 0) await removeJob(tx, id);
  return count > 0;
}

/** Who gave a page, null where no person did; null as a whole where there is no such import. */
export function requesterOf(tx: Tx, id: string): Promise<{ readonly requestedById: string | null } | null> {
  return tx.import.findUnique({ where: { id }, select: { requestedById: true } });
}
