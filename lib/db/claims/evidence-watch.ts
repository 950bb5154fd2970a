import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import { database, type Tx, transaction } from "#lib/db/core/client";
import { tell } from "#lib/db/notices/notices";
import type { CopyLook } from "#lib/domain/claims-shapes";
import {
  afterLook,
  daysLater,
  type EvidenceWatch,
  FIRST_PAUSE,
  LEASE,
  LOOKS_TO_SAY,
  RESTING_PAUSE,
  resultOfPage,
} from "#lib/domain/evidence-watch";
import * as words from "#lib/words";

/**
 * The worker looks again at the pages behind evidence that readers are shown or that somebody works on. Each has a row that says when; one job at most
 * waits for it, and a look that was overtaken changes nothing.
 */

/** Behind all that somebody waits for, and behind pages that come in by themselves. */
const PRIORITY = 20;
/** How often a look that failed through our own fault is tried before it waits for the next day. */
const LOOK_TRIES = 3;
/** What one turn of the clock begins at most, and how many jobs may wait. */
const MOST_AT_ONCE = 50;
const MOST_WAITING = 200;

/** What stands of evidence in an event of its claim. */
export interface KeptFor {
  readonly evidenceId: string;
  readonly claimId: string;
  readonly title: string;
}

/** `until` is the moment at which the look would be begun again; `turns` are hosts, and the moments at which they are ours. */
export interface LookJob {
  readonly evidenceId: string;
  readonly until: Date;
  readonly turns: ReadonlyMap<string, Date>;
}

/** The row of evidence that has an address, with its first look. */
export async function watchEvidence(tx: Tx, evidenceId: string, now: Date): Promise<void> {
  const nextLookAt = daysLater(now, FIRST_PAUSE, 0);
  await tx.evidenceWatch.create({ data: { evidenceId, days: FIRST_PAUSE, nextLookAt } });
}

/** Nobody looks at evidence that was removed, and editors have nothing to do about it. */
export async function stopWatching(tx: Tx, evidenceId: string): Promise<void> {
  await tx.evidenceWatch.updateMany({ where: { evidenceId }, data: { nextLookAt: null, saidAt: null } });
  await tx.$executeRaw`SELECT graphile_worker.remove_job(${jobKey(evidenceId)})`;
}

const jobKey = (evidenceId: string) => `look:${evidenceId}`;

async function addLookJob(tx: Tx, { evidenceId, until, turns }: LookJob, runAt: Date | null): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'evidence', ${JSON.stringify({ evidenceId, until, turns: [...turns] })}::json, max_attempts := ${LOOK_TRIES}::int,
      run_at := ${runAt}::timestamptz, job_key := ${jobKey(evidenceId)}, priority := ${PRIORITY}::int)`;
}

interface Due {
  readonly id: string;
  /** Do readers see its claim, or does anybody work on it? */
  readonly counts: boolean;
}

/** Begin a look at each page whose time has come, the longest waiting first. Returns how many; any number of workers may call it at once. */
export async function startDueLooks(now: Date, chance: () => number = Math.random): Promise<number> {
  return transaction(async (tx) => {
    const [waiting] = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'evidence' LIMIT ${MOST_WAITING}) part`;
    const room = Math.min(MOST_AT_ONCE, MOST_WAITING - (waiting?.n ?? 0));
    if (room <= 0) return 0;
    const due = await tx.$queryRaw<Due[]>`
      SELECT w."evidenceId"::text AS "id",
        EXISTS (SELECT 1 FROM "Standing" s WHERE s."subjectId" = c."rootId")
          OR EXISTS (SELECT 1 FROM "Review" r WHERE r."claimId" = c."rootId" AND r."state" IN ('DRAFT', 'SUBMITTED', 'RETURNED')) AS "counts"
      FROM "EvidenceWatch" w JOIN "Evidence" e ON e."id" = w."evidenceId" JOIN "Claim" c ON c."id" = e."claimId"
      WHERE w."nextLookAt" <= ${now} ORDER BY w."nextLookAt" LIMIT ${room} FOR NO KEY UPDATE OF w SKIP LOCKED`;
    for (const { id, counts } of due) {
      const nextLookAt = daysLater(now, counts ? LEASE : RESTING_PAUSE, chance());
      // What was said of a page stays; where nobody sees the claim it is on no list.
      const data = counts ? { nextLookAt } : { nextLookAt, saidAt: null };
      await tx.evidenceWatch.update({ where: { evidenceId: id }, data });
      if (counts) await addLookJob(tx, { evidenceId: id, until: nextLookAt, turns: new Map() }, null);
    }
    return due.filter(({ counts }) => counts).length;
  });
}

