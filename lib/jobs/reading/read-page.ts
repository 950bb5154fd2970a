import type { Engine, Page } from "#lib/domain/analysis";
import type { FoundFactChecks } from "#lib/domain/fact-checks";
import type { CutPage } from "#lib/domain/part-readings";
import { AppError, type AppErrorCode } from "#lib/errors";
import { type ReadPage, type ReadText, readPage } from "#lib/ingest";
import { type GivenFactChecks, readFactChecks } from "#lib/ingest/fact-checks";
import { readCut } from "#lib/ingest/part-reading";

/** What a reading process is given: a page as it came, one whose parts were put right, or what other fact-checkers say of a claim. */
export type ReadTask =
  | { readonly engine: Engine; readonly page: Page }
  | { readonly engine: Engine; readonly cut: CutPage }
  | { readonly checks: GivenFactChecks };

/** What a reading process answers with. */
export type WasRead = ReadPage | ReadText | FoundFactChecks;

/** What a reading process answers: what it read, or what is wrong with the page in words. Errors of another kind end its try. */
export type ReadAnswer<Read extends WasRead> =
  | { readonly read: Read }
  | { readonly refused: { readonly code: AppErrorCode; readonly message: string } };

/** What runs in a reading process. */
export default function answer(task: ReadTask): ReadAnswer<WasRead> {
  try {
    return { read: readTask(task) };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}

function readTask(task: ReadTask): WasRead {
  if ("checks" in task) return readFactChecks(task.checks);
  return "page" in task ? readPage(task.page, task.engine) : readCut(task.cut, task.engine);
}
