import { plural } from "./plural";

/** What a claim’s page says of the machine’s matches. */
export const claimMatches = {
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
  seen: {
    title: "Seen elsewhere, not decided",
    none: "The machine matched no other statement with this claim.",
    count: (n: number, isCut: boolean) =>
      `${isCut ? "The latest " : ""}${plural(n, "statement", "statements")}, those of the same words together. Open a page to join its statement or to refuse it.`,
    times: (n: number) => plural(n, "time", "times"),
    more: (n: number) => `and ${n} more`,
  },
};
