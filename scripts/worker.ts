/**
 * The worker: takes jobs from the queue in the database and runs them, until it is told to stop. Any number of them may run
 * on one database. Killed at any moment, it leaves its jobs to the next one.
 */
import { EventEmitter } from "node:events";
import { Logger, type LogLevel, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { disconnect } from "#lib/db/core/client";
import { watchRoom } from "#lib/db/core/room";
import { type Life, startLife } from "#lib/db/jobs/abandoned";
import { type Environment, environment } from "#lib/env";
import { AppError } from "#lib/errors";
import { startPdfReader } from "#lib/jobs/reading/pdf-reader";
import { startReadingPool } from "#lib/jobs/reading/reading-pool";
import {
  CLOCK,
  comparingTasks,
  fetchingTasks,
  mailingTasks,
  readingTasks,
  tidyingTasks,
  webhookTasks,
} from "#lib/jobs/tasks";

/** Reading keeps the processor busy, fetching waits for others. */
const READING = 2;
const FETCHING = 4;
/** Each webhook sends one message at a time, and one that fails rests. */
const SENDING = 4;
/** How many pages a worker that only reads has in hand: while one is read the others come, and they are stored together. */
const READING_ALONE = 32;
/** Such a worker takes its jobs from the queue, and gives them back as done, many at a time. The delay in milliseconds. */
const BY_THE_DOZEN = { worker: { localQueue: { size: READING_ALONE }, completeJobBatchDelay: 50 } };
/** How often the queue is asked without being told of a job, and how often dead workers are looked for, in milliseconds. */
const POLL_EVERY = 2_000;
const LOOK_EVERY = 5_000;

const SHOWN: ReadonlySet<LogLevel> = new Set<LogLevel>(["error", "warning"] as LogLevel[]);

/** One line of JSON for what went wrong; that a job ran well is in the database. */
const logger = new Logger((scope) => (level, message) => {
  if (!SHOWN.has(level)) return;
  console.error(
    JSON.stringify({ level, event: "worker", task: scope.taskIdentifier, job: scope.jobId, message }),
  );
});

/** Storing the largest page, and checking the record, take longer than a page that somebody waits for. In seconds. */
process.env.ONRECORD_STATEMENT_TIMEOUT ||= "300";

async function work(settings: Environment): Promise<void> {
  await watchRoom([settings.ONRECORD_DATA, settings.ONRECORD_SNAPSHOTS], settings.ONRECORD_DISK_FLOOR);
  const { DATABASE_URL, ONRECORD_SOLE_WORKER, ONRECORD_ENGINE, ONRECORD_URL, ONRECORD_ALLOW_HOSTS } =
    settings;
  const readsAlone = settings.ONRECORD_WORKER === "reading";
  const pool = readsAlone ? null : startReadingPool();
  const pdfs = readsAlone ? null : startPdfReader();
  const life = await startLife(DATABASE_URL);
  if (ONRECORD_SOLE_WORKER === "1") await life.freeAbandoned({ atOnce: true });
  const events: WorkerEvents = new EventEmitter();
  const claims: Promise<void>[] = [];
  events.on("pool:create", ({ workerPool }) => claims.push(life.claim(workerPool.id)));
  const fetching = { origin: ONRECORD_URL, allowHosts: ONRECORD_ALLOW_HOSTS };
  const start = (taskList: TaskList, concurrency: number, crontab = "") =>
    run({
      taskList,
      concurrency,
      crontab,
      events,
      logger,
      maxPoolSize: Math.max(concurrency, 10),
      ...(readsAlone ? { preset: BY_THE_DOZEN } : {}),
      connectionString: DATABASE_URL,
      pollInterval: POLL_EVERY,
      noHandleSignals: true,
    });
  const runners = await Promise.all([
    start(
      readingTasks(ONRECORD_ENGINE === "rules" ? "RULES" : "MODELS", pool),
      readsAlone ? READING_ALONE : READING,
    ),
    ...(readsAlone
      ? []
      : [
          start(
            {
              ...fetchingTasks(fetching, {
                dataFolder: settings.ONRECORD_DATA,
                pool,
                lookInPdf: pdfs?.look ?? null,
              }),
              ...mailing(settings),
              ...tidyingTasks(settings.ONRECORD_SECURITY_LOG_DAYS),
              ...comparingTasks(),
            },
            FETCHING,
            CLOCK,
          ),
          start(webhookTasks(fetching), SENDING),
        ]),
  ]);
  await Promise.all(claims);
  const looking = setInterval(() => void look(life), LOOK_EVERY);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stopAll(runners));
  // Whoever can't prove to live any more must let go of its jobs: the start begins a new worker.
  const ended = await Promise.race([
    Promise.all(runners.map(({ promise }) => promise)).then(() => "asked"),
    life.lost.then(() => "lost"),
  ]);
  clearInterval(looking);
  if (ended === "lost") throw new AppError("unavailable", "The connection to the database was lost.");
  await Promise.all([pool?.close(), pdfs?.close()]);
  await life.end();
  await disconnect();
}

/** Without mail set up such a job waits: nobody asked for one, unless mail was set up before. */
function mailing({ ONRECORD_SMTP_URL, ONRECORD_MAIL_FROM, ONRECORD_URL }: Environment): TaskList {
  if (ONRECORD_SMTP_URL === null || ONRECORD_MAIL_FROM === null) return {};
  return mailingTasks({ smtpUrl: ONRECORD_SMTP_URL, from: ONRECORD_MAIL_FROM, origin: ONRECORD_URL });
}

async function stopAll(runners: readonly Runner[]): Promise<void> {
  await Promise.all(runners.map((runner) => runner.stop()));
}

async function look(life: Life): Promise<void> {
  try {
    await life.freeAbandoned();
  } catch {
    // the connection is gone; `lost` says so
  }
}

try {
  await work(environment());
  process.exit(0);
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
}
