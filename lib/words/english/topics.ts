import { navigation } from "./navigation";
import { many, plural } from "./plural";
import { terms } from "./terms";
import { topicTags } from "./topic-tags";

/** Sentences about topics: what pages and claims are about, that two topics are one, and that one is two. */

interface Called {
  readonly name: string;
  readonly definition: string | null;
}

/** A topic with what belongs to it, where somebody said so. */
const called = ({ name, definition }: Called) => (definition === null ? name : `${name} (${definition})`);

/** What the history keeps of an act: it stands between quotation marks there. */
const told = {
  named: (before: Called, after: Called) => `from ${called(before)} to ${called(after)}`,
  merged: (from: string, into: string, reason: string) => `${from} is ${into}. ${reason}`,
  parted: (name: string, from: string, reason: string) => `${name} is not ${from}. ${reason}`,
};

const list = {
  title: navigation.places.topics,
  lede: "What pages and claims are about, as editors tagged them. Search finds mistyped names too, and names that were merged.",
  search: "Find a topic",
  searchButton: "Find",
  all: "All topics",
  none: "Nobody has tagged anything yet.",
  noneFound: (search: string) => `No topic is called like “${search}”. Try fewer letters.`,
  found: (n: number) => `${plural(n, "topic is", "topics are")} called like this, the likest first.`,
  pages: "Pages of the list",
  before: "Earlier names",
  after: "Later names",
};

const one = {
  kicker: terms.things.topic.editor,
  back: "Topics",
  mergedAway: (name: string) => `This was found to be “${name}”. What is tagged with it counts there.`,
  toRoot: "Look at that topic",
  readers: "What readers see",
  call: "Name and definition",
  name: "Name",
  nameHint: "What is published keeps the name that it was published with, until it is published anew.",
  definition: "Definition",
  definitionHint: "In a sentence, what belongs here and what doesn’t. It may stay empty.",
  save: "Save",
  saved: (before: string) => `Saved. It was “${before}”.`,
  putBack: "Put it back",
  names: "Topics that are one",
  noNames: "Nothing was merged into this topic.",
  mergedBy: (name: string, when: string) => `Merged by ${name}, ${when}.`,
  part: "Part again",
  partOf: (name: string) => `Part “${name}” again`,
  noHistory: "Nobody changed anything of this topic.",
};

const merging = {
  title: "The same as another topic?",
  lede: "Choose which it is. You see what moves before anything does.",
  find: "Which topic it is",
  look: "Look at merging",
  lookWith: (name: string) => `Look at merging with ${name}`,
  preview: (from: string, into: string) => `Merge “${from}” into “${into}”`,
  keeps: (into: string) => `One topic remains: “${into}”.`,
  turn: "The other way round",
  moves: "What moves",
  counts: (pages: number, claims: number, most: number) =>
    pages + claims === 0 ? "Nothing is tagged with it." : `${topicTags.row.counts(pages, claims, most)}.`,
  waiting: (n: number) =>
    `${plural(n, "review that was handed in has", "reviews that were handed in have")} to be handed in again, since the topic in ${n === 1 ? "it" : "them"} changes.`,
  published: (n: number, most: number) =>
    `${many(n, most, "thing that is published keeps", "things that are published keep")} the topic that readers see, until published anew.`,
  names: (n: number) =>
    `${plural(n, "topic that was", "topics that were")} merged before ${n === 1 ? "goes" : "go"} along.`,
  undoable: "It can be undone: the two are parted again as they were.",
  reason: "How you know that they are one",
  reasonHint: "For the history.",
  merge: "Merge",
  cancel: "Leave them as they are",
  done: (from: string) => `Merged: “${from}” is part of this topic now.`,
  undo: "Undo",
  undoReason: "Taken back right away.",
  impossible: "These two can’t be merged.",
};

const parting = {
  preview: (name: string, from: string) => `Part “${name}” from “${from}”`,
  lede: "It stands alone again, with what was tagged with it.",
  reason: "Why they are two",
  part: "Part them",
  done: (name: string) => `Parted: “${name}” stands alone again.`,
  look: "Look at it",
  mergeAgain: "Merge it again",
};

export const topics = { called, told, list, one, merging, parting };

/** What readers meet of topics. */
export const topicPages = {
  label: "Topics",
  kicker: terms.things.topic.reader,
  title: "Topics",
  lede: "What published pages and claims are about, as the editors tagged them. By name.",
  empty: "Nothing that is published has a topic yet.",
  pages: "Pages of the list of topics",
  counts: (pages: number, claims: number) =>
    [
      ...(pages > 0 ? [plural(pages, "page", "pages")] : []),
      ...(claims > 0 ? [plural(claims, "claim", "claims")] : []),
    ].join(", "),
  before: "Earlier names",
  after: "Later names",
  answer: (name: string, counts: string) => `${name}: ${counts}.`,
  oneLede: "Published pages and claims that editors tagged with it, the latest published first.",
  items: "Pages of this topic’s list",
  all: "All topics",
  gone: "Nothing that is published has this topic any more.",
  goneLede: "What had it was withdrawn, or published anew under other topics.",
};
