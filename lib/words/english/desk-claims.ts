import { plural } from "./plural";

/** The desk's list of claims. */
export const deskClaims = {
  title: "Claims",
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
};
