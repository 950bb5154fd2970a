import type { Actor } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { STATUS } from "./http-status";
import { logError, loggable } from "./log";
import { requireActor } from "./session";

/** What a signed-in screen asks for between two pages, as JSON that no cache keeps. */
export async function answerJson(work: (actor: Actor) => Promise<unknown>): Promise<Response> {
  return answering(async () => json(await work(await requireActor()), 200));
}

/** A file for a signed-in person to keep; 404 where there is nothing to put into it. `name` needs no escaping. */
export async function answerFile(
  name: string,
  mediaType: string,
  work: (actor: Actor) => Promise<string | null>,
): Promise<Response> {
  return answering(async () => {
    const content = await work(await requireActor());
    if (content === null) throw new AppError("not_found", words.errors.notFound);
    const headers = { "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${name}"` };
    return new Response(content, { headers: { ...headers, "Cache-Control": "no-store" } });
  });
}

async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError)
      return json({ code: error.code, message: error.message }, STATUS[error.code]);
    logError("unexpected", loggable(error));
    return json({ code: "unavailable" }, 500);
  }
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
