import { setTimeout as pause } from "node:timers/promises";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";

/** Milliseconds to wait before the first restart, the second, and so on. */
const BACK_OFF = [200, 500, 1_000, 2_000, 4_000];
/** Who stays up for so long is counted as well again. */
const WELL_AFTER = 30_000;

/**
 * Keep something running: start it again when it ends, later each time, and give up when it keeps ending.
 *
 * @template {{ readonly ended: Promise<string>, readonly lastLine: () => string }} T
 * @param {{ name: string, first: T, begin: () => Promise<T>, isStopping: () => boolean }} what
 * @returns {Promise<never | void>} settles when we are stopping; throws LauncherError when it keeps ending
 */
export async function supervise({ name, first, begin, isStopping }) {
  let current = first;
  let failures = 0;
  for (;;) {
    const since = Date.now();
    const how = await current.ended;
    if (isStopping()) return;
    if (Date.now() - since > WELL_AFTER) failures = 0;
    const wait = BACK_OFF[failures];
    failures += 1;
    if (wait === undefined) {
      throw new LauncherError(
        `The ${name} keeps stopping (${how}${current.lastLine() ? `: ${current.lastLine()}` : ""}), so Onrecord stops.`,
      );
    }
    console.error(`The ${name} stopped (${how}). Starting it again.`);
    await pause(wait);
    if (isStopping()) return;
    current = await begin();
  }
}
