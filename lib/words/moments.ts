import * as words from "#lib/words";

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

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

/**
 * When a clock of that zone shows this time (`2026-11-28T18:00`, as `datetime-local` writes it); null where it can't be read. A time that a clock
 * shows twice, in autumn, is one of the two; one that it leaves out is an hour beside it.
 */
export function instantAt(local: string, timeZone: string): Date | null {
  if (!LOCAL.test(local)) return null;
  const asked = Date.parse(`${local}Z`);
  if (Number.isNaN(asked)) return null;
  const shown = (at: number) => {
    const { year, month, day, time } = wall(new Date(at), timeZone);
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return Date.UTC(year, month - 1, day, hour, minute);
  };
  const minute = asked - (asked % 60_000);
  // Twice, as the second look may lie on the other side of a change of the clock.
  const near = minute - (shown(minute) - minute);
  return new Date(near + (minute - shown(near)));
}
