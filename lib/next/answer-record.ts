import * as words from "#lib/words";

/** Something of the record as JSON; 404 with a sentence where there is nothing. */
export function answerRecord(found: object | null): Response {
  if (found === null) return Response.json({ error: words.errors.notFound }, { status: 404 });
  return Response.json(found);
}
