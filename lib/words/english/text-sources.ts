import type { ComparedHeadline, StatementFate } from "#lib/domain/published-upstream";
import { plural } from "./plural";
import { readerNames, terms } from "./terms";

/** For readers: where a page's text is from, statement by statement. */

const page = (publisher: string | null, day: string | null): string => {
  const of = publisher === null ? "a page without a publisher" : `the page of ${publisher}`;
  return day === null ? of : `${of}, ${day}`;
};

const stand = (n: number) => (n === 1 ? "stands" : "stand");

const statementsOf = (n: number, total: number): string => {
  if (n < total) return `${n} of ${total} statements here ${n === 1 ? "stands" : "stand"}`;
  return total === 1 ? "The only statement here stands" : `All ${total} statements here stand`;
};

const changes: Readonly<Record<Exclude<StatementFate, "VERBATIM" | "ADDED">, string>> = {
  REWORDED: "It stands upstream in other words.",
  NUMBER: "Changed: a number, a date or a unit.",
  NAME: "Changed: a name.",
  ATTRIBUTION: "Changed: who said it.",
  POLARITY: "Changed: upstream says the opposite.",
  PARTLY: "Part of it stands upstream; part wasn’t found there.",
};

const headlines: Readonly<Record<ComparedHeadline["change"], string>> = {
  VERBATIM: "The headline stands upstream word for word.",
  REWORDED: "The headline stands upstream in other words.",
  NUMBER: "Changed in the headline: a number, a date or a unit.",
  NAME: "Changed in the headline: a name.",
  ATTRIBUTION: "Changed in the headline: who said it.",
  POLARITY: "Changed in the headline: upstream says the opposite.",
  ADDED: "The headline wasn’t found upstream.",
};

export const textSources = {
  heading: "Where this is from",
  kinds: readerNames(terms.uses),
  page,
  untitled: "A page without a title",
  verbatim: (n: number, total: number, from: string) => `${statementsOf(n, total)} word for word in ${from}`,
  changed: (n: number, total: number, from: string) => `${statementsOf(n, total)} in ${from}, changed`,
  alsoChanged: (n: number) => `${n} ${stand(n)} there changed`,
  noneThere: (from: string) => `No statement here stands in ${from}`,
  added: (n: number) => (n === 1 ? "one wasn’t found there" : `${n} weren’t found there`),
  onlyAdded: (n: number) =>
    n === 1
      ? "One statement was found on none of these pages."
      : `${n} statements were found on none of these pages.`,
  notCompared: (n: number) =>
    n === 1 ? "One statement wasn’t compared." : `${n} statements weren’t compared.`,
  cites: (from: string) => `This page names ${from} as its source, and takes none of its words.`,
  unread: (from: string) => `This page is from ${from}. The statements of both weren’t compared.`,
  vouches: "Where a text is from doesn’t say who stands behind it: one page does not vouch for the other.",
  list: "The pages that it is from",
  note: {
    verbatim: (from: string | null) =>
      from === null ? "Word for word upstream." : `Word for word in ${from}.`,
    added: "Not found upstream.",
    changes,
    here: (quotes: string) => `Here: ${quotes}.`,
    there: (quotes: string) => `Upstream: ${quotes}.`,
    in: (from: string) => `Upstream is ${from}.`,
  },
  headlines,
  credits: (name: string) => `The text names ${name} as its source.`,
  links: "The text gives its address.",
  earlier: (n: number) => `It was posted ${plural(n, "day", "days")} earlier.`,
  takenInEarlier: "No day tells which came first; it was taken in earlier.",
  inWords: (by: string, reason: string) => `In the words of ${by}: ${reason}`,
  decided: (by: string, day: string) => `Found by ${by}, ${day}.`,
  sentences: (verbatim: number, changed: number, added: number, dropped: number) =>
    `Sentence by sentence: ${verbatim} word for word, ${changed} changed, ${added} not found there, ${dropped} left out here.`,
  cut: "Only the beginning of one of the texts was compared.",
  newer: (day: string) =>
    `That page changed since it was compared: another version of it was seen on ${day}.`,
  gone: (day: string) => `That page is gone from its address: it was looked for on ${day}.`,
  original: "The page itself",
  more: (n: number, isAll = true) => `and ${isAll ? "" : "at least "}${n.toLocaleString("en")} more`,
  downstream: "Who has this text from here",
  downstreamList: "Pages that have it from here",
  downstreamPages: "Pages of the list of those that have it from here",
  earlierOnes: "Published earlier",
  laterOnes: "Published later",
  copiedBy: (n: number, isAll: boolean) =>
    n === 1
      ? "One page that is published here has its text from this one."
      : `${isAll ? "" : "At least "}${n.toLocaleString("en")} pages that are published here have their text from this one.`,
  ofTheirs: (n: number, total: number) =>
    `${n} of its ${plural(total, "statement", "statements")} ${stand(n)} here word for word`,
  picture: {
    words: (up: number, down: number) =>
      [
        "A picture of pages, the earliest at the top.",
        ...(up > 0 ? [`This page has its text from ${plural(up, "page", "pages")} above it.`] : []),
        ...(down > 0
          ? [`${plural(down, "page", "pages")} below ${down === 1 ? "has" : "have"} it from this one.`]
          : []),
        "All of them are listed below.",
      ].join(" "),
    caption:
      "From top to bottom, as the text went. A straight line: who published the text is named. A wavy one: nobody is.",
    notDrawn: (n: number) => `${n.toLocaleString("en")} more aren’t drawn.`,
    here: "This page",
    nobody: "Publisher not named",
    noDay: "no day",
  },
};
