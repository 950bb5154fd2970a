import { disconnect } from "#lib/db/core/client";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { actorByEmail } from "#lib/db/imports/bulk-imports";
import { type Actor, may } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { watchParent } from "#scripts/start/parent-watch.mjs";
import { Intake } from "./intake";
import { type Options, optionsOf, UsageError } from "./options";
import { Outcomes } from "./outcome";
import { findDatabase } from "./place";
import { Progress } from "./progress";
import { absolute, countPages, isThere, pagesOf } from "./sources";
import { startWorkers, type Workers } from "./workers";

const bulk = words.bulkImports;

/**
 * `npm run import -- PATH…`: takes pages in through the queue, reads them with workers of its own, and says what became of each.
 * Interrupted or killed at any moment it loses nothing that it gave to the queue; run again it goes on.
 *
 * Status   0 all are in, 1 some were refused, 2 used wrongly or no database, 130 interrupted.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const options = optionsOf(args);
    if (options === null) {
      console.log(bulk.usage);
      return 0;
    }
    await refuseMissing(options.paths);
    return await importPages(options, await openReport(options.report));
  } catch (error) {
    if (error instanceof UsageError) console.error(`${error.message}\n${bulk.usage}`);
    else if (error instanceof AppError || error instanceof LauncherError) console.error(error.message);
    else console.error(error, `\n${bulk.bug}`);
    return 2;
  }
}

async function refuseMissing(paths: readonly string[]): Promise<void> {
  for (const path of paths) if (!(await isThere(path))) throw new UsageError(bulk.missingPath(path));
}

async function openReport(file: string | null): Promise<Outcomes> {
  try {
    return await Outcomes.open(file === null ? null : absolute(file));
  } catch (cause) {
    throw new AppError("invalid_input", bulk.noReport(file ?? ""), { cause });
  }
}

/** Everything that stops is stopped here, in order: the reading of pages, the workers, the database. */
async function importPages(options: Options, outcomes: Outcomes): Promise<number> {
  const began = performance.now();
  const stopping = new AbortController();
  let workers: Workers | null = null;
  const forget = onStop(stopping, () => workers?.kill());
  const place = await findDatabase((line) => console.error(line));
  try {
    Object.assign(process.env, place.env);
    const by = await personBehind(options.as);
    workers = startWorkers(options.workers, place.env);
    const isWhole = await takeIn(options, { by, outcomes, workers, stopping });
    await outcomes.close();
    for (const line of outcomes.summary((performance.now() - began) / 1000)) console.log(line);
    if (!isWhole) return stopping.signal.reason === GAVE_UP ? 1 : 130;
    return outcomes.refused > 0 ? 1 : 0;
  } finally {
    workers?.kill();
    await disconnect();
    await place.stop();
    forget();
  }
}

const GAVE_UP = "the workers gave up";

interface Work {
  readonly by: Actor | null;
  readonly outcomes: Outcomes;
  readonly workers: Workers;
  readonly stopping: AbortController;
}

/** False where it was stopped before its end. */
async function takeIn({ paths, publisher }: Options, work: Work): Promise<boolean> {
  const { outcomes, workers, stopping } = work;
  const { signal } = stopping;
  const progress = new Progress(process.stderr);
  countPages(paths, signal).then(
    (total) => {
      progress.total = total;
    },
    () => {}, // then the number is not known
  );
  void workers.gaveUp.then(() => stopping.abort(GAVE_UP));
  const intake = new Intake(work.by, outcomes);
  await intake.run(pagesOf(paths, publisher), signal, () => progress.show(outcomes.done));
  progress.clear();
  if (signal.aborted) console.error(signal.reason === GAVE_UP ? bulk.workersGone : bulk.stopping);
  await workers.stop();
  await intake.settle();
  if (!signal.aborted) return true;
  console.error(bulk.stopped(intake.waiting));
  return false;
}

async function personBehind(email: string | null): Promise<Actor | null> {
  if (email === null) return null;
  const person = await actorByEmail(email);
  if (person === null || !may(person.role, "import.request"))
    throw new AppError("not_allowed", bulk.noPerson(email));
  return person;
}

/** Ctrl-C arrives twice, from the terminal and from npm. Only a later one means "now". In milliseconds. */
const SAME_SIGNAL = 1_000;

/** The first signal asks to stop, a second one doesn't wait. Returns how to take that back. */
function onStop(stopping: AbortController, atOnce: () => void): () => void {
  let since = 0;
  const stop = () => {
    if (since === 0) {
      since = Date.now();
      stopping.abort();
    } else if (Date.now() - since > SAME_SIGNAL) atOnce();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  watchParent(stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
