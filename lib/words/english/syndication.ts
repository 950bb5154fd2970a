/** What programs that follow Onrecord are told: feeds, the calendar, the data of a page. */
export const syndication = {
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
    titleFor: (typed: string) => `Onrecord: ${typed}`,
    description: "What is found under these words and filters. The latest published come first.",
  },
  record: {
    title: "Onrecord: pages of this record",
    titleFor: (name: string) => `Onrecord: pages of ${name}`,
    description: "Pages whose statements count in this record. The latest published come first.",
  },
  topic: {
    title: "Onrecord: this topic",
    titleFor: (name: string) => `Onrecord: ${name}`,
    description: "Pages and claims with this topic. The latest published come first.",
  },
  promises: {
    title: "Onrecord: promises",
    titleFor: (list: string) => `Onrecord: ${list}`,
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
