import type { Readable } from "node:stream";
import { judge } from "#lib/pipeline/match/judge";
import * as words from "#lib/words";
import { idOf, LineError, type Lines, linesOf, messageOf, objectIn } from "./lines";
import type { GivenStatement } from "./statements";

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

/** The relation of each pair of the file, in its order. */
export async function answerPairs(
  statements: readonly GivenStatement[],
  file: Readable,
  out: Lines,
): Promise<void> {
  const byId = new Map(statements.map((one) => [String(one.id), one.facts]));
  for await (const line of linesOf(file)) {
    let ids = {};
    try {
      const given = objectIn(line, words.matching.notPair);
      const [a, b] = [idOf(given.a), idOf(given.b)];
      if (a === null || b === null) throw new LineError(words.matching.notPair);
      ids = { a, b };
      const [x, y] = [a, b].map((id) => {
        const facts = byId.get(String(id));
        if (facts === undefined) throw new LineError(words.matching.unknownId(String(id)));
        return facts;
      });
      if (x === undefined || y === undefined) continue;
      const { relation, score, reasons } = judge(x, y);
      await out.write({
        a,
        b,
        relation,
        score: rounded(score),
        reasons: reasons.map(words.matching.reason),
        ...(relation === "TEMPLATE" ? { sameTemplate: true } : {}),
      });
    } catch (error) {
      await out.write({ id: null, ...ids, error: messageOf(error) });
    }
  }
}
