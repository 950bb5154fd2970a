import { partReadingEnds } from "./part-reading-ends";
import { refusalsOfParts } from "./refusals-of-parts";
import { unready } from "./unready";

/** What a verb says when it refuses: what is wrong, and what to do about it. */

const many = (n: number, one: string, more: string) => (n === 1 ? one : more);

export const refusals = {
  ...unready,
  draftsInTheWay: (n: number) =>
    `${n} ${many(n, "form holds", "forms hold")} words that you typed and didn’t save. Save or discard ${many(n, "it", "them")}; then put the parts of the page right.`,
  partGone: "No part of the page begins there any more. Reload the page to see its parts as they stand.",
  sameType: "That is what this part is now. Choose what it is, or leave it as it is.",
  nothingAbove: "Nothing stands above this part that it could be one with.",
  splitAtEdge: "A part can’t end where it begins. Choose a place inside of it, with words before and after.",
  splitInWord: "This place lies inside a word. Choose the beginning of a line or of a sentence.",
  splitInStatement:
    "A statement, or a suggestion, lies across this place. Change its words or reject it first, or choose another place.",
  postBegins: "A post begins with this part already.",
  ownDay:
    "This is the page’s own post. Put its day right under “What is said of this page”, with the page’s own facts.",
  sameDay: "That is the day that it has now. Give the day that is right, or leave it as it is.",
  nothingPutRight: "Nothing is put right of this page’s parts, so there is nothing to take back.",
  manyPartCorrections: "The parts of this page were put right 200 times. Have the page read anew instead.",
  noVerdict: "This claim has no verdict yet. Write one, then submit.",
  needsCorrection: "This replaces something that readers can see. Say what changes, and why.",
  onlyEditor:
    "You are the only editor who could publish this, and nobody publishes what they wrote: invite a second editor.",
  openElsewhere: (name: string) =>
    `${name} is reviewing this already. Take it over, or wait until it is published.`,
  notYours: (name: string) => `${name} is writing this review. Take it over if they can’t go on.`,
  alreadyYours: "You write this review already.",
  submitted:
    "This waits to be published, so nobody changes it meanwhile. Ask for it to be returned, then go on.",
  finished: "This review is finished. Open a new one to change what readers see.",
  notSubmitted:
    "Only a submitted review can be published or returned. Reload the page to see where it stands.",
  changedSince:
    "Something that readers would see was changed after this was handed in, for example the wording of a claim. Return it, so that it is looked at and handed in again.",
  openedBy: (name: string) =>
    `${name} made the link that set your password, and wrote part of this. Let somebody else publish it, or ask another admin for a new link.`,
  dismissedAlready: "This page was dismissed already. Reload it to see by whom, and why.",
  publishedPage: "Readers can see this page. Withdraw it first; then it can be dismissed.",
  reviewedPage: (name: string) =>
    `${name} is reviewing this page. Take the review over, or wait until it is published or returned.`,
  sameFact: "That is what it says now. Write what is right, or leave it as it is.",
  notDismissed: "This page isn’t dismissed. Reload it to see where it stands.",
  dismissedPage: "This page was dismissed. Take it back first, then start.",
  notPublished: "Only what is published can be withdrawn. Reload the page to see where it stands.",
  replaced:
    "Something newer replaced this already, so readers don’t see it any more. Withdraw the newer one.",
  unknownTemplate:
    "No published promise is told under this. Open the page of the template among the readers’ promises, and give its address here.",
  noPromise: "This statement promises nothing, so nothing can be recorded of it. Mark the promise first.",
  outcomeAhead: "This day is yet to come. Give the day on which it was known, or published.",
  promiseStillOpen:
    "Its last day isn’t over, so it may still happen. Record this when the day has passed, or choose “can’t be told”.",
  promiseHasOutcome:
    "What became of this promise is recorded, so the promise can’t be changed. Reopen it first, then change it.",
  noEvidenceForVerdict:
    "This verdict rests on nothing that a reader could look up. Add evidence with a quotation, its day and its publisher, or choose “unresolved” or “no evidence found”.",
  ...refusalsOfParts,
  ...partReadingEnds.refusals,
  alreadyDecided: "This suggestion was decided already. Take that back first.",
  noneSure: "Nothing here is sure and still waits: somebody decided on it meanwhile. Load the page again.",
  noneTogether: "What was accepted together was changed since, one by one: nothing is left to give back.",
  joinInstead: "Whoever says that both are the same joins the statement to the claim.",
  notDecided: "This suggestion wasn’t decided, so there is nothing to take back.",
  elsewhere: "This belongs to another page. Reload the page and try again.",
  outsideText: "These words are not on the page. Mark them again.",
  brokenCharacter: "The marked words begin or end inside a character. Mark the whole character.",
  brokenPieces:
    "The words that are left out can’t stand so: they lie between two pieces of the statement, and each piece holds words. Take them back in, and leave them out again.",
  outsideSegment:
    "A statement lies inside the article’s text or inside one teaser. Mark words that lie in one of them, without its neighbours.",
  sameSpan: "Exactly these words are a statement already. Change that one, or mark other words.",
  notRemoved: "This statement stands already.",
  removed: "This statement was removed. Restore it first.",
  otherPerson: "Somebody else is signed in now. Sign in again as yourself, and this is kept.",
  draftElsewhere:
    "You typed something else into this form in another window. Reload this page to see both; nothing is lost.",
  emptyNote: "Write the note first.",
  notRefused:
    "Only a page that was refused or cancelled, and isn’t being fetched already, can be tried again. Reload this page to see where it stands.",
  notCancellable:
    "This page isn’t on its way any more, so there is nothing to cancel. Reload this page to see where it stands.",
  notYourImport: "Somebody else gave this page. Whoever gave it can cancel it, or an editor.",
  importCancelled: "This page was cancelled while it was being read, so nothing of it was stored.",
  jobGone: "This job isn’t in the list any more: it was tried again or removed. Reload this page.",
  notePlace: "A note belongs to a statement or to marked words.",
};
