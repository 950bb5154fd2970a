import { z } from "zod";
import { askedText, Complaint } from "./complaints";
import { PASS_STARTS } from "./readings";
import { Id, Revision } from "./reviews";

/** What is asked of a blind reading. */

export const PassStart = z.enum(PASS_STARTS);
export type PassStart = z.infer<typeof PassStart>;

export const AskReading = z.object({ versionId: Id, start: PassStart });
export const CallOffReading = z.object({
  readingId: Id,
  revision: Revision,
  reason: askedText("change", 500),
});
export const TakePass = z.object({ readingId: Id });
export const GiveUpPass = z.object({ passId: Id, revision: Revision });
export const HandInPass = z.object({ passId: Id, revision: Revision });
/** Of how many incoming pages is one read blind? is read blind; empty or null: none. */
export const SetReadingRule = z.object({
  everyNth: z
    .string()
    .trim()
    .max(4, Complaint.enum.everyNth)
    .regex(/^(?:[1-9]\d{0,2}|1000)?$/, Complaint.enum.everyNth)
    .transform((text) => (text === "" ? null : Number(text))),
  start: PassStart,
});
