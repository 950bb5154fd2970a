import { plural } from "./plural";

/** What people of the newsroom say to each other, in threads. */

export const heldBack =
  "This page is read blind: until somebody settles the reading, nobody writes about it here, and nobody is shown what was written before.";

export const threads = {
  title: "Threads",
  lede: "For the newsroom alone: no reader sees a word of it.",
  ofWords: "Threads on these words",
  ofPage: "Threads on the page as a whole",
  none: "Nobody has said anything here.",
  heldBack,
  begin: "Begin a thread",
  comment: "Comment",
  commentHint: "Type @ and a name, and that person finds it in their inbox.",
  reply: "Answer",
  send: "Send",
  sendReopening: "Send and reopen",
  open: "Open",
  resolved: (name: string, moment: string) => `Resolved by ${name}, ${moment}`,
  resolve: "Resolve",
  reopen: "Reopen",
  of: (name: string) => `the thread that ${name} began`,
  takeBack: "Take back",
  takenBack: "Taken back.",
  closed: "account closed",
  you: "you",
  older: (n: number) => plural(n, "older comment", "older comments"),
  otherVersion: (number: number) => `On words of version ${number}`,
  onWords: (words: string) => `On “${words}”`,
  thread: "Thread",
  toPlace: "Open where it hangs",
  olderComments: "Older comments",
  latest: "The latest comments",
  began: (n: number) => plural(n, "comment", "comments"),
  /** What came of a comment, where it named somebody who isn't told of it. */
  unknown: (names: readonly string[]) =>
    names.length === 1
      ? `Nobody here is called “@${names[0]}”, so nobody was told. Your comment is kept as you wrote it.`
      : `Nobody here is called ${names.map((name) => `“@${name}”`).join(" or ")}, so nobody was told. Your comment is kept as you wrote it.`,
  closedTold: (names: readonly string[]) =>
    names.length === 1
      ? `The account of ${names[0]} is closed, so they won’t see this.`
      : `The accounts of ${names.join(" and ")} are closed, so they won’t see this.`,
  sent: "Your comment is there.",
  /** For those who choose a name by keys. */
  choices: (n: number) =>
    n === 0 ? "" : `${plural(n, "name", "names")}. Arrow keys choose, Enter takes one, Escape leaves.`,
  people: "People",
};
