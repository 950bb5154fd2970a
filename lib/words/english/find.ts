import { lists } from "./lists";
import { plural } from "./plural";

/** Sentences of what readers find things with: the list of pages, the search, and the neighbours of a page or a claim. */

const { listed } = lists;
const quoted = (word: string) => `“${word}”`;

const pages = {
  title: "Pages",
  answer: (n: number) =>
    n === 0 ? "No page is published yet." : n === 1 ? "1 page is published." : `${n} pages are published.`,
  lede: "Each page that we read, the latest first. Its strokes are its statements in their order: straight where somebody stands behind one, wavy where nobody does.",
  empty: "A page appears here when a second editor has read it and published it.",
  pages: "Pages of the list of pages",
  published: (day: string) => `Published here ${day}`,
};

const search = {
  title: "Search",
  titleFor: (typed: string) => `${typed}: search`,
  label: "Search pages and claims",
  hint: "Words of a statement, a name, a publisher. Put “words in quotation marks” to find them side by side.",
  example: "A claim, a name, a publisher",
  button: "Search",
  lede: "Everything that is published is searched: what pages say, who said it, who published it, and claims with their verdicts. Word endings and small typing mistakes are forgiven. What is found can be narrowed by label, by source, by name and by day.",
  results: (typed: string) => `Search for ${quoted(typed)}`,
  order: "The latest day first; of one day, what says most of it.",
  none: (typed: string) => `Nothing is found for ${quoted(typed)}.`,
  nothingAsked: "There is no letter and no digit in what you typed. Type a word to look for.",
  respelt: (typed: string, read: readonly string[]) =>
    `Nothing published says ${quoted(typed)}. This is what is found for ${listed(read.map(quoted), "or")}.`,
  unknown: (typed: string) => `Nothing published says ${quoted(typed)}, or a word that is like it.`,
  together: "Each of these words is published, but no page and no claim has all of them. Try one alone:",
  alone: "Try without it:",
  cut: "You typed more than we look for: the first 12 words were used, and no word of more than 64 letters.",
  goOn: "How to go on",
  fewer: "Use fewer words, or another word for the same thing.",
  spelling: "Look at the spelling of names; try only the beginning of a long word.",
  lists: "Or look through",
  allPages: "all pages",
  allClaims: "all claims",
  or: "or",
  where: "Search in",
  noneOfKind: { pages: "No page has it.", claims: "No claim has it.", statements: "No statement has it." },
  inEverything: "Search in pages and claims",
  kind: { pages: "Page", claims: "Claim", statements: "Statement" },
  moreLeft: (n: number) =>
    `${plural(n, "more statement", "more statements")} on this page under these filters`,
  more: (n: number) => `${plural(n, "more statement", "more statements")} on this page with these words`,
  statement: (number: number) => `Statement ${number}`,
  listName: "Pages of results",
};

const neighbours = {
  name: { ARTICLE: "Neighbouring pages", CLAIM: "Neighbouring claims" },
  newer: "Published next",
  older: "Published before",
};

const origin = {
  read: (day: string) => `We read this page on ${day}.`,
  link: (where: string) => `Read the original at ${where}`,
};

export const find = { pages, search, neighbours, origin };
