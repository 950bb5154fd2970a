import { plural } from "./plural";

/** Sentences about claims that are one, and one that is two. */

const quoted = (words: string) => `“${words}”`;
const many = (n: number, most: number, one: string, more: string) =>
  n > most ? `more than ${most} ${more}` : plural(n, one, more);

/** What the history keeps of an act: it stands between quotation marks there. */
const told = {
  merged: (from: string, into: string, reason: string) => `${from} is the same as: ${into} ${reason}`,
  parted: (claim: string, from: string, reason: string) => `${claim} is not the same as: ${from} ${reason}`,
};

export const claimMerging = {
  told,
  mergedAway: (wording: string) =>
    `This claim was joined with ${quoted(wording)}. Work on it goes on there; what it was before stays here.`,
  toRoot: "Open that claim",
  heading: "The same as another claim?",
  lede: "Join it with the one that says the same. You see what moves before anything does.",
  find: "Which claim says the same",
  findButton: "Find",
  found: (n: number) => `${plural(n, "claim is", "claims are")} like this:`,
  noneFound: (search: string) => `No other claim is like ${quoted(search)}. Try fewer words.`,
  look: "Look at joining",
  lookWith: (wording: string) => `Look at joining with ${quoted(wording)}`,
  preview: "What joining does",
  from: "This claim",
  into: "becomes a part of",
  remains: "That one’s wording, verdict and address remain.",
  turn: "The other way round",
  moves: "What moves",
  counts: (statements: number, pages: number, most: number) =>
    statements === 0
      ? "No statement is joined to it yet."
      : `${many(statements, most, "statement", "statements")} on ${plural(pages, "page", "pages")}.`,
  evidence: (n: number) => `${plural(n, "piece", "pieces")} of evidence.`,
  searches: (n: number) => `${plural(n, "search that found nothing", "searches that found nothing")}.`,
  claims: (n: number) => `${plural(n, "claim that was", "claims that were")} joined before.`,
  stays: "What stays",
  verdictStays: (verdict: string) =>
    `Its verdict, “${verdict}”, isn’t taken over. Readers see it at its old address until you withdraw it.`,
  draftStays: "What was begun in its review is kept, and can’t be handed in while it is joined.",
  waiting: (n: number) =>
    `${plural(n, "review that was handed in has", "reviews that were handed in have")} to be handed in again, since the claim in ${n === 1 ? "it" : "them"} changes.`,
  published: (n: number) =>
    `${plural(n, "published page goes", "published pages go")} on naming it, until published anew:`,
  publishedMore: (n: number) => `and ${plural(n, "more page", "more pages")}`,
  readers: "Readers are told that the two are one once somebody else has published the claim that remains.",
  undoable: "It can be undone: the two are parted again as they were.",
  reason: "How you know that they say the same",
  reasonHint: "For the history.",
  merge: "Join them",
  cancel: "Leave them as they are",
  impossible: "These two can’t be joined.",
  done: (wording: string) => `Joined: ${quoted(wording)} is part of this claim now.`,
  undo: "Undo",
  undoReason: "Taken back right away.",
  joined: "Joined with",
  joinedWith: (n: number) => `Joined with ${plural(n, "claim", "claims")}`,
  noneJoined: "Nothing was joined with this claim.",
  joinedBy: (name: string, when: string) => `Joined by ${name}, ${when}.`,
  part: "Part again",
  partOf: (wording: string) => `Part ${quoted(wording)} again`,
  parting: {
    preview: "What parting does",
    lede: "It stands alone again, with its own wording, verdict and address, and with what was joined to it.",
    reason: "Why they are two",
    part: "Part them",
    done: (wording: string) => `Parted: ${quoted(wording)} stands alone again.`,
    look: "Look at it",
    mergeAgain: "Join it again",
  },
};

/** What readers are told of claims that were found to be one. */
export const joinedClaims = {
  heading: "Joined with this claim",
  lede: "These were found to say the same.",
  away: "This claim was joined with another that says the same:",
  awayNote: "What was published here stays below, as it was published.",
};
