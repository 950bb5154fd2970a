import type { Engine, Page } from "#lib/domain/analysis";
import type { CutPage } from "#lib/domain/part-readings";
import { AppError, type AppErrorCode } from "#lib/errors";
import { type ReadPage, type ReadText, readPage } from "#lib/ingest";
import { readCut } from "#lib/ingest/part-reading";

/** What a reading process is given: a page as it came, or one whose parts were put right. */
export type ReadTask = { readonly engine: Engine } & ({ readonly page: Page } | { readonly cut: CutPage });

/** What a reading process answers: what it read, or what is wrong with the page in words. Errors of another kind end its try. */
export type ReadAnswer<Read extends ReadPage | ReadText> =
  | { readonly read: Read }
  | { readonly refused: { readonly code: AppErrorCode; readonly message: string } };

/** What runs in a reading process. */
export default function answer(task: ReadTask): ReadAnswer<ReadPage | ReadText> {
  try {
    return { read: "page" in task ? readPage(task.page, task.engine) : readCut(task.cut, task.engine) };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}
