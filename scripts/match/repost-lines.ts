import type { Readable } from "node:stream";
import { alignRepost } from "#lib/pipeline/match/reposts";
import * as words from "#lib/words";
import { idOf, LineError, type Lines, linesOf, messageOf, objectIn } from "./lines";

/** Which sentence of each repost stands upstream and what was changed, a line each. */
export async function answerReposts(input: Readable, out: Lines): Promise<void> {
  for await (const line of linesOf(input)) {
    let id: string | number | null = null;
    try {
      const given = objectIn(line, words.matching.notRepost);
      id = idOf(given.id);
      if (id === null) throw new LineError(words.matching.notRepost);
      await out.write({ id, alignment: alignRepost(sentencesIn(given.original), sentencesIn(given.repost)) });
    } catch (error) {
      await out.write({ id, error: messageOf(error) });
    }
  }
}

const MOST_SENTENCES = 2000;

function sentencesIn(value: unknown): string[] {
  const list = typeof value === "object" && value !== null && "sentences" in value ? value.sentences : null;
  if (!Array.isArray(list) || list.length > MOST_SENTENCES || !list.every((one) => typeof one === "string"))
    throw new LineError(words.matching.notRepost);
  return list;
}
