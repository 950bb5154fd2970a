import { noteSecurity } from "#lib/db/security/events";
import type { Actor } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { failureOf, headersOf } from "./failure";
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
    const actor = await requireActor();
    const content = await work(actor);
    if (content === null) throw new AppError("not_found", words.errors.notFound);
    await noteSecurity({ kind: "export", actorId: actor.id, detail: name }, new Date());
    const headers = {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    };
    return new Response(content, { headers });
  });
}

/** The same for whoever asks. */
export async function answerAnybody(work: () => Promise<unknown>): Promise<Response> {
  return answering(async () => json(await work(), 200));
}

/** The answer of `work`, and where it throws, the answer that says so. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.isOurs) return json({ code: "unavailable" }, failure.status);
    const { code, message, status } = failure;
    return json({ code, message }, status);
  }
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headersOf(status) } });
}
