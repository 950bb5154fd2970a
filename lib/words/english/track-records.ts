import type { PageList, PromiseList, TrackKind } from "#lib/domain/track-records";
import { plural } from "./plural";

const statements = (n: number) => plural(n, "statement", "statements");
const pages = (n: number) => plural(n, "page", "pages");

const promises: Readonly<Record<PromiseList, string>> = {
  made: "Promises made",
  open: "Open: the day is today or to come",
  overdue: "The day is over, nothing recorded",
  undated: "No day can be told",
  "fell-due": "Fell due so far, whatever became of them",
  happened: "Happened",
  "did-not-happen": "Did not happen",
  partly: "Happened in part",
  unresolvable: "Can’t be told",
};

/** Inside the heading of a list. */
const promisesInList: Readonly<Record<PromiseList, string>> = {
  made: "promises",
  open: "open promises",
  overdue: "promises whose day is over, with nothing recorded",
  undated: "promises without a day",
  "fell-due": "promises that fell due",
  happened: "promises that happened",
  "did-not-happen": "promises that did not happen",
  partly: "promises that happened in part",
  unresolvable: "promises of which nobody can tell",
};

const lists: Readonly<Record<PageList, (name: string) => string>> = {
  counted: (name) => `Pages that count in the record of ${name}`,
  corrected: (name) => `Pages of ${name} that we published anew with a correction`,
  "in-part": (name) => `Pages of ${name} that we looked at in part`,
};

