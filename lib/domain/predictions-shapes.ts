import { z } from "zod";
import { CalendarDate } from "./analysis";
import { OutcomeResult } from "./labels-shapes";

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
