import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { as } from "./account.mjs";
import { program } from "./binaries.mjs";
import { LauncherError } from "./launcher-error.mjs";
import { ownFolder } from "./place.mjs";

/**
 * What a server is run with.
 *
 * @typedef {{
 *   readonly place: import("./place.mjs").Place,
 *   readonly binaries: string,
 *   readonly account: import("./account.mjs").Account | null,
 *   readonly durable: boolean,
 *   readonly tcp: boolean,
 * }} Setting
 */

export const USER = "app";
export const DATABASE = "app";

/** Made beside its place and moved there when it is whole, so that one that was cut off is never taken for a database. @param {Setting} setting */
export async function createCluster(setting) {
  const { place, account, durable, tcp } = setting;
  const half = `${place.cluster}.new`;
  const passwordFile = join(place.sockets, "password");
  rmSync(half, { recursive: true, force: true });
  ownFolder(half, account);
  try {
    writeFileSync(passwordFile, `${tcp ? tcpAccess(place).password : ""}\n`, { mode: 0o600 });
    if (account !== null) chownSync(passwordFile, account.uid, account.gid);
    const access = tcp
      ? ["--auth-local=trust", "--auth-host=scram-sha-256", `--pwfile=${passwordFile}`]
      : ["--auth=trust"];
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const haste = durable ? [] : ["--no-sync"];
    await run(setting, "initdb", [
      "-D",
      half,
      "-U",
      USER,
      ...access,
      ...locale,
      "--data-checksums",
      "--no-instructions",
      ...haste,
    ]);
    await run(
      setting,
      "postgres",
      ["--single", "-D", half, ...(durable ? [] : ["-c", "fsync=off"]), "postgres"],
      `CREATE DATABASE ${DATABASE}\n`,
    );
    renameSync(half, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** @param {Setting} setting @param {"initdb" | "postgres"} name @param {readonly string[]} args @param {string} [input] @returns {Promise<void>} */
function run({ binaries, account }, name, args, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(program(binaries, name), args, {
      ...as(account),
      env: environment(),
      stdio: ["pipe", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    const fail = (/** @type {unknown} */ cause) =>
      reject(new LauncherError(`The database could not be made: ${lastWords(said) || cause}`, { cause }));
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0 && !said.includes("ERROR:") ? resolve() : fail(`${name} ended with ${code}`),
    );
    child.stdin.on("error", () => {}); // it ended before it read: its exit says why
    child.stdin.end(input);
  });
}

/** Nothing of the person's own settings (PGDATA, PGPORT, LC_ALL) reaches the server. @returns {NodeJS.ProcessEnv} */
export function environment() {
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    LC_ALL: "C",
    TZ: "UTC",
  };
}

/** The last line that says what went wrong. @param {string} said */
export function lastWords(said) {
  const lines = said
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? "";
}

/** A data folder of another major version can't be opened; say so before PostgreSQL does. @param {string} cluster @param {string} binaries */
export function refuseOtherVersion(cluster, binaries) {
  const theirs = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const control = readFileSync(join(binaries, "share", "postgresql", "postgres.bki"), "latin1");
  const ours = /^# PostgreSQL (\d+)/.exec(control)?.[1];
  if (ours === undefined || ours === theirs) return;
  throw new LauncherError(
    `The database in ${cluster} was made by PostgreSQL ${theirs}, and this Onrecord brings ${ours}. Start the Onrecord that made it, or move its data over as docs/operations.md says.`,
  );
}

/** The password and the port of a server on 127.0.0.1, made once and kept beside it. @param {import("./place.mjs").Place} place @returns {{ password: string, port: number | null }} */
export function tcpAccess(place) {
  const file = join(place.home, "postgres-access.json");
  if (!existsSync(file)) {
    writeFileSync(file, JSON.stringify({ password: randomBytes(24).toString("base64url"), port: null }), {
      mode: 0o600,
    });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The port of last time where it is still free, so that a restart keeps its address. @param {import("./place.mjs").Place} place @returns {Promise<number>} */
export async function choosePort(place) {
  const access = tcpAccess(place);
  const port = (await freePort(access.port ?? 0)) ?? (await freePort(0));
  if (port === null) throw new LauncherError("No free port was found on 127.0.0.1 for the database.");
  writeFileSync(join(place.home, "postgres-access.json"), JSON.stringify({ ...access, port }), {
    mode: 0o600,
  });
  return port;
}

/** @param {number} wanted 0 for any @returns {Promise<number | null>} */
function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}
