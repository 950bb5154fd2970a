/** Sentences about the record itself: claims, verdicts, history, corrections. */

import { pdfPages } from "./evidence-snapshots";
import { readerNames, terms } from "./terms";

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const claim = {
  kicker: "Claim, as worded by the editors",
  title: (verdict: string, wording: string) => `${verdict}: ${wording}`,
  who: "Who said it",
  nobody: "Nobody is named",
  headed: (heading: string) => `; headed “${heading}”`,
  where: "Where",
  asTeaser: ", as a teaser",
  moreAppearances: (n: number) => `, and ${count(n, "other place", "other places")}`,
  when: "When",
  noDate: "The page gives no date",
  firstSeen: (day: string) => `; first seen here ${day}`,
  source: "Source",
  sounds: readerNames(terms.certainty),
  said: "As it was said",
  looked: "What we looked for and did not find",
  evidence: "Evidence",
  evidenceFor: "Evidence for",
  evidenceAgainst: "Evidence against",
  evidenceContext: "Context",
  noneFor: "Evidence for: none recorded.",
  copyKept: (day: string) => `We keep a copy of that page, made on ${day}. It isn’t shown here.`,
  /** What stands behind evidence and at no address. */
  document: "A document held by the newsroom. It isn’t shown here.",
  documentFrom: "Where it came from:",
  documentHash: "Its SHA-256, by which a copy of it is known:",
  /** Beside a link, said as it is now: no part of what was published. */
  linkGone: (since: string) =>
    `This link has led to no page since ${since}: its server says that there is none. This note is no part of what was published.`,
  sourceKinds: readerNames(terms.evidence),
  archived: "Archived copy",
  inPdf: (first: number, last: number) => `The quotation stands on ${pdfPages({ first, last })} of that PDF.`,
  noneAgainst: "Evidence against: none recorded.",
  unknown: "What we don’t know",
  places: "Places where it appeared",
  firstPlaces: "The first places",
  morePlaces: "More places",
  appeared: "Where it appeared",
  lookedFor: "Looked for",
  place: "Where",
  day: "When",
  result: "Result",
  nothingFound: "Nothing found",
  appearedPlace: "Place",
  dated: "Dated",
  undated: "No date",
  firstSeenHere: "First seen here",
  labelled: "Label",
  belowAnother: (publisher: string) => `${publisher}, below another post`,
  unnamedPage: "A page without its publisher",
};

const verdict = {
  heading: (day: string) => `Verdict, ${day}`,
  none: "Verdict",
  noneYet:
    "Nobody has published a verdict on this claim. Its label says who stands behind it, and nothing more.",
  earlier: (day: string) => `Earlier verdict, replaced on ${day}`,
  published: (day: string) => `Verdict of ${day}.`,
};

/** Who wrote and who read what is shown. */
const credits = {
  whole: (writers: string, publisher: string) =>
    `Written by ${writers}. Read and published by ${publisher}, who wrote none of it.`,
  part: (parts: string, writers: string, reader: string) =>
    `${parts}: written by ${writers}, read by ${reader}.`,
  statements: (n: number, numbers: string) => `${n === 1 ? "statement" : "statements"} ${numbers}`,
  wordings: (n: number) => (n === 1 ? "the wording of a claim" : "the wordings of claims"),
  parts: {
    unknowns: "what isn’t known",
    verdict: "the verdict",
    evidence: "the evidence",
    joined: "what it was joined with",
    searches: "the searches",
    page: "what was put right of the page",
    topics: "the topics",
  } as Readonly<Record<string, string>>,
  upstream: "where the text is from",
  publishedBy: (publisher: string) => `Published by ${publisher}.`,
  guideline: (number: number) => `Judged by version ${number} of our guideline.`,
  nobodyReadAll: "Nobody read the whole who wrote none of it.",
  readBlind: (readers: number) =>
    `${readers} people labelled it first, each without seeing what the other said.`,
  readBlindAlike: (readers: number, same: number, of: number) =>
    `${readers} people labelled it first, each without seeing what the other said: of ${of} statements that both marked, ${same} got the same label from both.`,
  notReadBlind: "Nobody read it blind: whoever read it saw what was written.",
};

const about = {
  heading: "About this record",
  readBy: "Read by",
  changes: "Changes on the page",
  seenOnce: (day: string) => `Seen once, on ${day}. We haven’t looked at it again.`,
  seen: (n: number, isAll: boolean, last: string) =>
    `We looked at it ${isAll ? "" : "at least "}${n} times, last on ${last}.`,
  noChange: "No change was seen.",
  changedOn: (days: string) => `It changed on ${days}.`,
  changedOften: (n: number, isAll: boolean, last: string) =>
    `It changed ${isAll ? "" : "at least "}${n} times, last on ${last}.`,
  isOfShown: "This record is of the version that we saw last.",
  isOfEarlier: (version: number) =>
    `This record is of version ${version}; the one that we saw last is another one.`,
  gone: "When we last looked, there was no page at its address.",
  moved: "When we last looked, its address led to another one.",
  allStand: "All statements of this record stand there in the same words.",
  notCompared: "The two versions weren’t compared.",
  original: "Original",
  originalLink: (publisher: string) => `The page at ${publisher}`,
  noAddress: "Given to us as text, without an address",
  sample: "Onrecord’s own sample, given as text",
  corrections: "Corrections",
  none: "None",
  correctionOf: (day: string, reason: string) => `${day}: ${reason}`,
};

