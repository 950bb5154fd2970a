import { plural } from "./plural";

const atLeast = (isCut: boolean) => (isCut ? "at least " : "");

/** What the desk says of what other pages say. Apart from the words of matches: it comes with the first answer. */
export const elsewhere = {
  title: "On other pages",
  relation: {
    SAME: "The same",
    CONTRADICTION: "It contradicts this",
    TEMPLATE: "The same for another time",
    SIMILAR: "It reads alike",
  },
  /** At the head of a statement, in this order. */
  counted: [
    [
      "SAME",
      (n: number, isCut: boolean) =>
        `${atLeast(isCut)}${plural(n, "other page says", "other pages say")} the same`,
    ],
    [
      "CONTRADICTION",
      (n: number, isCut: boolean) =>
        `${atLeast(isCut)}${plural(n, "other page contradicts", "other pages contradict")} it`,
    ],
    [
      "TEMPLATE",
      (n: number, isCut: boolean) =>
        `${atLeast(isCut)}${plural(n, "other page says", "other pages say")} it for another time`,
    ],
  ] as const,
  none: "The machine found no other page that says this or contradicts it.",
  waiting: "This came in a moment ago: other pages are still being compared with it.",
  cut: "There is more than is shown.",
  pages: (n: number, isCut: boolean) => `${atLeast(isCut)}${plural(n, "page", "pages")}`,
  /** Days as words. */
  between: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  joinedTo: "Joined to:",
  joinToo: "Join this to it, too",
  ofClaim: "On pages that aren’t joined",
  ofClaimNone:
    "The machine found no other page that says what the statements of this claim say, or contradicts them.",
  ofClaimLede:
    "Compared with the statements that are joined to this claim, pages that came in before it was made too. Open a page to join its statement.",
};
