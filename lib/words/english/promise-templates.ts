import type { Slot } from "#lib/domain/promise-template";
import { plural } from "./plural";

/** What is said of a promise that is made again for another day. */

const slots: Readonly<Record<Slot, string>> = { DATE: "date", AMOUNT: "amount", PLACE: "place" };

const telling = (n: number) => plural(n, "time", "times");

export const promiseTemplates = {
  kicker: (n: number) => (n === 1 ? "A promise, made once so far" : "A promise that comes back"),
  slots,
  title: (n: number) => `The same promise, ${telling(n)}`,
  /** Where there are more than are counted. */
  many: (n: number) => `more than ${n} times`,
  promised: (times: string, since: string | null) =>
    since === null ? `Promised ${times}.` : `Promised ${times} since ${since}.`,
  before: (times: string, since: string | null) =>
    since === null ? `Promised before, ${times}.` : `Promised before, ${times} since ${since}.`,
  once: "once",
  times: (n: number) => `${n} times`,
  fellDue: (n: number, all: number) =>
    n === 0
      ? "No day has passed yet"
      : n === all
        ? n === 1
          ? "Its day has passed"
          : `All ${n} fell due`
        : `${n} fell due`,
  happened: (n: number) => (n === 0 ? "none is recorded to have happened" : `${n} happened`),
  partly: (n: number) => `${n} happened in part`,
  didNot: (n: number) => `${n} did not happen`,
  untold: (n: number) => (n === 1 ? "of one it can’t be told" : `of ${n} it can’t be told`),
  overdue: (days: number, n: number) =>
    n === 1
      ? `One is overdue with nothing recorded, for ${plural(days, "day", "days")}.`
      : `${n} are overdue with nothing recorded; half of them for ${plural(days, "day", "days")} or longer (the median).`,
  see: "Every time it was promised",
  /** Beside one of several tellings. */
  often: (times: string) => `Promised ${times}`,
  cut: (n: number) => `It was said more often; the numbers and the picture are of the latest ${n}.`,
  picture: "The promise moves with the calendar",
  table: "Every telling",
  caption: "Tellings, the latest first",
  columns: {
    said: "Said",
    promised: "Promised for",
    ahead: "Days ahead",
    who: "By whom",
    where: "Where",
    state: "What came of it",
  },
  unknownDay: "Day not known",
  noDay: "No day",
  nobody: "Nobody named",
  statement: (page: string) => `The statement on ${page}`,
  unnamedPage: "a page without a publisher",
  axisPromised: "Day promised",
  axisSaid: "Day said",
  today: (day: string) => `Today, ${day}`,
  drawn: (n: number, from: string, to: string) =>
    `${plural(n, "telling", "tellings")} between ${from} and ${to}, each by the day on which it was said and the last day that it promised. The table below has every date.`,
  legend:
    "Each ring is one telling: across, the day it was said; upwards, the last day that it promised. Below the line of today the day has passed. Filled: it happened, or in part. Crossed: it did not happen. Broken: still to come.",
  undrawn: (n: number) => `${plural(n, "telling has", "tellings have")} no day and can’t be drawn.`,
  few: (n: number) =>
    `No percentage is given: ${plural(n, "telling is", "tellings are")} too few to rate (we give none below 10).`,
  sameHeading: "What counts as the same promise",
  same: "The words that say who says it, as editors marked them, and dates and times, amounts and places are taken out; what is left has to be the same, in its order, whatever the forms of the words. The machine does that by itself; what it made is part of what a second editor saw and published with each telling. A telling in other words is here only where an editor joined it: the table says who.",
  overdueMeaning:
    "A telling fell due when its last day is over. It is overdue while nobody has recorded what happened: the calendar says no more than that. The median counts whole days from that last day to today.",
  list: "Parts of this table",
  ledger: "All promises",
  by: (name: string) => `Joined by ${name}, in other words`,
};
