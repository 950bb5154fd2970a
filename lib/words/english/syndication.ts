/** What programs that follow Onrecord are told: feeds, the calendar, the data of a page. */
export const syndication = {
  /** Of a list that has a name of its own. */
  titleFor: (list: string) => `Onrecord: ${list}`,
  latest: {
    title: "Onrecord: what was published last",
    description: "Pages and claims together. The latest published come first.",
  },
  pages: {
    title: "Onrecord: pages",
    description:
      "Pages that were read, each with how much of it is sourced. The latest published come first.",
  },
  claims: {
    title: "Onrecord: claims",
    description:
      "Claims that were published, each with its verdict where there is one. The latest come first.",
  },
  corrections: {
    title: "Onrecord: corrections",
    description: "What was published anew or withdrawn, each with its reason. The latest come first.",
  },
  search: {
    title: "Onrecord: this search",
    description: "What is found under these words and filters. The latest published come first.",
  },
  record: {
    title: "Onrecord: pages of this record",
    description: "Pages in this list of a record. The latest published come first.",
  },
  statements: {
    title: "Onrecord: statements of this record",
    description:
      "The beginning of a list of statements that count in a record. Those whose pages were published last come first.",
  },
  again: {
    title: "Onrecord: what was said again",
    description: "Claims that this record makes more than once. The latest published come first.",
  },
  template: {
    title: "Onrecord: this promise",
    description:
      "Every time that one promise was made on a published page. Those that were published last come first.",
  },
  topic: {
    title: "Onrecord: this topic",
    description: "Pages and claims with this topic. The latest published come first.",
  },
  promises: {
    title: "Onrecord: promises",
    description:
      "Promises of published pages, and what became of them. Those that were published last come first. The day alone says nothing about what happened.",
  },
  calendar: {
    title: "Onrecord: promises that fall due",
    description: "Statements of published pages that promised something for a day that is still to come.",
    ledger: "Promises of published pages, each on the days for which it was made.",
    event: (words: string) => `Due: “${words}”`,
    said: (label: string, words: string, page: string) =>
      `${label}. “${words}” (${page}). The day alone says nothing about what happened.`,
    unnamedPage: "a page without a publisher",
  },
  formats: { atom: "Atom", rss: "RSS", json: "JSON Feed", ics: "iCalendar" },
  follow: "Follow this list:",
  followDue: "Promises that fall due, as a calendar",
  followList: "as a calendar",
};
