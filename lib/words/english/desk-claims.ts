import { navigation } from "./navigation";
import { plural } from "./plural";

/** The desk's list of claims. */
export const deskClaims = {
  title: navigation.places.claims,
  lede: "Every claim that anybody wrote, the latest first. Readers see those with a published verdict, and those that published pages make.",
  search: "Find a claim by its words",
  searchButton: "Find",
  all: "All claims",
  none: "Nobody has written a claim yet. One is made at a statement: press m there.",
  noneFound: (search: string) => `No claim is like “${search}”. Try fewer words.`,
  found: (n: number) => `${plural(n, "claim is", "claims are")} like this, the likest first.`,
  pages: "Pages of the list",
  counts: (statements: number, pages: number) =>
    statements === 0
      ? "no statement is joined to it"
      : `${plural(statements, "statement", "statements")} on ${plural(pages, "page", "pages")}`,
  noReview: "No review yet",
  /** A statement is parted from the claim that it was joined to. */
  part: {
    button: "Part from the claim",
    buttonOf: (words: string) => `Part from the claim: ${words}`,
    title: "Part this statement from the claim?",
    confirm: "Part it",
    stays: "The statement stays on its page, with its label. It no longer makes this claim.",
    others: (n: number) =>
      `${plural(n, "other statement keeps", "other statements keep")} the claim as ${n === 1 ? "it is" : "they are"}.`,
    last: "No other statement makes this claim: its verdict and its evidence stay, with no page that says it.",
    readers: "Readers see it when the page’s review is published.",
    done: "Parted. The statement stays on its page.",
    putBack: "Join it again",
    back: "Joined again.",
  },
};
