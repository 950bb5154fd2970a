import * as words from "#lib/words";

/** A document for programs, readable from any site: there is nothing in it that a stranger may not read. */
export function answerDocument(text: string, type: string): Response {
  return new Response(text, { headers: { "content-type": type, "access-control-allow-origin": "*" } });
}

export function answerNoDocument(): Response {
  return new Response(`${words.errors.notFound}\n`, {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
