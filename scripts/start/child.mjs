import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inRoot, ROOT } from "./root.mjs";

/**
 * One of our own programs, run in a process of its own.
 *
 * @typedef {{
 *   readonly speaksAs?: string,
 *   readonly args: readonly string[],
 *   readonly env: Record<string, string>,
 *   readonly hear?: (message: unknown) => void,
 *   readonly show?: (line: string) => boolean,
 * }} Program `speaksAs` stands before each of its lines; `args` are for Node; `hear` gets what it sends us; `show` says which of its lines are worth showing
 *
 * @typedef {{
 *   readonly pid: number,
 *   readonly ended: Promise<string>,
 *   readonly lastLine: () => string,
 *   readonly tell: (message: object) => void,
 *   readonly stop: (patience: number) => Promise<void>,
 *   readonly kill: () => void,
 * }} Child `ended` gives how it ended, in words; `stop` asks first, and kills after `patience` milliseconds
 */

const WITH_PARENT = pathToFileURL(inRoot("scripts/start/with-parent.mjs")).href;

/** @param {Program} program @returns {Child} */
export function startChild({ speaksAs = "", args, env, hear, show = () => true }) {
  const child = spawn(process.execPath, ["--import", WITH_PARENT, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C reaches us alone, and we stop our children in order.
    detached: true,
    windowsHide: true,
  });
  let lastLine = "";
  for (const [stream, out] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      if (line.trim() !== "") lastLine = line.trim();
      // A line of JSON is a log record, for a program to read; anything else says whose it is.
      if (show(line)) out.write(line.startsWith("{") ? `${line}\n` : `${speaksAs}${line}\n`);
    });
  }
  if (hear !== undefined) child.on("message", hear);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
  });
  const signal = (/** @type {NodeJS.Signals} */ what) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(what);
  };
  return {
    pid: child.pid ?? 0,
    ended,
    lastLine: () => lastLine,
    tell: (message) => {
      if (child.connected) child.send(message);
    },
    async stop(patience) {
      signal("SIGTERM");
      const giveUp = new AbortController();
      const late = pause(patience, undefined, { signal: giveUp.signal }).then(
        () => signal("SIGKILL"),
        () => {},
      );
      await ended;
      giveUp.abort();
      await late;
    },
    kill: () => signal("SIGKILL"),
  };
}
