import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { as, databaseAccount } from "./account.mjs";
import { postgresBinaries, program } from "./binaries.mjs";
import {
  choosePort,
  createCluster,
  DATABASE,
  environment,
  lastWords,
  refuseOtherVersion,
  tcpAccess,
  USER,
} from "./cluster.mjs";
import { isAlive, takeLock } from "./folder-lock.mjs";
import { LauncherError } from "./launcher-error.mjs";
import { databasePlace, isCluster } from "./place.mjs";

/**
 * The embedded PostgreSQL: a real server, on a Unix socket in a folder that only its owner can open (on Windows, and where
 * `tcp` is asked for, on 127.0.0.1 with a password), started by us and stopped by us.
 *
 * @typedef {{
 *   readonly dataFolder: string,
 *   readonly durable?: boolean,
 *   readonly tcp?: boolean,
 *   readonly say?: (line: string) => void,
 * }} Wish `dataFolder` is absolute and exists; `durable: false` is for tests: faster, and lost with the machine
 *
 * @typedef {{
 *   readonly url: string,
 *   readonly pid: number,
 *   readonly exited: Promise<void>,
 *   readonly stop: () => Promise<void>,
 * }} Server `exited` settles when the server is gone, whoever ended it; `stop` ends it and gives the folder free
 *
 * @typedef {import("./cluster.mjs").Setting} Setting
 * @typedef {{ readonly pid: number, readonly port: number, readonly exited: Promise<void> }} Running
 */

const START_LIMIT = 60_000;
/** A server that says it is ready and doesn't answer for so long has lost its socket: it is stopped and started again. */
const MUTE_LIMIT = 5_000;
const LOG_LIMIT = 10 * 1024 * 1024;
/** How a server is asked to stop, and how long each may take: finish neatly, drop everything, die. */
const STOPPING = /** @type {const} */ ([
  ["SIGINT", 20_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 5_000],
]);

/** What a server says that will start when it is asked again: the last one was killed, and its children are still going. */
const PASSING =
  /pre-existing shared memory block|lock file "[^"\n]*" already exists|could not create any|could not bind/;

/**
 * Start the server, or take over the one that a killed launcher left behind.
 *
 * Throws   LauncherError with a sentence for the person who starts Onrecord.
 *
 * @param {Wish} wish
 * @returns {Promise<Server>}
 */
