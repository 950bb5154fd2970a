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

/** Said by the server alone: no screen needs them before. */
export const partReadingEnds = {
  /** Why it ended without. */
  before: "its parts were put right before we did that.",
  otherLanguage:
    "it is in a language in which none are looked for, or it can’t be told that it is in English. Mark them by hand.",
  tooLong:
    "the page is longer than any article, so not all of it would be read. Mark statements in this text by hand.",
  gaveUp: "it could not be finished, and it is not your fault; try again, or tell whoever runs Onrecord.",
  nothingLeft: "the parts were put right again before, and nothing is left to look through.",
  refusals: {
    lookingNow:
      "Statements are being looked for in text that was put right. Wait a moment, decide on what is found, then submit.",
    lookingFirst:
      "Statements are being looked for in text that was put right. Wait until that is over, then have the page read blind.",
    nothingToLook:
      "The machine has looked through all of the article’s text. Reload the page to see what it found.",
  },
};
