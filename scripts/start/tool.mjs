import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

/** The tools that run right now, each the head of a process group of its own. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Run a tool to its end, its words shown indented as they come (`quiet`: only kept).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, said: string }>}
 */
export function runTool(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      shell: process.platform === "win32" && command === "npm",
    });
    running.add(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (chunk) => {
        said += chunk;
        if (!quiet) process.stdout.write(chunk.replace(/^(?=.)/gm, "  "));
      });
    }
    child.once("error", (error) => {
      running.delete(child);
      resolve({ code: 127, said: error.message });
    });
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });
}

/** @param {readonly string[]} args @param {{ env?: Record<string, string>, quiet?: boolean }} [options] */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js")
    ? runTool(process.execPath, [npm, ...args], options)
    : runTool("npm", args, options);
}

/** End every tool with all it has started. @param {NodeJS.Signals} signal */
export function stopTools(signal) {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
    } catch {
      // it has just ended
    }
  }
}
