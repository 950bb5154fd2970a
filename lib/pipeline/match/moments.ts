import { isArabic } from "#lib/arabic/fold";
import { arabicTimes } from "#lib/arabic/times";
import { weekdayNamed } from "#lib/english/month-names";
import { timeExpressions } from "#lib/english/time-expressions";
import type { Token } from "#lib/english/tokens";
import { addDays, addMonths, endOfMonth, partsOf, weekdayOf } from "#lib/text/calendar";

/** A stretch of days that a statement names, both inclusive. Where it doesn't say on which side of its post it lies there are two. */
export interface Moment {
  readonly start: number;
  readonly end: number;
  /** Empty where no day can be computed. */
  readonly readings: readonly { readonly from: string; readonly to: string }[];
  readonly isOpen: boolean;
  readonly isAhead: boolean;
}

const day = (date: string) => ({ from: date, to: date });

/** The times of `text`, read against the day of its post (null: nothing is resolved, the words alone are kept). */
export function momentsOf(text: string, list: readonly Token[], base: string | null): Moment[] {
  if (isArabic(text)) return arabicTimes(text, base).map((time) => ({ ...time, isOpen: false }));
  const found = timeExpressions(text, { start: 0, end: text.length }, base, list).map((time): Moment => {
    const words = text.slice(time.start, time.end).toLowerCase();
    const { start, end, dueFrom, dueTo, direction } = time;
    const isAhead = direction === "FUTURE";
    if (dueFrom !== null && dueTo !== null) {
      const readings = [{ from: dueFrom, to: dueTo }];
      if (direction === "EITHER" && base !== null && isWeekday(words) && dueFrom === dueTo)
        readings.push(day(dueFrom === base ? dueFrom : addDays(dueFrom, -7)));
      return { start, end, readings, isOpen: false, isAhead };
    }
    const past = base === null ? null : goneBy(words, base);
    const isOpen = past === null && direction !== "PAST" && time.precision === "OPEN";
    return { start, end, readings: past === null ? [] : [past], isOpen, isAhead };
  });
  return found.filter(({ start, end }) => !isCounted(text.slice(start, end)));
}

const isWeekday = (words: string): boolean => words.split(/\W+/u).some((word) => weekdayNamed(word) !== null);

/** "yesterday", "last night", "last week", "two days ago". */
function goneBy(words: string, base: string): Moment["readings"][number] | null {
  if (/yesterday|last night/u.test(words)) return day(addDays(base, -1));
  if (/earlier today/u.test(words)) return day(base);
  const { year } = partsOf(base);
  if (/last week\b/u.test(words)) {
    const monday = addDays(base, -7 - weekdayOf(base));
    return { from: monday, to: addDays(monday, 6) };
  }
  if (/last month/u.test(words)) {
    const first = addMonths(`${base.slice(0, 8)}01`, -1);
    return { from: first, to: endOfMonth(first) };
  }
  return /last year/u.test(words) ? { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` } : null;
}

/** "at 10 pm", "the third quarter", "in a week" and the like are counted as quantities: as days they would be too fine or too coarse. */
const isCounted = (words: string): boolean =>
  /^(?:at |around |by |from |until |before |after )?\d{1,2}(?::\d\d)?\s?(?:am|pm|[ap]\.m\.?|o'clock)$/iu.test(
    words.trim(),
  ) ||
  /\bq[1-4]\b|\bquarter\b(?<!(?:this|next|last) quarter)|^(?:with)?in an? (?:hour|day|week|month|year)$/iu.test(
    words.trim(),
  );
