import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { isAlive } from "#lib/db/embedded/folder-lock.mjs";
import { inRoot } from "./root.mjs";

const CHILD = pathToFileURL(inRoot("scripts/start/child.mjs")).href;
const begun: number[] = [];
afterEach(() => {
  for (const pid of begun.splice(0)) if (isAlive(pid)) process.kill(pid, "SIGKILL");
});

/** A start that begins a program which never ends by itself, and is killed `wait` milliseconds later; the program's process id. */
function beginAndBeKilled(wait: number): number {
  const code = `
    const { startChild } = await import(${JSON.stringify(CHILD)});
    const { pid } = startChild({ args: ["-e", "setInterval(() => {}, 1000)"], env: {} });
    process.stdout.write(String(pid), () => setTimeout(() => process.kill(process.pid, "SIGKILL"), ${wait}));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
  const pid = Number(stdout);
  begun.push(pid);
  return pid;
}

test.each([0, 10, 30, 50, 500])(
  "a start that is killed %s ms after it began a program leaves none behind, loaded or not",
  { timeout: 60_000 },
  async (wait) => {
    const pid = beginAndBeKilled(wait);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid), { timeout: 50_000, interval: 25 }).toBe(false);
  },
);
