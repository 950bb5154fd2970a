import type { RecordFault } from "#lib/domain/record-checks";
import { plural } from "./plural";

const STANDING = {
  publication: "Publication",
  claim: "Claim",
  total: "The length of",
  search: "The search in",
  track: "The record of",
  topic: "Topic",
};

/** What a check of the whole record says. */
export const recordWords = {
  fault: (fault: RecordFault): string => {
    switch (fault.kind) {
      case "EVENT":
        return `Event ${fault.sequence}: it doesn’t follow the event before it. It or its neighbour was changed, removed or put in later.`;
      case "PAYLOAD":
        return `Event ${fault.sequence}: what it tells isn’t what was recorded.`;
      case "PAYLOAD_GONE":
        return `Event ${fault.sequence}: what it told is gone, and no event says that it was erased.`;
      case "VERSION":
        return `Version ${fault.id}: its text isn’t the one that was stored.`;
      case "PUBLICATION":
        return `Publication ${fault.id}: what readers see isn’t what was published.`;
      case "PUBLICATION_GONE":
        return `Publication ${fault.id}: it was published, and is gone.`;
      case "STANDING":
        return `${STANDING[fault.of]} ${fault.id}: what readers’ lists say of it isn’t what was published. npm run rebuild works it out anew.`;
      case "HEAD":
        return `Signed head ${fault.sequence}: the chain doesn’t hold this event any more. Its end was cut off, or it was written anew.`;
      case "STORED_HEAD":
        return `Signed head ${fault.sequence} in the database: it isn’t signed with a key of this installation, or is gone.`;
      case "CHECK":
        return `Check ${fault.id}: it says that the record was checked up to an event that isn’t there.`;
      case "PERSON":
        return `Publication ${fault.publicationId}: somebody who wrote or published it goes by another name now than it says.`;
      case "SIGNATURE":
        return `Line ${fault.line} of the file of signed heads: it isn’t signed with this installation’s key.`;
    }
  },
  more: (n: number) => `And ${n} more.`,
  broken: (n: number) =>
    `The record doesn’t hold: ${plural(n, "fault", "faults")}. Keep the data folder as it is, and compare it with a backup.`,
  whole: (events: number, publications: number, head: string) =>
    `The record holds: ${plural(events, "event", "events")}, ${plural(publications, "publication", "publications")}. The last mark is ${head}.`,
  standingWas: (n: number) =>
    n === 0
      ? "What stands is what the publications say."
      : `What stands wasn’t what the publications say: ${plural(n, "fault", "faults")}.`,
  standingIs: (publications: number) =>
    `It was worked out anew from ${plural(publications, "publication", "publications")}, and is what they say.`,
  queueWas: (n: number) =>
    n === 0
      ? "The desk’s queue is what the pages and claims say."
      : `The desk’s queue was worked out anew for ${plural(n, "page or claim", "pages and claims")}.`,
  trialsWere: (before: number, after: number) => {
    if (before === 0) return "The counts of suggestions are what the published reviews say.";
    const was = `The counts of suggestions weren’t what the published reviews say: ${plural(before, "row", "rows")}.`;
    return after === 0
      ? `${was} They were worked out anew, and are.`
      : `${was} They were worked out anew and still aren’t: ${plural(after, "row", "rows")}. Please report this as a fault of Onrecord.`;
  },
  standingIsNot:
    "It was worked out anew and still isn’t what the publications say, so nothing was changed. A publication may have been changed behind the program’s back: npm run verify names it.",
  eraseUsage:
    'Give the number of one event and the reason: npm run erase -- 1234 --reason "A court asked for it, case 5 of 2026".',
  erased: (sequence: number) =>
    `What event ${sequence} told is erased. The event stays, and another one says that this was done, and why.`,
  nothingToErase: (sequence: number) =>
    `There is nothing to erase: no event ${sequence} is there, or what it told is gone already.`,
  roomBanner:
    "There is too little room left on the disk: nothing new is taken in, and readers are served. Make room on the server, or move the data folder; docs/operations.md says what lies where. It goes on by itself.",
  banner:
    "The record doesn’t hold: something was changed behind the program’s back. Stop publishing, and run npm run verify on the server; it names what was changed.",
  unproven:
    "What readers see of this isn’t what was published, so nothing more is done with it. Tell an admin: npm run verify names what was changed.",
};
