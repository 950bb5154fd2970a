import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { logError, loggable } from "./log";

/** Answers that are written while they are read. */

/** So many at once in one process: each has a process of its own, which asks the database all the while. */
const MOST_AT_ONCE = 2;
/** In milliseconds: whoever doesn't read on for so long keeps others waiting. */
const LONGEST_PAUSE = 60_000;

/** So many more wait for their turn, and each so long, in milliseconds. */
const MOST_WAITING = 20;
const LONGEST_WAIT = 20_000;

let underWay = 0;
/** Whoever waits, the first first. */
const waiting = new Set<() => void>();

const busy = () => new AppError("unavailable", words.publicApi.manyExports);

/** Settles when it is this one's turn; throws where that takes too long, or too many wait already. */
async function takeTurn(wait: number): Promise<void> {
  if (underWay < MOST_AT_ONCE) {
    underWay += 1;
    return;
  }
  if (waiting.size >= MOST_WAITING) throw busy();
  await new Promise<void>((resolve, reject) => {
    const go = () => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(() => {
      waiting.delete(go);
      reject(busy());
    }, wait);
    waiting.add(go);
  });
}

/** The turn goes to whoever waits longest. */
function giveTurn(): void {
  const [next] = waiting;
  if (next === undefined) {
    underWay -= 1;
    return;
  }
  waiting.delete(next);
  next();
}

/**
 * The pieces as a body. The next one is taken when the one before was. A fault in the middle breaks the answer off, so that nobody takes half of it for
 * the whole. `begin` is told by its signal that nobody wants any more.
 *
 * Throws   AppError `unavailable` where as many are under way as one process makes, and none of them ends in time.
 */
export async function streamed(
  begin: (signal: AbortSignal) => AsyncGenerator<Uint8Array, void>,
  { pause = LONGEST_PAUSE, wait = LONGEST_WAIT } = {},
): Promise<ReadableStream<Uint8Array>> {
  await takeTurn(wait);
  const stop = new AbortController();
  const pieces = begin(stop.signal);
  let unread: NodeJS.Timeout | undefined;
  let isEnded = false;
  const end = () => {
    if (isEnded) return;
    isEnded = true;
    clearTimeout(unread);
    giveTurn();
    stop.abort();
    // Where it waits for its next piece, it ends with that.
    pieces.return().catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(unread);
      try {
        const { done, value } = await pieces.next();
        if (isEnded) return;
        if (done) {
          controller.close();
          return end();
        }
        controller.enqueue(value);
        unread = setTimeout(() => {
          controller.error(new Error("nobody read on"));
          end();
        }, pause).unref();
      } catch (error) {
        if (isEnded) return;
        logError("export", loggable(error));
        controller.error(error);
        end();
      }
    },
    cancel: end,
  });
}
