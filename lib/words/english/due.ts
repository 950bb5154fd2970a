import { plural } from "./plural";

/** When a promise falls due, and that it did. */

const days = (n: number) => plural(n, "day", "days");

export const due = {
  OPEN: (n: number) => `Open. Due in ${days(n)}.`,
  DUE: "Due today.",
  /** Inside a window of several days, before its last. */
  DUE_NOW: "Due now.",
  OVERDUE: (n: number) => `Fell due ${days(n)} ago. Nothing recorded.`,
  UNDATED: "A plan with no date. Open.",
  promised: (day: string) => `Promised for ${day}.`,
  sameDay: (text: string, day: string) => `“${text}” in a post of ${day} means that day.`,
  otherDay: (text: string, from: string, day: string) => `“${text}” in a post of ${from} means ${day}.`,
  onlyEvidence: "We record what happened only with evidence; the calendar alone decides nothing.",
  saidAndDue: "said, and due",
  fellDue: "fell due",
  due: "due",
  today: "today",
  bar: {
    saidAndDue: (day: string, today: string, n: number) =>
      `From ${day}, the day it was said and fell due, to today, ${today}: ${days(n)} without a record.`,
    fellDue: (day: string, today: string, n: number) =>
      `From ${day}, the last day it was promised for, to today, ${today}: ${days(n)} without a record.`,
    open: (today: string, day: string, n: number) =>
      `From today, ${today}, to ${day}, the day it is promised for: ${days(n)}.`,
  },
  fellDueShort: (n: number) => `Fell due ${days(n)} ago`,
  nothingRecorded: "Nothing recorded.",
};
