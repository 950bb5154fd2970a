/** What the desk says where people record what became of promises. */

const many = (n: number, most: number) => (n > most ? `more than ${most}` : String(n));

export const deskPromises = {
  title: "Promises that fell due",
  lede: "Promises whose last day has come and of which nothing is recorded: all on pages that readers see, and yours in reviews that nobody published yet. The oldest first.",
  atWork: "In reviews that you work on",
  atWorkLede:
    "Readers don’t see these yet. Record what happened in the review, so that they read it with the page, or publish the promise as it is.",
  readersSee: "On pages that readers see",
  counts: (overdue: number, today: number, most: number) =>
    `${many(overdue, most)} overdue, ${many(today, most)} due today.`,
  none: "Nothing waits: no promise on a published page has fallen due without an outcome.",
  noneHere: "The list ends here.",
  more: "Later ones",
  first: "The oldest ones",
  record: "Record what happened",
  recordOf: (words: string) => `Record what happened: ${words}`,
  inReview: (name: string) => `${name} is at work on this page.`,
  onPage: (title: string) => `On “${title}”`,
  back: "Promises that fell due",
  kicker: "A promise",
  promised: (text: string, days: string) => `“${text}”: ${days}`,
  readers: "As readers see it",
  review: "The page’s review",
  form: "What became of it",
  change: "Change what is recorded",
  result: "What happened",
  knownAt: "Known since",
  knownAtHint: "The first day on which it could be known.",
  evidenceHead: "Evidence",
  quote: "Quotation",
  quoteHint: "The words that show it, as they were published.",
  saidAt: "Day of the quotation",
  publisher: "Publisher of the quotation",
  url: "Address",
  urlHint:
    "If we keep a copy of the page at this address, it is named beside the quotation. Import the page to keep one.",
  noteLabel: "Your note",
  noteHint: "Shown to readers under your name. Where it can’t be told what happened, say here why.",
  save: "Record it",
  saved: "Recorded in the page’s review. Hand that in next; somebody else publishes it.",
  startsReview:
    "Readers see this page. Recording opens its review anew, with all that stands in it; you hand it in with a reason, and somebody else publishes it.",
  next: "Look over the review, and hand it in",
  reopen: "Reopen the promise",
  reopenTitle: "Reopen this promise?",
  reopenBody:
    "What is recorded is taken away, and the promise waits again. Readers are told when the correction is published; the history keeps what was recorded.",
  reopened: "Reopened in the page’s review. Hand that in next, and say why.",
  elsewhere: (name: string) =>
    `${name} is reviewing this page. Take the review over, or wait until it is published.`,
  waits:
    "The review of this page waits to be published, so nothing of it can be changed. Publish or return it first.",
  replaced: "Readers see a newer version of this page. Record it there.",
};
