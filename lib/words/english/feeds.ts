import type { FeedItemState, FeedState } from "#lib/domain/feeds";
import { navigation } from "./navigation";
import { plural } from "./plural";

/** Feeds that the desk follows. Days and times come in as words already. */

/** Why what came from a feed's address can't be read as one, and what to do. */
const unreadable = {
  empty: "There is nothing at this address; look for the feed’s address on the site.",
  tooLarge: (bytes: number) =>
    `This feed is larger than ${bytes / 1024 / 1024} MB; look for one with fewer items on the site.`,
  notText: "This feed can’t be read as text: its characters are damaged, or it is another kind of file.",
  entities: "This feed declares entities of its own, which Onrecord doesn’t expand: tell the site.",
  broken: "This feed is broken: its parts don’t fit together, or it ends too early. Tell the site.",
  none: "This is neither a feed (RSS, Atom, JSON Feed) nor a web page that names one; look for the feed’s address on the site.",
  pageWithoutFeed: "This is a web page that names no feed; look for the feed’s address on it.",
  pageTooDeep: "This is a web page that is too large to look for its feed; give the feed’s own address.",
};

/** What ends a feed, or keeps it from going on. */
const ends = {
  gone: (host: string) => `${host} says that this feed is gone for good. What came from it stays.`,
  movedOnto: (address: string) =>
    `It has moved to ${address}, which is followed already. What came from it stays.`,
  page: "There is a web page now where the feed was; look on it for the feed’s new address.",
  ours: "Something went wrong on our side while reading this feed, several times over. It is tried again; if it stays so, tell an admin.",
};

const refusals = {
  followed: "This feed is followed already.",
  notHere: "This feed isn’t followed any more. Reload the page.",
  notOffered: "The page doesn’t name this feed any more. Choose one of those that are shown.",
  paused: "This feed is paused. Go on with it first.",
  notPaused: "This feed isn’t paused. Reload the page to see how it stands.",
  choose: "This is a web page, not a feed. Choose one of the feeds that it names first.",
};

const states: Record<FeedState, string> = {
  NEW: "Not read yet",
  CHOICE: "Waiting for your choice",
  FOLLOWED: "Followed",
  BROKEN: "Broken",
  GONE: "Gone",
};

/** How a feed stands, as the sentence that its page begins with. */
const is = {
  ...({
    NEW: "This feed was not read yet",
    CHOICE: "This is a web page: choose one of its feeds",
    FOLLOWED: "This feed is followed",
    BROKEN: "This feed is broken",
    GONE: "This feed is gone",
  } satisfies Record<FeedState, string>),
  paused: "This feed is paused",
  failing: "This feed could not be read last time",
  moving: "This feed is being looked at",
};

const itemStates: Record<FeedItemState, string> = {
  WAITING: "Waiting for the next look",
  IMPORTED: "Taken in",
  DUPLICATE: "Here already",
  OLDER: "Older, not taken",
  NO_ADDRESS: "No address, not taken",
};

export const feedWords = {
  unreadable,
  ends,
  refusals,
  states,
  is,
  itemStates,
  title: navigation.places.feeds,
  lede: "Onrecord looks at these feeds by itself and takes in every page that they name. You find the pages on the desk, unassigned.",
  empty: "No feed is followed yet. Give the address of one below, or of a page that names it.",
  list: "Followed",
  paused: "Paused",
  failing: "Failed last time",
  moving: "Being looked at…",
  columns: { feed: "Feed", state: "State", last: "Last looked at", next: "Next", lately: "In the last week" },
  never: "Not yet",
  noNext: "–",
  came: (n: number) => (n === 0 ? "Nothing" : plural(n, "item", "items")),
  since: (when: string) => `Since ${when}.`,
  once: "It is tried once a day.",
  why: "Why",
  follow: {
    title: "Follow a feed",
    address: "The feed’s address",
    addressHint:
      "RSS, Atom or JSON Feed. The address of a web page is good too: you choose among the feeds that it names.",
    publisher: "Who publishes it, if you know",
    publisherHint: "Kept with every page that comes from it. Left empty, we look for it in each page.",
    submit: "Follow it",
    working: "Following…",
    firstItems: (n: number) => `Of what it holds now, the newest ${n} pages are taken in.`,
  },
  choose: {
    title: "The feeds that it names",
    pick: "Follow this one",
    untitled: "A feed without a name",
    of: (name: string) => ` (${name})`,
  },
  opml: {
    title: "Move subscriptions",
    file: "A list of subscriptions (OPML)",
    fileHint: (most: number) =>
      `Other programs export one. Up to ${most} feeds; of each the newest pages are taken in.`,
    submit: "Follow all of them",
    working: "Following…",
    download: "Download ours as a list (OPML)",
    done: (followed: number, known: number, unusable: number) =>
      [
        `${plural(followed, "feed is", "feeds are")} followed now.`,
        ...(known > 0 ? [`${plural(known, "was", "were")} followed already.`] : []),
        ...(unusable > 0 ? [`${plural(unusable, "has", "have")} no address that can be followed.`] : []),
      ].join(" "),
    noFile: "Choose a file first.",
    tooLarge: "This file is larger than 1 MB. Split the list, and give its parts.",
    unreadable: "This is no list of subscriptions that can be read. Export it once more, as OPML.",
    noFeeds: "There is no feed in this list that can be followed.",
    tooMany: (n: number, most: number) => `This list holds ${n} feeds. Split it into lists of up to ${most}.`,
  },
  one: {
    kicker: "Feed",
    facts: "What is known of it",
    address: "Address",
    given: "First given as",
    homePage: "Its site",
    publisher: "Published by",
    addedBy: "Followed by",
    addedAt: "Since",
    state: "State",
    last: "Last looked at",
    next: "Next look",
    items: "What it brought",
    noItems: "Nothing came from it yet.",
    olderLeft: (n: number, most: number) =>
      `When it was first read, the newest ${most} pages were taken in; ${plural(n, "older one was", "older ones were")} left out.`,
    waiting: (n: number) =>
      `${plural(n, "page waits", "pages wait")} for the next look, so as not to press anybody.`,
    shown: (n: number) => `The newest ${n} are shown.`,
    changed: (when: string) => `Changed ${when}, and fetched again.`,
    changedOnly: (when: string) => `Changed ${when}.`,
    untitled: "An item without a title",
    refused: "Refused",
    cancelled: "Cancelled",
    onItsWay: "On its way in",
    open: "Open the page",
    seeImport: "See how it is doing",
    itemColumns: { item: "Item", came: "Came", became: "What became of it" },
    all: "All feeds",
  },
  actions: {
    poll: "Look now",
    polled: "It is being looked at.",
    pause: "Pause",
    paused: "It is paused: nothing is asked of its site.",
    resume: "Go on",
    resumed: "It goes on.",
    unfollow: "Unfollow",
    unfollowTitle: "Unfollow this feed",
    unfollowBody: (name: string) =>
      `Nothing more is taken from “${name}”. The pages that came from it stay, and so does the record of where they came from.`,
    unfollowed: "It isn’t followed any more. Its pages stay.",
    cancel: "Cancel",
  },
};
