import type { PublisherKind } from "#lib/domain/publishers";
import { navigation } from "./navigation";
import { plural } from "./plural";

/** Which kinds of publisher there are. */
export const publisherKinds: Readonly<Record<PublisherKind, string>> = {
  AGENCY: "News agency",
  NEWSROOM: "Newspaper, broadcaster or news site",
  OFFICIAL: "The site of an institution",
  BLOG: "Blog",
  FORUM: "Forum or social network",
};

const noKind = "Nobody has said which kind";

/** Sentences about publishers: their list at the desk, and which kind each is. */
export const publishers = {
  noKind,
  title: navigation.places.publishers,
  lede: "Who published the pages that we hold, by name, as the pages came in.",
  search: "Find a publisher",
  searchButton: "Find",
  all: "All publishers",
  none: "No page that we hold names its publisher yet.",
  noneFound: (search: string) => `No publisher is called like “${search}”. Try fewer letters.`,
  found: (n: number) => `${plural(n, "publisher is", "publishers are")} called like this, the likest first.`,
  pages: "Pages of the list",
  before: "Earlier names",
  after: "Later names",
  counts: (pages: number, most: number) =>
    pages > most ? `more than ${most} pages` : plural(pages, "page", "pages"),
  kicker: "Publisher",
  back: "Publishers",
  mark: "Which kind it is",
  unmarked: "Not said",
  reason: "How you know",
  reasonHint: "For the history. May be left out.",
  save: "Save",
  saved: (before: string) => `Saved. It was: ${before}.`,
  putBack: "Put it back",
  own: "Pages",
  ownNote: "As they came in. Where an editor put the publisher right, that is said beside the page.",
  noPages: "No page came from it.",
  now: (name: string) => `put right: published by ${name}`,
  nowNobody: "put right: no publisher",
  dismissed: "dismissed",
  more: "Earlier pages",
  first: "The latest pages",
  noHistory: "Nobody has marked it yet.",
  told: (before: PublisherKind | null, after: PublisherKind | null, reason: string | null) => {
    const named = (kind: PublisherKind | null) => (kind === null ? "not said" : publisherKinds[kind]);
    return [`from ${named(before)} to ${named(after)}`, reason].filter(Boolean).join(". ");
  },
};
