import { type WordClass, wordsOf } from "./word-class";

/** Words by which a verb tells whether an act happened, as data. Written by hand for this project, from general knowledge of English. */
export const ACT_TIME_CLASSES = {
  AHEAD: {
    means: "helps a verb whose act is to come",
    example: "She will sign the treaty.",
    words: "will 'll won't shall gonna would wouldn't 'd",
  },
  POSSIBLE: {
    means: "helps a verb whose act may be",
    example: "She may sign the treaty.",
    words: "may might could couldn't",
  },
  HAPPENED: {
    means: "helps a verb whose act happened, or didn't",
    example: "She didn't sign the treaty.",
    words: "was were has have had did 've didn't wasn't weren't hasn't haven't hadn't been",
  },
  TIMELESS: {
    means: "helps a verb and leaves open when",
    example: "The treaty is signed here.",
    words: "is are am isn't aren't being should must can can't cannot do does don't doesn't 's 're 'm",
  },
  BETWEEN: {
    means: "stands between a helper and its verb",
    example: "She will not be chosen.",
    words: "be not n't also soon never now then finally still again already get just only all both",
  },
  MEANT: {
    means: "stands before “to” and the verb of an act to come",
    example: "She is due to sign.",
    words: `
      going due set expected scheduled about likely unlikely poised slated plan plans planned planning intend intends want wants promised
      promises promise vowed vows vow pledged pledges pledge ready hope hopes aim aims supposed meant is are was were
    `,
  },
  DETERMINER: {
    means: "makes a participle a word of its noun",
    example: "The signed treaty lies in Geneva.",
    words: "the a an its their his her my our your this that these those no some any every",
  },
} as const satisfies Record<string, WordClass>;

const of = (name: keyof typeof ACT_TIME_CLASSES) => wordsOf(ACT_TIME_CLASSES[name]);

export const AHEAD = of("AHEAD");
export const POSSIBLE = of("POSSIBLE");
export const HAPPENED = of("HAPPENED");
export const TIMELESS = of("TIMELESS");
export const BETWEEN = of("BETWEEN");
export const MEANT = of("MEANT");
export const DETERMINERS = of("DETERMINER");
