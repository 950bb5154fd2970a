import { calendarDate, partsOf } from "#lib/text/calendar";
import { foldDigits } from "#lib/text/normalise";
import type { Span } from "#lib/text/span";
import { monthOf, weekdayNamed } from "./month-names";
import { type Token, tokens } from "./tokens";

/** A date that a page shows. Where the page gives no year, `year` is null and `dateOf` takes it from another date. */
export interface VisibleDate extends Span {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** True for 07/08/2024, which is two days in two countries; month first is then assumed. */
  readonly isAmbiguous: boolean;
}

/**
 * The dates written out in a stretch of text, with the weekday and the time of day before or after them taken along:
 * "Thursday, July 25, 2024", "Wed. 18 Sept. 2024", "09/25/2024", "2024-07-24 13:05", "9-17-2024", "21:17 18.11.2019".
 * `list` are the stretch's tokens, for callers that have them.
 */
export function visibleDates(
  text: string,
  span: Span = { start: 0, end: text.length },
  list: readonly Token[] = tokens(text, span),
): VisibleDate[] {
  const found: VisibleDate[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const hit = numeric(list, i) ?? yearFirst(list, i) ?? monthFirst(list, i) ?? dayFirst(list, i);
    if (hit === null) continue;
    const first = withWeekday(list, i);
    const last = withTime(list, hit.last);
    const start = list[first]?.start ?? span.start;
    found.push({ start, end: list[last]?.end ?? span.end, ...hit.date });
    i = last;
  }
  return found;
}

/**
 * The calendar date; a missing year, and the order of an ambiguous one, are those that bring it nearest to `near`. Null
 * where there is nothing to go by.
 */
export function dateOf(date: VisibleDate, near: string | null): string | null {
  if (date.year !== null) {
    const stated = calendarDate(date.year, date.month, date.day);
    const turned = date.isAmbiguous ? calendarDate(date.year, date.day, date.month) : null;
    if (near === null || stated === null || turned === null) return stated;
    return Math.abs(Date.parse(turned) - Date.parse(near)) < Math.abs(Date.parse(stated) - Date.parse(near))
      ? turned
      : stated;
  }
  if (near === null) return null;
  const { year } = partsOf(near);
  const candidates = [year - 1, year, year + 1]
    .map((y) => calendarDate(y, date.month, date.day))
    .filter((c) => c !== null);
  const distance = (c: string) => Math.abs(Date.parse(c) - Date.parse(near));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

interface Hit {
  readonly last: number;
  readonly date: Omit<VisibleDate, "start" | "end">;
}

function numeric(list: readonly Token[], at: number): Hit | null {
  const token = list[at];
  if (token?.kind !== "NUMBER") return null;
  const parts = foldDigits(token.text).match(/^(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2}|\d)(?:T\d.*)?$/i);
  if (parts === null) return null;
  const [a, b, c] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (a > 31) return dated(at, a, b, c, false);
  if (c < 10) return null;
  const year = c < 100 ? 2000 + c : c;
  if (parts[2] === "." || a > 12) return dated(at, year, b, a, false);
  return dated(at, year, a, b, b <= 12 && a !== b);
}

function dated(last: number, year: number, month: number, day: number, isAmbiguous: boolean): Hit | null {
  if (calendarDate(year, month, day) === null) return null;
  return { last, date: { year, month, day, isAmbiguous } };
}

/** "2024 July 25". */
function yearFirst(list: readonly Token[], at: number): Hit | null {
  const year = yearNumber(list[at]);
  const found = year === null ? null : monthAt(list, at + 1);
  if (year === null || found === null) return null;
  const dayAt = skipStop(list, found.after);
  const day = dayNumber(list[dayAt]);
  const isWhole = day !== null && yearNumber(list[dayAt + 1]) === null && list[dayAt + 1]?.text !== ",";
  return isWhole ? dated(dayAt, year, found.month, day, false) : null;
}

/** "July 25, 2024", "Sept. 18", "JULY 22 2024". */
function monthFirst(list: readonly Token[], at: number): Hit | null {
  const found = monthAt(list, at);
  if (found === null) return null;
  const { month, after } = found;
  const dayAt = skipStop(list, after);
  const day = dayNumber(list[dayAt]);
  if (day === null) return null;
  const yearAt = list[dayAt + 1]?.text === "," ? dayAt + 2 : dayAt + 1;
  return withYear(list, dayAt, yearAt, month, day);
}

