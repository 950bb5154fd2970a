import type { Engine, Page } from "#lib/domain/analysis";
import { AppError, type AppErrorCode } from "#lib/errors";
import { type ReadPage, readPage } from "#lib/ingest";

/** What a reading process answers: what it read, or what is wrong with the page in words. Errors of another kind end its try. */
export type ReadAnswer =
  | { readonly read: ReadPage }
  | { readonly refused: { readonly code: AppErrorCode; readonly message: string } };

/** What runs in a reading process. */
export default function answer({
  page,
  engine,
}: {
  readonly page: Page;
  readonly engine: Engine;
}): ReadAnswer {
  try {
    return { read: readPage(page, engine) };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}
