import type { PageFact } from "#lib/domain/page-facts";

const names: Readonly<Record<PageFact, string>> = {
  TITLE: "Title",
  PUBLISHER: "Publisher",
  AUTHOR: "Author",
  AGENCY: "Agency",
  DATE: "Day",
  LANGUAGE: "Language",
};

/** Putting right what is said of a page. */
export const correctFact = {
  heading: "What is said of this page",
  names,
  none: "not said",
  pageSays: (said: string) => `The page itself says: ${said}`,
  pageSaysNothing: "The page itself says nothing of it.",
  open: "Put right",
  title: (fact: string) => `Put right: ${fact.toLowerCase()}`,
  body: "The version stays as it came. What you write here stands beside it, for every version of this page that says the same, and readers see it once somebody else has published it.",
  reads: "What is right",
  hints: {
    TITLE: "As the page heads it.",
    PUBLISHER: "The site or paper that published it.",
    AUTHOR: "Who signed it. Leave it empty where nobody did.",
    AGENCY: "The news agency whose report it is. Leave it empty where there is none.",
    DATE: "Year, month and day, for example 2026-11-28. Leave it empty where nothing says it.",
    LANGUAGE: "The code of two or three letters, for example en, ar or ckb.",
  } satisfies Readonly<Record<PageFact, string>>,
  reason: "How you know",
  reasonHint: "Others read this in the history.",
  save: "Save",
  counted: (n: number) =>
    n === 1
      ? "One due date was counted from the day that stood here. Look at it again."
      : `${n} due dates were counted from the day that stood here. Look at them again.`,
  saved: "Saved. Readers see it with the next publication.",
  change: (from: string | null, to: string | null) => `${from ?? "not said"} → ${to ?? "not said"}`,
};
