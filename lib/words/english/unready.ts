/** Why a review can’t be handed in or published yet. Its buttons say so, and its verbs refuse with the same words. */

const many = (n: number, one: string, more: string) => (n === 1 ? one : more);

export const unready = {
  suggestionsWait: (n: number) =>
    `${n} ${many(n, "suggestion still waits", "suggestions still wait")}. Accept, correct or reject ${many(n, "it", "each of them")}, then submit.`,
  draftsOpen: (n: number) =>
    `${n} ${many(n, "form holds", "forms hold")} words that you typed and didn’t save. Save or discard ${many(n, "it", "them")}, then submit.`,
  noStatement: "This page has no statement yet. Accept a suggestion or mark one in the text, then submit.",
  ownReview: "You wrote part of this, so somebody else has to publish it.",
  lookingNow:
    "Statements are being looked for in text that was put right. Wait a moment, decide on what is found, then submit.",
};
