import { z } from "zod";
import { askedText, Complaint } from "./complaints";
import { GivenDate } from "./given-date";
import { PAGE_FACTS, TOLD_APART } from "./page-facts";
import { Id } from "./reviews";

export const PageFact = z.enum(PAGE_FACTS);
export type PageFact = z.infer<typeof PageFact>;

const LONGEST: Readonly<Record<PageFact, number>> = {
  TITLE: 500,
  PUBLISHER: 200,
  AUTHOR: 200,
  AGENCY: 200,
  DATE: 10,
  LANGUAGE: 3,
};
const LANGUAGE = /^[a-z]{2,3}$/;

/** `before` is what the screen showed, as far as it is told apart; `reads` null takes the fact away. */
export const CorrectFact = z
  .object({
    versionId: Id,
    fact: PageFact,
    before: z.string().max(TOLD_APART).nullable().default(null),
    reads: z
      .string()
      .trim()
      .max(500, Complaint.enum.longText)
      .transform((value) => value || null)
      .nullable()
      .default(null),
    reason: askedText("factReason", 500),
  })
  .superRefine(({ fact, reads }, context) => {
    const complain = (message: Complaint) => context.addIssue({ code: "custom", path: ["reads"], message });
    if (reads === null) return;
    if (fact === "DATE" && !GivenDate.safeParse(reads).success) complain("noCalendarDay");
    else if (fact === "LANGUAGE" && !LANGUAGE.test(reads)) complain("noLanguageCode");
    else if (reads.length > LONGEST[fact]) complain("longFact");
  });
