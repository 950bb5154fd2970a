import { z } from "zod";
import { importsByIds } from "#lib/db/imports/views";
import { MOST_AT_ONCE } from "#lib/domain/bounds";
import { Id } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import { answerJson } from "#lib/next/answer";
import * as words from "#lib/words";

const Ids = z.array(Id).max(MOST_AT_ONCE);

/** How far several imports are: asked again and again by the screen that sent them. */
export function GET(request: Request): Promise<Response> {
  return answerJson(async () => {
    const given = new URL(request.url).searchParams.get("ids") ?? "";
    const ids = Ids.safeParse(given.split(",").filter(Boolean));
    if (!ids.success) throw new AppError("not_found", words.errors.notFound);
    return importsByIds(ids.data);
  });
}
