import type { PromiseState } from "#lib/domain/promise-ledger";
import { plural } from "./plural";

/** What readers are told in the ledger of promises. */

const states: Readonly<Record<PromiseState | "all", string>> = {
  all: "All",
  open: "Open",
  due: "Due now",
  overdue: "Overdue",
  happened: "Happened",
  "did-not-happen": "Did not happen",
  partly: "In part",
  "cannot-be-told": "Can’t be told",
  undated: "No day named",
  resolved: "Recorded",
};

const titles: Readonly<Record<PromiseState | "all", string>> = {
  all: "Promises",
  open: "Open promises",
  due: "Promises that are due now",
  overdue: "Overdue promises",
  happened: "Promises that happened",
  "did-not-happen": "Promises that did not happen",
  partly: "Promises that happened in part",
  "cannot-be-told": "Promises of which it can’t be told whether they happened",
  undated: "Promises without a day",
  resolved: "Promises of which is recorded what became",
};

/** What each count counts. */
const counted: Readonly<Record<PromiseState | "all", string>> = {
  all: "Every promise on a page that stands, the latest day first.",
  open: "The last day is today or still to come, and nothing is recorded. The next day comes first.",
  due: "Of the open ones those for a day or a span of days that holds today. The next last day comes first.",
  overdue:
    "The last day is over, and nobody has recorded what happened. The calendar says no more than that. The latest day comes first.",
  happened: "A person recorded, on evidence, that it happened. The latest day comes first.",
  "did-not-happen": "A person recorded, on evidence, that it did not happen. The latest day comes first.",
  partly: "A person recorded, on evidence, that a part of it happened. The latest day comes first.",
  "cannot-be-told":
    "A person recorded, with a reason, that it can’t be told whether it happened. The latest day comes first.",
  undated: "No day was named, so it can’t fall due. Nothing is recorded.",
  resolved: "A person recorded what became of it. The latest day comes first.",
};

const number = (n: number, most: number) => (n > most ? `more than ${most}` : String(n));

export const promiseLedger = {
  title: "Promises",
  titles,
  states,
  counted,
  /** `n` promises in the list that is shown. */
  answer: (title: string, n: number, most: number) => `${title}: ${number(n, most)}`,
  count: (n: number, most: number) => (n > most ? `${most}+` : String(n)),
  lede: "Everything that published pages promised for a day, and what became of it. The calendar says when a promise falls due; only a person says what happened, and on what evidence.",
  where: "Where promises stand",
  list: "Parts of this list",
  previous: "The part before",
  next: "Further on",
  saying: (typed: string) => `that say “${typed}”`,
  by: (name: string) => `by ${name}`,
  on: (name: string) => `on ${name}`,
  between: (from: string, to: string) => `due from ${from} to ${to}`,
  since: (day: string) => `due ${day} or later`,
  until: (day: string) => `due ${day} or before`,
  when: (said: string | null, promised: string | null) =>
    `${said === null ? "Said on a day that is not known" : `Said ${said}`}, ${promised === null ? "for no day" : `for ${promised}`}`,
  claim: "The claim",
  empty: "No published page promises anything yet.",
  none: "Nothing is found under these filters.",
  beyond: "The list ends here.",
  clear: "Take the filters away",
  broken: (fields: readonly string[]) =>
    `${plural(fields.length, "filter", "filters")} can’t be read and narrows nothing: ${fields.join(", ")}. A day is written as 2026-12-31.`,
  filter: {
    label: "Narrow the list",
    q: "Words of the promise",
    publisher: "Publisher",
    speaker: "Who promised it",
    from: "Last day from",
    to: "Last day until",
    state: "State",
    submit: "Show",
    hint: "Names are compared whole, without capitals and accents.",
  },
  all: "All promises",
};
