import { database, type Tx } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ImportFault } from "#lib/domain/imports";
import {
  FAILED_SHOWN,
  type FailedJob,
  type JobPage,
  type JobSubject,
  type JobsPage,
  type RunningJob,
  type WaitingJobs,
} from "#lib/domain/jobs";
import * as words from "#lib/words";

/**
 * The queue as it stands, and what failed in it. Waiting and running are read from the queue's own view; failed is a page that
 * was refused by our fault or given up with its site, and any other job whose tries are used up.
 */

/** A running job list longer than this is no list that anybody reads. */
const RUNNING_SHOWN = 100;
/** Characters of what the program said. */
const ERROR_SHOWN = 2000;

type Reader = Pick<Tx, "$queryRaw">;

export async function jobsPage(): Promise<JobsPage> {
  const [waiting, running, failed, [count]] = await database().$transaction(
    [
      database().$queryRaw<WaitingRow[]>(WAITING),
      database().$queryRaw<RunningRow[]>(RUNNING),
      database().$queryRaw<FailedRow[]>(latestFailed(FAILED_SHOWN)),
      database().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${FAILED}) failed`,
    ],
    { isolationLevel: "RepeatableRead" },
  );
  return {
    waiting: waiting.map((row): WaitingJobs => ({ ...row, oldest: row.oldest.toISOString() })),
    running: running.map(runningJob),
    failed: failed.map(failedJob),
    failedCount: count?.n ?? 0,
  };
}

/** Any fixed number will do that nothing else takes. */
const FAILED_LOCK = 72_707_372;

/** What admins do about failed jobs happens one after the other: the queue's own functions don't ask how a job stood before. */
export async function lockFailed(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FAILED_LOCK})`;
}

/** What is shown as failed, the latest first. */
export async function failedSubjects(tx: Tx): Promise<JobSubject[]> {
  const rows = await tx.$queryRaw<FailedRow[]>(latestFailed(FAILED_SHOWN));
  return rows.map(({ subject }) => subject);
}

/** Is this still one that failed? Its task, or null where it isn't (any more). */
export async function failedTask(tx: Reader, subject: JobSubject): Promise<string | null> {
  const rows = await tx.$queryRaw<{ task: string }[]>`
    SELECT task FROM (${FAILED}) failed WHERE subject = ${subject}`;
  return rows[0]?.task ?? null;
}

/** A job whose tries are used up gets all of them again, now; false where it isn't there (any more). */
export async function reviveJob(tx: Tx, jobId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM graphile_worker.reschedule_jobs(${deadOnly(jobId)}, run_at := now(), attempts := 0)`;
  return rows.length > 0;
}

/** A job whose tries are used up goes; false where it isn't there (any more). */
export async function dropJob(tx: Tx, jobId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM graphile_worker.complete_jobs(${deadOnly(jobId)})`;
  return rows.length > 0;
}

const DEAD = Prisma.sql`j.locked_at IS NULL AND j.attempts >= j.max_attempts`;

const deadOnly = (jobId: string) =>
  Prisma.sql`ARRAY(SELECT j.id FROM graphile_worker.jobs j WHERE j.id = ${jobId}::bigint AND ${DEAD})`;

const WAITING = Prisma.sql`
  SELECT j.task_identifier AS task, count(*) FILTER (WHERE j.run_at <= now())::int AS due,
    count(*) FILTER (WHERE j.run_at > now())::int AS later, min(j.created_at) AS oldest
  FROM graphile_worker.jobs j WHERE j.locked_at IS NULL AND j.attempts < j.max_attempts
  GROUP BY j.task_identifier ORDER BY min(j.created_at)`;

/** A page on its way in has one job, under its name. */
const ITS_IMPORT = Prisma.sql`LEFT JOIN "Import" i ON j.key = 'import:' || i."id"::text`;
const ITS_NAME = Prisma.sql`i."id"::text AS "importId", i."fileName", i."url"`;

const RUNNING = Prisma.sql`
  SELECT j.id::text AS id, j.task_identifier AS task, coalesce(j.locked_by, '') AS worker, j.locked_at AS since,
    j.attempts::int AS attempt, j.max_attempts::int AS attempts, ${ITS_NAME}
  FROM graphile_worker.jobs j ${ITS_IMPORT}
  WHERE j.locked_at IS NOT NULL ORDER BY j.locked_at LIMIT ${RUNNING_SHOWN}`;

/** Pages first: their own row says how they ended. A dead job of a page that ended some other way is of no use to anybody. */
const FAILED = Prisma.sql`
  SELECT 'import:' || i."id"::text AS subject, coalesce(j.task_identifier, 'fetch') AS task, i."fault"::text AS fault,
    i."finishedAt" AS "endedAt", i."requestedAt" AS "addedAt", i."message",
    CASE WHEN i."fault" = 'SITE' THEN i."attempts" + 1 ELSE j.attempts END::int AS tries, j.last_error AS error, ${ITS_NAME}
  FROM "Import" i LEFT JOIN graphile_worker.jobs j ON j.key = 'import:' || i."id"::text
  WHERE i."fault" IS NOT NULL
  UNION ALL
  SELECT coalesce('import:' || i."id"::text, 'job:' || j.id), j.task_identifier, 'OURS', NULL, j.created_at, NULL,
    j.attempts::int, j.last_error, ${ITS_NAME}
  FROM graphile_worker.jobs j ${ITS_IMPORT}
  WHERE ${DEAD} AND (i."id" IS NULL OR i."state" IN ('QUEUED', 'RUNNING'))`;

const latestFailed = (most: number) => Prisma.sql`
  SELECT subject, task, fault, "endedAt", "addedAt", "message", tries, left(error, ${ERROR_SHOWN}) AS error,
    "importId", "fileName", "url"
  FROM (${FAILED}) failed ORDER BY coalesce("endedAt", "addedAt") DESC, subject LIMIT ${most}`;

interface WaitingRow {
  readonly task: string;
  readonly due: number;
  readonly later: number;
  readonly oldest: Date;
}

interface ImportName {
  readonly importId: string | null;
  readonly fileName: string | null;
  readonly url: string | null;
}

interface RunningRow extends ImportName {
  readonly id: string;
  readonly task: string;
  readonly worker: string;
  readonly since: Date;
  readonly attempt: number;
  readonly attempts: number;
}

interface FailedRow extends ImportName {
  readonly subject: JobSubject;
  readonly task: string;
  readonly fault: ImportFault;
  readonly endedAt: Date | null;
  readonly addedAt: Date;
  readonly message: string | null;
  readonly tries: number | null;
  readonly error: string | null;
}

function pageOf({ importId, fileName, url }: ImportName): JobPage | null {
  return importId === null ? null : { importId, name: fileName ?? url ?? words.imports.pasted };
}

function runningJob(row: RunningRow): RunningJob {
  const { id, task, worker, since, attempt, attempts } = row;
  return { id, task, worker, attempt, attempts, since: since.toISOString(), page: pageOf(row) };
}

function failedJob(row: FailedRow): FailedJob {
  const { subject, task, fault, endedAt, addedAt, tries, message, error } = row;
  return {
    subject,
    task,
    fault,
    tries,
    message,
    error,
    page: pageOf(row),
    endedAt: endedAt?.toISOString() ?? null,
    addedAt: addedAt.toISOString(),
  };
}
