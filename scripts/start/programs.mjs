import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { programOf } from "#lib/programs.mjs";
import { startChild } from "./child.mjs";

/**
 * The three programs that a start runs: the preparation of the database, the web server, the worker.
 *
 * @typedef {import("./child.mjs").Child} Child
 * @typedef {import("./settings.mjs").Settings} Settings
 */

/** What Next.js says while it starts; the start says it better. */
const BANNER = /^\s*$|^\s*(▲|✓ (Starting|Ready|Running)|- (Local|Network|Environments):)/;

/** What every one of them finds in its environment. @param {Settings} settings @param {string} databaseUrl */
export function environmentOf(settings, databaseUrl) {
  const { host, port, data, origin, secret, sealingKey, snapshots, databaseUrl: given } = settings;
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: host,
    PORT: String(port),
    ONRECORD_DATA: data,
    ONRECORD_URL: origin,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: secret,
    ONRECORD_SEALING_KEY: sealingKey,
    DATABASE_URL: databaseUrl,
    ONRECORD_SNAPSHOTS: snapshots ?? "",
    // The C library (glibc) keeps what each of up to eight pools for a core once needed; two give it back.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || "2",
    // On the embedded database no other start has a worker, so what a killed one held is free at once.
    ONRECORD_SOLE_WORKER: given === null ? "1" : "",
  };
}

/**
 * The web server loads its code at once, and holds every request until it is told that the database is ready for it.
 *
 * @param {Settings} settings
 */
export function startWeb(settings) {
  const { host, port } = settings;
  const child = startChild({
    speaksAs: "web: ",
    args: ["node_modules/next/dist/bin/next", "start", "--hostname", host, "--port", String(port)],
    env: { ...environmentOf(settings, ""), ONRECORD_WAITS: "1" },
    show: (line) => !BANNER.test(line),
  });
  return { ...child, open: (/** @type {string} */ databaseUrl) => child.tell({ databaseUrl }) };
}

/**
 * What reads pages makes much that lives for a moment: a small young generation (in MB) takes no longer to clear, and keeps
 * the largest page under 300 MB. `analyse` runs with the same.
 */
const YOUNG = "--max-semi-space-size=4";

/** A worker of an import in bulk has many pages in hand at a time, and what it holds of one lives as long as the others are read. */
const YOUNG_IN_BULK = "--max-semi-space-size=64";

/** @param {Record<string, string>} env */
export function startWorker(env) {
  const young = env.ONRECORD_WORKER === "reading" ? YOUNG_IN_BULK : YOUNG;
  const { file, execArgv } = programOf("scripts/worker.ts");
  return startChild({ speaksAs: "worker: ", args: [young, ...execArgv, file], env });
}

/** Settles when the web server answers, whatever it says. @param {Settings} settings @param {Child} web */
export async function answering({ host, port }, web) {
  let how = "";
  void web.ended.then((end) => {
    how = end;
  });
  while (!(await answersOnce(host, port))) {
    if (how !== "") throw new LauncherError(`The web server doesn't start (${how}): ${web.lastLine()}`);
    await pause(25);
  }
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function answersOnce(host, port) {
  const name = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return new Promise((resolve) => {
    const request = get({ host: name, port, path: "/", timeout: 30_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}

/**
 * The preparation loads its code at once and waits to be told where the database is, so that both start at the same time.
 *
 * @param {Settings} settings
 */
export function startPreparation(settings) {
  /** @type {Map<string, (message: Prepared) => void>} */
  const waiting = new Map();
  /** @type {(error: Error) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // heard where somebody waits for an answer
  const { file, execArgv } = programOf("scripts/prepare.ts");
  const child = startChild({
    args: [...execArgv, file],
    env: environmentOf(settings, ""),
    hear: (message) => {
      // Only scripts/prepare.ts sends on this channel, and this is all that it sends.
      const said = /** @type {Prepared} */ (message);
      if (said.kind === "failed") fail(new LauncherError(said.sentence));
      else waiting.get(said.kind)?.(said);
    },
  });
  void child.ended.then((how) =>
    fail(new LauncherError(`The database could not be prepared (${how}): ${child.lastLine()}`)),
  );
  /**
   * @template {Exclude<Prepared["kind"], "failed">} K
   * @param {object} order
   * @param {K} kind of the answer
   * @returns {Promise<Extract<Prepared, { kind: K }>>}
   */
  const ask = (order, kind) => {
    const answered = new Promise((/** @type {(message: Prepared) => void} */ resolve) =>
      waiting.set(kind, resolve),
    );
    child.tell(order);
    // Only an answer of this kind is given to whoever waits for it.
    return /** @type {Promise<any>} */ (Promise.race([answered, failed]));
  };
  return {
    child,
    /**
     * Bring the database's schema up to date, and give the role of the web server and the worker what it may do; null where they
     * connect as its owner.
     *
     * @param {string} url of the owner
     * @param {string | null} role
     */
    migrate: (url, role) => ask({ kind: "migrate", url, role }, "migrated"),
    /** Put in the sample where there is nothing yet, and make a set-up link where there is no admin. */
    finish: () => ask({ kind: "finish" }, "finished"),
  };
}

/** @typedef {import("#scripts/prepare").Prepared} Prepared */
