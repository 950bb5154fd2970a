import { execFileSync, spawnSync } from "node:child_process";
import { LauncherError } from "./launcher-error.mjs";

/**
 * The account that PostgreSQL runs under when we are root: it refuses to run as root itself.
 *
 * @typedef {{ readonly name: string, readonly uid: number, readonly gid: number }} Account
 */

const NAME = "nobody";

/**
 * Null where PostgreSQL can run as whoever started us.
 *
 * @returns {Account | null}
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return null;
  try {
    return { name: NAME, uid: idOf("-u"), gid: idOf("-g") };
  } catch (cause) {
    throw new LauncherError(
      `PostgreSQL refuses to run as root, and there is no account "${NAME}" to run it as. Start Onrecord as another user, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** @param {"-u" | "-g"} flag */
function idOf(flag) {
  return Number(execFileSync("id", [flag, NAME], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

/** What `spawn` needs to run as the account, from a folder that it can be in. @param {Account | null} account */
export function as(account) {
  return account === null ? { cwd: "/" } : { cwd: "/", uid: account.uid, gid: account.gid };
}

/** @param {Account | null} account @param {string} program */
export function canRun(account, program) {
  return spawnSync(program, ["--version"], { ...as(account), stdio: "ignore" }).status === 0;
}

/** May the account pass through this folder? Asked of the system itself, so that access lists count. @param {Account | null} account @param {string} folder */
export function canReach(account, folder) {
  return (
    account === null || spawnSync("test", ["-x", folder], { ...as(account), stdio: "ignore" }).status === 0
  );
}
