import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canReach } from "./account.mjs";
import { LauncherError } from "./launcher-error.mjs";

/**
 * Where the embedded database keeps its files.
 *
 * @typedef {{ readonly home: string, readonly cluster: string, readonly sockets: string, readonly spare: string }} Place
 *   `home` holds the others; `cluster` is PostgreSQL's data folder, 0700, owned by the account it runs as; `sockets`, 0700:
 *   whoever can open that folder can open the database; `spare` is for a copy of the programs
 */

const ROOT_DATA = "/var/lib/onrecord";
const ROOT_CACHE = "/var/cache/onrecord";

/** A socket's whole path must stay under 104 bytes (macOS) or 108 (Linux); its name takes 16 of them. */
const LONGEST_SOCKET_FOLDER = 86;

/**
 * Make the folders and say where they are. Root's PostgreSQL runs as another account, which must be able to reach them:
 * where it can't (a clone under a 0700 home), they lie in /var/lib/onrecord, one folder for each data folder.
 *
 * @param {string} dataFolder absolute; exists
 * @param {import("./account.mjs").Account | null} account
 * @param {(line: string) => void} say
 * @returns {Place}
 */
export function databasePlace(dataFolder, account, say) {
  const key = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  const home = canReach(account, dataFolder) ? dataFolder : rootHome(key, dataFolder, account, say);
  const short = join(home, "run");
  const sockets =
    Buffer.byteLength(short) <= LONGEST_SOCKET_FOLDER
      ? short
      : join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), `onrecord-${key}`);
  ownFolder(sockets, account);
  return { home, cluster: join(home, "postgres"), sockets, spare: account === null ? home : ROOT_CACHE };
}

/**
 * @param {string} key
 * @param {string} dataFolder
 * @param {import("./account.mjs").Account | null} account
 * @param {(line: string) => void} say
 */
function rootHome(key, dataFolder, account, say) {
  const home = join(ROOT_DATA, key);
  try {
    mkdirSync(ROOT_DATA, { recursive: true, mode: 0o755 });
    ownFolder(home, account);
  } catch (cause) {
    throw new LauncherError(
      `PostgreSQL runs as "${account?.name}" here, which can reach neither ${dataFolder} nor ${home}. Set ONRECORD_DATA to a folder it can reach, or set DATABASE_URL.`,
      { cause },
    );
  }
  say(
    `The database is kept in ${home}, because the account "${account?.name}" that PostgreSQL runs as can't reach ${dataFolder}`,
  );
  return home;
}

/** A folder that is the account's alone. @param {string} folder @param {import("./account.mjs").Account | null} account */
export function ownFolder(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const me = process.getuid?.();
  if (!found.isDirectory() || (me !== undefined && found.uid !== me && found.uid !== account?.uid)) {
    throw new LauncherError(
      `${folder} belongs to somebody else. Remove it, or set ONRECORD_DATA to another folder.`,
    );
  }
  chmodSync(folder, 0o700);
  if (account !== null) chownSync(folder, account.uid, account.gid);
}

/** @param {string} cluster */
export function isCluster(cluster) {
  return existsSync(join(cluster, "PG_VERSION"));
}
