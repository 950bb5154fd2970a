import { plural } from "./plural";

/** What the desk says of a claim that the machine matched with a suggestion. */
export const matches = {
  heading: {
    sure: "Seen before",
    SAME: "It may be this claim",
    TEMPLATE: "The same for another time",
    CONTRADICTION: "It contradicts a claim",
    SIMILAR: "It reads alike",
  },
  score: (percent: number) => `Likely the same: ${percent} in 100.`,
  willJoin: "The machine is sure enough to join it as you accept the suggestion. You can take that back.",
  joinedByMachine: (name: string, when: string) =>
    `Joined by the machine as ${name} accepted the suggestion, ${when}.`,
  joinedBy: (name: string, when: string) => `Joined by ${name}, ${when}.`,
  refusedBy: (name: string, when: string) => `${name} said that it isn’t so, ${when}.`,
  checked: (verdict: string, day: string) => `Checked before: ${verdict}, ${day}.`,
  notChecked: "Not checked before: the claim has no published verdict.",
  openVerdict: "Open the claim and its verdict",
  affirmedBy: (name: string, when: string) => `${name} affirmed it, ${when}.`,
  affirm: {
    TEMPLATE: "Right: the same for another time",
    CONTRADICTION: "Right: it contradicts the claim",
    SIMILAR: "Right: alike, and not the same",
  },
  refuse: {
    SAME: "Not the same",
    TEMPLATE: "Not the same promise",
    CONTRADICTION: "No contradiction",
    SIMILAR: "Not even alike",
  },
  undo: "Take that back",
  affirmed: "Kept: it stands on the claim’s page too.",
  refused: "Kept: the machine was wrong.",
  undone: "The match waits again.",
  related: {
    title: "Statements that relate to it",
    relation: {
      TEMPLATE: "The same promise for another date",
      CONTRADICTION: "Contradicts it",
      SIMILAR: "Alike, and not the same",
    },
    joinedTo: "Joined to:",
    cut: (n: number) => `More were affirmed: these are the latest ${n}.`,
    by: (name: string, when: string) => `Affirmed by ${name}, ${when}.`,
  },
  acceptedAndJoined: "Accepted, and joined to a claim that was seen before.",
  noClaimHere: "No claim stands beside this statement.",
  seen: {
    title: "Seen elsewhere, not decided",
    none: "The machine matched no other statement with this claim.",
    count: (n: number, isCut: boolean) =>
      `${isCut ? "The latest " : ""}${plural(n, "statement", "statements")}, those of the same words together. Open a page to join its statement or to refuse it.`,
    times: (n: number) => plural(n, "time", "times"),
    more: (n: number) => `and ${n} more`,
  },
  elsewhere: {
    title: "On other pages",
    relation: {
      SAME: "The same",
      CONTRADICTION: "It contradicts this",
      TEMPLATE: "The same for another time",
      SIMILAR: "It reads alike",
    },
    /** At the head of a statement, in this order. */
    counted: [
      ["SAME", (n: number) => `${plural(n, "other page says", "other pages say")} the same`],
      ["CONTRADICTION", (n: number) => `${plural(n, "other page contradicts", "other pages contradict")} it`],
      ["TEMPLATE", (n: number) => `${plural(n, "other page says", "other pages say")} it for another time`],
    ] as const,
    looking: "Looking at other pages…",
    none: "The machine found no other page that says this or contradicts it.",
    waiting: "This came in a moment ago: other pages are still being compared with it.",
    failed: "Other pages can’t be looked at now. Choose the statement again to try once more.",
    cut: "There is more than is shown.",
    pages: (n: number, isCut: boolean) => `${isCut ? "at least " : ""}${plural(n, "page", "pages")}`,
    /** Days as words. */
    between: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    joinedTo: "Joined to:",
    joinToo: "Join this to it, too",
    ofClaim: "On pages that aren’t joined",
    ofClaimNone:
      "The machine found no other page that says what the statements of this claim say, or contradicts them.",
    ofClaimLede:
      "Compared with the statements that are joined to this claim, pages that came in before it was made too. Open a page to join its statement.",
  },
  key: "Open the claim that stands beside it, at its verdict",
};
