import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { inRoot } from "./root.mjs";

/**
 * What a start was told by its environment.
 *
 * @typedef {{
 *   readonly host: string,
 *   readonly port: number,
 *   readonly data: string,
 *   readonly databaseUrl: string | null,
 *   readonly workingUrl: string | null,
 *   readonly snapshots: string | null,
 *   readonly origin: string,
 *   readonly secret: string,
 *   readonly sealingKey: string,
 * }} Settings `data` absolute and writable; `databaseUrl` null for the embedded database; `workingUrl` of the role that the web server and the worker connect as, null where they are the owner; `snapshots` absolute, null where raw bytes stay in the database; `origin` without a slash at its end
 */

/** @param {NodeJS.ProcessEnv} env @returns {Settings} */
export function readSettings(env) {
  const host = env.HOST || "127.0.0.1";
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LauncherError(`PORT is "${env.PORT}", and must be a number from 1 to 65535.`);
  }
  const data = dataFolder(env.ONRECORD_DATA);
  return {
    host,
    port,
    data,
    databaseUrl: databaseUrl(env.DATABASE_URL, "DATABASE_URL"),
    workingUrl: databaseUrl(env.ONRECORD_WORKING_DATABASE_URL, "ONRECORD_WORKING_DATABASE_URL"),
    snapshots: snapshots(env.ONRECORD_SNAPSHOTS, env.DATABASE_URL ? null : join(data, "snapshots")),
    origin: origin(env.ONRECORD_URL, host, port),
    secret: env.NEXTAUTH_SECRET || keptSecret(join(data, "secret")),
    sealingKey: env.ONRECORD_SEALING_KEY || keptSecret(join(data, "sealing-key")),
  };
}

/** @param {string | undefined} wish */
function dataFolder(wish) {
  const folder = wish ? resolve(wish) : inRoot(".onrecord");
  // Root's PostgreSQL runs as another account, which must be able to pass; what is secret inside is closed by itself.
  const mode = process.getuid?.() === 0 ? 0o755 : 0o700;
  return writable(folder, mode, { what: "data folder", setting: "ONRECORD_DATA" });
}

/**
 * A database of one's own may have several machines before it, and a folder that only one of them sees would be a trap: there
 * the folder is named, or the bytes stay in the database.
 *
 * @param {string | undefined} wish
 * @param {string | null} otherwise
 */
function snapshots(wish, otherwise) {
  const folder = wish ? resolve(wish) : otherwise;
  return folder && writable(folder, 0o700, { what: "snapshot folder", setting: "ONRECORD_SNAPSHOTS" });
}

/**
 * The folder, made where it isn't there.
 *
 * @param {string} folder
 * @param {number} mode of a new one
 * @param {{ what: string, setting: string }} names
 */
function writable(folder, mode, { what, setting }) {
  try {
    mkdirSync(folder, { recursive: true, mode });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (cause) {
    throw new LauncherError(
      `The ${what} ${folder} can't be written to. Make it writable, or set ${setting} to another folder.`,
      { cause },
    );
  }
}

/** @param {string | undefined} given @param {string} setting */
function databaseUrl(given, setting) {
  if (!given) return null;
  if (URL.canParse(given) && /^postgres(ql)?:$/.test(new URL(given).protocol)) return given;
  throw new LauncherError(
    `${setting} must be the address of a PostgreSQL database, like postgresql://user:password@host:5432/onrecord.`,
  );
}

/** @param {string | undefined} given @param {string} host @param {number} port */
function origin(given, host, port) {
  if (!given) {
    const name = ["0.0.0.0", "::", ""].includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
    return `http://${name}:${port}`;
  }
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return new URL(given).origin;
  throw new LauncherError(
    `ONRECORD_URL is "${given}", and must be the address that people reach Onrecord at, like https://onrecord.example.org.`,
  );
}

/**
 * Made once. A new `secret`, which signs cookies, would sign everybody out; with a new `sealing-key` nobody's authenticator app
 * would be known.
 *
 * @param {string} file
 */
function keptSecret(file) {
  try {
    if (!existsSync(file))
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new LauncherError(
      `The file ${file} can't be written or read. Give it to the account that starts Onrecord.`,
      { cause },
    );
  }
}

/** Throws LauncherError where something listens there already, or may not. @param {Settings} settings @returns {Promise<void>} */
export function refuseTakenPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(new LauncherError(portSentence(error.code, host, port), { cause: error })),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** @param {string | undefined} code @param {string} host @param {number} port */
function portSentence(code, host, port) {
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`;
  }
  if (code === "EACCES")
    return `This account may not listen on port ${port}. Choose one above 1023 with PORT.`;
  return `Onrecord can't listen on ${host}, port ${port} (${code}). Set HOST to an address of this machine.`;
}
