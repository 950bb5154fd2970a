import { z } from "zod";
import type { CalendarDate } from "./analysis";
import { type OutcomeResult, READER_LABELS, type ReaderLabel, type SpeakerKind } from "./labels";
import type { PublisherKind } from "./publishers";

/** The record of a publisher, an author or a speaker: what is counted of it, over what, and which list stands behind each number. */

export const TrackKind = z.enum(["PUBLISHER", "AUTHOR", "SPEAKER"]);
export type TrackKind = z.infer<typeof TrackKind>;

/** Stands where nobody can tell the day. */
export const NO_DAY = "0001-01-01";

/** Of fewer no share is told. */
export const FEWEST = 10;

/** The part of statements that are something, of all. The interval has 95 %; all three are null where `n` is below `FEWEST`. */
export interface Share {
  readonly k: number;
  readonly n: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const Z = 1.959963984540054;

/** Source   Wilson's score interval: E. B. Wilson, JASA 22 (1927), pp. 209–212. */
export function shareOf(k: number, n: number): Share {
  if (n < FEWEST) return { k, n, share: null, low: null, high: null };
  const p = k / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (p + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  // At the ends the interval touches them; rounding must not leave a trace of the rest.
  const low = k === 0 ? 0 : middle - half;
  const high = k === n ? 1 : middle + half;
  return { k, n, share: p, low, high };
}

export type LabelCounts = Readonly<Record<ReaderLabel, number>>;

const noLabels = (): Record<ReaderLabel, number> => ({
  REPORTED: 0,
  REPORTED_UNNAMED: 0,
  UNSOURCED_SPECULATION: 0,
  OPINION: 0,
  UNSOURCED_ASSERTION: 0,
  BACKGROUND: 0,
});

export const sumOf = (labels: LabelCounts): number =>
  READER_LABELS.reduce((sum, label) => sum + labels[label], 0);

/** Statements under a label, said in a month. `month` is its first day, or `NO_DAY`. */
export interface MonthCount {
  readonly month: CalendarDate;
  readonly label: ReaderLabel;
  readonly count: number;
}

/**
 * Which promises of a record. `open`: the last promised day is today or to come; `overdue`: it is over; `undated`: nobody can tell it; nothing is
 * recorded of any of these. `fell-due`: the day is over, whatever is recorded.
 */
export const PromiseList = z.enum([
  "made",
  "fell-due",
  "open",
  "overdue",
  "undated",
  "happened",
  "did-not-happen",
  "partly",
  "unresolvable",
]);
export type PromiseList = z.infer<typeof PromiseList>;

export const OUTCOME_LISTS = {
  happened: "HAPPENED",
  "did-not-happen": "DID_NOT_HAPPEN",
  partly: "PARTLY",
  unresolvable: "UNRESOLVABLE",
} as const satisfies Partial<Record<PromiseList, OutcomeResult>>;

export type PromiseCounts = Readonly<Record<PromiseList, number>>;

export interface TrackRecord {
  readonly kind: TrackKind;
  readonly id: string;
  /** As it was published last. */
  readonly name: string;
  /** On whose pages an author's byline stands; null of anybody else. */
  readonly publisher: string | null;
  readonly publisherKind: PublisherKind | null;
  readonly speakerKind: SpeakerKind | null;
  readonly role: string | null;
  readonly months: readonly MonthCount[];
  readonly promises: PromiseCounts;
  /** Of the overdue ones, as of the day it is asked for; null where there are fewer than `FEWEST`. */
  readonly medianDaysOverdue: number | null;
  /** Pages with a statement that counts, those of them that were corrected, and how often. */
  readonly pages: number;
  readonly correctedPages: number;
  readonly corrections: number;
  /** Pages that were looked at in part, of which nothing is counted. */
  readonly pagesInPart: number;
  /** Claims that it made more than once, and how often they were said again. */
  readonly claimsAgain: number;
  readonly saidAgain: number;
  /** False where something of it isn't what was published. */
  readonly isProven: boolean;
}

export function labelCounts(months: readonly MonthCount[]): LabelCounts {
  const labels = noLabels();
  for (const { label, count } of months) labels[label] += count;
  return labels;
}

/** A stretch of time, as it stands in an address: a year, a month, all before a year, or `none` for what has no day. */
export const Period = z.string().regex(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|before-\d{4}|none)$/);
export type Period = z.infer<typeof Period>;

/** Its first and its last day; both inclusive. */
export function daysOf(period: Period): { readonly from: CalendarDate; readonly to: CalendarDate } {
  if (period === "none") return { from: NO_DAY, to: NO_DAY };
  const before = /^before-(\d{4})$/.exec(period)?.[1];
  if (before !== undefined) return { from: "0001-01-02", to: `${yearBefore(before)}-12-31` };
  if (period.length === 4) return { from: firstDay(`${period}-01-01`), to: `${period}-12-31` };
  const [year = 0, month = 0] = period.split("-").map(Number);
  // Not by the constructor's numbers: it takes years below 100 for those of the last century.
  const end = new Date(`${period}-01T00:00:00Z`);
  end.setUTCFullYear(year, month, 0);
  return { from: firstDay(`${period}-01`), to: end.toISOString().slice(0, 10) };
}

const firstDay = (day: CalendarDate): CalendarDate => (day === NO_DAY ? "0001-01-02" : day);
const yearBefore = (year: string): string => String(Math.max(1, Number(year) - 1)).padStart(4, "0");

export interface Bucket {
  readonly period: Period;
  readonly labels: LabelCounts;
}

/** So many months are told one by one, and so many years beyond; what is earlier is told together. */
export const MOST_MONTHS = 24;
export const MOST_YEARS = 15;

/**
 * Statements over time, the earliest first: by month where all of them lie within `MOST_MONTHS`, by year otherwise, with the empty ones between;
 * those before the last `MOST_YEARS` years together in front, and those without a day behind.
 */
export function bucketsOf(months: readonly MonthCount[]): Bucket[] {
  const dated = months.filter(({ month }) => month !== NO_DAY);
  const numbers = dated.map(({ month }) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const isByMonth = last - first < MOST_MONTHS;
  const yearOf = (n: number) => Math.floor(n / 12);
  const begin = Math.max(yearOf(first), yearOf(last) - MOST_YEARS + 1);
  const name = (n: number): Period => {
    const year = String(yearOf(n)).padStart(4, "0");
    if (isByMonth) return `${year}-${String((n % 12) + 1).padStart(2, "0")}`;
    return yearOf(n) < begin ? `before-${String(begin).padStart(4, "0")}` : year;
  };
  const made = new Map<Period, Record<ReaderLabel, number>>();
  if (dated.length > 0) {
    if (!isByMonth && yearOf(first) < begin) made.set(name(first), noLabels());
    const from = isByMonth ? first : begin * 12;
    for (let n = from; n <= last; n += isByMonth ? 1 : 12 - (n % 12)) made.set(name(n), noLabels());
  }
  const add = (period: Period, { label, count }: MonthCount) => {
    const labels = made.get(period) ?? noLabels();
    labels[label] += count;
    made.set(period, labels);
  };
  for (const [i, one] of dated.entries()) add(name(numbers[i] ?? 0), one);
  for (const one of months) if (one.month === NO_DAY) add("none", one);
  return [...made].map(([period, labels]) => ({ period, labels }));
}

/** Which statements of a record: under a label, in a stretch of time, or promises; all where everything is null. */
export interface TrackFilter {
  readonly label: ReaderLabel | null;
  readonly period: Period | null;
  readonly promises: PromiseList | null;
}

/** Which pages of a record. */
export const PageList = z.enum(["counted", "corrected", "in-part"]);
export type PageList = z.infer<typeof PageList>;

/** Where the list of claims that were made again goes on: how often the last one was made, and its id. */
export const AgainCursor = z
  .string()
  .max(60)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.string().regex(/^[1-9]\d{0,8}$/), z.uuid()]))
  .transform(([count, id]) => ({ count: Number(count), id }));
export type AgainCursor = z.infer<typeof AgainCursor>;

/** A claim that a record holds more than once. */
export interface SaidAgain {
  readonly slug: string;
  readonly wording: string;
  readonly times: number;
}
