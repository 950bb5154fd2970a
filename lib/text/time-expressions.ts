import { dateOf, visibleDates } from "./dates";
import type { Span } from "./span";
import { type Hit, TIME_RULES, type TimeExpression, windowOf } from "./time-rules";
import { DEADLINE, LEAD } from "./time-words";
import { type Token, tokens } from "./tokens";

/** All time expressions of a stretch of text, in order, not overlapping; `base` is the date of the post, never today. */
export function timeExpressions(text: string, within: Span, base: string | null): TimeExpression[] {
  const list = tokens(text, within);
  const dates = writtenOut(text, within, base, list);
  const found: TimeExpression[] = [];
  let next = 0;
  for (let i = 0; i < list.length; i += 1) {
    const token = list[i];
    while (token !== undefined && (dates[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const hit = hitAt(list, i, base);
    const [first, last] = [list[i], hit === null ? undefined : list[hit.last]];
    if (hit === null || first === undefined || last === undefined) continue;
    const isTaken = (dates[next]?.start ?? Number.POSITIVE_INFINITY) < last.end;
    if (!isTaken) found.push({ start: first.start, end: last.end, ...hit.window });
    i = hit.last;
  }
  return [...dates, ...found].sort((a, b) => a.start - b.start);
}

function hitAt(list: readonly Token[], at: number, base: string | null): Hit | null {
  for (const rule of TIME_RULES) {
    const hit = rule(list, at, base);
    if (hit !== null) return hit;
  }
  return null;
}

/** Dates with a day and a month, with the preposition before them: "on March 10", "Dec. 17", "by 3 June". */
function writtenOut(
  text: string,
  within: Span,
  base: string | null,
  list: readonly Token[],
): TimeExpression[] {
  const ends = new Map(list.map((token, i) => [token.start, i]));
  return visibleDates(text, within).map((date) => {
    const due = dateOf(date, base);
    const before = list[(ends.get(date.start) ?? 0) - 1];
    const lead = before !== undefined && LEAD.has(before.lower) ? before : null;
    const direction =
      due === null || base === null ? "EITHER" : due < base ? "PAST" : due === base ? "NOW" : "FUTURE";
    const isDeadline =
      lead !== null && DEADLINE.has(lead.lower) && due !== null && base !== null && base < due;
    return {
      start: lead?.start ?? date.start,
      end: date.end,
      ...windowOf(isDeadline ? base : due, due, "DAY", direction),
    };
  });
}
