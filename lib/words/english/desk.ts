import type { QueueName } from "#lib/domain/queue-query";
import type { ReviewState } from "#lib/domain/reviews";
import { annotatorWords } from "./annotator";
import { correctFact } from "./correct-fact";
import { correctParts } from "./correct-parts";
import { dismissal } from "./dismissal";
import { plural } from "./plural";
import { terms } from "./terms";

/** What editors read while they work. */

const views: Record<QueueName, string> = {
  mine: "Assigned to me",
  unassigned: "Unassigned",
  "needs-reader": "Needs a second reader",
  disagreements: "Disagreements",
  "to-publish": "To publish",
  returned: "Returned to me",
  due: "Fell due",
  others: "With others",
  published: "Published",
  dismissed: "Dismissed",
  all: "Everything",
};

const states: Record<ReviewState, string> = {
  DRAFT: "Being reviewed",
  SUBMITTED: "Waiting to be published",
  RETURNED: "Returned to its author",
  PUBLISHED: "Published",
  WITHDRAWN: "Withdrawn",
};

const queue = {
  title: "Desk",
  pane: "Queue",
  paneCount: (n: number, most: number) => `Queue (${n > most ? `${most}+` : n})`,
  views,
  states,
  unreviewed: "Nobody reviews it yet",
  waiting: (n: number) => plural(n, "suggestion waiting", "suggestions waiting"),
  statements: (n: number) => plural(n, "statement", "statements"),
  claim: "Claim",
  next: {
    you: "You act next.",
    person: (name: string) => `${name} acts next.`,
    anotherEditor: "Another editor acts next.",
    nobody: "Nobody has to act.",
  },
  empty: {
    mine: "Nothing is assigned to you. Open a page from “Unassigned”, or give Onrecord a new one.",
    unassigned: "No page waits for a reader. Give Onrecord one: its address, a file, or pasted.",
    "needs-reader":
      "Nothing that another person handed in waits for somebody to read it. Work that has a reader stands under “With others”.",
    disagreements:
      "No two readers of a page differ in what they made of it. Where they do, and you didn’t read it, it waits here to be settled.",
    "to-publish": "Nothing waits for you to publish it. Work that another editor submits appears here.",
    returned: "Nothing was returned to you.",
    due: "Nothing that is published promises something that should have happened by now.",
    others: "Nobody else has work open.",
    published: "Nothing is published yet. It takes two people: one reviews, another publishes.",
    dismissed:
      "No page was dismissed. A page that isn’t worth keeping can be, with a reason, and taken back.",
    all: "There is nothing yet. Give Onrecord a page: its address, a file, or pasted.",
  } satisfies Record<QueueName, string>,
  importPage: "Give us a page",
  admin: "Admin",
  desk: "Desk",
  signOut: "Sign out",
  imports: "Pages on their way in",
  importStates: {
    QUEUED: "Waiting its turn",
    RUNNING: "Being read",
    DONE: "Read",
    REFUSED: "Refused",
    CANCELLED: "Cancelled",
  },
  fetchStates: {
    QUEUED: "Waiting to be fetched",
    RUNNING: "Being fetched",
    AGAIN: "Waiting to be tried again",
    TURN: "Waiting so as not to press the site",
  },
  tryAgain: "Try again, or give it another way",
  seeImport: "See how it is doing",
  seeCancelled: "Look at it",
  changed: (when: string) => `changed ${when}`,
  untitled: "A page without a headline",
};

const review = {
  judged: (number: number) => `Handed in under version ${number} of the guideline.`,
  openForms: (n: number) => `Typed, and not saved yet: ${n}`,
  goToForm: "Go to it",
  openForm: {
    form: (exact: string) => `A statement’s form: “${exact}”`,
    note: (exact: string) => `A note: “${exact}”`,
    claim: (exact: string) => `A new claim: “${exact}”`,
    promise: (exact: string) => `What became of a promise: “${exact}”`,
    wording: "The claim’s wording",
    evidence: "A piece of evidence",
    search: "A search",
    verdict: "The verdict",
    topics: "A topic",
  },
  panel: "Review",
  start: "Start reviewing",
  startWhy: "Nobody reviews this page yet. Start, and it is assigned to you.",
  startAgain: "Start a new review",
  startAgainWhy:
    "It is published. A new review starts from what is published; that stays until another replaces it.",
  by: (name: string) => `Reviewed by ${name}.`,
  writers: (names: string) => `Written by ${names}.`,
  submit: "Submit for publication",
  submitTitle: "Submit this for publication",
  submitBody:
    "Another editor reads it and publishes it, or returns it to you. You can’t change it meanwhile.",
  submitWaiting: (n: number) =>
    `${plural(n, "suggestion still waits", "suggestions still wait")}. Readers won’t see ${n === 1 ? "it" : "them"}.`,
  correction: "What changes, and why",
  correctionHint: "This replaces something published. Readers see this sentence in the corrections.",
  submitted: "Submitted. Another editor publishes it.",
  aloneSubmitted:
    "You are the only editor here. Nobody publishes what they wrote, so an admin has to invite a second editor first.",
  alonePeople: "Invite a second editor",
  return: "Return it",
  returnTitle: "Return this to its author",
  returnBody: "The author sees your reason and can change it again.",
  returnReason: "What should change",
  returned: "Returned to its author.",
  returnedBecause: "Returned to its author, with these words:",
  publish: "Publish",
  publishing: "What will be published",
  publishBody: "Read it once as a reader would. From then on it is public under your names.",
  publishTitle: "Publish this",
  published: "Published.",
  publishedHere: "See what readers see",
  publishedOn: (when: string) => `Published on ${when}.`,
  withdraw: "Withdraw",
  withdrawTitle: "Withdraw this from readers",
  withdrawBody: "Readers then see that it was withdrawn, and why. Its history stays.",
  withdrawReason: "Why it is withdrawn",
  withdrawn: "Withdrawn. Readers see your reason.",
  takeOver: "Take over",
  takeOverTitle: "Take over this review",
  takeOverBody: (name: string) =>
    `You carry on with the work of ${name}, and become one of its writers. Then you can’t publish it.`,
  takenOver: "It is yours now.",
  opened: "It is yours. Go through the suggestions.",
  others: (name: string) => `${name} is working on this. You can read it.`,
  waits: "It waits to be published. Nobody can change it meanwhile.",
  counts: (label: string, n: number) => `${n} ${label}`,
  statements: "Statements",
  notes: "Notes for readers",
  links: "Joined to a claim",
  corrected: "Correction for readers",
  evidence: "Pieces of evidence",
  searches: "Searches that found nothing",
  verdict: "Verdict",
  waitingLeft: "Suggestions left out",
};