/** The records of publishers, authors and speakers, as readers see them. `name` is as it was published. */
export const trackRecords = {
  kicker: { PUBLISHER: "Publisher", AUTHOR: "Author", SPEAKER: "Speaker" } satisfies Record<
    TrackKind,
    string
  >,
  title: (name: string) => `The record of ${name}`,
  answer: (name: string, n: number, onPages: number) =>
    n === 0
      ? `${name}: no statement counts here yet.`
      : `${name}: ${statements(n)} on ${pages(onPages)} that we read.`,
  lede: {
    PUBLISHER:
      "What stands on pages that it published, by label and over time. Counts, and no score: reported does not mean true, and unsourced does not mean false.",
    AUTHOR:
      "What stands on pages of one publisher that carry this byline, by label and over time. Counts, and no score: reported does not mean true, and unsourced does not mean false.",
    SPEAKER:
      "What pages credit to them, by label and over time. Counts, and no score: reported does not mean true, and unsourced does not mean false.",
  } satisfies Record<TrackKind, string>,
  facts: "Who it is",
  name: "As published",
  on: "On pages of",
  kind: "Kind",
  role: "Role",
  mediaKinds: {
    PERSON: "Person",
    ORGANIZATION: "Organisation",
    DOCUMENT: "Paper",
    MEDIA: "Other publisher, cited as a source",
    UNNAMED: "Unnamed",
    PSEUDONYM: "Pen name",
  },
  labels: "By label",
  label: "Label",
  count: "Statements",
  share: "Of all",
  all: "All",
  tooFew: "too few to tell",
  percent: (share: string, low: string, high: string) => `${share} % (${low} to ${high} %)`,
  shareNote: (n: number, fewest: number) =>
    n < fewest
      ? `Shares are told from ${fewest} on; these are ${n}.`
      : `Shares are of ${n}. Behind each stands the range for chance: see below.`,
  time: "Over time",
  chart: (bars: readonly string[]) => `Statements over time, by label. ${bars.join(" ")}`,
  bar: (period: string, n: number, parts: string) =>
    n === 0 ? `${period}: none.` : `${period}: ${n}: ${parts}.`,
  caption: "Each row is as long as there are statements in it.",
  noDay: (n: number) => `${statements(n)} on pages without a day ${n === 1 ? "isn’t" : "aren’t"} drawn.`,
  noTime: "None of these pages has a day.",
  table: "The same as a table",
  when: "When",
  period: {
    year: (year: number) => String(year),
    before: (year: number) => `Before ${year}`,
    none: "No day",
  },
  promisesTitle: "Promises",
  noPromises: "None of these statements promises anything.",
  promise: "What became of it",
  promises,
  kept: (share: string) => `Of those of which it is recorded whether they happened, ${share} did.`,
  keptFew: (k: number, n: number) =>
    `Of ${plural(n, "promise", "promises")} of which it is recorded whether they happened, ${k} did: too few to tell a share.`,
  median: (days: number, n: number) =>
    `Half of the ${n} whose day is over with nothing recorded are more than ${plural(days, "day", "days")} over it.`,
  medianFew: "Too few are over their day to tell a median.",
  more: "Said again, and put right",
  again: "Said again",
  againValue: (times: number, claims: number) =>
    times === 0
      ? "Nothing was said twice, as far as statements were joined to claims."
      : `${plural(times, "time", "times")}, of ${plural(claims, "claim", "claims")}`,
  corrections: "Corrections of ours",
  correctionsValue: (times: number, corrected: number, of: number) =>
    times === 0
      ? `None on ${pages(of)}`
      : `${plural(times, "correction", "corrections")}, on ${corrected} of ${pages(of)}`,
  inPart: "Looked at in part, not counted",
  counted: "Pages that count",
  meaning: "What is counted",
  definitions: {
    both: [
      "A statement counts where our reading of the whole page is published and still stands, and where it stands in the page’s own post. Pages that we looked at in part, beginnings of other posts on a page, and readers’ comments aren’t counted: nobody could say of how many they are.",
      "It counts once for each page that it stands on, under the label that editors gave it there, on the day of its post.",
      "A share is told of ten statements or more. The range behind it holds the share 95 times of 100 if our pages were drawn by chance from all there are (Wilson’s interval). They aren’t: editors choose what to read, and often because something looked odd. So it says nothing of pages that we didn’t read.",
      "A promise is a statement about a day to come. Whether its day is over is told by the calendar on the day you read this; whether it happened is only ever recorded by a person, with evidence.",
      "Said again: statements that editors joined to one and the same claim. The first one isn’t counted.",
      "Corrections are ours: what we had published about these pages and then put right. How often they were corrected by whoever made them, we don’t count.",
      "There is no score and no order of merit, and there will be none.",
    ],
    PUBLISHER: [
      "A page counts for whoever published it, also where it repeats somebody else’s words. A publisher goes by its published name.",
    ],
    AUTHOR: [
      "A page counts for the byline that was published with it, whole and as it is spelled, pen names too; several names in one byline are a byline of their own. It counts also where the page repeats somebody else’s words.",
      "Two authors of one name at two publishers may be two people: nobody here says that they are one, so each publisher’s pages make a record of their own. Nor do we say who is behind a pen name. A page without a byline, or of which nobody knows who published it, counts for no author.",
    ],
    SPEAKER: [
      "A statement counts for whoever editors had credited it to when it was published; where they find later that two names are one person, their pages count together once they are published anew. Papers, and whoever has no name of their own (“officials”, “the ministry”), have no record: they are somebody else on each page. What was published before we kept whose words they are counts once it is published anew.",
    ],
  },
  method: "How labels are given",
  list: {
    statements: (name: string, what: string) => `${name}: ${what}`,
    everything: "all statements that count",
    labelled: (label: string) => `statements: ${label}`,
    promises: promisesInList,
    when: (what: string, period: string) => `${what}, ${period}`,
    pages: lists,
    claims: (name: string) => `What was said again: ${name}`,
    times: (n: number) => `Said ${plural(n, "time", "times")} in this record.`,
    empty: "There is nothing in this list.",
    back: (name: string) => `The record of ${name}`,
    first: "From the beginning of the list",
    name: "Parts of the list",
    of: (publisher: string | null, day: string | null) =>
      [publisher, day].filter((one) => one !== null).join(", "),
    onPage: "On the page:",
    credited: (name: string) => `Credited to ${name}.`,
  },
  links: {
    label: "Records",
    record: {
      PUBLISHER: (name) => `The record of ${name}`,
      AUTHOR: (name) => `The record of ${name} as an author`,
      SPEAKER: (name) => `The record of ${name}`,
    } satisfies Record<TrackKind, (name: string) => string>,
    more: (n: number) => `${n} more`,
  },
};
