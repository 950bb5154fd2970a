import { phraseBook } from "./phrases";

/** The words that the rules for time expressions go by. */

export const PART_OF_DAY = new Set(["morning", "afternoon", "evening", "night", "noon"]);
export const PAST = phraseBook([
  "yesterday morning",
  "yesterday evening",
  "yesterday afternoon",
  "yesterday",
  "last night",
  "last week",
  "last weekend",
  "last month",
  "last year",
  "last summer",
  "last autumn",
  "last winter",
  "last spring",
  "earlier today",
  "earlier this week",
  "earlier this month",
  "earlier this year",
  "over the weekend",
  "at the weekend",
  "over the past *",
  "in the past *",
]); // prettier-ignore
export const OPEN = phraseBook([
  "any day now",
  "any minute now",
  "any moment now",
  "any time now",
  "anytime now",
  "in the coming days",
  "in the coming weeks",
  "in the coming months",
  "over the coming days",
  "over the coming weeks",
  "in the next few days",
  "in the next few weeks",
  "in the near future",
  "in due course",
  "before long",
  "shortly",
  "imminently",
  "very soon",
  "soon",
]); // prettier-ignore
export const TODAY = phraseBook([
  "this morning",
  "this afternoon",
  "this evening",
  "later today",
  "today",
  "tonight",
  "by midnight",
  "by tonight",
  "at midnight",
  "by noon",
]); // prettier-ignore
export const TOMORROW = phraseBook([
  "by tomorrow",
  "tomorrow morning",
  "tomorrow afternoon",
  "tomorrow evening",
  "tomorrow night",
  "tomorrow",
  "after midnight",
]); // prettier-ignore
export const LEAD = new Set([
  "by",
  "before",
  "on",
  "until",
  "till",
  "through",
  "for",
  "from",
  "this",
  "next",
  "coming",
  "since",
  "last",
]);
export const DEADLINE = new Set(["by", "before", "until", "till", "through"]);
export const UNITS: Record<string, "week" | "month" | "quarter" | "year"> = {
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
}; // prettier-ignore
