import { MANY_OUTLETS } from "#lib/domain/bounds";
import type { PriorityReason } from "#lib/domain/queue-priority";
import type { QueueSort } from "#lib/domain/queue-query";
import type { FilterName } from "#lib/domain/queue-search";
import { many, plural } from "./plural";

/** The list of the queue: what it is narrowed by, its order, and what is chosen of it. */

const filters: Record<FilterName, string> = {
  search: "Words",
  kind: "Kind",
  state: "State",
  label: "Label",
  sourcing: "Sourcing",
  unsure: "Not sure",
  prediction: "Has a prediction",
  publisher: "Publisher",
  speaker: "Speaker",
  claim: "Claim",
  feed: "Feed",
  language: "Language",
  person: "Person",
  from: "From day",
  to: "To day",
};

const sorts: Record<QueueSort, string> = {
  priority: "Most urgent first",
  newest: "Newest first",
  due: "Due first",
};

const reasons: Record<PriorityReason["code"], (n: number) => string> = {
  REPORTED: (n) => (n === 1 ? "a reader reported it" : `readers reported it ${n} times`),
  FELL_DUE: () => "something it promises fell due",
  KNOWN_CLAIM: (n) => `repeats ${plural(n, "known claim", "known claims")}`,
  MANY_OUTLETS: (n) =>
    `makes ${plural(n, "claim", "claims")} that at least ${MANY_OUTLETS} other publishers carry`,
  UNSOURCED: (n) => plural(n, "statement without a source", "statements without a source"),
  NOT_SURE: (n) => `${plural(n, "suggestion", "suggestions")} not sure`,
};

const languages = new Intl.DisplayNames("en", { type: "language" });

const did: Readonly<Record<string, string>> = {
  "queue.assign": "gave or took",
  "queue.setUrgency": "said how urgent it is of",
  "queue.setDue": "set the time of",
  "queue.dismiss": "dismissed",
  "queue.acceptSure": "accepted all that is sure on",
};

export const queueList = {
  filters,
  sorts,
  reasons: (all: readonly PriorityReason[]) => all.map(({ code, count }) => reasons[code](count)).join(", "),
  byHand: "set by a person",
  more: (most: number) => `more than ${most}`,
  moreShort: (most: number) => `${most}+`,
  narrow: "Narrow the list",
  search: "Search pages, publishers, statements and names",
  searchButton: "Search",
  moreFilters: "More filters",
  sort: "Order",
  any: "Any",
  apply: "Show",
  yes: "yes",
  active: "Narrowed by",
  remove: (name: string) => `Remove: ${name}`,
  clear: "Remove all filters",
  kinds: { ARTICLE: "Pages", CLAIM: "Claims" },
  noState: "Nobody reviews it yet",
  quick: "Often used",
  unsourced: "Without a source",
  languageName: (code: string) => languages.of(code) ?? code,
  speakerHint: "Type to find a name that we know.",
  publisherHint: "Type to find a publisher that we know.",
  publishers: {
    known: "Known publishers",
    count: (n: number) =>
      `${plural(n, "known publisher", "known publishers")}. Choose with the arrow keys and Enter.`,
    none: "No publisher is called like this.",
  },
  /** On the claim's own page. */
  withClaim: (n: number, most: number) => `${many(n, most, "page", "pages")} in the queue with this claim`,
  ofClaim: "one claim",
  ofFeed: "one feed",
  ofPerson: "somebody whose account was closed",
  ignored: (names: string) => `This can’t be asked, so it was left out: ${names}.`,
  nothing: "Nothing in this list is like that.",
  goOn: "Remove a filter, or look for the same in everything:",
  everywhere: "Look in everything",
  pages: "Parts of the list",
  before: "Earlier in the list",
  after: "Further in the list",
  first: "To its beginning",
  neighbours: (view: string) => `Neighbours in “${view}”`,
  previous: "Previous item",
  next: "Next item",
  due: (when: string) => `Due ${when}.`,
  overdue: (when: string) => `Was due ${when}.`,
  lost: (name: string) => `It was with ${name}, whose account was closed.`,
  with: (name: string) => `With ${name}.`,
  choose: (title: string) => `Choose “${title}”`,
  chooseAll: "Choose all in this part of the list",
  chosen: (n: number) => (n === 0 ? "Nothing is chosen." : `${plural(n, "item is", "items are")} chosen.`),
  acts: "With what is chosen",
  give: "Give to",
  giveButton: "Give",
  takeButton: "Take",
  takeHint: "They are yours from then on.",
  nobody: "Nobody",
  me: (name: string) => `${name} (you)`,
  urgency: "Urgency",
  asCounted: "As it is counted",
  set: "Set",
  dueAt: "Due",
  dueHint: (zone: string) => `In the newsroom’s time (${zone}). Empty: no time.`,
  setDue: "Set the time",
  dismiss: "Dismiss",
  acceptSure: "Accept all that is sure",
  acceptSureHint: (most: number) =>
    `On each page that nobody else reviews: what the machine is sure of becomes a statement, at most ${most} in all; what it isn’t sure of waits. Machines are wrong too: look at the pages before you hand them in. The pages become yours, and stay yours if you take it back.`,
  reason: "Why it isn’t worth keeping",
  undo: "Undo",
  /** What one did before, which can be taken back still. `action` as the history names it. */
  lastAct: (action: string, items: number, when: string) =>
    `Your last act here (${when}): you ${did[action] ?? "changed"} ${plural(items, "item", "items")}.`,
  keys: "In the list: j and k go on and back, x chooses, with Shift they choose what they pass, Enter opens.",
};
