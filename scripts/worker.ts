/**
 * The worker: takes jobs from the queue in the database and runs them, until it is told to stop. Any number of them may run
 * on one database. Killed at any moment, it leaves its jobs to the next one.
 */
import { EventEmitter } from "node:events";
import { Logger, type LogLevel, run, type WorkerEvents } from "graphile-worker";
import { type Life, startLife } from "#lib/db/abandoned-jobs";
import { disconnect } from "#lib/db/client";
import { type Environment, environment } from "#lib/env";
import { AppError } from "#lib/errors";
import { tasksWith } from "#lib/jobs/tasks";

const CONCURRENCY = 2;
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

async function work({ DATABASE_URL, ONRECORD_SOLE_WORKER, ONRECORD_ENGINE }: Environment): Promise<void> {
  const life = await startLife(DATABASE_URL);
  if (ONRECORD_SOLE_WORKER === "1") await life.freeAbandoned({ atOnce: true });
  const events: WorkerEvents = new EventEmitter();
  const claims: Promise<void>[] = [];
  events.on("pool:create", ({ workerPool }) => claims.push(life.claim(workerPool.id)));
  const runner = await run({
    connectionString: DATABASE_URL,
    concurrency: CONCURRENCY,
    pollInterval: POLL_EVERY,
    noHandleSignals: true,
    taskList: tasksWith(ONRECORD_ENGINE === "rules" ? "RULES" : "MODELS"),
    events,
    logger,
  });
  await Promise.all(claims);
  const looking = setInterval(() => void look(life), LOOK_EVERY);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void runner.stop());
  // Whoever can't prove to live any more must let go of its jobs: the start begins a new worker.
  const ended = await Promise.race([runner.promise.then(() => "asked"), life.lost.then(() => "lost")]);
  clearInterval(looking);
  if (ended === "lost") throw new AppError("unavailable", "The connection to the database was lost.");
  await life.end();
  await disconnect();
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
