import { availableParallelism } from "node:os";
import Tinypool from "tinypool";
import type { Engine, Page } from "#lib/domain/analysis";
import type { FoundFactChecks } from "#lib/domain/fact-checks";
import { LARGE_PAGE } from "#lib/domain/imports";
import type { CutPage } from "#lib/domain/part-readings";
import { AppError } from "#lib/errors";
import type { ReadPage, ReadText } from "#lib/ingest";
import type { GivenFactChecks } from "#lib/ingest/fact-checks";
import { programOf } from "#lib/programs.mjs";
import * as words from "#lib/words";
import type { ReadAnswer, ReadTask, WasRead } from "./read-page";

/**
 * Pages are read in processes of their own: a page that takes for ever, or more memory than there is, costs that process and nothing
 * else. What waits for it is refused with a sentence, and the next page gets a new process. Large pages have a process apart, which is
 * there only while any come: they take none of those that stand ready for small ones, and where one of them costs its process, no small page
 * waits until the next has loaded its code.
 */

/** The longest that one page may be read, in milliseconds. The largest real pages take three seconds. */
export const READING_TIME = 30_000;
/** What one process may hold of JavaScript's own memory, in MB. Reading takes less than 300. */
const READING_MEMORY = 768;
/** As `analyse` has it: what reading makes lives for a moment. */
const YOUNG = "--max-semi-space-size=4";

/** So long a process for large pages waits for another one, in milliseconds. */
const LARGE_IDLE = 10_000;

interface Settings {
  /** For pages that aren't large. */
  readonly processes: number;
  /** In milliseconds. */
  readonly time: number;
  /** In MB. */
  readonly memory: number;
  /** What runs in each process: its default export answers as `read-page.ts` does. A path from the project's folder. */
  readonly program: string;
}

export interface ReadingPool {
  /** Throws AppError as `analyse` does, and `too_large` for a page that took too long or too much memory. */
  read(page: Page, engine: Engine): Promise<ReadPage>;
  /** The same for a page whose parts were put right. Throws AppError as `readCut` does. */
  readCut(cut: CutPage, engine: Engine): Promise<ReadText>;
  /** What other fact-checkers say of a claim. Throws AppError `too_large` as above. */
  readFactChecks(checks: GivenFactChecks): Promise<FoundFactChecks>;
  close(): Promise<void>;
}

function textOf(task: ReadTask): string {
  if ("checks" in task) return task.checks.content;
  return "page" in task ? task.page.content : task.cut.text;
}

export function startReadingPool({
  processes = Math.max(2, availableParallelism()),
  time = READING_TIME,
  memory = READING_MEMORY,
  program = "lib/jobs/reading/read-page.ts",
}: Partial<Settings> = {}): ReadingPool {
  const { file, execArgv } = programOf(program);
  const alike = {
    runtime: "child_process" as const,
    filename: file,
    execArgv: [...execArgv, YOUNG, `--max-old-space-size=${memory}`],
    serialization: "advanced" as const,
    terminateTimeout: 1_000,
  };
  // All of them stand from the beginning: the first page doesn't wait for a process to load its code.
  const small = new Tinypool({ ...alike, minThreads: processes, maxThreads: processes });
  const large = new Tinypool({ ...alike, minThreads: 0, maxThreads: 1, idleTimeout: LARGE_IDLE });
  const readOnce = async <Read extends WasRead>(task: ReadTask): Promise<Read> => {
    const tooLong = AbortSignal.timeout(time);
    try {
      const { length } = textOf(task);
      const pool = length > LARGE_PAGE ? large : small;
      // What runs in the process is `read-page.ts`, and this is what it answers to such a task.
      const answer = (await pool.run(task, { signal: tooLong })) as ReadAnswer<Read>;
      if ("read" in answer) return answer.read;
      throw new AppError(answer.refused.code, answer.refused.message);
    } catch (cause) {
      if (tooLong.aborted) throw new AppError("too_large", words.pages.tooSlow, { cause });
      throw cause;
    }
  };
  const readIn = async <Read extends WasRead>(task: ReadTask): Promise<Read> => {
    try {
      // A process that somebody ended says nothing of the page: only one that ends again does.
      return await readOnce<Read>(task).catch((error) => {
        if (isGone(error)) return readOnce<Read>(task);
        throw error;
      });
    } catch (cause) {
      if (isGone(cause)) throw new AppError("too_large", words.pages.tooMuch, { cause });
      throw cause;
    }
  };
  return {
    read: (page, engine) => readIn<ReadPage>({ page, engine }),
    readCut: (cut, engine) => readIn<ReadText>({ cut, engine }),
    readFactChecks: (checks) => readIn<FoundFactChecks>({ checks }),
    close: async () => {
      await Promise.all([small.destroy(), large.destroy()]);
    },
  };
}

/** Whether the process ended in the middle, as it does when it is out of memory. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    !(error instanceof AppError) &&
    /exited unexpectedly|terminated|channel closed/i.test(error.message)
  );
}
