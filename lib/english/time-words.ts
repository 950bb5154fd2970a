import { phraseBook } from "./phrases";

/** The words that the rules for time expressions go by. */

/** "on Monday *morning*" */
export const PART_OF_DAY = new Set(["morning", "afternoon", "evening", "night", "noon"]);
/** A time that is over: "*last week* the bank closed". */
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
  "over the past *",
  "in the past *",
]);
/** A time to come that no day is named for: "it will open *any day now*". */
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
  "over the coming months",
  "in the coming hours",
  "within hours",
  "within days",
  "within weeks",
  "within months",
  "at any moment",
  "at any time",
  "at any minute",
  "in the months ahead",
  "in the weeks ahead",
  "in the days ahead",
  "in the next few days",
  "in the next few weeks",
  "in the near future",
  "in due course",
  "before long",
  "shortly",
  "imminently",
  "very soon",
  "soon",
]);
/** A time to come that nothing but a verb of what is to come makes one: "it will *eventually* open". */
export const SOME_DAY = phraseBook([
  "eventually",
  "at some point",
  "as soon as possible",
  "as quickly as possible",
  "the week after",
  "the following week",
  "the month after",
]);
/** The page's own day: "it will open *tonight*". */
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
]);
/** The day after it, or the next but one. */
export const TOMORROW = phraseBook([
  "by tomorrow",
  "the day after tomorrow",
  "tomorrow morning",
  "tomorrow afternoon",
  "tomorrow evening",
  "tomorrow night",
  "tomorrow",
  "after midnight",
]);
/** Words before a date that belong to the time expression: "*on* 3 May". */
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
  "between",
  "next",
  "coming",
  "since",
  "last",
]);
/** Of these, those that make the date an end: "*by* 3 May". */
export const DEADLINE = new Set(["by", "before", "until", "till", "through"]);