/** Published statements and the newest version of their page. */
const since = {
  heading: "What was on the page before",
  lede: "These statements stood on the page when it was read. The newest version that we have seen has them no more, or in other words.",
  none: "No statement of this record is known to be gone or reworded in the newest version that we have seen.",
  kinds: {
    REMOVED: (day: string) => `Gone since ${day}.`,
    REWORDED: (day: string) => `There in other words since ${day}.`,
    AROUND: (day: string) => `Its own words stand; the sentence around them is another one since ${day}.`,
  },
  atLeast: "It may be longer: earlier versions weren’t compared.",
  more: (n: number) =>
    `${count(n, "other statement is", "other statements are")} gone or reworded and not listed here.`,
  standing: (n: number) => `${count(n, "statement stands", "statements stand")} there in the same words.`,
  unclear: (n: number) => `Of ${count(n, "statement", "statements")} it can’t be told.`,
  otherRules:
    "The two versions were taken apart by different versions of our rules, so that some of this may be our doing.",
};

/** What was done: once, or several times in a row by the same person on the same day. */
const done: Readonly<Record<string, (n: number) => string>> = {
  "version.store": () => "Page taken in, its statements proposed.",
  "review.open": () => "Reading begun.",
  "review.takeOver": () => "Taken over by another editor.",
  "review.submit": () => "Handed in for publishing.",
  "review.return": () => "Returned for changes.",
  "review.publish": () => "Published.",
  "review.withdraw": () => "Withdrawn.",
  "suggestion.accept": (n) => `${count(n, "suggestion", "suggestions")} accepted.`,
  "suggestion.acceptSure": () => "All suggestions accepted that were sure.",
  "suggestion.giveSureBack": () => "What was accepted as sure, given back.",
  "suggestion.reject": (n) => `${count(n, "suggestion", "suggestions")} rejected.`,
  "suggestion.undo": (n) => `${count(n, "decision", "decisions")} taken back.`,
  "statement.add": (n) => `${count(n, "statement", "statements")} marked by hand.`,
  "statement.edit": (n) => `${count(n, "statement", "statements")} changed.`,
  "statement.remove": (n) => `${count(n, "statement", "statements")} removed.`,
  "statement.restore": (n) => `${count(n, "statement", "statements")} put back.`,
  "statement.link": (n) => `${count(n, "statement", "statements")} joined to a claim.`,
  "match.affirm": (n) => `${count(n, "match", "matches")} with a claim affirmed.`,
  "match.refuse": (n) => `${count(n, "match", "matches")} with a claim refused.`,
  "match.undo": (n) => `${count(n, "decision on a match", "decisions on matches")} taken back.`,
  "outcome.record": (n) => `What became of ${count(n, "promise", "promises")} recorded.`,
  "outcome.reopen": (n) => `${count(n, "promise", "promises")} reopened.`,
  "template.join": (n) => `${count(n, "promise", "promises")} joined to another template.`,
  "template.part": (n) => `${count(n, "promise", "promises")} kept out of any template.`,
  "template.leave": (n) => `The template of ${count(n, "promise", "promises")} left to the machine.`,
  "annotation.write": (n) => `${count(n, "note", "notes")} written.`,
  "claim.create": () => "Claim worded.",
  "claim.edit": () => "Claim reworded.",
  "claim.merge": () => "Joined with another claim.",
  "claim.part": () => "Parted from another claim.",
  "evidence.add": (n) => `${count(n, "piece", "pieces")} of evidence added.`,
  "evidence.remove": (n) => `${count(n, "piece", "pieces")} of evidence removed.`,
  "search.add": (n) => `${count(n, "search", "searches")} recorded, nothing found.`,
  "search.remove": (n) => `${count(n, "search", "searches")} removed.`,
  "topic.add": (n) => `${count(n, "topic", "topics")} added.`,
  "topic.remove": (n) => `${count(n, "topic", "topics")} taken away.`,
  "verdict.write": () => "Verdict written.",
};

const history = {
  heading: "History",
  entries: (n: number) =>
    `${count(n, "entry", "entries")}, newest first. Each carries the mark of the one before, so none can be changed unseen.`,
  proof: {
    VERIFIED: "Verified.",
    BROKEN:
      "This page can’t be verified: what is shown or its history is not what was recorded. Trust nothing on it until the newsroom has explained it.",
    UNCHECKED: "Not verified yet: the record is checked in the background.",
  },
  short: (n: number) => `${count(n, "entry", "entries")}. Last:`,
  empty: "No entry yet.",
  show: "Show the entries",
  marks: "Full marks",
  how: "How to check the history",
  done: (action: string, n: number) => done[action]?.(n) ?? null,
  editor: "An editor",
  system: "Onrecord",
};

export const record = { claim, verdict, credits, about, since, history };
