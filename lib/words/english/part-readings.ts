import { plural } from "./plural";

/** Looking for statements in text that became the article's once a part was put right. */
export const partReadings = {
  waiting: "Looking for statements in the text that was put right…",
  done: (n: number) =>
    n === 0
      ? "We looked for statements in the text that was put right, and found none."
      : `We looked for statements in the text that was put right, and suggest ${plural(n, "more", "more")}.`,
  failed: (why: string) => `Statements were not looked for in the text that was put right: ${why}`,
  tryAgain: "Try again",
  /** In a part of the page. */
  partWaits: "Statements are being looked for in this part. What is found is suggested here.",
  partHasNone:
    "The machine looked for statements in this part and found none. Read it yourself, and mark a statement with n.",
  /** Before a part is put right. */
  willLook: "Statements are looked for in the text that becomes the article’s. What is found is suggested.",
};
