import type { CalendarDate } from "./analysis";
import type { OutcomeResult } from "./labels";
import { daysBetween } from "./predictions";
import type { TemplateKey } from "./promise-template";
import type { Appearance } from "./published";

/** Every time that a promise was made, and what became of it. */

/** A telling, as far as numbers about its template are made of it. */
export interface Telling {
  /** The day of its post; null where it has none. */
  readonly said: CalendarDate | null;
  readonly dueFrom: CalendarDate | null;
  readonly dueTo: CalendarDate | null;
  readonly result: OutcomeResult | null;
}

/** What became of the tellings of a template by a day. */
export interface TemplateSummary {
  readonly times: number;
  /** The first day on which it was said; null where no telling has a day. */
  readonly since: CalendarDate | null;
  /** Those whose last day is over. */
  readonly fellDue: number;
  /** Of all tellings, what people recorded. */
  readonly recorded: Readonly<Record<OutcomeResult, number>>;
  /** Those whose last day is over and of which nothing is recorded, and the median of the whole days since; null where there is none. */
  readonly overdue: number;
  readonly medianOverdue: number | null;
}

/** Each number counts whole tellings. The median of an even number of them is the mean of the two in the middle, rounded down. */
export function templateSummary(tellings: readonly Telling[], today: CalendarDate): TemplateSummary {
  const recorded = { HAPPENED: 0, DID_NOT_HAPPEN: 0, PARTLY: 0, UNRESOLVABLE: 0 };
  const late: number[] = [];
  let fellDue = 0;
  let since: CalendarDate | null = null;
  for (const { said, dueFrom, dueTo, result } of tellings) {
    if (said !== null && (since === null || said < since)) since = said;
    if (result !== null) recorded[result] += 1;
    if (dueFrom === null || dueTo === null || dueTo >= today) continue;
    fellDue += 1;
    if (result === null) late.push(daysBetween(dueTo, today));
  }
  return {
    times: tellings.length,
    since,
    fellDue,
    recorded,
    overdue: late.length,
    medianOverdue: median(late),
  };
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const before = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined || before === undefined ? null : Math.floor((middle + before) / 2);
}

/** One telling on a template's page. */
export interface TemplatePage {
  readonly key: TemplateKey;
  /** Of the telling that was said last. */
  readonly words: string;
  /** All of them, the earliest said first; those without a day come last. No more than `MOST_TOLD`. */
  readonly tellings: readonly Telling[];
  /** There are more than that. */
  readonly isCut: boolean;
  /** A part of them in the same order, with their words. */
  readonly places: readonly Appearance[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly isProven: boolean;
}

/** Numbers and the picture are made of no more tellings than this, the latest said. */
export const MOST_TOLD = 400;
/** Of one template so many earlier tellings are counted where one of them is shown. */
export const MOST_BEFORE = 100;

/** What was told of a template before a promise. */
export interface ToldBefore {
  readonly key: TemplateKey;
  /** The latest first; no more than 100. */
  readonly tellings: readonly Telling[];
  /** There are more than that. */
  readonly isCut: boolean;
}
