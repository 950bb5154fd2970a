import type { CheckResult, WatchPace } from "#lib/domain/articles";
import type { Doubt } from "#lib/domain/version-diff";
import { plural } from "./plural";

/** Versions of a page: what changed, what became of its statements, and when it was looked at. */

const paces: Record<WatchPace, string> = {
  NEVER: "Never by itself",
  HOURLY: "Every hour",
  DAILY: "Every day",
  WEEKLY: "Every week",
};

const found: Record<CheckResult, string> = {
  NEW: "A new version",
  SAME: "No change",
  TRIVIAL: "Only trivial changes",
  GONE: "No page at its address",
  MOVED: "Another address",
};

const doubts: Record<Doubt, string> = {
  SEVERAL: "Its words stand in several places now, and none of them is where they stood.",
  OTHER_PART: "Its words stand in another kind of part now, such as a comment or a caption.",
  ALIKE: "Nothing stands in its place, but a sentence elsewhere has most of its words.",
  TOO_MUCH: "So much of the page changed that its words were not compared one by one.",
};

export const versions = {
  panel: "Versions of this page",
  /** "Version 2 of 3." */
  of: (number: number, total: number) => `Version ${number} of ${total}.`,
  link: (number: number) => `Version ${number}`,
  linkLong: (number: number, when: string) => `Version ${number}, fetched ${when}`,
  newer: (when: string) => `A newer one was fetched on ${when}.`,
  shownAgain: (number: number, when: string) => `The page has shown version ${number} again since ${when}.`,
  latest: "It is the newest one.",
  fates: (reworded: number, removed: number, unclear: number) => {
    const parts = [
      reworded > 0 ? `${plural(reworded, "statement", "statements")} reworded` : null,
      removed > 0 ? `${plural(removed, "statement", "statements")} removed` : null,
      unclear > 0 ? `${plural(unclear, "statement", "statements")} unclear` : null,
    ].filter((part) => part !== null);
    return parts.length === 0 ? "All its statements still stand." : `${parts.join(", ")}.`;
  },
  changes: "See what changed",
  about: "About this page",
  address: "Address",
  canonical: "Address it gives itself",
  canonicalNote: "a proposal; nothing is merged by it",
  published: "Published",
  updated: "Changed",
  dateFound: (where: string, isCertain: boolean) => `${isCertain ? "certain" : "implied"}, found in ${where}`,
  foundIn: {
    "JSON-LD": "its linked data",
    OpenGraph: "its OpenGraph fields",
    meta: "its meta fields",
    "time element": "a time element",
    "visible text": "its visible text",
    address: "its address",
  },
  notKept: "Not kept for this version",
  noDate: "No date found",
  fetched: "Fetched",
  checked: "Last looked at",
  /** `isPageThere`: it is gone, and the page at its address isn't. */
  checkedOn: (when: string, result: CheckResult, isPageThere: boolean) =>
    `${when}: ${isPageThere ? "not on the page at its address" : found[result].toLowerCase()}`,
  neverChecked: "Never since",
  failed: (when: string, why: string) => `On ${when} it could not be fetched: ${why}`,
  gone: (when: string) =>
    `The page is gone since ${when}: its address has no page any more. Its versions stay.`,
  goneFromPage: (when: string) =>
    `It is no longer on the page at its address since ${when}; other posts are. Its versions stay.`,
  moved: (when: string) =>
    `Since ${when} its address leads to another one. If that is the same article, give it as a page of its own:`,
  refetch: "Fetch it again",
  refetching: "Fetching it…",
  refetchAsked: "It is being fetched. What is found shows here.",
  refetchDone: (found: string) => `Looked at on ${found}.`,
  refetchSeen: "See how it is doing",
  watch: "Fetch it again by itself",
  watchHint: "The site is asked a little off the hour, and once at a time.",
  saveWatch: "Set",
  watchSet: { NEVER: "It isn’t fetched by itself any more.", OTHER: "It is fetched by itself from now on." },
  next: (when: string) => `Next on ${when}.`,
  paces,
  found,
  fateOf: {
    STANDS: (number: number, when: string) => `Still stands in version ${number}, fetched ${when}`,
    STANDS_AGAIN: (number: number, when: string) => `Stands again since ${when}, in version ${number}`,
    REWORDED: (when: string) => `Reworded since ${when}`,
    REMOVED: (when: string) => `Removed since ${when}`,
    UNCLEAR: (when: string) => `Can’t be told since ${when}`,
  },
  elsewhere: "It stands in another place than before.",
  ownWordsStand: "Its own words are the same; the sentence around them was changed.",
  perhaps: "It may be this:",
  atLeast: "Earlier versions were not looked through: it may be longer.",
  doubts,
  fate: "Since then",
  carry: (number: number) => `Take over my labels from version ${number}`,
  carryHint: "Only for statements that stand in the very same words. You can change or remove each of them.",
  carried: (taken: number, left: number) =>
    `${plural(taken, "statement", "statements")} taken over.${
      left === 0
        ? ""
        : ` ${left} ${left === 1 ? "was" : "were"} not: the words or their source’s changed, or they are decided here already.`
    }`,
  textSources: (proposed: number, confirmed: number) => {
    const counts = [
      ...(proposed > 0 ? [`${proposed} proposed`] : []),
      ...(confirmed > 0 ? [`${confirmed} confirmed`] : []),
    ];
    return `Where this text is from${counts.length > 0 ? ` (${counts.join(", ")})` : ""}`;
  },
  page: {
    title: (older: number, newer: number) => `What changed from version ${older} to version ${newer}`,
    backToPage: "Back to the page",
    choose: "Compare with another version",
    compareWith: (number: number) => `with version ${number}`,
    fetched: (number: number, when: string) => `Version ${number}, fetched ${when}`,
    statements: (number: number) => `Statements of version ${number}`,
    noStatements: "That version has no statement.",
    text: "The text",
    same: "The two texts differ in nothing but trivial things: white space, quotation marks, dashes.",
    notWordByWord:
      "So much changed that a stretch was not compared word by word: it is shown as removed and added as a whole.",
    otherRules:
      "The two versions were cut up by different versions of our rules, so that some changes may be ours.",
    unchanged: (n: number) => `${plural(n, "word", "words")} unchanged`,
    removed: "removed:",
    added: "added:",
    end: "end",
    legend: "Struck out: removed. Underlined: added.",
    reviewed: "reviewed",
    suggested: "suggested",
    none: "This page has one version, so there is nothing to compare.",
  },
};

export const versionRefusals = {
  noAddress:
    "This page came without an address, so it can’t be fetched again. Give its newer state as a page of its own.",
  rolledOff:
    "This post is no longer on the page at its address. Its versions stay; the other posts there were taken in.",
  otherPage:
    "Labels are taken over from another version of the same page only. Reload the page and try again.",
  notYourLabels: "You wrote none of that review. Only your own labels can be taken over.",
  movedTo: (address: string) =>
    `Its address leads to another one now: ${address}. If that is the same article, give it as a page of its own.`,
};
