import { navigation } from "./navigation";

/** Where the desk answers readers’ reports. */
export const deskReports = {
  title: navigation.places.reports,
  lede: "What readers say is wrong, and claims that they send. Your answer is shown to the sender, at an address that only they know. If something published is wrong, correct it first, then say so here.",
  states: {
    open: (n: number, isMore: boolean) => `Open (${n}${isMore ? " or more" : ""})`,
    answered: "Answered",
  },
  filter: "Which reports",
  kindFilter: "Errors or claims",
  kinds: { all: "All", ERROR: "Errors", CLAIM: "Claims" },
  kind: { ERROR: "Error", CLAIM: "Claim" },
  source: "Seen at",
  noSource: "Not said where it was seen",
  answerPath: "Page or claim of ours that answers it",
  answerPathHint: "Its address, if we publish one. The sender gets a link to it.",
  named: "Named in the answer:",
  empty: { open: "No report waits for an answer.", answered: "No report was answered yet." },
  noPage: "No page named",
  sent: (when: string) => `Sent ${when}`,
  answered: (when: string, who: string | null) => `Answered ${when}${who === null ? "" : ` by ${who}`}`,
  answer: "Your answer, for the sender",
  submit: "Answer",
  again: "Change the answer",
  done: "Answered. The sender sees it.",
  erase: "Erase",
  eraseTitle: "Erase this report?",
  eraseBody:
    "What the reader wrote and what was answered is deleted, for the sender too. This can’t be undone.",
  erased: "Erased.",
  pages: "Pages of reports",
  notPublished: "Readers can’t open that page or claim. Name one that is published, or leave it out.",
  stale: "Somebody else answered or erased this report meanwhile. Look at it again.",
};
