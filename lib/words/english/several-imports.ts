import type { Tally } from "#lib/domain/imports";
import { plural } from "./plural";

/** Several pages given at once: what is said of each, and of all of them. */

function sentence({ all, toSend, sent, read, refused, cancelled, unsent }: Tally): string {
  const parts = [
    toSend > 0 ? `${sent} of ${sent + toSend + unsent} sent` : `${read} of ${all} read`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(unsent > 0 ? [`${unsent} not sent`] : []),
  ];
  return `${parts.join(", ")}.`;
}

export const several = {
  addresses: "The pages’ addresses",
  addressesHint:
    "One on each line. Onrecord asks the sites for them, as a reader’s browser would, but without anybody’s sign-in, and never many at once of one site.",
  noAddresses: "Write the pages’ addresses first, one on each line.",
  tooMany: (n: number, most: number) =>
    `These are ${n}; give up to ${most} at a time, and the others after them.`,
  submit: "Read these pages",
  chosen: (n: number) => `${plural(n, "file is", "files are")} chosen.`,
  chosenList: "Chosen files",
  reading: "Looking into what you dropped…",
  leftOut: (n: number) =>
    `${plural(n, "other file", "other files")} in the folder ${n === 1 ? "is" : "are"} left out: only .html and .txt are pages.`,
  noneInFolder:
    "There is no .html or .txt file in this folder. Drop the pages themselves, or another folder.",
  folderTooLarge:
    "This folder holds too many files to look through. Drop the pages themselves, or a smaller folder.",
  unreadable: "This file can’t be opened any more. Was it moved or deleted? Choose it again.",
  title: (n: number) => `Your ${plural(n, "page", "pages")}`,
  progress: "How far they are",
  sentence,
  goesOn: "What is sent goes on without you, and the desk shows it.",
  stayForNow: "Stay until all are sent; what isn’t would be lost.",
  states: {
    waiting: "Waiting to be sent",
    sending: "Being sent",
    unsent: "Not sent",
    refused: "Refused",
    leftOut: "Left out",
    arrived: "Waiting its turn",
  },
  again: (n: number) => (n === 1 ? "Send the failed one again" : `Send the ${n} failed ones again`),
  leaveOut: "Leave it out",
  takeBack: "Send it after all",
  cancel: "Cancel",
  retry: "Try again",
  look: "Look at it",
  open: "Open it",
  others: "Give us others",
  of: (name: string) => ` (${name})`,
  sameTwice: "This address stands in the list already.",
};
