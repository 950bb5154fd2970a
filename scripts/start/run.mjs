import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { startPostgres } from "#lib/db/embedded/server.mjs";
import { programOf } from "#lib/programs.mjs";
import { BUNDLES } from "./bundle.mjs";
import { makeReady } from "./make-ready.mjs";
import { watchParent } from "./parent-watch.mjs";
import { answering, environmentOf, startPreparation, startWeb, startWorker } from "./programs.mjs";
import { accountOf, workingUrl } from "./roles.mjs";
import { readSettings, refuseTakenPort } from "./settings.mjs";
import { supervise } from "./supervised.mjs";
import { runTool, stopTools } from "./tool.mjs";

/**
 * `npm start`: make the clone ready, start the database, bring it up to date, start the web server and the worker, say where
 * it is, and keep all of it running until a signal comes or npm is gone. Then nothing is left behind.
 *
 * @typedef {import("./child.mjs").Child} Child
 * @typedef {import("./settings.mjs").Settings} Settings
 * @typedef {import("#lib/db/embedded/server.mjs").Server} Server
 */

/** How long the web server and the worker may take to finish what they are at, in milliseconds. */
const PATIENCE = 10_000;
/** Ctrl-C arrives twice, from the terminal and from npm. Only a later one means "now". */
const SAME_SIGNAL = 1_000;

class Stopped extends Error {}

/** What runs right now. @type {{ children: Map<string, Child>, database: Promise<Server> | null, record: string | null }} */
const running = { children: new Map(), database: null, record: null };
let stoppingSince = 0;
const isStopping = () => stoppingSince > 0;

/** @param {readonly string[]} args */
export async function start(args) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, onSignal);
  watchParent(onSignal);
  // Whoever read what we say is gone: a terminal that was closed, a pipe whose other end was killed.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => {
      if (!isStopping()) onSignal();
    });
  }
  try {
    await run(args.includes("--demo"));
  } catch (error) {
    if (isStopping()) return;
    console.error(error instanceof LauncherError ? error.message : error);
    stoppingSince = Date.now();
    await stopAll(1);
  }
}

