import type { Asked, Complaint } from "#lib/domain/complaints";
import { assigningComplaints } from "./assigning";
import { bulk } from "./bulk-imports";
import { correctParts } from "./correct-parts";
import { factCheckComplaints } from "./fact-checks";
import { feedFetching } from "./feed-fetching";
import { fetching } from "./fetching";
import { markComplaints } from "./marks";
import { passkeys } from "./passkeys";
import { api } from "./program-imports";
import { scaleComplaints } from "./scale";
import { placeComplaints } from "./search-places";
import { tokens } from "./tokens";
import { webhooks } from "./webhooks";

/** What is wrong with a field: what the domain's schemas complain of, in words. The last full stop may be left out. */

const asked: Record<Asked, string> = {
  claim: "the claim as one sentence that stands on its own",
  unknown: "what isn't known",
  evidence: "what it is",
  lookedFor: "what you looked for",
  place: "where you looked",
  verdict: "what the verdict rests on",
  time: "the words that name the time",
  speaker: "who is behind it",
  change: "what should change",
  withdrawal: "why it is withdrawn",
  dismissal: "why it isn’t worth keeping",
  factReason: "how you know",
  partReason: "why",
  doubtReason: "how you know it",
  mergeReason: "how you know that they are one",
  partingReason: "why they are two",
  switchReason: "why it is switched",
  provenanceReason: "how you know",
  upstream: "the address of the page that it is from",
  guideline: "the guideline",
  guidelineNote: "what changed",
  verdictWord: "what the verdict is called",
  verdictDefinition: "what it means, in one sentence",
  scaleNote: "what changed in the scale",
};

/** Of what readers send, too. */
export const sentComplaints = {
  wholeWebAddress: "Write the whole address, beginning with https:// or http://",
  secretInAddress: fetching.userinfo,
  noReport: "Say what is wrong, in a few words",
  noSentClaim: "Write the claim, in the words in which you met it",
  longReport: "Keep it under 4,000 characters: say the most important of it",
  unstorable: bulk.unstorable,
  longText: (most: number) => `Keep it under ${most} characters`,
  /** Where the field has the wrong shape altogether. */
  unreadable: "This can’t be read",
};

const simple: Record<Exclude<Complaint, keyof typeof sentComplaints>, string> = {
  ...scaleComplaints,
  emptyFile: "There is nothing in this file: choose another one",
  largeFile:
    "This file is larger than 4 MB: give the pages that matter as a file of their own, or the address of the document",
  otherFile: "This is no PDF, web page or plain text: save it as a PDF and choose that",
  fileAndAddress: "Give the file or its address, not both: an address is fetched by itself",
  noFileOrigin: "Say where the file came from",
  longFeedAddress: feedFetching.tooLong,
  wholeEmail: "Write the whole address, for example name@example.org",
  longEmail: "That address is too long",
  shortPassword: "Use at least 12 characters; a short sentence is good",
  longPassword: "Use at most 256 characters",
  easyPassword: "That is too easy to guess: use different words or characters.",
  passwordIsAddress: "That is mostly your own address: use other words.",
  wornOutPassword: "That is one of the first passwords anybody would try: use another.",
  manySpans: "Mark at most 20 pieces",
  manyPieces: "A statement stands in at most 8 pieces",
  noPersonName: "Write a name",
  longPersonName: "Keep the name under 120 characters",
  nameWithoutLetters: "Write a name with letters",
  disguisedName: "Write the name in one script, without hidden characters",
  noReason: "Say why, for the record",
  noOwnPage: "Give the address of a page or claim that we publish, for example /claims/the-dam-is-safe",
  noAnswer: "Say what became of it: the sender reads this",
  longAnswer: "Keep the answer under 2,000 characters",
  longNote: "Keep a note under 4000 characters",
  halfWindow: "Give both days of the window, or neither",
  turnedWindow: "The window ends before it begins",
  noQuotation: "Give the words of the evidence",
  noQuotationDay: "Say on which day those words were published",
  noQuotationPublisher: "Say who published those words",
  noOutcomeReason: "Say why it can’t be told",
  everyNth: "Give a whole number from 1 to 1,000, or leave it empty for none",
  noLabelReason: "Say why the label differs from what the sourcing gives",
  staleJob: "Reload this page.",
  noPasskeyName: passkeys.errors.noName,
  longPasskeyName: passkeys.errors.longName,
  noTokenName: tokens.errors.noName,
  longTokenName: tokens.errors.longName,
  badKey: api.badKey,
  bodyNotObject: api.notObject,
  oneOfThree: api.oneOf,
  notString: bulk.notString,
  longPublisher: bulk.longPublisher,
  notMoment: bulk.notMoment,
  lineNotObject: bulk.notObject,
  lineWithoutWords: bulk.notPage,
  lineWithBoth: bulk.bothWays,
  noCalendarDay: correctParts.noCalendarDay,
  noLanguageCode: "Write the language’s code of two or three letters, for example en, ar or ckb",
  longFact: "Keep it under 200 characters",
  noStance: "Choose what it does: for the claim, against it, or context",
  noTopic: "Write the name of a topic",
  longTopic: "Keep the name of a topic under 60 characters",
  disguisedText: "Write it without hidden characters, and each word in one script",
  noComment: "Write the comment first",
  longWebhookAddress: webhooks.errors.longAddress,
  noWebhookEvent: webhooks.errors.noEvent,
  ...markComplaints,
  ...factCheckComplaints,
  ...assigningComplaints,
  ...placeComplaints,
  noListName: "Give the list a name",
  longListName: "Keep the name under 80 characters",
  noneChosen: "Choose at least one item",
  manyChosen: "Choose at most 200 items at once",
};

export const complaints = {
  ...simple,
  missing: (field: Asked) => `Write ${asked[field]}`,
  long: (field: Asked, most: number) => `Keep ${asked[field]} under ${most} characters`,
};
