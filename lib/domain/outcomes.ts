import { z } from "zod";
import { CalendarDate } from "./analysis";
import { Complaint, optionalText } from "./complaints";
import { OutcomeResult } from "./labels-shapes";
import type { Prediction } from "./predictions";
import { RefusedError } from "./refusals";
import { Id, Revision } from "./reviews";
import { WebAddress } from "./web-addresses-shapes";

/**
 * What became of a promise. The clock says when it falls due; only a person says what happened, and on what evidence. It is part of the page's
 * review, so it is handed in, read by a second person, published, corrected and withdrawn as the rest of that.
 */

const optionalDay = z
  .union([z.literal("").transform(() => null), CalendarDate])
  .nullable()
  .default(null);

const FIELDS = {
  result: OutcomeResult,
  /** The day since which it can be known. */
  knownAt: CalendarDate,
  /** The evidence's own words, the day on which they were published, and by whom. */
  quote: optionalText(2000),
  saidAt: optionalDay,
  publisher: optionalText(200),
  url: z
    .union([z.literal("").transform(() => null), WebAddress])
    .nullable()
    .default(null),
  /** An editor's words beside the evidence; why, where it can't be told. */
  note: optionalText(2000),
};
const OutcomeFields = z.object(FIELDS);
export type OutcomeFields = z.infer<typeof OutcomeFields>;

const MISSING = {
  quote: Complaint.enum.noQuotation,
  saidAt: Complaint.enum.noQuotationDay,
  publisher: Complaint.enum.noQuotationPublisher,
  note: Complaint.enum.noOutcomeReason,
} as const;

/** What happened rests on a quotation with its day and its publisher; that it can't be told rests on a reason. Null where all is there. */
function missingOf(fields: OutcomeFields): keyof typeof MISSING | null {
  if (fields.result === "UNRESOLVABLE") return fields.note === null ? "note" : null;
  return (["quote", "saidAt", "publisher"] as const).find((name) => fields[name] === null) ?? null;
}

/** `statementId` is of a published review, which is opened anew, or of one that the person writes. */
export const RecordOutcome = z
  .object({ statementId: Id, revision: Revision, ...FIELDS })
  .superRefine((fields, ctx) => {
    const missing = missingOf(fields);
    if (missing !== null) ctx.addIssue({ code: "custom", path: [missing], message: MISSING[missing] });
  });
/** Takes an outcome away: the promise waits again. */
export const ReopenPromise = z.object({ statementId: Id, revision: Revision });

/**
 * May this be said of the promise on the day `today`?
 *
 * Throws   RefusedError `invalid_input`: without a promise; of a day that is yet to come; that it did not happen, while it still may.
 */
export function refuseOutcome(
  prediction: Pick<Prediction, "dueTo"> | null,
  outcome: OutcomeFields,
  today: CalendarDate,
): void {
  if (prediction === null) throw refused("noPromise");
  if (outcome.knownAt > today) throw refused("outcomeAhead", "knownAt");
  if (outcome.saidAt !== null && outcome.saidAt > today) throw refused("outcomeAhead", "saidAt");
  const { dueTo } = prediction;
  if (outcome.result === "DID_NOT_HAPPEN" && dueTo !== null && today <= dueTo) {
    throw refused("promiseStillOpen", "result");
  }
}

const refused = (reason: "noPromise" | "outcomeAhead" | "promiseStillOpen", field?: string): RefusedError =>
  new RefusedError("invalid_input", { reason }, field);

/**
 * What was promised stays as it is while an outcome stands on it.
 *
 * Throws   RefusedError `conflict` where the promise went, or its words or days changed.
 */
export function refuseChangedPromise(
  standing: Prediction,
  next: Omit<Prediction, "resolvedFrom"> | null,
): void {
  const isSame = (["text", "dueFrom", "dueTo", "precision"] as const).every(
    (fact) => next?.[fact] === standing[fact],
  );
  if (!isSame) throw new RefusedError("conflict", { reason: "promiseHasOutcome" });
}
