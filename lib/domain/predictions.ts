import type { CalendarDate } from "./analysis";
import type { Precision } from "./labels";
import type { RecordedOutcome } from "./predictions-shapes";

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
