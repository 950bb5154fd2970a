import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import { database, type Tx, transaction } from "#lib/db/core/client";
import { keepSnapshot } from "#lib/db/storing/snapshots";
import type { QuoteLook } from "#lib/domain/claims";
import type { FetchedPage } from "#lib/domain/retrieval";
import { words } from "#lib/words";

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
  readonly url: string;
  readonly quote: string | null;
  readonly attempts: number;
}

/** The copy that waits; null where none does (any more). */
export async function copyToFetch(evidenceId: string): Promise<CopyToFetch | null> {
  const copy = await database().evidenceCopy.findFirst({
    where: { evidenceId, endedAt: null, evidence: { removedAt: null } },
    select: { id: true, attempts: true, evidence: { select: { url: true, quote: true } } },
  });
  if (copy === null || copy.evidence.url === null) return null;
  return { id: copy.id, attempts: copy.attempts, quote: copy.evidence.quote, url: copy.evidence.url };
}

/** The bytes, what is known of them, and an event in the chain that names their hash: all of it, or nothing where it was ended meanwhile. */
export async function keepCopy(
  id: string,
  { bytes, mediaType, finalUrl, status }: FetchedPage,
  quote: QuoteLook,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const [waiting] = await tx.$queryRaw<{ evidenceId: string; claimId: string; title: string }[]>`
      SELECT e."id"::text AS "evidenceId", e."claimId"::text AS "claimId", e."title"
      FROM "EvidenceCopy" c JOIN "Evidence" e ON e."id" = c."evidenceId"
      WHERE c."id" = ${id}::uuid AND c."endedAt" IS NULL FOR NO KEY UPDATE OF c`;
    if (waiting === undefined) return;
    const snapshotSha256 = await keepSnapshot(tx, { bytes, mediaType, now });
    await tx.evidenceCopy.update({
      where: { id },
      data: { snapshotSha256, finalUrl, status, mediaType, quote, endedAt: now, message: null },
    });
    const { evidenceId, claimId, title } = waiting;
    await appendAudit(tx, {
      at: now,
      actorId: SYSTEM,
      action: "evidenceCopy.keep",
      subjectId: `claim:${claimId}`,
      payload: {
        evidenceId,
        copyId: id,
        snapshotSha256,
        finalUrl,
        status,
        mediaType,
        found: quote,
        quote: title,
      },
    });
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
