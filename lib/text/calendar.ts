/** Arithmetic on calendar dates (`YYYY-MM-DD`). No clock and no time zone: a page's day is the day it prints. */

const DAY = 86_400_000;

/** The date, or null where there is no such day (31 April) or the year can't be a page's. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > lastDayOf(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Is this a day that there is, in the form of a calendar date? */
export function isCalendarDate(text: string): boolean {
  const { year, month, day } = partsOf(text);
  return !Number.isNaN(day) && calendarDate(year, month, day) === text;
}

export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day `months` later, or the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = lastDayOf(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}

/** 0 is Monday, 6 is Sunday: a page's week ends on Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The first such weekday on or after `date`. */
export function onOrAfter(date: string, weekday: number): string {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

export function endOfMonth(date: string): string {
  const { year, month } = partsOf(date);
  return `${date.slice(0, 8)}${lastDayOf(year, month)}`;
}
