/** What is said about a page on its way in, besides why it can't be read (words/pages.ts). */
export const imports = {
  noTitle: "Page without a headline",
  pasted: "Pasted text",
  gaveUp:
    "Something went wrong on our side while reading this page, several times over. Give it again; if it happens again, tell an admin.",
  refusedProposals: (n: number) =>
    `${n} ${n === 1 ? "proposal was" : "proposals were"} refused: the words are not where ${n === 1 ? "it says" : "they say"}.`,
};
