import type { ProvenanceKind } from "#lib/domain/labels";
import type { RepostChange } from "#lib/domain/matching";
import type { ProvenanceReason, ProvenanceState } from "#lib/domain/provenance";
import { plural } from "./plural";
import { editorNames, meanings, terms } from "./terms";

/** What one article does with another's text, after its name. */
const kinds = editorNames(terms.uses);
const kindHints = meanings(terms.uses);

const states: Readonly<Record<ProvenanceState, string>> = {
  PROPOSED: "Proposed",
  CONFIRMED: "Confirmed",
  DISMISSED: "Dismissed",
};

const changes: Readonly<Record<RepostChange, string>> = {
  VERBATIM: "Word for word",
  REWORDED: "In other words",
  NUMBER: "A number, a date or a unit was changed",
  NAME: "A name was changed",
  ATTRIBUTION: "Who said it was changed",
  POLARITY: "It says the opposite",
  ADDED: "Not found upstream",
  DROPPED: "Left out here",
};

const reason = (one: ProvenanceReason): string => {
  switch (one.code) {
    case "credits":
      return `The text names ${one.name} as its source.`;
    case "links":
      return `The text gives its address, ${one.address}.`;
    case "posted-earlier":
      return `It was posted ${plural(one.days, "day", "days")} earlier.`;
    case "taken-in-earlier":
      return "No day tells which came first; it was taken in earlier.";
    case "word-for-word":
      return `${one.count} of ${plural(one.of, "sentence stands", "sentences stand")} there word for word.`;
    case "changed":
      return `${plural(one.count, "sentence stands", "sentences stand")} there changed.`;
  }
};

const counts = (verbatim: number, changed: number, added: number, dropped: number): string =>
  `${plural(verbatim, "sentence", "sentences")} word for word, ${changed} changed, ${added} not found upstream, ${dropped} left out`;

/** Sentences about where texts are from: the machine proposes, editors decide. */
export const provenance = {
  kinds,
  kindHints,
  states,
  changes,
  reason,
  counts,
  title: "Where this text is from",
  waiting: "This text is still to be compared with others. Look again in a minute.",
  upstream: "Where this text is from",
  none: "Nothing that we hold came before this page and shares its text.",
  downstream: "Who has this text from here",
  noHistory: "Nothing was decided here yet.",
  noneDownstream: "No page that we hold has its text from this one.",
  copiedBy: (n: number, isAll: boolean) =>
    n === 1
      ? "One page that we hold has its text from this one, or seems to."
      : `${isAll ? "" : "At least "}${n.toLocaleString("en")} pages that we hold have their text from this one, or seem to.`,
  downstreamPages: "Pages of the list of those that have it from here",
  earlierOnes: "Found earlier",
  laterOnes: "Found later",
  page: (publisher: string | null, day: string | null) =>
    [publisher ?? "publisher not known", day ?? "no day"].join(", "),
  proposedBy: (version: string) => `Proposed by the machine, version ${version} of its rules.`,
  namedBy: "Named by an editor.",
  decided: (state: ProvenanceState, by: string, when: string) => `${states[state]} by ${by}, ${when}.`,
  beforeYou: "Nobody has decided on it.",
  newerVersion: (n: number) => `This page has changed since: version ${n} is its latest.`,
  gone: "This page is gone from its address.",
  ofOlder: "An earlier version of this page was compared, not this one.",
  cut: "Only the beginning of one of the texts was compared.",
  notCompared: "Its sentences are still to be compared.",
  headline: (change: RepostChange) => `The headline: ${changes[change]}`,
  sentences: "Sentence by sentence",
  columns: { change: "What became of it", here: "Here", there: "Upstream" },
  nothing: "–",
  only: (n: number) => `Show ${plural(n, "sentence", "sentences")}`,
  kind: "What this page does with it",
  confirm: "Confirm",
  changeKind: "Save",
  dismiss: "Dismiss",
  dismissReason: "How you know that it isn’t from there",
  dismissTitle: "It isn’t from there",
  undo: "Take the decision back",
  add: "Name a page that it is from",
  address: "Address of that page",
  addressHint: "Its address on the web, or on this desk. We have to hold it.",
  addReason: "How you know",
  addReasonHint: "Readers see this, under your name, once the page is published.",
  addButton: "Name it",
  untitled: "a page without a title",
  toPage: "Back to the page",
  told: (kind: ProvenanceKind, title: string, reason: string | null) =>
    [`${kinds[kind]} “${title}”`, reason].filter(Boolean).join(". "),
};
