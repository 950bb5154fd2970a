/** What is said about a page on its way in. */
export const imports = {
  tooLarge:
    "This page is larger than 4 MB. Paste the part with the article, or save the page without its pictures.",
  empty: "There is nothing in it. Paste the page’s text, or choose another file.",
  broken: "Something went wrong on our side while reading this page. It will be tried again.",
  noTitle: "Page without a headline",
  refusedProposals: (n: number) =>
    `${n} ${n === 1 ? "proposal was" : "proposals were"} refused: the words are not where ${n === 1 ? "it says" : "they say"}.`,
};
