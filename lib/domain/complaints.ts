import { z } from "zod";

/**
 * What may be wrong with a field. A schema names it as its message; whoever shows it words it, so that the domain holds no
 * sentence of any language.
 */
export const Complaint = z.enum([
  "wholeWebAddress",
  "secretInAddress",
  "longFeedAddress",
  "wholeEmail",
  "longEmail",
  "shortPassword",
  "longPassword",
  "easyPassword",
  "passwordIsAddress",
  "wornOutPassword",
  "noPersonName",
  "longPersonName",
  "nameWithoutLetters",
  "disguisedName",
  "noReason",
  "noReport",
  "noSentClaim",
  "noOwnPage",
  "longReport",
  "noAnswer",
  "longAnswer",
  "longText",
  "longNote",
  "halfWindow",
  "turnedWindow",
  "noLabelReason",
  "everyNth",
  "noQuotation",
  "noQuotationDay",
  "noQuotationPublisher",
  "noOutcomeReason",
  "staleJob",
  "manySpans",
  "manyPieces",
  "noPasskeyName",
  "longPasskeyName",
  "noTokenName",
  "longTokenName",
  "badKey",
  "bodyNotObject",
  "oneOfThree",
  "notString",
  "unstorable",
  "longPublisher",
  "notMoment",
  "lineNotObject",
  "lineWithoutWords",
  "lineWithBoth",
  "noCalendarDay",
  "noLanguageCode",
  "longFact",
  "noneChosen",
  "manyChosen",
  "noListName",
  "longListName",
  "noTopic",
  "longTopic",
  "disguisedText",
  "noComment",
  "longWebhookAddress",
  "noWebhookEvent",
  "noMarks",
  "longMarks",
  "noStance",
  "noFactChecks",
  "longFactChecks",
  "noPlace",
  "longPlace",
  "longPlaceAddress",
  "noQueryInAddress",
  "queryInSite",
  "noRuleName",
  "longRuleName",
  "noRuleFeed",
  "noRulePublisher",
  "nobodyInRule",
  "manyInRule",
  "badVerdictCode",
  "noVerdictMeaning",
  "fewVerdicts",
  "manyVerdicts",
  "emptyFile",
  "largeFile",
  "otherFile",
  "fileAndAddress",
  "noFileOrigin",
]);
export type Complaint = z.infer<typeof Complaint>;

/** Fields that must be filled, by what a person writes into them. */
export const Asked = z.enum([
  "claim",
  "unknown",
  "evidence",
  "lookedFor",
  "place",
  "verdict",
  "time",
  "speaker",
  "change",
  "withdrawal",
  "dismissal",
  "factReason",
  "mergeReason",
  "partingReason",
  "switchReason",
  "partReason",
  "doubtReason",
  "provenanceReason",
  "upstream",
  "guideline",
  "guidelineNote",
  "verdictWord",
  "verdictDefinition",
  "scaleNote",
]);
export type Asked = z.infer<typeof Asked>;

/** What is said of such a field: nothing is in it, or too much. */
export const AskedComplaint = z.templateLiteral([z.enum(["missing", "long"]), ".", Asked]);

/** A text that must be there. Its messages are AskedComplaints. */
export function askedText(asked: Asked, most: number) {
  return z.string().trim().min(1, `missing.${asked}`).max(most, `long.${asked}`);
}

/** A text that may be left out: null then. */
export function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most, Complaint.enum.longText)
    .transform((value) => value || null)
    .nullable()
    .default(null);
}
