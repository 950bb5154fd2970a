import { execFileSync } from "node:child_process";
import { isAlive } from "#lib/db/embedded/folder-lock.mjs";

const EVERY = 500;

/**
 * Call `gone` once when the npm that started us is no more. npm passes some signals on; when it is killed, or a shell stands
 * between us that passes none, only its absence tells. Started by hand, without npm, we outlive our parent as any
 * program does.
 *
 * @param {() => void} gone
 */
export function watchParent(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const above = grandparent(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (above === null || isAlive(above))) return;
    clearInterval(timer);
    gone();
  }, EVERY);
  timer.unref();
}

/** The process above a shell that npm runs us in; null where npm itself is our parent, or the system doesn't say. @param {number} parent */
function grandparent(parent) {
  if (process.platform === "win32") return null;
  try {
    const [above = "", name = ""] = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(parent)], {
      encoding: "utf8",
    })
      .trim()
      .split(/\s+/);
    return /(^|\/)-?(ba|da|z|k|a)?sh$/.test(name) ? Number(above) : null;
  } catch {
    return null;
  }
}
