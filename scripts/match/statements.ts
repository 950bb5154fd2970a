import type { Readable } from "node:stream";
import { type Facts, factsOf } from "#lib/pipeline/match/facts";
import { calendarDate, partsOf } from "#lib/text/calendar";
import * as words from "#lib/words";
import { idOf, LineError, linesOf, messageOf, objectIn } from "./lines";

export interface GivenStatement {
  readonly id: string | number;
  readonly facts: Facts;
}

/** A line that can't be read, and before how many statements it stood. */
export interface FailedLine {
  readonly id: string | number | null;
  readonly error: string;
  readonly before: number;
}

const MOST_STATEMENTS = 200_000;
/** In UTF-16 units; what lies behind the comparison's own limit isn't compared. */
const LONGEST_TEXT = 100_000;

/** All statements of the input, and the lines that are none. Ids are compared as text. */
export async function readStatements(
  input: Readable,
): Promise<{ statements: GivenStatement[]; failed: FailedLine[] }> {
  const statements: GivenStatement[] = [];
  const failed: FailedLine[] = [];
  const seen = new Set<string>();
  for await (const line of linesOf(input)) {
    let id: string | number | null = null;
    try {
      const given = objectIn(line, words.matching.notStatement);
      id = idOf(given.id);
      if (id === null) throw new LineError(words.matching.notStatement);
      if (seen.has(String(id))) throw new LineError(words.matching.twice(String(id)));
      if (statements.length >= MOST_STATEMENTS) throw new LineError(words.matching.tooMany(MOST_STATEMENTS));
      statements.push({ id, facts: factsOf(comparedIn(given)) });
      seen.add(String(id));
    } catch (error) {
      failed.push({ id, error: messageOf(error), before: statements.length });
    }
  }
  return { statements, failed };
}

function comparedIn({ text, postedAt }: Record<string, unknown>): { text: string; postedAt: string | null } {
  if (typeof text !== "string") throw new LineError(words.matching.notStatement);
  if (text.trim() === "") throw new LineError(words.matching.emptyText);
  if (text.length > LONGEST_TEXT) throw new LineError(words.matching.longText(LONGEST_TEXT));
  return { text, postedAt: dayIn(postedAt) };
}

/** A day, also of a moment with a clock and a zone: then the day as it is written, whatever the reader's zone. */
function dayIn(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  const written = typeof value === "string" ? /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/u.exec(value)?.[1] : undefined;
  const { year, month, day } = partsOf(written ?? "0000-00-00");
  if (written === undefined || calendarDate(year, month, day) === null)
    throw new LineError(words.matching.badDate);
  return written;
}
