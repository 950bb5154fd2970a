import { plural } from "./plural";

/** Sentences of error reports: where readers write them, what their senders see, and where the desk answers. */

const send = {
  title: "Report an error",
  link: "Report an error on this page",
  answer: "Tell us what is wrong.",
  lede: "An editor reads it. You get an address at which you can see what became of it. We don’t ask who you are, and no other company is told anything.",
  about: "It is about",
  words: "What is wrong, and how you know",
  hint: "Which statement, what it should say, and where one can see that. Leave out names and addresses of private people; your own too.",
  submit: "Send it",
  working: "Sending",
};

const receipt = {
  title: "Your report",
  kicker: "Your error report",
  open: "We have it. No editor has answered yet.",
  answered: (day: string) => `An editor answered on ${day}.`,
  erased: (day: string) => `It was erased on ${day}.`,
  keep: "Keep this page’s address: nothing else leads here, and we can’t find it for you.",
  sent: "Sent",
  words: "What you wrote",
  answer: "What became of it",
  about: "About",
  erase: "Erase it",
  eraseNote: "What you wrote, and any answer, is deleted here and at the desk. This can’t be undone.",
  sure: "Yes, erase what I wrote",
  kept: "It is deleted by itself a year after it was answered.",
};

const desk = {
  title: "Readers’ reports",
  lede: "What readers say is wrong. Your answer is shown to the sender, at an address that only they know. If something published is wrong, correct it first, then say so here.",
  states: { open: (n: number) => `Open (${n})`, answered: "Answered" },
  filter: "Which reports",
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
};

export const reports = {
  send,
  receipt,
  desk,
  tooMany: (minutes: number) =>
    `Too many reports came from where you are. Send this one in ${plural(Math.max(1, minutes), "minute", "minutes")}; what you wrote is still here.`,
  noRoom: "We can’t keep anything new for the moment. Try again in an hour; what you wrote is still here.",
  stale: "Somebody else answered or erased this report meanwhile. Look at it again.",
};
