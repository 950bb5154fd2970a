import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import Tinypool from "tinypool";
import type { Engine, Page } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import type { ReadPage } from "#lib/ingest";
import { words } from "#lib/words";
import type { ReadAnswer } from "./read-page";

/**
 * Pages are read in processes of their own: a page that takes for ever, or more memory than there is, costs that process and nothing
 * else. What waits for it is refused with a sentence, and the next page gets a new process.
 */

/** The longest that one page may be read, in milliseconds. The largest real pages take three seconds. */
export const READING_TIME = 30_000;
/** What one process may hold of JavaScript's own memory, in MB. Reading takes less than 300. */
const READING_MEMORY = 768;
/** As `analyse` has it: what reading makes lives for a moment. */
const YOUNG = "--max-semi-space-size=4";

interface Settings {
  readonly processes: number;
  /** In milliseconds. */
  readonly time: number;
  /** In MB. */
  readonly memory: number;
  /** What runs in each process: its default export answers as `read-page.ts` does. */
  readonly program: URL;
}

export interface ReadingPool {
  /** Throws AppError as `analyse` does, and `too_large` for a page that took too long or too much memory. */
  read(page: Page, engine: Engine): Promise<ReadPage>;
  close(): Promise<void>;
}

export function startReadingPool({
  processes = Math.max(2, availableParallelism()),
  time = READING_TIME,
  memory = READING_MEMORY,
  program = new URL("./read-page.ts", import.meta.url),
}: Partial<Settings> = {}): ReadingPool {
  const pool = new Tinypool({
    runtime: "child_process",
    filename: fileURLToPath(program),
    execArgv: ["--import", "tsx", YOUNG, `--max-old-space-size=${memory}`],
    // All of them stand from the beginning: a small page that comes beside a large one doesn't wait for a process to load its code.
    minThreads: processes,
    maxThreads: processes,
    serialization: "advanced",
    terminateTimeout: 1_000,
  });
  const readOnce = async (page: Page, engine: Engine): Promise<ReadPage> => {
    const tooLong = AbortSignal.timeout(time);
    try {
      // What runs in the process is `read-page.ts`, and this is what it answers.
      const answer = (await pool.run({ page, engine }, { signal: tooLong })) as ReadAnswer;
      if ("read" in answer) return answer.read;
      throw new AppError(answer.refused.code, answer.refused.message);
    } catch (cause) {
      if (tooLong.aborted) throw new AppError("too_large", words.pages.tooSlow, { cause });
      throw cause;
    }
  };
  return {
    read: async (page, engine) => {
      try {
        // A process that somebody ended says nothing of the page: only one that ends again does.
        return await readOnce(page, engine).catch((error) => {
          if (isGone(error)) return readOnce(page, engine);
          throw error;
        });
      } catch (cause) {
        if (isGone(cause)) throw new AppError("too_large", words.pages.tooMuch, { cause });
        throw cause;
      }
    },
    close: () => pool.destroy(),
  };
}

/** Whether the process ended in the middle, as it does when it is out of memory. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    !(error instanceof AppError) &&
    /exited unexpectedly|terminated|channel closed/i.test(error.message)
  );
}