/** It is the turn of others at the host: the same look, later. */
export async function postponeLook(job: LookJob, runAt: Date): Promise<void> {
  await transaction(async (tx) => {
    const { evidenceId, until } = job;
    const watch = await tx.evidenceWatch.findFirst({ where: { evidenceId, nextLookAt: until } });
    if (watch !== null) await addLookJob(tx, job, runAt);
  });
}

/** The address that a job is to look at; null where it was overtaken, or where the evidence is removed. */
export async function pageToLookAt({
  evidenceId,
  until,
}: LookJob): Promise<{ url: string; quote: string | null } | null> {
  const watch = await database().evidenceWatch.findFirst({
    where: { evidenceId, nextLookAt: until, evidence: { removedAt: null } },
    select: { evidence: { select: { url: true, quote: true } } },
  });
  const { url = null, quote = null } = watch?.evidence ?? {};
  return url === null ? null : { url, quote };
}

/**
 * A copy that somebody asked for was kept: where the page is well that ends what was said of it, and it is looked at in a week. Where it isn't, the worker's own
 * looks count: those of an hour are one.
 */
export async function noteCopy(
  tx: Tx,
  of: KeptFor & { readonly quote: string | null },
  look: CopyLook,
  now: Date,
): Promise<void> {
  const { evidenceId, quote } = of;
  await tx.$queryRaw`SELECT 1 FROM "EvidenceWatch" WHERE "evidenceId" = ${evidenceId}::uuid FOR NO KEY UPDATE`;
  const watch = await tx.evidenceWatch.findUnique({ where: { evidenceId } });
  if (watch === null || watch.nextLookAt === null) return;
  const result = resultOfPage(quote, look, watch.wellAt, words.evidenceWatch.look);
  if (result.trouble !== null || !result.isSeen) return;
  const nextLookAt = daysLater(now, FIRST_PAUSE, 0);
  const after = afterLook(watch, result, now);
  const data = { ...after, days: FIRST_PAUSE, lookedAt: now, nextLookAt };
  await tx.evidenceWatch.update({ where: { evidenceId }, data });
  await tellChange(tx, of, { before: watch, after }, now);
}

const isSaid = ({ looks }: EvidenceWatch) => looks >= LOOKS_TO_SAY;

/** In the chain: what several looks ended with, of which whoever added it is told, and that it no longer holds. What keeps copies of readers' pages goes by it too. */
export async function tellChange(
  tx: Tx,
  { evidenceId, claimId, title }: KeptFor,
  { before, after }: { readonly before: EvidenceWatch; readonly after: EvidenceWatch },
  now: Date,
): Promise<void> {
  if (isSaid(after) === isSaid(before)) return;
  const { trouble, message, looks, since } = isSaid(after) ? after : before;
  await appendAudit(tx, {
    at: now,
    actorId: SYSTEM,
    action: isSaid(after) ? "evidenceWatch.miss" : "evidenceWatch.end",
    subjectId: `claim:${claimId}`,
    payload: {
      evidenceId,
      trouble,
      message,
      looks,
      since: since?.toISOString() ?? null,
      wellAt: after.wellAt?.toISOString() ?? null,
      quote: title,
    },
  });
  if (!isSaid(after)) return;
  const where = { id: evidenceId };
  const { addedById } = await tx.evidence.findUniqueOrThrow({ where, select: { addedById: true } });
  await tell(tx, [addedById], { kind: "EVIDENCE_LOST", evidenceId }, { byId: null, at: now });
}
