import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { logError, loggable } from "./log";

/** Answers that are written while they are read. */

/** So many at once in one process: each has a process of its own, which asks the database all the while. */
const MOST_AT_ONCE = 2;
/** In milliseconds: whoever doesn't read on for so long keeps others waiting. */
const LONGEST_PAUSE = 60_000;

let underWay = 0;

/**
 * The pieces as a body. The next one is taken when the one before was. A fault in the middle breaks the answer off, so that nobody takes half of it for
 * the whole. `begin` is told by its signal that nobody wants any more.
 *
 * Throws   AppError `unavailable` where as many are under way as one process makes.
 */
export function streamed(
  begin: (signal: AbortSignal) => AsyncGenerator<Uint8Array, void>,
  pause = LONGEST_PAUSE,
): ReadableStream<Uint8Array> {
  if (underWay >= MOST_AT_ONCE) throw new AppError("unavailable", words.publicApi.manyExports);
  underWay += 1;
  const stop = new AbortController();
  const pieces = begin(stop.signal);
  let waiting: NodeJS.Timeout | undefined;
  let isEnded = false;
  const end = () => {
    if (isEnded) return;
    isEnded = true;
    underWay -= 1;
    clearTimeout(waiting);
    stop.abort();
    // Where it waits for its next piece, it ends with that.
    pieces.return().catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        const { done, value } = await pieces.next();
        if (isEnded) return;
        if (done) {
          controller.close();
          return end();
        }
        controller.enqueue(value);
        waiting = setTimeout(() => {
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
