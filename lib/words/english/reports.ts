import { plural } from "./plural";

/** Sentences of readers’ reports: where readers write them, and what their senders see. */

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

const sendClaim = {
  title: "Send us a claim",
  answer: "What should we look into?",
  lede: "An editor reads it. You get an address at which you can see what became of it. We don’t ask who you are, and no other company is told anything.",
  words: "The claim, in the words in which you met it",
  hint: "Who said it and when, if you know. Leave out names and addresses of private people; your own too.",
  source: "Address where you saw it, if there is one",
  sourceHint: "For example https://example.org/news",
  submit: "Send it",
  ask: "Did you meet a claim that you don’t find here?",
  search: "Look first whether we have it:",
  searchLink: "search what is published",
};

const receipt = {
  title: "What you sent",
  kicker: { ERROR: "Your error report", CLAIM: "The claim you sent" },
  source: "You saw it at",
  named: "See",
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

export const reports = {
  send,
  sendClaim,
  receipt,
  tooMany: (minutes: number) =>
    `Too many reports came from where you are. Send this one in ${plural(Math.max(1, minutes), "minute", "minutes")}; what you wrote is still here.`,
  noRoom: "We can’t keep anything new for the moment. Try again in an hour; what you wrote is still here.",
};