/** @param {boolean} demo */
async function run(demo) {
  const settings = readSettings(process.env);
  await refuseTakenPort(settings);
  await unlessStopped(makeReady());
  process.env.ONRECORD_PROGRAMS = BUNDLES;
  const preparation = startPreparation(settings);
  begin("preparation", preparation.child);
  const web = begin("web", startWeb(settings));
  const ownerUrl = settings.databaseUrl ?? (await unlessStopped(startDatabase(settings))).url;
  const working = settings.databaseUrl === null ? workingUrl(ownerUrl) : settings.workingUrl;
  const url = working ?? ownerUrl;
  const env = environmentOf(settings, url);
  const role = working === null ? null : accountOf(working);
  const { isEmpty } = await unlessStopped(preparation.migrate(ownerUrl, role));
  if (demo) await fillWithDemo(isEmpty, env);
  web.open(url);
  const [{ setUpPath, imported }] = await unlessStopped(
    Promise.all([preparation.finish(), answering(settings, web)]),
  );
  running.children.delete("preparation");
  const worker = begin("worker", startWorker(env));
  const keep = () => keepRecord(settings, url);
  const webAgain = () => {
    const next = begin("web", startWeb(settings));
    next.open(url);
    return next;
  };
  await keep();
  announce(settings, { setUpPath, imported });
  await Promise.race([
    ...(running.database === null ? [] : [superviseDatabase(settings, keep)]),
    superviseChild("web server", web, webAgain, keep),
    superviseChild("worker", worker, () => begin("worker", startWorker(env)), keep),
  ]);
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
async function unlessStopped(work) {
  const result = await work;
  if (isStopping()) throw new Stopped();
  return result;
}

/** @template {Child} T @param {string} name @param {T} child @returns {T} */
function begin(name, child) {
  running.children.set(name, child);
  return child;
}

/** @param {Settings} settings @returns {Promise<Server>} */
function startDatabase({ data }) {
  running.database = startPostgres({ dataFolder: data, say: (line) => console.log(line) });
  return running.database;
}

/** @param {boolean} isEmpty @param {Record<string, string>} env */
async function fillWithDemo(isEmpty, env) {
  if (!isEmpty) {
    throw new LauncherError(
      "The demo fills an empty database only, and this one has something in it. Give it a folder of its own: ONRECORD_DATA=.onrecord-demo npm run demo.",
    );
  }
  console.log("Filling the database with a small newsroom");
  const { file, execArgv } = programOf("scripts/demo.ts");
  const { code } = await unlessStopped(runTool(process.execPath, [...execArgv, file], { env }));
  if (code !== 0) throw new LauncherError("The demo could not be made; it says why above.");
}

/** @param {string} name @param {Child} first @param {() => Child} again @param {() => Promise<void>} keep */
function superviseChild(name, first, again, keep) {
  return supervise({
    name,
    first,
    isStopping,
    begin: async () => {
      const child = again();
      await keep();
      return child;
    },
  });
}

/** @param {Settings} settings @param {() => Promise<void>} keep */
async function superviseDatabase(settings, keep) {
  const watched = (/** @type {Server} */ server) => ({
    ended: server.exited.then(() => "it is gone"),
    lastLine: () => `see ${join(settings.data, "postgres.log")}`,
  });
  const server = await running.database;
  if (server === null) return;
  await supervise({
    name: "database",
    first: watched(server),
    isStopping,
    begin: async () => {
      await (await running.database?.catch(() => null))?.stop(); // gives the folder free
      const next = await startDatabase(settings);
      await keep();
      return watched(next);
    },
  });
}

/** Which processes run, for a person or a script that looks after them; removed when they stop. @param {Settings} settings @param {string} databaseUrl */
async function keepRecord({ data, origin, snapshots }, databaseUrl) {
  running.record = join(data, "running.json");
  const processes = {
    launcher: process.pid,
    web: running.children.get("web")?.pid,
    worker: running.children.get("worker")?.pid,
    database: (await running.database?.catch(() => null))?.pid,
  };
  writeFileSync(
    running.record,
    `${JSON.stringify({ address: origin, databaseUrl, snapshots, processes }, null, 2)}\n`,
    {
      mode: 0o600,
    },
  );
}

/** @param {Settings} settings @param {{ setUpPath: string | null, imported: string | null }} prepared */
function announce({ origin }, { setUpPath, imported }) {
  if (imported !== null) console.log(`Took in the sample page: ${imported}`);
  if (setUpPath !== null)
    console.log(`Nobody can sign in yet. Open this link once to become the admin:\n  ${origin}${setUpPath}`);
  console.log(`Onrecord is at ${origin} (Ctrl-C stops it)`);
}

function onSignal() {
  if (!isStopping()) {
    stoppingSince = Date.now();
    console.log("Stopping");
    void stopAll(0);
  } else if (Date.now() - stoppingSince > SAME_SIGNAL) {
    console.log("Stopping at once");
    void stopAtOnce();
  }
}

/** The database goes last: the others may have something left to write. @param {number} code */
async function stopAll(code) {
  stopTools("SIGTERM");
  await Promise.all([...running.children.values()].map((child) => child.stop(PATIENCE)));
  const database = await running.database?.catch(() => null);
  await database?.stop();
  if (running.record !== null) rmSync(running.record, { force: true });
  process.exit(code);
}

async function stopAtOnce() {
  stopTools("SIGKILL");
  for (const child of running.children.values()) child.kill();
  const database = await running.database?.catch(() => null);
  try {
    if (database) process.kill(database.pid, "SIGQUIT"); // drops everything; what was committed is on disk
    await database?.exited;
  } finally {
    process.exit(1);
  }
}
