import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { logError, loggable } from "./log";

/** Answers that are written while they are read. */

/** So many at once in one process: each keeps a part of the archive in memory, and asks the database for the next. */
const MOST_AT_ONCE = 4;
/** In milliseconds: whoever doesn't read on for so long keeps others waiting. */
const LONGEST_PAUSE = 60_000;

let underWay = 0;

/**
 * The pieces as a body. The next one is made when the one before was taken. A fault in the middle breaks the answer off, so that nobody takes half of it
 * for the whole.
 *
 * Throws   AppError `unavailable` where as many are under way as one process makes.
 */
export function streamed(
  pieces: AsyncGenerator<string, void>,
  pause = LONGEST_PAUSE,
): ReadableStream<Uint8Array> {
  if (underWay >= MOST_AT_ONCE) throw new AppError("unavailable", words.publicApi.manyExports);
  underWay += 1;
  const encoder = new TextEncoder();
  let waiting: NodeJS.Timeout | undefined;
  let isEnded = false;
  const end = () => {
    clearTimeout(waiting);
    if (!isEnded) underWay -= 1;
    isEnded = true;
  };
  const breakOff = async (controller: ReadableStreamDefaultController, error: unknown) => {
    if (isEnded) return;
    end();
    controller.error(error);
    await pieces.return();
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        const { done, value } = await pieces.next();
        if (isEnded) return;
        if (done) {
          end();
          return controller.close();
        }
        controller.enqueue(encoder.encode(value));
        waiting = setTimeout(() => void breakOff(controller, new Error("nobody read on")), pause).unref();
      } catch (error) {
        logError("export", loggable(error));
        await breakOff(controller, error);
      }
    },
    async cancel() {
      end();
      await pieces.return();
    },
  });
}
