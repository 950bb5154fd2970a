import { navigation } from "./navigation";
import { many, plural } from "./plural";
import { speaker } from "./speaker";

/** Sentences about speakers: who they are, that two are one, and that one is two. */

/** What the history keeps of an act: it stands between quotation marks there. */
const told = {
  named: (before: Parameters<typeof speaker.called>[0], after: Parameters<typeof speaker.called>[0]) =>
    `from ${speaker.called(before)} to ${speaker.called(after)}`,
  merged: (from: string, into: string, reason: string) => `${from} is ${into}. ${reason}`,
  parted: (name: string, from: string, reason: string) => `${name} is not ${from}. ${reason}`,
};

const list = {
  title: navigation.places.speakers,
  lede: "Who statements are credited to, by name. Search finds mistyped names too, and names that were merged.",
  /** What the lists of speakers, claims and publishers are called together. */
  views: "Which speakers",
  named: "With a name",
  unnamed: "Described, not named",
  search: "Find a speaker",
  searchButton: "Find",
  all: "All speakers",
  none: "No page has named anybody yet.",
  noneFound: (search: string) => `No name is like “${search}”. Try fewer letters.`,
  found: (n: number) => `${plural(n, "speaker is", "speakers are")} called like this, the likest first.`,
  pages: "Pages of the list",
  before: "Earlier names",
  after: "Later names",
};

const one = {
  kicker: "Speaker",
  back: "Speakers",
  facts: "Who this is",
  kind: "What they are",
  role: "Role",
  written: "First written as",
  mergedAway: (name: string) => `This was found to be “${name}”. What is credited here counts for them.`,
  toRoot: "Look at them",
  call: "Name and role",
  name: "Name",
  nameHint: "As readers see it. Pages that are published keep the name that they were published with.",
  roleHint: "What they are. It tells two of one name apart; readers aren’t shown it yet.",
  save: "Save",
  saved: (before: string) => `Saved. It was “${before}”.`,
  putBack: "Put it back",
  names: "Names that are one",
  noNames: "Nothing was merged into this speaker.",
  mergedBy: (name: string, when: string) => `Merged by ${name}, ${when}.`,
  part: "Part again",
  partOf: (name: string) => `Part “${name}” again`,
  statements: "Statements",
  allLabels: (n: string) => `All (${n})`,
  ofLabel: (label: string, n: number) => `${label} (${n})`,
  labels: "Statements by label",
  noStatements: "No statement that stands is credited to them.",
  more: "Earlier ones",
  first: "The latest ones",
  published: "Readers see it",
  noHistory: "Nobody changed anything of this speaker.",
};

const merging = {
  title: "The same as somebody else?",
  lede: "Choose who it is. You see what moves before anything does.",
  find: "Who it is",
  findHint: "Type a name, then choose from the list.",
  findButton: "Find",
  alike: "Names that are like it",
  sameName: "the same name",
  look: "Look at merging",
  lookWith: (name: string) => `Look at merging with ${name}`,
  preview: (from: string, into: string) => `Merge “${from}” into “${into}”`,
  keeps: (into: string) => `One speaker remains: “${into}”.`,
  turn: "The other way round",
  moves: "What moves",
  counts: (statements: number, pages: number, most: number) =>
    statements === 0
      ? "No statement is credited to this name yet; what pages say from now on counts for the other."
      : `${many(statements, most, "statement", "statements")} on ${plural(pages, "page", "pages")}.`,
  waiting: (n: number) =>
    `${plural(n, "review that was handed in has", "reviews that were handed in have")} to be handed in again, since the name in ${n === 1 ? "it" : "them"} changes.`,
  published: (n: number) =>
    `${plural(n, "published page keeps", "published pages keep")} the name that readers see, until published anew:`,
  publishedMore: (n: number) => `and ${plural(n, "more page", "more pages")}`,
  names: (n: number) =>
    `${plural(n, "name that was", "names that were")} merged before ${n === 1 ? "goes" : "go"} along.`,
  undoable: "It can be undone: the two are parted again as they were.",
  reason: "How you know that they are one",
  reasonHint: "For the history, for example “the ministry’s own list of names”.",
  merge: "Merge",
  cancel: "Leave them as they are",
  done: (from: string) => `Merged: “${from}” is part of this speaker now.`,
  undo: "Undo",
  undoReason: "Taken back right away.",
  impossible: "These two can’t be merged.",
};

const parting = {
  preview: (name: string, from: string) => `Part “${name}” from “${from}”`,
  lede: "It stands alone again, with what was credited to it.",
  reason: "Why they are two",
  part: "Part them",
  done: (name: string) => `Parted: “${name}” stands alone again.`,
  look: "Look at it",
  mergeAgain: "Merge it again",
};

export const speakers = {
  told,
  list,
  one,
  merging,
  parting,
};
