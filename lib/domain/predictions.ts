import { z } from "zod";
import { CalendarDate } from "./analysis";
import type { Precision } from "./labels";

export const OutcomeResult = z.enum(["HAPPENED", "DID_NOT_HAPPEN", "PARTLY", "UNRESOLVABLE"]);
export type OutcomeResult = z.infer<typeof OutcomeResult>;

/** What became of a promise, as a person recorded it: stored, and published with the statement. */
export const RecordedOutcome = z.object({
  result: OutcomeResult,
  /** The day since which it can be known. */
  knownAt: CalendarDate,
  /** The evidence's own words, the day on which they were published, and by whom. */
  quote: z.string().nullable(),
  saidAt: CalendarDate.nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  /** An editor's words: signed with `by` and `on`. */
  note: z.string().nullable(),
  /** SHA-256 of the page behind `url`; null where no copy of it is kept. */
  snapshot: z.string().nullable(),
  by: z.string(),
  on: CalendarDate,
});
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;

/** A statement about a window in time. Its state is computed from `today` when it is read; the clock never decides truth. */
export interface Prediction {
  readonly text: string;
  readonly dueFrom: CalendarDate | null;
  readonly dueTo: CalendarDate | null;
  readonly precision: Precision;
  /** The post's date that `text` was read against; null where the post has none. */
  readonly resolvedFrom: CalendarDate | null;
  /** Left out where nobody recorded one. */
  readonly outcome?: RecordedOutcome | undefined;
}

export type PredictionState =
  | { readonly state: "UNDATED" }
  | { readonly state: "OPEN"; readonly days: number }
  | { readonly state: "DUE" }
  | { readonly state: "OVERDUE"; readonly days: number };

/** Whole days from `a` to `b`, both calendar dates. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/**
 * `OPEN` before the window, `DUE` inside it (both ends inclusive), `OVERDUE` after it; days count to its first and from its
 * last day. `today` is given, never read from the clock here.
 */
export function predictionState(prediction: Prediction, today: CalendarDate): PredictionState {
  const { dueFrom, dueTo } = prediction;
  if (dueFrom === null || dueTo === null) return { state: "UNDATED" };
  if (today < dueFrom) return { state: "OPEN", days: daysBetween(today, dueFrom) };
  if (today > dueTo) return { state: "OVERDUE", days: daysBetween(dueTo, today) };
  return { state: "DUE" };
}
