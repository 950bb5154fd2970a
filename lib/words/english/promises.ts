import type { OutcomeResult } from "#lib/domain/labels";

/** What screens say of promises: where one stands today, and what became of it. */

const results: Readonly<Record<OutcomeResult, string>> = {
  HAPPENED: "It happened",
  DID_NOT_HAPPEN: "It did not happen",
  PARTLY: "It happened in part",
  UNRESOLVABLE: "It can’t be told whether it happened",
};

export const promises = {
  line: {
    OPEN: (day: string) => `Open until ${day}.`,
    DUE: "Due today.",
    /** Inside a window of several days, before its last. */
    DUE_UNTIL: (day: string) => `Due now, until ${day}.`,
    OVERDUE: (day: string) => `Overdue since ${day}. Nothing is recorded yet.`,
    UNDATED: "A promise without a day.",
  },
  /** In place of the days of a promise that names none. */
  undated: (text: string) => `“${text}”: no day`,
  results,
  /** `day` is the day since which it is known. */
  outcome: (result: OutcomeResult, day: string) =>
    result === "UNRESOLVABLE"
      ? `${results[result]}, as of ${day}.`
      : `${results[result]}. Known since ${day}.`,
  evidence: (publisher: string, day: string) => `${publisher}, ${day}`,
  page: "the page",
  snapshot: (mark: string) => `A copy of that page is kept (SHA-256 ${mark}…).`,
  note: (name: string, day: string) => `${name}, editor, on ${day}:`,
  recorded: (name: string, day: string) => `Recorded by ${name} on ${day}.`,
};
