import type { PartAct } from "#lib/domain/page-parts-shapes";
import { plural } from "./plural";

const acts: Readonly<Record<PartAct, string>> = {
  TYPE: "It is something else",
  MERGE: "It is one with the part above",
  SPLIT: "It is two parts",
  BEGIN: "A post of its own begins here",
  JOIN: "Its post is one with the post above",
  DATE: "Its post is of another day",
};

/** Putting right the parts that the machine cut a page into. */
export const correctParts = {
  heading: "Part of the page",
  open: "Put this part right",
  title: "Put right: a part of the page",
  body: "The version stays as it came. What you say here stands beside it, and readers see it once somebody else has published it.",
  partIs: (name: string) => `This part is now: ${name.toLowerCase()}.`,
  what: "What is wrong",
  acts,
  type: "What it is",
  place: "The second part begins with",
  noPlace: "This part is one sentence, or a statement lies across each place in it, so it can’t be parted.",
  above: (words: string) => `Above it: “${words}”`,
  date: "The right day of its post",
  noCalendarDay: "Write the day as year, month and day, for example 2026-11-28",
  dateHint: "Year, month and day, for example 2026-11-28. Leave it empty where nothing says it.",
  reason: "Why",
  reasonHint: "Others read this in the history.",
  save: "Save",
  saved: "The part is put right. Readers see it with the next publication.",
  putRight: (name: string, day: string, why: string) => `Put right by ${name}, ${day}: ${why}`,
  personSays: "Somebody put this part right.",
  list: (n: number) => `What was put right of this page’s parts (${n})`,
  takeBack: "Take the last one back",
  takeBackTitle: "Take back what was put right last",
  takeBackBody: (what: string) => `The parts become again what they were before: ${what}`,
  takenBack: "Taken back. The parts are as they were before it.",
  tookBack: "Taken back: the one before it",
  follows: "What follows",
  nothingFollows: "Nothing that was marked is touched.",
  leaving: (n: number) =>
    `${plural(n, "statement doesn’t", "statements don’t")} count any more: kept, not handed in, and back with the part.`,
  coming: (n: number) => `${plural(n, "statement counts", "statements count")} again.`,
  suggestionsLeaving: (n: number) => `${plural(n, "suggestion needn’t", "suggestions needn’t")} be decided.`,
  suggestionsComing: (n: number) => `${plural(n, "suggestion waits", "suggestions wait")} again.`,
  toAnother: (n: number) =>
    `${plural(n, "statement becomes", "statements become")} another post’s: the report above doesn’t vouch for it.`,
  toOwn: (n: number) => `${plural(n, "statement becomes", "statements become")} this article’s own.`,
  counted: (n: number) =>
    `${plural(n, "due date was", "due dates were")} counted from another day than its post’s. Look at ${n === 1 ? "it" : "them"} again.`,
  unread: "The machine looks for no statements in a page in this language. Mark them by hand.",
  notRead:
    "The machine looked for no statements here: it took this part for something else when the page came in. Nothing is suggested, so read it yourself, and mark a statement with n.",
  cantBe: (why: string) => `It can’t be done so: ${why}`,
  aside: "not the article’s: kept, not handed in",
  asideNote:
    "This statement stands in a part that isn’t the article’s. It is kept as it is and isn’t handed in; it counts again once the part is the article’s.",
  changes: {
    TYPE: (from: string, to: string, quote: string) => `${from} → ${to}: ${quote}`,
    MERGE: (quote: string) => `one with the part above: ${quote}`,
    SPLIT: (quote: string) => `parted before: ${quote}`,
    BEGIN: (quote: string) => `a post begins with: ${quote}`,
    JOIN: (quote: string) => `one with the post above: ${quote}`,
    DATE: (from: string | null, to: string | null) => `day of a post: ${from ?? "none"} → ${to ?? "none"}`,
    TAKE_BACK: "what was put right last, taken back",
  },
  because: (what: string, why: string) => `${what} (${why})`,
};
