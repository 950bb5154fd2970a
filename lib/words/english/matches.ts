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
  acceptedAndJoined: "Accepted, and joined to a claim that was seen before.",
  noClaimHere: "No claim stands beside this statement.",
  noElsewhere: "Other pages can’t be looked at now. Choose the statement again to try once more.",
  key: "Open the claim that stands beside it, at its verdict",
};
