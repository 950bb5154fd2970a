import type { CalendarDate } from "#lib/domain/analysis";
import { dayOf } from "#lib/words/date-words";

/** When what programs read last became another one, as far as a date of HTTP can say it: in whole seconds. */

/** In milliseconds. An act gets its time before it can be seen; none takes longer than this. */
const SETTLES = 60_000;
const SECOND = 1_000;
/** A day that the clocks are set back on has 25 hours. */
const LONGEST_DAY = 26 * 3_600_000;

/**
 * The latest of these moments; null while it is so recent that another change may still come to stand in the same second. Until then a
 * mark (`ETag`) alone says whether a copy holds.
 */
export function settled(moments: readonly (Date | null)[], now: Date): Date | null {
  const latest = Math.max(...moments.map((moment) => moment?.getTime() ?? 0));
  return now.getTime() - latest < SETTLES ? null : new Date(latest);
}

/** Tells when the day began that a moment lies in, to the second. Asked for the same day it isn't worked out again. */
export function dayBegins(zone: string): (now: Date, day: CalendarDate) => Date {
  let known: { readonly day: CalendarDate; readonly at: Date } | null = null;
  return (now, day) => {
    if (known?.day !== day) known = { day, at: beginning(now, day, zone) };
    return known.at;
  };
}

/** Half the time that may hold it, again and again: what is before it is another day. */
function beginning(now: Date, day: CalendarDate, zone: string): Date {
  let inside = Math.floor(now.getTime() / SECOND);
  let before = inside - LONGEST_DAY / SECOND;
  while (inside - before > 1) {
    const middle = Math.floor((inside + before) / 2);
    if (dayOf(new Date(middle * SECOND), zone) === day) inside = middle;
    else before = middle;
  }
  return new Date(inside * SECOND);
}
