import * as words from "#lib/words";

/** Days in words, as the language of the screens writes them. Calendar dates have no time zone; an instant has a day only in one. */

/** "18 September 2024". Throws RangeError for what is no calendar date: stored dates were checked at the door. */
export function longDay(date: string): string {
  return words.dates.long(parts(date));
}

/** "18 Sept. 2024", for tables. */
export function shortDay(date: string): string {
  return words.dates.short(parts(date));
}

/** Both ends are inclusive: "1 to 31 December 2026", "30 November to 2 December 2026", or one day where they are the same. */
export function dayRange(from: string, to: string): string {
  return from === to ? longDay(from) : words.dates.range(parts(from), parts(to));
}

/** The calendar date that an instant has in a time zone (an IANA name). */
export function dayOf(instant: Date | string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const part = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.get("year")}-${part.get("month")}-${part.get("day")}`;
}

function parts(date: string): { day: number; month: number; year: number } {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) {
    throw new RangeError(`${date} is no calendar date`);
  }
  return { day, month, year };
}
