import type { Span } from "#lib/text/span";
import { dateOf, type VisibleDate, visibleDates } from "./dates";
import { type Hit, mayBegin, TIME_RULES, type TimeExpression, windowOf } from "./time-rules";
import { DEADLINE, LEAD } from "./time-words";
import { type Token, tokens } from "./tokens";

/**
 * All time expressions of a stretch of text, in order, not overlapping; `base` is the date of the post, never today.
 * `list` are the stretch's tokens, for callers that have them.
 */
export function timeExpressions(
  text: string,
  within: Span,
  base: string | null,
  list: readonly Token[] = tokens(text, within),
): TimeExpression[] {
  const dates = writtenOut(text, within, base, list);
  const found: TimeExpression[] = [];
  let next = 0;
  for (let i = 0; i < list.length; i += 1) {
    const token = list[i];
    while (token !== undefined && (dates[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const hit = mayBegin(list, i) ? hitAt(list, i, base) : null;
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
  const dates = visibleDates(text, within, list);
  if (dates.length === 0) return [];
  const ends = new Map(list.map((token, i) => [token.start, i]));
  const found = dates.map((date, k): TimeExpression => {
    const due = dateOf(withYearOfRange(text, date, dates[k + 1]), base);
    const at = ends.get(date.start) ?? 0;
    const isAtLeast = list[at - 1]?.lower === "least" && list[at - 2]?.lower === "at";
    const before = list[isAtLeast ? at - 3 : at - 1];
    const isNoLater = before?.lower === "than" && list[at - 2]?.lower === "later";
    const lead = before !== undefined && (LEAD.has(before.lower) || isNoLater) ? before : null;
    const direction =
      due === null || base === null ? "EITHER" : due < base ? "PAST" : due === base ? "NOW" : "FUTURE";
    const isDeadline =
      lead !== null && (isNoLater || DEADLINE.has(lead.lower)) && due !== null && base !== null && base < due;
    const first = firstOfRange(list, at, due);
    if (first !== null) return { ...first, end: date.end, ...windowOf(first.day, due, "DAY", direction) };
    return {
      start: (isNoLater ? list[at - 3] : lead)?.start ?? date.start,
      end: date.end,
      ...windowOf(isDeadline ? base : due, due, "DAY", direction),
    };
  });
  return joined(text, found);
}

const DAY_NUMBER = /^\d{1,2}(?:st|nd|rd|th)?$/;

/** "from *14 to* 20 July": the first day of a stretch whose month stands once, behind the last; null where the date is a day by itself. */
function firstOfRange(
  list: readonly Token[],
  at: number,
  last: string | null,
): { readonly start: number; readonly day: string } | null {
  const [lead, number, joint, own] = [list[at - 3], list[at - 2], list[at - 1], list[at]];
  if (last === null || number === undefined || joint === undefined || own === undefined) return null;
  if (!DAY_NUMBER.test(number.lower) || !DAY_NUMBER.test(own.lower)) return null;
  const isJoined =
    /^(?:to|until|till|through|-|–|—)$/.test(joint.lower) ||
    (joint.lower === "and" && lead?.lower === "between");
  const day = `${last.slice(0, 8)}${number.lower.replace(/\D/g, "").padStart(2, "0")}`;
  if (!isJoined || day >= last || day.endsWith("-00")) return null;
  const isLed = lead !== undefined && (LEAD.has(lead.lower) || /^(?:from|between)$/.test(lead.lower));
  return { start: (isLed ? lead : number).start, day };
}

/** "July 30-Aug. 14, 1932": the year stands once. */
function withYearOfRange(text: string, date: VisibleDate, next: VisibleDate | undefined): VisibleDate {
  if (next === undefined || date.year !== null || next.year === null) return date;
  const between = text.slice(date.end, next.start);
  return between.length < 12 && /^\s?(?:to|through|until|and|[-–—])?\s?$/.test(between)
    ? { ...date, year: next.year }
    : date;
}

/** "from August 5 to August 9": two dates with nothing but "to" between them are one window. */
function joined(text: string, dates: readonly TimeExpression[]): TimeExpression[] {
  const out: TimeExpression[] = [];
  for (const date of dates) {
    const before = out.at(-1);
    const isRange =
      before?.dueTo != null &&
      date.dueTo !== null &&
      before.dueTo < date.dueTo &&
      date.start - before.end < 12 &&
      /^\s?(?:to|through|until|till|[-–—])?\s?$/.test(text.slice(before.end, date.start));
    if (before === undefined || !isRange) out.push(date);
    else out[out.length - 1] = { ...date, start: before.start, dueFrom: before.dueFrom };
  }
  return out;
}
