import { importById } from "#lib/db/imports/views";
import { Id } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import { answerJson } from "#lib/next/answer";
import * as words from "#lib/words";

/** How far an import is: asked again and again by the screen that sent it. */
export function GET(_: Request, { params }: { params: Promise<{ importId: string }> }): Promise<Response> {
  return answerJson(async () => {
    const id = Id.safeParse((await params).importId);
    const found = id.success ? await importById(id.data) : null;
    if (found === null) throw new AppError("not_found", words.errors.notFound);
    return found;
  });
}
