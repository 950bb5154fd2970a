import { unready } from "./unready";

/** Why looking for statements in text that was put right ended without, and what waits for it: said by the server alone. */
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
    lookingNow: unready.lookingNow,
    lookingFirst:
      "Statements are being looked for in text that was put right. Wait until that is over, then have the page read blind.",
    nothingToLook:
      "The machine has looked through all of the article’s text. Reload the page to see what it found.",
  },
};
