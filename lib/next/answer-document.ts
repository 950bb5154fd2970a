import * as words from "#lib/words";
import type { Missing } from "./answer-missing";

/** A document for programs, readable from any site: there is nothing in it that a stranger may not read. */
export function answerDocument(text: string, type: string): Response {
  return new Response(text, { headers: { "content-type": type, "access-control-allow-origin": "*" } });
}

/** `why` where the document may have been there once. */
export function answerNoDocument(why?: Missing): Response {
  return new Response(`${why?.sentence ?? words.errors.notFound}\n`, {
    status: why?.status ?? 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
