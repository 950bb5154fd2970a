import Tinypool from "tinypool";
import { CopyLook } from "#lib/domain/claims-shapes";
import { AppError } from "#lib/errors";
import type { LookInPdf } from "#lib/ingest/evidence";
import { programOf } from "#lib/programs.mjs";
import { isGone } from "./reading-pool";

/**
 * PDFs are read in a process of their own, one at a time: a few bytes of one can unpack to more than there is, or take for ever. The process has none of the
 * program's settings, is there only while any come, and is ended where one takes too long; one that takes too much memory ends itself.
 */

/** The longest that one may be read, in milliseconds, with the time that the process takes to begin. */
const TIME = 60_000;
/** Of JavaScript's own memory, in MB. */
const MEMORY = 384;
/** So long the process waits for another one, in milliseconds. */
const IDLE = 10_000;

interface Settings {
  /** In milliseconds. */
  readonly time: number;
  /** What runs in the process: its default export answers as `look-in-pdf.ts` does. A path from the project's folder. */
  readonly program: string;
}

export interface PdfReader {
  /** Answers TOO_MUCH for a document that took too long or too much memory. */
  readonly look: LookInPdf;
  close(): Promise<void>;
}

export function startPdfReader({
  time = TIME,
  program = "lib/jobs/reading/look-in-pdf.ts",
}: Partial<Settings> = {}): PdfReader {
  const { file, execArgv } = programOf(program);
  const pool = new Tinypool({
    runtime: "child_process",
    filename: file,
    execArgv: [...execArgv, `--max-old-space-size=${MEMORY}`],
    env: {},
    serialization: "advanced",
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE,
    terminateTimeout: 1_000,
  });
  const lookOnce = async (bytes: Uint8Array, quote: string) => {
    const tooLong = AbortSignal.timeout(time);
    try {
      return CopyLook.parse(await pool.run({ bytes, quote }, { signal: tooLong }));
    } catch (cause) {
      if (tooLong.aborted) throw new AppError("too_large", "a PDF took too long", { cause });
      throw cause;
    }
  };
  const look: LookInPdf = async (bytes, quote) => {
    try {
      // A process that somebody ended says nothing of the document: only one that ends again does.
      return await lookOnce(bytes, quote).catch((error) => {
        if (isGone(error)) return lookOnce(bytes, quote);
        throw error;
      });
    } catch (error) {
      const isTooMuch = isGone(error) || (error instanceof AppError && error.code === "too_large");
      if (isTooMuch) return { quote: "NOT_LOOKED_FOR", pages: null, unread: "TOO_MUCH" };
      throw error;
    }
  };
  // The time of one that waits begins with its turn: what stands before it takes none of it.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    look: (bytes, quote) => {
      const looking = turn.then(() => look(bytes, quote));
      turn = looking.catch(() => {});
      return looking;
    },
    close: () => pool.destroy(),
  };
}
