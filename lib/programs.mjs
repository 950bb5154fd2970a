import { basename, join, resolve } from "node:path";

/**
 * Where one of our own programs is, for who starts it in a process of its own: its bundle, where a start made one and names their folder in
 * ONRECORD_PROGRAMS (scripts/start/bundle.mjs), else its source, read through tsx. A bundle is loaded in a third of the time.
 *
 * @param {string} source its path from the project's folder, as "scripts/worker.ts"
 * @returns {{ readonly file: string, readonly execArgv: readonly string[] }} `execArgv` are for Node
 */
export function programOf(source) {
  const folder = process.env.ONRECORD_PROGRAMS;
  if (folder) return { file: join(folder, `${basename(source, ".ts")}.mjs`), execArgv: [] };
  return { file: resolve(/* turbopackIgnore: true */ source), execArgv: ["--import", "tsx"] };
}
