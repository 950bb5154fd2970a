import { z } from "zod";
import type { CalendarDate } from "./analysis";
import type { Prediction } from "./predictions";
import { DueCursor } from "./promise-desk";
import type { Appearance } from "./published";
import type { Question, Respelt } from "./search";

/** The ledger of promises: each that stands published, what it is ordered and filtered by, and where it stands on a day. */

/** The day that a promise without one stands under: before all others. */
export const NO_DUE_DAY = "0001-01-01";

/** The day under which a promise stands whose post has none: after all others. */
export const NO_SAID_DAY = "9999-12-31";

/**
 * Which promises a list holds. `open`: the last day is today or to come, and nothing is recorded; `due`: of these, today is one of its days;
 * `overdue`: the last day is over, and nothing is recorded; `undated`: no day is named, and nothing is recorded. The others say what a person
 * recorded; `resolved` is any of that.
 */
export const PromiseState = z.enum([
  "open",
  "due",
  "overdue",
  "happened",
  "did-not-happen",
  "partly",
  "cannot-be-told",
  "undated",
  "resolved",
]);
export type PromiseState = z.infer<typeof PromiseState>;

/** Those that readers choose from. */
export const STATES_SHOWN = PromiseState.exclude(["resolved"]).options;
export type StateShown = (typeof STATES_SHOWN)[number];

/** Is the next day first in a list of these? In all others the latest is. */
export const isForward = (state: PromiseState | null): boolean => state === "open" || state === "due";

const MOST_LETTERS = 200;
/** No control and no half of a character: a database takes neither. */
const Name = z
  .string()
  .trim()
  .min(1)
  .max(MOST_LETTERS)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** What narrows the ledger; null for all of it. Both days are last days of promises, and count. Names are compared without capitals and marks. */
export interface LedgerFilter {
  readonly state: PromiseState | null;
  readonly publisher: string | null;
  readonly speaker: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** As it was typed. */
  readonly q: string | null;
}

export const EVERY_PROMISE: LedgerFilter = {
  state: null,
  publisher: null,
  speaker: null,
  from: null,
  to: null,
  q: null,
};

/** A day that exists. */
const Day = z.iso.date();

/** Each filter as an address has it. */
export const FILTERS = {
  state: PromiseState,
  publisher: Name,
  speaker: Name,
  from: Day,
  to: Day,
  q: z.string().max(1000),
};
export const FILTER_NAMES = Object.keys(FILTERS) as readonly (keyof LedgerFilter)[];

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The filter that an address says; one that is empty narrows nothing. What can't be read is named in `wrong` and narrows nothing: the form shows it, and says what it can be.
 * A filter that is said twice counts as its first.
 */
export function ledgerFilter(asked: Asked): {
  readonly filter: LedgerFilter;
  readonly wrong: readonly (keyof LedgerFilter)[];
} {
  const wrong: (keyof LedgerFilter)[] = [];
  const read = <Name extends keyof LedgerFilter>(name: Name): LedgerFilter[Name] => {
    const [given] = [asked[name]].flat();
    if (given === undefined || given.trim() === "") return null as LedgerFilter[Name];
    const { success, data } = FILTERS[name].safeParse(given);
    if (!success) wrong.push(name);
    // The field's own schema read it.
    return (success ? data : null) as LedgerFilter[Name];
  };
  const filter = {
    state: read("state"),
    publisher: read("publisher"),
    speaker: read("speaker"),
    from: read("from"),
    to: read("to"),
    q: read("q"),
  };
  return { filter, wrong };
}

/** Which way the ledger is read from a row of it: `after` goes on in its order, `before` goes back. */
export interface DuePlace {
  readonly way: "after" | "before";
  readonly cursor: DueCursor;
}

/** The place that an address names; null for the beginning, `undefined` where it names none that could be. */
export function duePlace(asked: Asked): DuePlace | null | undefined {
  if (asked.before === undefined && asked.after === undefined) return null;
  if (asked.before !== undefined && asked.after !== undefined) return undefined;
  const way = asked.before === undefined ? "after" : "before";
  const cursor = DueCursor.safeParse(asked[way]).data;
  return cursor && { way, cursor };
}

export interface LedgerAsked extends Omit<LedgerFilter, "q"> {
  /** Null where no word is looked for. */
  readonly question: Question | null;
  readonly today: CalendarDate;
}

/** How many promises a list of each state has under the same other filters. No more than `most` and one are counted. */
export interface LedgerCounts {
  readonly most: number;
  readonly all: number;
  readonly of: Readonly<Record<StateShown, number>>;
}

export interface LedgerPage {
  readonly places: readonly Appearance[];
  /** Cursors of the neighbours in the list's order; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
  readonly respelt: readonly Respelt[];
  /** False where something of it isn't what was published. */
  readonly isProven: boolean;
}

/** Under which last day a promise stands in the ledger. */
export function dueDayOf({ dueFrom, dueTo }: Pick<Prediction, "dueFrom" | "dueTo">): CalendarDate {
  return dueFrom === null || dueTo === null ? NO_DUE_DAY : dueTo;
}
