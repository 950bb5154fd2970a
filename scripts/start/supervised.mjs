import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds to wait before the first restart, the second, and so on; the last one stands for all that follow. */
const BACK_OFF = [200, 500, 1_000, 2_000, 4_000, 8_000];
/** Who stays up for so long is counted as well again. */
const WELL_AFTER = 30_000;

/**
 * Keep something running: start it again when it ends, later each time. It never gives up: what is in the way (a full disk, a database that
 * somebody else restarts) may be gone the next time, and readers are served by what still runs.
 *
 * @template {{ readonly ended: Promise<string>, readonly lastLine: () => string }} T
 * @param {{ name: string, first: T, begin: () => Promise<T>, isStopping: () => boolean }} what
 * @returns {Promise<void>} settles when we are stopping
 */
export async function supervise({ name, first, begin, isStopping }) {
  /** @type {{ readonly ended: Promise<string>, readonly lastLine: () => string }} */
  let current = first;
  let failures = 0;
  for (;;) {
    const since = Date.now();
    const how = await current.ended;
    if (isStopping()) return;
    if (Date.now() - since > WELL_AFTER) failures = 0;
    const wait = BACK_OFF[failures] ?? BACK_OFF.at(-1);
    failures += 1;
    const again = failures > BACK_OFF.length ? "It keeps stopping. Trying again" : "Starting it again";
    console.error(`The ${name} stopped (${how}${inBrackets(current.lastLine())}). ${again}.`);
    await pause(wait);
    if (isStopping()) return;
    current = await began(begin, name);
  }
}

/**
 * A start that fails is one more end.
 *
 * @template {{ readonly ended: Promise<string>, readonly lastLine: () => string }} T
 * @param {() => Promise<T>} begin
 * @param {string} name
 * @returns {Promise<T | { ended: Promise<string>, lastLine: () => string }>}
 */
async function began(begin, name) {
  try {
    return await begin();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ended: Promise.resolve(`the ${name} could not be started`), lastLine: () => why };
  }
}

/** @param {string} line */
const inBrackets = (line) => (line === "" ? "" : `: ${line}`);