const drafts = {
  saved: (time: string) => `Draft saved ${time}`,
  saving: "Saving the draft…",
  offline: "No connection. Your words wait in this browser, and are sent by themselves when it is back.",
  signedOut: "You are signed out. Your words wait in this browser until you sign in again here.",
  elsewhere: "You typed something else here in another window. Neither is lost.",
  refused: (why: string) => `Your words stay in this browser alone, not on the server: ${why}`,
  otherTitle: "Typed in another window",
  otherUnseen: "Reload this page to see it beside what stands here. Nothing is lost.",
  keepMine: "Go on with mine",
  takeOther: "Take the other one",
  ticked: "ticked",
  unticked: "not ticked",
  empty: "–",
  noField: "A field that isn’t here now",
  mark: "draft",
  restored: "You began to change this. Your words are kept.",
  goOn: "Go on",
};

/** A save that nobody answered. */
const waiting = {
  waits: "Waiting for the network: this will be saved by itself when it is back, and you are signed in.",
  changed: "What you typed since isn’t in it: save again to send that instead.",
  callOff: "Don’t send it",
  elsewhere: (n: number) =>
    n === 1
      ? "One save waits for the network. It will be saved by itself."
      : `${n} saves wait for the network. They will be saved by themselves.`,
  refused: (why: string) => `A save that had waited was refused: ${why}`,
  goThere: "Go to your words",
  old: "This waited for so long that it isn’t sent by itself any more. Look whether it is saved, and save it again if it isn’t.",
  tooMany:
    "The server didn’t answer, and too many saves wait in this browser already. Your words are kept here: save again when the network is back.",
  tooLong:
    "The server didn’t answer, and this is too long to wait in this browser. Save again when the network is back.",
};

const preview = {
  title: "What readers will see",
  back: "Back to the review",
  look: "See what readers will see, and what changes",
  unready: "It can’t be published as it is.",
  states: {
    DRAFT: "It is being reviewed: this is how it stands now.",
    RETURNED: "It was returned and is being changed: this is how it stands now.",
    SUBMITTED: "It waits to be published, exactly so.",
    PUBLISHED: "It is published.",
    WITHDRAWN: "It was withdrawn.",
  },
  against: "What changes for readers",
  first: "Nothing of this is published yet: all of it is new.",
  same: "Nothing changes.",
  count: (n: number) => plural(n, "change", "changes"),
  machine: "What was made of the machine’s suggestions",
  none: "The machine suggested nothing on this page.",
  was: "was",
  becomes: "is now",
  of: {
    PUBLISHED: {
      changed: (n: number) => `No. ${n} is changed`,
      added: (n: number) => `No. ${n} is new`,
      removed: "A statement is gone",
    },
    SUGGESTED: {
      changed: (n: number) => `No. ${n} was corrected`,
      added: (n: number) => `No. ${n} was added by hand`,
      removed: "Suggested, and not taken over",
    },
  },
  pageChanged: "The page",
  upstream: "Where the text is from",
  upstreamPage: "From",
  words: "Words",
  gone: "Gone",
  new: "New",
  nothing: "nothing",
  page: { title: "Headline", publisher: "Publisher", author: "Author", agency: "Agency", postedAt: "Posted" },
  facts: {
    exact: "Words",
    content: "What is said",
    label: "Label",
    labelReason: "Why the label differs",
    sourcing: terms.things.sourcing.editor,
    speaker: "Who is behind it",
    factuality: terms.things.certainty.editor,
    time: "Time",
    flags: "Also true of it",
    quoteMode: "How it is quoted",
    relayDepth: terms.things.steps.editor,
    prediction: "Promise",
    notes: "Notes for readers",
    claim: "Claim",
    template: "Told under",
  },
  certainty: (writer: string, source: string | null) =>
    source === null ? writer : `${source} to the source; the page: ${writer.toLowerCase()}`,
  claim: {
    wording: "The claim’s wording",
    verdict: "The verdict",
    unknowns: "What isn’t known",
    evidence: "Evidence",
    joined: "Joined with",
    searches: "Searches",
    topics: "Topics",
  },
};

export const desk = {
  preview,
  ...annotatorWords,
  queue,
  review,
  drafts,
  waiting,
  dismissal,
  correctFact,
  correctParts,
};
