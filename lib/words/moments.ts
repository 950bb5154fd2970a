import { words } from "#lib/words";

/** When the page was drawn, and the zone its days and times are shown in. */
export interface Clock {
  readonly now: Date;
  readonly timeZone: string;
}

/** Instants as people read them. The time zone is given (an IANA name), never taken from the machine in here. */

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

/** What a clock and a calendar on the wall of that zone show at this instant. */
function wall(at: Date, timeZone: string): Wall {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? "";
  return {
    year: Number(part("year")),
    month: Number(part("month")),
    day: Number(part("day")),
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** `23 Nov. 2026` */
export function dayWords(at: Date, timeZone: string): string {
  return words.dates.short(wall(at, timeZone));
}

/** `08:12` */
export function timeWords(at: Date, timeZone: string): string {
  return wall(at, timeZone).time;
}

/** `23 Nov. 2026, 09:05`; `at` as JSON writes instants. */
export function momentWords(at: string, timeZone: string): string {
  const moment = new Date(at);
  return words.dates.moment(dayWords(moment, timeZone), timeWords(moment, timeZone));
}

/** Calendar days from `at` to `now` on that zone's calendar: 0 today, 1 yesterday, negative for days to come. */
export function daysAgo(at: Date, now: Date, timeZone: string): number {
  const day = (instant: Date) => {
    const { year, month, day: date } = wall(instant, timeZone);
    return Date.UTC(year, month - 1, date) / 86_400_000;
  };
  return day(now) - day(at);
}
