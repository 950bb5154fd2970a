import { importOfToken } from "#lib/db/imports/program-imports";
import { Id } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import { answerProgram } from "#lib/next/api";
import { answerNotAllowed } from "#lib/next/problem";
import * as words from "#lib/words";

const api = words.programs;

/** How an import stands: asked by the token that gave it, and by no other. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> {
  return answerProgram(request, async ({ tokenId }) => {
    const id = Id.safeParse((await params).importId);
    const found = id.success ? await importOfToken(tokenId, id.data) : null;
    if (found === null) throw new AppError("not_found", api.noImport);
    return Response.json(found);
  });
}

/** How an import stands is only asked for. */
export function POST(): Response {
  return answerNotAllowed("GET, HEAD, OPTIONS", api.onlyAsked);
}
