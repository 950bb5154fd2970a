/** When a feed is asked next. All spans in milliseconds; `chance` lies in [0, 1) and spreads feeds that would come at once. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const SHORTEST_INTERVAL = 10 * MINUTE;
export const LONGEST_INTERVAL = DAY;
/** A feed of which nothing is known yet. */
export const FIRST_INTERVAL = 60 * MINUTE;

/** After so many failures in a row the doubled pauses have reached a day, and the feed counts as broken. */
export const FAILURES_TO_BREAK = 8;

const within = (ms: number) => Math.min(Math.max(ms, SHORTEST_INTERVAL), LONGEST_INTERVAL);

/** Half as long where the last poll brought something new, twice as long where it didn't. */
export function nextInterval(interval: number, hasNews: boolean): number {
  return within(hasNews ? interval / 2 : interval * 2);
}

/**
 * How long until the next poll after one that went well: the interval, give or take a tenth; never shorter than the feed or its
 * server ask, as far as a day goes.
 */
export function pauseAfterSuccess(interval: number, asked: number | null, chance: number): number {
  const floor = Math.min(asked ?? 0, LONGEST_INTERVAL);
  const pause = within(interval) * (0.9 + chance / 5);
  return Math.round(Math.max(pause, floor * (1 + chance / 10)));
}

/**
 * How long until the next try after `failures` in a row (1 for the first): twice as long each time, up to a day, give or take a
 * tenth; never shorter than the site asks.
 */
export function pauseAfterFailure(failures: number, asked: number | null, chance: number): number {
  const doubled = SHORTEST_INTERVAL * 2 ** Math.min(failures - 1, 30);
  const pause = failures >= FAILURES_TO_BREAK ? DAY : Math.min(doubled, DAY);
  return Math.round(Math.max(pause * (0.9 + chance / 5), Math.min(asked ?? 0, DAY) * (1 + chance / 10)));
}
