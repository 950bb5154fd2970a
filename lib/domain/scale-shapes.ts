import { z } from "zod";
import { SCALE_NOTE_LENGTH } from "./bounds";
import { askedText, Complaint, optionalText } from "./complaints";
import { isDisguised } from "./person-names";
import {
  CODE_LENGTH,
  CODE_SHAPE,
  DEFINITION_LENGTH,
  FEWEST_CODES,
  MOST_CODES,
  NO_VERDICT,
  VERDICT_MEANINGS,
  WORD_LENGTH,
} from "./scale";

const MOST_VERSIONS = 1_000_000;

export const VerdictMeaning = z.enum(VERDICT_MEANINGS);
export type VerdictMeaning = z.infer<typeof VerdictMeaning>;

/** A code of a scale: of any version, so that what was published under an earlier one can be read. */
export const VerdictCode = z.string().max(CODE_LENGTH).regex(CODE_SHAPE);
export type VerdictCode = z.infer<typeof VerdictCode>;

const Told = z.object({ en: z.string(), ar: z.string().nullable() });

export const ScaleCode = z.object({
  code: VerdictCode,
  meaning: VerdictMeaning,
  word: Told,
  definition: Told,
});
export type ScaleCode = z.infer<typeof ScaleCode>;

/** The number of a version; they are counted from 1. */
export const ScaleNumber = z.coerce.number().int().max(MOST_VERSIONS).positive();

export const GivenVerdict = ScaleCode.omit({ code: true }).extend({ version: z.number().int().positive() });
export type GivenVerdict = z.infer<typeof GivenVerdict>;

const isPlain = (text: string | null) => text === null || !isDisguised(text);
const words = (asked: "verdictWord" | "verdictDefinition", most: number) =>
  z.object({
    en: askedText(asked, most).refine(isPlain, Complaint.enum.disguisedText),
    ar: optionalText(most).refine(isPlain, Complaint.enum.disguisedText),
  });

const AskedCode = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .max(CODE_LENGTH, Complaint.enum.badVerdictCode)
    .regex(CODE_SHAPE, Complaint.enum.badVerdictCode)
    .refine((code) => code !== NO_VERDICT, Complaint.enum.badVerdictCode),
  meaning: z.enum(VERDICT_MEANINGS, Complaint.enum.noVerdictMeaning),
  word: words("verdictWord", WORD_LENGTH),
  definition: words("verdictDefinition", DEFINITION_LENGTH),
});

const Ask = z.object({
  /** The newest version that the person has seen. */
  seen: ScaleNumber,
  note: askedText("scaleNote", SCALE_NOTE_LENGTH),
});
export const WriteScale = Ask.extend({
  codes: z
    .array(AskedCode)
    .min(FEWEST_CODES, Complaint.enum.fewVerdicts)
    .max(MOST_CODES, Complaint.enum.manyVerdicts),
});
export const BringBackScale = Ask.extend({ number: ScaleNumber });