export async function startPostgres({
  dataFolder,
  durable = true,
  tcp = process.platform === "win32",
  say = () => {},
}) {
  const account = databaseAccount();
  const lock = takeLock(join(dataFolder, "launcher.lock"));
  if ("heldBy" in lock) {
    throw new LauncherError(
      `Onrecord is already running from ${dataFolder} (process ${lock.heldBy}). Stop it first, or give this one a folder of its own with ONRECORD_DATA.`,
    );
  }
  try {
    const place = databasePlace(dataFolder, account, say);
    const binaries = postgresBinaries(account, place.spare, say);
    const setting = { place, binaries, account, durable, tcp };
    if (!isCluster(place.cluster)) {
      say("Making the database (once)");
      await createCluster(setting);
    }
    refuseOtherVersion(place.cluster, binaries);
    const running = await adoptOrStart(setting);
    return {
      url: addressOf(setting, running.port),
      pid: running.pid,
      exited: running.exited,
      async stop() {
        await stopServer(setting, running);
        if (!place.sockets.startsWith(place.home)) rmSync(place.sockets, { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @param {Setting} setting @param {number} port */
function addressOf({ place, tcp }, port) {
  if (tcp) return `postgresql://${USER}:${tcpAccess(place).password}@127.0.0.1:${port}/${DATABASE}`;
  return `postgresql://${USER}@localhost/${DATABASE}?host=${encodeURIComponent(place.sockets)}`;
}

/** @param {Setting} setting @returns {Promise<Running>} */
async function adoptOrStart(setting) {
  const deadline = Date.now() + START_LIMIT;
  /** @type {Awaited<ReturnType<typeof launch>> | null} */
  let child = null;
  let muteSince = 0;
  for (;;) {
    const found = postmaster(setting.place.cluster);
    if (found?.status === "ready") {
      if (await answers(setting, found.port)) {
        return { ...found, exited: child?.pid === found.pid ? child.exited : goneOf(found.pid) };
      }
      muteSince ||= Date.now();
      if (Date.now() - muteSince > MUTE_LIMIT) interrupt(found.pid, "SIGINT");
    } else if (found === null) {
      muteSince = 0;
      if (child?.hasEnded() && !PASSING.test(child.said())) {
        throw new LauncherError(
          `PostgreSQL doesn't start: ${lastWords(child.said())} (see ${logFile(setting)})`,
        );
      }
      if (child === null || child.hasEnded()) child = await launch(setting);
    }
    if (Date.now() > deadline) {
      if (child !== null && !child.hasEnded()) await stopServer(setting, { ...child, port: 0 });
      throw new LauncherError(
        `PostgreSQL didn't get ready in ${START_LIMIT / 1000} seconds (see ${logFile(setting)}).`,
      );
    }
    await pause(20);
  }
}

/** @param {Setting} setting */
async function launch(setting) {
  const { place, binaries, account, durable, tcp } = setting;
  const settings = {
    listen_addresses: tcp ? "127.0.0.1" : "",
    port: tcp ? await choosePort(place) : 5432,
    unix_socket_directories: process.platform === "win32" ? "" : `"${place.sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    // An import in bulk has up to ten workers, each with some two dozen connections when it is busiest.
    max_connections: 300,
    log_min_messages: "warning",
    log_line_prefix: "%m [%p] ",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const file = logFile(setting);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  const log = openSync(file, "a", 0o600);
  const from = statSync(file).size;
  const child = spawn(
    program(binaries, "postgres"),
    ["-D", place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A group of its own: Ctrl-C reaches the launcher alone, which stops the database last.
    { ...as(account), env: environment(), stdio: ["ignore", log, log], detached: true, windowsHide: true },
  );
  closeSync(log);
  let ended = false;
  const exited = new Promise((/** @type {(value: void) => void} */ resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  return {
    pid: child.pid ?? 0,
    exited,
    hasEnded: () => ended,
    said: () => readFileSync(file).subarray(from).toString(),
  };
}

/** @param {Setting} setting */
function logFile({ place }) {
  return join(place.home, "postgres.log");
}

/**
 * The server that runs on this data folder, read from the file it keeps there; null where none does. Lines: process, folder,
 * start time, port, socket folder, address, shared memory, status.
 *
 * @param {string} cluster
 */
function postmaster(cluster) {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10));
  if (!(pid > 0)) return { pid: 0, port: 0, status: "starting" }; // it is being written
  if (!isAlive(pid)) return null;
  if (isAnotherProgram(pid)) {
    // The machine restarted and gave the number to somebody else; PostgreSQL itself would refuse to start.
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), status: (lines[7] ?? "starting").trim() };
}

/** Known only where there is a /proc; elsewhere the file is believed. @param {number} pid */
function isAnotherProgram(pid) {
  try {
    return !readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  } catch {
    return false;
  }
}

/** Does PostgreSQL answer there? It is asked whether it speaks TLS: one byte, no sign-in. @param {Setting} setting @param {number} port @returns {Promise<boolean>} */
function answers({ place, tcp }, port) {
  return new Promise((resolve) => {
    const socket = tcp ? connect(port, "127.0.0.1") : connect(join(place.sockets, `.s.PGSQL.${port}`));
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => settle(false));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
    socket.once("connect", () => socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])));
    socket.once("data", (data) => settle(data[0] === 0x4e || data[0] === 0x53)); // "N" or "S"
  });
}

/** Settles when a process that isn't our child is gone. @param {number} pid @returns {Promise<void>} */
function goneOf(pid) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 200);
    timer.unref();
  });
}

/** @param {Setting} setting @param {Running} running */
async function stopServer({ place, binaries, account }, { pid, exited }) {
  for (const [signal, limit] of STOPPING) {
    if (!isAlive(pid)) return;
    if (process.platform === "win32") {
      const mode = signal === "SIGINT" ? "fast" : "immediate";
      spawn(program(binaries, "pg_ctl"), ["stop", "-D", place.cluster, "-m", mode, "-W"], {
        ...as(account),
        stdio: "ignore",
      });
    } else interrupt(pid, signal);
    if (await endsWithin(exited, limit)) return;
  }
}

/** @param {Promise<void>} exited @param {number} limit in milliseconds */
async function endsWithin(exited, limit) {
  const giveUp = new AbortController();
  const late = pause(limit, false, { signal: giveUp.signal }).catch(() => false);
  const ended = await Promise.race([exited.then(() => true), late]);
  giveUp.abort();
  return ended;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function interrupt(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // it is gone already
  }
}
