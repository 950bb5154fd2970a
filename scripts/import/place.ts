import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { applyMigrations } from "#lib/db/core/migrations";
import { grantPrivileges } from "#lib/db/core/privileges";
import { isAlive } from "#lib/db/embedded/folder-lock.mjs";
import { startPostgres } from "#lib/db/embedded/server.mjs";
import { startLife } from "#lib/db/jobs/abandoned";
import * as words from "#lib/words";
import { environmentOf } from "#scripts/start/programs.mjs";
import { reach } from "#scripts/start/reach";
import { accountOf, ownerUrl, workingUrl } from "#scripts/start/roles.mjs";
import { readSettings } from "#scripts/start/settings.mjs";

const bulk = words.bulkImports;

/** The database that pages are taken into. */
export interface Place {
  /** What a worker on it finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends what was started for this import alone. */
  stop(): Promise<void>;
}

/** What a running start keeps in its data folder. */
const Running = z.object({
  databaseUrl: z.string(),
  snapshots: z.string().nullable(),
  processes: z.object({ launcher: z.number() }),
});

/**
 * The database of the Onrecord that runs from this data folder, or the one that DATABASE_URL names, or the embedded one,
 * started for as long as it is needed.
 *
 * Throws   AppError or LauncherError with a sentence, where there is none.
 */
export async function findDatabase(say: (line: string) => void): Promise<Place> {
  const settings = readSettings(process.env);
  const running = settings.databaseUrl === null ? await runningFrom(settings.data) : null;
  if (running !== null) {
    await reach(running.databaseUrl);
    const env = { ...settings, snapshots: running.snapshots };
    return { env: workerEnvironment(env, running.databaseUrl), stop: async () => {} };
  }
  if (settings.databaseUrl !== null) {
    await migrate(settings.databaseUrl, settings.workingUrl);
    const url = settings.workingUrl ?? settings.databaseUrl;
    return { env: workerEnvironment(settings, url), stop: async () => {} };
  }
  say(bulk.starting);
  const server = await startPostgres({ dataFolder: settings.data, say });
  try {
    await migrate(server.url, workingUrl(server.url));
    await freeAbandoned(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const url = workingUrl(server.url) ?? server.url;
  return { env: workerEnvironment(settings, url), stop: () => server.stop() };
}

/** A database for its owner, and where the rest lies. */
export interface OwnedPlace {
  readonly url: string;
  readonly snapshots: string | null;
  readonly data: string;
  stop(): Promise<void>;
}

/**
 * The same database for its owner, as it is: nothing is brought up to date.
 *
 * Throws   AppError or LauncherError with a sentence, where there is none.
 */
export async function findOwned(say: (line: string) => void): Promise<OwnedPlace> {
  const { databaseUrl, snapshots, data } = readSettings(process.env);
  const running = databaseUrl === null ? await runningFrom(data) : null;
  const given = running === null ? databaseUrl : ownerUrl(running.databaseUrl);
  if (given !== null) {
    await reach(given);
    return { url: given, snapshots: running?.snapshots ?? snapshots, data, stop: async () => {} };
  }
  say(words.backups.starting);
  const { url, stop } = await startPostgres({ dataFolder: data, say });
  return { url, snapshots, data, stop };
}

function workerEnvironment(settings: ReturnType<typeof readSettings>, databaseUrl: string) {
  return {
    ...environmentOf(settings, databaseUrl),
    ONRECORD_WORKER: "reading",
    // There are several of us, and a running Onrecord may have a worker too.
    ONRECORD_SOLE_WORKER: "",
  };
}

async function migrate(url: string, working: string | null): Promise<void> {
  await reach(url);
  await applyMigrations(url);
  if (working !== null) await grantPrivileges(url, accountOf(working));
}

/** Nobody else works on a database that was at rest: what killed workers held is free at once. */
async function freeAbandoned(url: string): Promise<void> {
  const life = await startLife(url);
  await life.freeAbandoned({ atOnce: true });
  await life.end();
}

/** Null where none runs. */
async function runningFrom(data: string): Promise<z.infer<typeof Running> | null> {
  try {
    const record = Running.parse(JSON.parse(await readFile(join(data, "running.json"), "utf8")));
    return isAlive(record.processes.launcher) ? record : null;
  } catch {
    return null; // there is no record, or it is being written
  }
}
