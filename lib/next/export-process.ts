import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import type { Export } from "#lib/api/exports";
import type { Where } from "#lib/api/present";
import { programOf } from "#lib/programs.mjs";

/**
 * An export is made in a process of its own. It is the work of minutes: done here, every reader would wait for each part of it, and the web
 * server's memory would hold its garbage for long. There it is collected as it is made, and Prisma's WebAssembly is compiled once and for
 * size: compiling it a second time, for speed, takes 50 MB.
 */
const HOW = ["--optimize-for-size", "--max-semi-space-size=1", "--liftoff-only"];
const PROGRAM = "scripts/export.ts";

/** The file in pieces, made as they are taken. Throws where the process ends before all of it is there. */
export async function* exported(
  whole: Export,
  { origin, today }: Where,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const { file, execArgv } = programOf(PROGRAM);
  const child = spawn(process.execPath, [...HOW, ...execArgv, file, whole.path, origin, today], {
    stdio: ["ignore", "pipe", "inherit"],
    signal,
  });
  const ended = once(child, "exit");
  ended.catch(() => undefined); // what ends it early is told below, or was our own wish
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  for await (const piece of child.stdout) yield piece;
  const [code, ending] = await ended;
  if (code !== 0) throw new Error(`an export ended with ${code ?? ending}`);
}
