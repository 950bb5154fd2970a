import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "#lib/db/core/migrations";
import { startPostgres } from "#lib/db/embedded/server.mjs";

/** An embedded database of the bench's own, as durable as a newsroom's, in a folder that goes away with it. */
export async function benchServer() {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  chmodSync(folder, 0o755); // root's PostgreSQL runs as another account, which must get in
  const server = await startPostgres({ dataFolder: folder });
  await applyMigrations(server.url);
  return {
    ...server,
    folder,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const TICKS_A_SECOND = 100;

/** Of a process and its ended children, in seconds, and whose child it is. From Linux' /proc; null elsewhere. */
function processorOf(pid: number | string): { readonly seconds: number; readonly parent: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
    return { seconds: ticks / TICKS_A_SECOND, parent: fields[1] ?? 0 };
  } catch {
    return null; // it has just ended
  }
}

/** Seconds of processor time that a process and all its children took, those that have ended too. 0 where that can't be told. */
export function processorSeconds(pid: number | "self"): number {
  const own = processorOf(pid);
  if (own === null || pid === "self") return own?.seconds ?? 0;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(processorOf)
    .filter((one) => one?.parent === pid);
  return children.reduce((sum, one) => sum + (one?.seconds ?? 0), own.seconds);
}
