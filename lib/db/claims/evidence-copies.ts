import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import { database, type Tx, transaction } from "#lib/db/core/client";
import type { EvidenceCopy } from "#lib/db/generated/client";
import { keepSnapshot, snapshotBytes } from "#lib/db/storing/snapshots";
import type { CopyLook, PdfPages } from "#lib/domain/claims-shapes";
import type { FetchedPage } from "#lib/domain/retrieval";
import * as words from "#lib/words";
import { type KeptFor, noteCopy } from "./evidence-watch";

/**
 * Copies of the pages behind evidence. One waits at most, under one job that bears the evidence's name; what ended is never changed, and asking again
 * is another row.
 */

const said = words.evidenceSnapshots;

/** How often a copy that failed through our own fault is tried, before it is given up with a sentence. */
const COPY_ATTEMPTS = 6;
/** Behind the pages that people give, before what is imported in bulk. */
const PRIORITY = 5;
/** What one look ends at most; the rest waits for the next. */
const MOST_LOST = 1000;

const jobKey = (evidenceId: string) => `evidence:${evidenceId}`;

/** `turns` are hosts, and the moments at which they are ours. */
export interface CopyJob {
  readonly evidenceId: string;
  readonly turns: ReadonlyMap<string, Date>;
}

async function addJob(tx: Tx, { evidenceId, turns }: CopyJob, runAt: Date | null): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'copy', ${JSON.stringify({ evidenceId, turns: [...turns] })}::json, max_attempts := ${COPY_ATTEMPTS}::int,
      run_at := ${runAt}::timestamptz, job_key := ${jobKey(evidenceId)}, priority := ${PRIORITY}::int)`;
}

/** A copy that waits, with its job: asked for twice is asked for once, and at once. */
export async function requestCopy(
  tx: Tx,
  evidenceId: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.evidenceCopy.createMany({
    data: { evidenceId, requestedById: by, requestedAt: at },
    skipDuplicates: true,
  });
  await addJob(tx, { evidenceId, turns: new Map() }, null);
}

export interface CopyToFetch {
  readonly id: string;
  /** Where its page is; or the file that it is, which is here already. */
  readonly source:
    | { readonly kind: "page"; readonly url: string }
    | { readonly kind: "file"; readonly bytes: Uint8Array; readonly mediaType: string };
  readonly quote: string | null;
  readonly attempts: number;
}

/** What is kept: a page as its server gave it, or a file, which was found nowhere. */
export type CopiedDocument =
  | FetchedPage
  | {
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      readonly finalUrl: null;
      readonly status: null;
    };

/** The copy that waits; null where none does (any more). */
export async function copyToFetch(evidenceId: string): Promise<CopyToFetch | null> {
  const copy = await database().evidenceCopy.findFirst({
    where: { evidenceId, endedAt: null, evidence: { removedAt: null } },
    select: {
      id: true,
      attempts: true,
      evidence: { select: { url: true, quote: true, file: true, fileType: true } },
    },
  });
  if (copy === null) return null;
  const { id, attempts, evidence } = copy;
  const { url, quote, file, fileType } = evidence;
  if (url !== null) return { id, attempts, quote, source: { kind: "page", url } };
  if (file === null) return null;
  const bytes = await snapshotBytes(file.sha256, file.bytes);
  return { id, attempts, quote, source: { kind: "file", bytes, mediaType: fileType ?? "" } };
}

/** The bytes, what is known of them, and an event in the chain that names their hash: all of it, or nothing where it was ended meanwhile. */
export async function keepCopy(id: string, page: CopiedDocument, look: CopyLook, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const [waiting] = await tx.$queryRaw<(KeptFor & { quote: string | null })[]>`
      SELECT e."id"::text AS "evidenceId", e."claimId"::text AS "claimId", e."title", e."quote"
      FROM "EvidenceCopy" c JOIN "Evidence" e ON e."id" = c."evidenceId"
      WHERE c."id" = ${id}::uuid AND c."endedAt" IS NULL FOR NO KEY UPDATE OF c`;
    if (waiting === undefined) return;
    const kept = await keptColumns(tx, page, look, now);
    await tx.evidenceCopy.update({ where: { id }, data: kept });
    await tellKept(tx, { ...waiting, copyId: id }, kept);
    await noteCopy(tx, waiting, look, now);
  });
}

/** The same where nobody asked, and the worker looked by itself. */
export async function keepWorkersCopy(
  tx: Tx,
  of: KeptFor,
  { page, look }: { readonly page: FetchedPage; readonly look: CopyLook },
  now: Date,
): Promise<void> {
  const kept = await keptColumns(tx, page, look, now);
  const { id } = await tx.evidenceCopy.create({
    data: { evidenceId: of.evidenceId, requestedById: null, requestedAt: now, ...kept },
  });
  await tellKept(tx, { ...of, copyId: id }, kept);
}

async function keptColumns(
  tx: Tx,
  { bytes, mediaType, finalUrl, status }: CopiedDocument,
  { quote, pages, unread }: CopyLook,
  now: Date,
) {
  const snapshotSha256 = await keepSnapshot(tx, { bytes, mediaType, now });
  const inPdf = { firstPage: pages?.first ?? null, lastPage: pages?.last ?? null, unread };
  return { snapshotSha256, finalUrl, status, mediaType, quote, ...inPdf, endedAt: now, message: null };
}

async function tellKept(
  tx: Tx,
  { evidenceId, claimId, title, copyId }: KeptFor & { readonly copyId: string },
  kept: Awaited<ReturnType<typeof keptColumns>>,
): Promise<void> {
  const { snapshotSha256, finalUrl, status, mediaType, quote, unread, endedAt } = kept;
  const pages = pdfPages(kept);
  await appendAudit(tx, {
    at: endedAt,
    actorId: SYSTEM,
    action: "evidenceCopy.keep",
    subjectId: `claim:${claimId}`,
    payload: {
      evidenceId,
      copyId,
      snapshotSha256,
      finalUrl,
      status,
      mediaType,
      found: quote,
      ...(pages === null ? {} : { pages }),
      ...(unread === null ? {} : { unread }),
      quote: title,
    },
  });
}

/** It ends without a copy, unless it ended meanwhile. */
export async function endCopy(id: string, message: string, now: Date): Promise<void> {
  await database().evidenceCopy.updateMany({
    where: { id, endedAt: null },
    data: { message, endedAt: now },
  });
}

/** Another try at `at`. One that only waits for its turn at a host (`trouble` is null) keeps what went wrong before. */
export async function tryCopyAgain(
  id: string,
  job: CopyJob,
  at: Date,
  trouble: { readonly message: string; readonly attempts: number } | null,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.evidenceCopy.updateMany({
      where: { id, endedAt: null },
      data: trouble ?? { endedAt: null },
    });
    if (count > 0) await addJob(tx, job, at);
  });
}

/** Nobody waits for the copy of evidence that is removed: its job goes, and what a worker finds meanwhile isn't kept. */
export async function dropCopy(tx: Tx, evidenceId: string, now: Date): Promise<void> {
  const { count } = await tx.evidenceCopy.updateMany({
    where: { evidenceId, endedAt: null },
    data: { message: said.removed, endedAt: now },
  });
  if (count > 0) await tx.$executeRaw`SELECT graphile_worker.remove_job(${jobKey(evidenceId)})`;
}

/** Copies that wait for a job which is gone or has no try left: they end with a sentence, and can be asked for again. */
export async function endLostCopies(now: Date): Promise<number> {
  return database().$executeRaw`
    UPDATE "EvidenceCopy" SET "message" = ${said.gaveUp}, "endedAt" = ${now}
    WHERE "id" IN (
      SELECT c."id" FROM "EvidenceCopy" c
      LEFT JOIN graphile_worker.jobs j ON j.key = 'evidence:' || c."evidenceId"::text
      WHERE c."endedAt" IS NULL AND (j.id IS NULL OR (j.locked_at IS NULL AND j.attempts >= j.max_attempts))
      LIMIT ${MOST_LOST}) AND "endedAt" IS NULL`;
}

/** Of each of these pieces of evidence the latest copy, and the latest that was kept: what is told of them, however many there are. The latest come first. */
export async function toldCopies(
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceCopy[]>> {
  const told = await database().$queryRaw<{ id: string }[]>`
    SELECT one."id"::text FROM unnest(${[...evidenceIds]}::uuid[]) AS asked(id) CROSS JOIN LATERAL (
      (SELECT c."id" FROM "EvidenceCopy" c WHERE c."evidenceId" = asked.id
        ORDER BY c."requestedAt" DESC, c."id" DESC LIMIT 1)
      UNION
      (SELECT c."id" FROM "EvidenceCopy" c WHERE c."evidenceId" = asked.id AND c."snapshotSha256" IS NOT NULL
        ORDER BY c."requestedAt" DESC, c."id" DESC LIMIT 1)) one`;
  const rows = await database().evidenceCopy.findMany({
    where: { id: { in: told.map(({ id }) => id) } },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
  });
  const copies = new Map<string, EvidenceCopy[]>(evidenceIds.map((id) => [id, []]));
  for (const row of rows) copies.get(row.evidenceId)?.push(row);
  return copies;
}

/** The pages of a PDF on which the quotation stands; null where it was found on none. */
export function pdfPages(copy: {
  readonly firstPage: number | null;
  readonly lastPage: number | null;
}): PdfPages | null {
  const { firstPage, lastPage } = copy;
  return firstPage === null || lastPage === null ? null : { first: firstPage, last: lastPage };
}
