/**
 * Days in words, as the design writes them: "18 September 2024" in sentences, "18 Sept. 2024" in tables. Calendar dates have
 * no time zone; an instant has a day only in one.
 */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SHORT_MONTHS = [
  "Jan.",
  "Feb.",
  "March",
  "April",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
];

/** "18 September 2024". Throws RangeError for what is no calendar date: stored dates were checked at the door. */
export function longDay(date: string): string {
  const { day, month, year } = parts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "18 Sept. 2024", for tables. */
export function shortDay(date: string): string {
  const { day, month, year } = parts(date);
  return `${day} ${SHORT_MONTHS[month - 1]} ${year}`;
}

/** Both ends are inclusive: "1 to 31 December 2026", "30 November to 2 December 2026", or one day where they are the same. */
export function dayRange(from: string, to: string): string {
  if (from === to) return longDay(from);
  const a = parts(from);
  const b = parts(to);
  if (a.year !== b.year) return `${longDay(from)} to ${longDay(to)}`;
  if (a.month !== b.month) return `${a.day} ${MONTHS[a.month - 1]} to ${longDay(to)}`;
  return `${a.day} to ${longDay(to)}`;
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