/** "24 July 2024", "18 Sept. 2024", "25 JULY", "4 April 17" at the end of a line. */
function dayFirst(list: readonly Token[], at: number): Hit | null {
  const day = dayNumber(list[at]);
  const monthIndex = list[at + 1]?.lower === "of" ? at + 2 : at + 1;
  const found = monthAt(list, monthIndex);
  if (day === null || found === null) return null;
  const { month, after } = found;
  const afterMonth = skipStop(list, after);
  const yearAt = list[afterMonth]?.text === "," ? afterMonth + 1 : afterMonth;
  const short = /^\d\d$/.test(list[yearAt]?.text ?? "") && list[yearAt + 1] === undefined;
  if (short) return dated(yearAt, 2000 + Number(list[yearAt]?.text), month, day, false);
  // "on 3 February." ends a sentence; "3 Feb." may, and its full stop is the month's in any case.
  const isShortened = SHORTENED.test(list[after - 1]?.text ?? "");
  return withYear(list, (isShortened ? afterMonth : after) - 1, yearAt, month, day);
}
const SHORTENED = /^(?!may$|june$|july$)\p{L}{3,4}$/iu;

function withYear(
  list: readonly Token[],
  last: number,
  yearAt: number,
  month: number,
  day: number,
): Hit | null {
  const year = yearNumber(list[yearAt]);
  if (year !== null) return dated(yearAt, year, month, day, false);
  return calendarDate(2024, month, day) === null
    ? null
    : { last, date: { year: null, month, day, isAmbiguous: false } };
}

/** A month's name, of one word or two; a lower-case "may" or "march" is a verb, and "mar" or "sun" without a capital no date. */
function monthAt(list: readonly Token[], at: number): { month: number; after: number } | null {
  const token = list[at];
  if (token?.kind !== "WORD" || /^[a-z]/.test(token.text)) return null;
  const long = monthOf(`${token.lower} ${list[at + 1]?.lower}`);
  if (long !== null) return { month: long, after: at + 2 };
  const month = monthOf(token.lower);
  return month === null ? null : { month, after: at + 1 };
}

function dayNumber(token: Token | undefined): number | null {
  if (token?.kind !== "NUMBER") return null;
  const digits = foldDigits(token.text).match(/^(\d{1,2})(?:st|nd|rd|th|ی)?$/i);
  const day = Number(digits?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

function yearNumber(token: Token | undefined): number | null {
  if (token?.kind !== "NUMBER") return null;
  const digits = foldDigits(token.text);
  return /^(?:19|20)\d\d$/.test(digits) ? Number(digits) : null;
}

function skipStop(list: readonly Token[], at: number): number {
  return list[at]?.text === "." ? at + 1 : at;
}

function withWeekday(list: readonly Token[], first: number): number {
  let i = first - 1;
  while (i >= 0 && i >= first - 2 && (list[i]?.text === "," || list[i]?.text === ".")) i -= 1;
  const named = list[i];
  if (named !== undefined && weekdayNamed(named.lower) !== null) return i;
  const before = list[first - 1];
  return before !== undefined && /^\d{1,2}:\d\d$/.test(before.text) ? first - 1 : first;
}

function withTime(list: readonly Token[], last: number): number {
  let i = last + 1;
  if (["at", ",", "-"].includes(list[i]?.lower ?? "") && isTime(list[i + 1])) i += 1;
  if (!isTime(list[i])) return last;
  let end = i;
  if (/^[ap](?:m|\.m\.)$/.test(list[end + 1]?.lower ?? "")) end += 1;
  if (/^(?:ET|EST|EDT|PT|PST|PDT|GMT|UTC|AMT|BST|CET)$/.test(list[end + 1]?.text ?? "")) end += 1;
  return end;
}

function isTime(token: Token | undefined): boolean {
  return /^\d{1,2}:\d\d(?::\d\d)?(?:[ap]m)?$/.test(token?.lower ?? "");
}
