import { z } from "zod";
import { FACT_CHECK_BOUNDS } from "./bounds";
import { Complaint } from "./complaints";
import { Id } from "./reviews";
import { WebAddress } from "./web-addresses-shapes";

/**
 * What other fact-checkers publish about a claim, as their pages say it for machines (ClaimReview). It is looked at, and put into the form for evidence: what
 * they found is theirs, and none of our verdicts.
 */

/** One review, as it says itself; null where it doesn't. Texts are NFC and have a bound. */
export const FactCheck = z.object({
  /** What was reviewed, in the reviewer's words. */
  claim: z.string().nullable(),
  /** What they found, in their words. */
  rating: z.string().nullable(),
  /** The same as a number, and between which it lies: as it is written. */
  value: z.string().nullable(),
  worst: z.string().nullable(),
  best: z.string().nullable(),
  by: z.string().nullable(),
  title: z.string().nullable(),
  /** A calendar date. */
  day: z.string().nullable(),
  url: z.string().nullable(),
});
export type FactCheck = z.infer<typeof FactCheck>;

/** What one is to our claim, by its words: likely the same, worded like it, or about something else. */
export const Likeness = z.enum(["SAME", "LIKE", "OTHER"]);
export type Likeness = z.infer<typeof Likeness>;

/** What was found at an address or in a file. */
export const FoundFactChecks = z.object({
  /** Those that are shown, the likest to the claim first; `likeness` is null where one says no claim. */
  checks: z.array(z.object({ check: FactCheck, likeness: Likeness.nullable() })),
  /** How many there were. */
  total: z.number(),
  /** There were more than are read. */
  isCut: z.boolean(),
  /** Blocks of data that are no JSON. */
  unreadable: z.number(),
});
export type FoundFactChecks = z.infer<typeof FoundFactChecks>;

/** What the last look of somebody for a claim came to. */
export interface FactCheckLook {
  readonly id: string;
  /** Null where a file was given, or words were pasted. */
  readonly url: string | null;
  /** Of the file; null where there is none. */
  readonly name: string | null;
  readonly isWaiting: boolean;
  /** What went wrong; null where nothing did. */
  readonly message: string | null;
  readonly found: FoundFactChecks | null;
}

const LOOK = { claimId: Id };
/** Read what stands at an address. */
export const LookAtAddress = z.object({ ...LOOK, url: WebAddress });
/** Read what somebody gives: a file, or what they pasted. */
export const LookAtGiven = z.object({
  ...LOOK,
  content: z
    .string()
    .min(1, Complaint.enum.noFactChecks)
    .max(FACT_CHECK_BOUNDS.given, Complaint.enum.longFactChecks)
    .refine((content) => content.trim() !== "", Complaint.enum.noFactChecks),
  name: z.string().max(200).nullable().default(null),
});
/** Put one of those that are shown into the form for evidence; `index` is its place among them. */
export const TakeFactCheck = z.object({
  lookId: Id,
  index: z.coerce
    .number()
    .int()
    .min(0)
    .max(FACT_CHECK_BOUNDS.shown - 1),
});
