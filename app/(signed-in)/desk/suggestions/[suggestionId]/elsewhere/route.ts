import { z } from "zod";
import { elsewhereOf } from "#lib/db/wordings/elsewhere";
import { AppError } from "#lib/errors";
import { answerJson } from "#lib/next/answer";
import * as words from "#lib/words";

interface Context {
  readonly params: Promise<{ readonly suggestionId: string }>;
}

/** What other pages say like this suggestion, for whoever looks at it. */
export function GET(_: Request, { params }: Context): Promise<Response> {
  return answerJson(async () => {
    const id = z.uuid().safeParse((await params).suggestionId);
    const found = id.success ? await elsewhereOf(id.data) : null;
    if (found === null) throw new AppError("not_found", words.errors.notFound);
    return found;
  });
}
