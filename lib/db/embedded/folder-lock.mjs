import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Take a lock that one process holds at a time. It is a file that names its holder; one whose holder is gone (kill -9, a power
 * cut) is taken over. A process number alone would lie after a restart of the machine, so on Linux the moment that the
 * process started is kept with it.
 *
 * @param {string} path
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function takeLock(path) {
  const mine = holderLine(process.pid);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    while (!claim(draft, path)) {
      const holder = read(path);
      if (holder === null) continue;
      const pid = Number.parseInt(holder, 10);
      if (isAlive(pid) && holder === holderLine(pid)) return { heldBy: pid };
      removeStale(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release() {
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

/** A hard link fails where the name is taken, and the file is whole the moment it appears. @param {string} draft @param {string} path */
function claim(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moved aside before it is judged, so that of two who take over at once only one removes it. @param {string} path @param {string} holder */
function removeStale(path, holder) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else took it away
  }
  if (read(aside) !== holder) claim(aside, path); // that was a new holder's: put it back
  rmSync(aside, { force: true });
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** @param {number} pid */
function holderLine(pid) {
  return `${pid} ${startedAt(pid)}`;
}

/** Field 22 of /proc/<pid>/stat, in clock ticks since the machine started; "" where there is no /proc. @param {number} pid */
function startedAt(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? "" : (stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "");
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
