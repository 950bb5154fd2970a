import type { Complaint } from "#lib/domain/complaints";
import { plural } from "./plural";

/** Rules that give work to people in turn. Days and times come in as words already. */

export const assigningComplaints = {
  noRuleName: "Give the rule a name",
  longRuleName: "Keep the name of a rule under 80 characters",
  noRuleFeed: "Choose a feed",
  noRulePublisher: "Write the name of a publisher",
  nobodyInRule: "Choose at least one person",
  manyInRule: "Choose at most 20 people",
} as const satisfies Partial<Record<Complaint, string>>;

interface Said {
  readonly feedName: string | null;
  readonly publisher: string | null;
  /** As it is called; null for any. */
  readonly language: string | null;
}

const pages = ({ feedName, publisher, language }: Said): string => {
  const of = language === null ? "" : ` in ${language}`;
  if (feedName !== null) return `Pages${of} of the feed “${feedName}”`;
  return publisher === null ? `Any page${of}` : `Pages${of} from ${publisher}`;
};

export const assigning = {
  title: "Rules that give work",
  lede: "A page that comes to the queue is given to whoever’s turn it is in the first rule that fits it. What somebody has already is never given again.",
  claims: "Claims aren’t given by rules: whoever writes one has it.",
  /** Who did it, where no person did. */
  theRule: (name: string) => `The rule “${name}”`,
  aRule: "A rule",
  /** What the history quotes. */
  gave: (rule: string, person: string) => `${rule}, to ${person}`,
  none: "No rule is here. What comes stays in the queue until somebody takes it.",
  list: "The rules, the first one first",
  columns: { rule: "Rule", people: "In turn", given: "Gave", order: "Order" },
  pages,
  inTurn: (names: string) => `in turn to ${names}`,
  toOne: (name: string) => `to ${name}`,
  up: "Earlier",
  down: "Later",
  next: "next",
  passedOver: "passed over",
  former: "no turn any more",
  given: (n: number) => plural(n, "page", "pages"),
  nobody:
    "Nobody in this rule can be given work now: their accounts are closed. What it fits stays in the queue, given to nobody.",
  missed: (n: number) =>
    `${plural(n, "page that it fits was", "pages that it fits were")} given to nobody since it was last changed, because nobody in it could take work.`,
  feedLeft:
    "The desk doesn’t follow this feed any more, so nothing comes to this rule. Choose another feed, or delete the rule.",
  back: "All rules",
  changed: (by: string, when: string) => `Last changed by ${by}, ${when}.`,
  add: "A new rule",
  change: "Change the rule",
  form: {
    name: "Name",
    nameHint: "The history and the inbox say it, for example “Dock feed”.",
    appliesTo: "Which pages",
    choices: { ANY: "Any page", FEED: "Pages of a feed", PUBLISHER: "Pages of a publisher" },
    feed: "Feed",
    noFeed: "Choose a feed",
    publisher: "Publisher",
    publisherHint: "As pages name it; capital letters don’t count.",
    language: "Only in one language",
    languageHint: "A code of two or three letters, for example en, ar or ckb. Empty for any.",
    people: "Who gets them, in turn",
    peopleHint: "In this order, one page each. Who can’t be given work is passed over.",
    closed: (name: string) => `${name} (account closed)`,
    save: "Save the rule",
    saveOver: "Save over the other change",
    saved: "Saved. It holds for what comes from now on.",
    added: "The rule is added, as the last one.",
  },
  theirs: {
    title: (by: string) => `${by} changed this rule while you did.`,
    both: "Theirs is below, yours is in the form. Saving puts yours in the place of theirs.",
    stands: (name: string, what: string) => `“${name}”: ${what}.`,
  },
  preview: {
    title: "What it would fit",
    button: "What would it fit?",
    looked: (n: number) => `Of the ${plural(n, "page", "pages")} that came last:`,
    none: (n: number) => `None of the ${plural(n, "page", "pages")} that came last.`,
    earlier: (name: string) => `the rule “${name}” comes first`,
    failed: "The server didn’t answer. Try again.",
    untitled: "A page without a title",
  },
  lately: {
    title: "What it gave lately",
    none: "It gave nothing yet.",
    to: (name: string) => `to ${name}`,
    undone: "taken back",
    undo: "Take it back",
  },
  delete: {
    title: "Delete this rule",
    button: "Delete…",
    ask: (name: string) =>
      `“${name}” gives nothing from now on. What it gave stays with whoever has it. It can be brought back from the list of rules.`,
    confirm: "Delete the rule",
  },
  deleted: {
    title: "Deleted rules",
    when: (when: string) => `deleted ${when}`,
    back: "Bring back",
  },
  errors: {
    tooMany: "There are 50 rules, which is as many as can be. Delete one first.",
    notHere: "This rule isn’t here any more. Load the list of rules again.",
    nameTaken: "Another rule is called so. Use another name.",
    nameTakenMeanwhile: "Another rule is called so by now. Rename that one first.",
    feedLeft: "The desk doesn’t follow this feed any more. Choose another.",
    noAccount: "Somebody chosen has no account any more. Choose again.",
    atTheEnd: "It can’t go further. Load the list again to see the order.",
    notDeleted: "This rule is here already.",
  },
};
