import { type Item, missing } from "./answer-missing";

/** Something of the record as JSON. Of an `item` of which there is nothing, 404 or 410 with a sentence. */
export async function answerRecord(found: object | null, item: Item): Promise<Response> {
  if (found !== null) return Response.json(found);
  const { status, sentence } = await missing(item);
  return Response.json({ error: sentence }, { status });
}
