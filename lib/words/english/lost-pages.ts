import { plural } from "./plural";

/** Claims whose pages were withdrawn: to readers of the claim, and to whoever is about to withdraw the page. */
export const lostPages = {
  heading: "Pages that were withdrawn",
  made: (n: number) =>
    n === 1 ? "A page that made this claim was withdrawn:" : "Pages that made this claim were withdrawn:",
  page: (day: string) => `withdrawn on ${day}`,
  /** Where nothing else is left of the claim. */
  kicker: "A claim that lost its page",
  answer: (n: number) =>
    n === 1
      ? "The page that made this claim was withdrawn."
      : "The pages that made this claim were withdrawn.",
  lede: "No other page makes it, and no verdict on it stands. Why a page was withdrawn stands in its own place.",
};

/** The same before a page is withdrawn, to whoever is about to do it. */
export const losingPages = {
  warning: (n: number) =>
    `It is joined to ${plural(n, "claim", "claims")}, which ${n === 1 ? "loses" : "lose"} this page:`,
  stays: {
    PAGES: "stays, as other pages make it too",
    VERDICT: "stays with its verdict, and says that it lost its page",
    NOTHING: "can’t be read any more: nothing else makes it",
  },
};
