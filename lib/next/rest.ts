import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives memory back after a crowd. V8 collects what is garbage when it needs room for more: a server that nobody asks any more needs none, and
 * keeps for hours what the crowd left behind.
 */

/** How often is looked, in milliseconds. */
const EVERY = 5_000;
/** By how many bytes the heap has to have grown since it was collected last. */
const GROWN = 64 * 1_048_576;
/** Below this share of its time at work, nobody waits for a page that is being made. */
const IDLE = 0.2;

export interface Look {
  /** Bytes that the heap takes now, and those that it took after the last collection. */
  readonly heap: number;
  readonly heapAtRest: number;
  /** The share of its time, 0 to 1, that the process was at work since the last look. */
  readonly busy: number;
}

/** Whether a collection now gives much back and keeps nobody waiting. */
export function isTimeToRest({ heap, heapAtRest, busy }: Look): boolean {
  return busy < IDLE && heap - heapAtRest > GROWN;
}

/** Look until the process ends. What a collection frees goes back to the system with the next one: a rest is two, with a look between. */
export function restAfterCrowds(): void {
  const collect = collection();
  let heapAtRest = heapNow();
  let isBegun = false;
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization: busy } = performance.eventLoopUtilization(now, before);
    before = now;
    if (!isTimeToRest({ heap: heapNow(), heapAtRest, busy })) {
      isBegun = false;
      return;
    }
    collect();
    if (isBegun) heapAtRest = heapNow();
    isBegun = !isBegun;
  }, EVERY).unref();
}

const heapNow = (): number => process.memoryUsage().heapTotal;

/** V8's own full collection. It is shown to a context that is made after the flag was set, and to no page. */
function collection(): () => void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof gc !== "function") throw new TypeError("this V8 has no collection to be asked for");
  return () => Reflect.apply(gc, undefined, []);
}
