import type { UnreadReason } from "#lib/domain/claims";
import type { CopyLook, PdfPages } from "#lib/domain/claims-shapes";
import { type FetchingWords, fetchingWords } from "./fetching";

const unread = {
  NO_TEXT: "this PDF holds no text; it may be a scan. Compare it with your own eyes.",
  LOCKED: "this PDF opens with a password only.",
  BROKEN: "this PDF is broken, and no program here can read it.",
  TOO_MUCH: "reading this document took too long, or more memory than one may.",
  TOO_LONG: "The quotation was not found so far: this PDF is very long, and not all of its pages were read.",
} satisfies Record<UnreadReason, string>;

const quotes: Readonly<Record<CopyLook["quote"], string>> = {
  FOUND: "The quotation stands there.",
  MISSING: "The quotation was not found there: compare its words with the page.",
  NOT_LOOKED_FOR: "The quotation was not looked for: the copy can’t be read as text.",
};

/** Pages of a PDF: "page 3", "pages 3 and 4". */
export const pdfPages = ({ first, last }: PdfPages) =>
  first === last
    ? `page ${first}`
    : last === first + 1
      ? `pages ${first} and ${last}`
      : `pages ${first} to ${last}`;

/** The copy that is kept of the page behind a piece of evidence. Days come in as words already. */
export const evidenceSnapshots = {
  waiting: "A copy of this page is being fetched.",
  tryingAgain: (why: string) => `Not kept yet, and tried again by itself: ${why}`,
  notAsked: "No copy of this page is kept.",
  kept: (day: string) => `We kept a copy on ${day}.`,
  /** Whether the quotation was found in the copy. */
  look: ({ quote, pages, unread: why }: CopyLook) => {
    if (why !== null)
      return why === "TOO_LONG" ? unread.TOO_LONG : `The quotation was not looked for: ${unread[why]}`;
    return pages === null ? quotes[quote] : `The quotation stands on ${pdfPages(pages)} of the PDF.`;
  },
  /** Of a file that is here. */
  lookingThrough: "The document is being looked through.",
  lookedThrough: (day: string) => `The document was looked through on ${day}.`,
  lookFailed: (why: string) => `The document could not be looked through: ${why}`,
  lookAgain: "Look through it again",
  noQuote: "There is no quotation to look for.",
  failed: (why: string) => `A copy could not be kept: ${why}`,
  /** Beside a copy that was kept before. */
  failedAgain: (why: string) => `Looking again kept no newer copy: ${why}`,
  keep: "Keep a copy",
  tryAgain: "Try again",
  asked: "A copy of the page is asked for.",
  noAddress: "This evidence has no address to keep a copy from.",
  /** Why it ended without one. */
  gaveUp: "it could not be finished, and it is not your fault; try again, or tell whoever runs Onrecord.",
  removed: "the evidence was removed first.",
};

/** Why a copy could not be fetched: no file can be given in its place, and publishing doesn’t wait for it. */
export const evidenceFetching: FetchingWords = {
  ...fetchingWords("save a copy for yourself, or give its address in a web archive"),
  tooLarge: (host) => `The page at ${host} is larger than 4 MB; save a copy for yourself.`,
  wrongType: (host, type) =>
    `At this address ${host} has ${type}, of which no copy is kept; give the address of the page that shows it, or save a copy for yourself.`,
};
