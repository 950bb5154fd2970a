import { phraseBook } from "./phrases";
import { type WordClass, wordsOf } from "./word-class";

/** What people write, record and pass on to each other, as data. Written by hand for this project, from general knowledge of English. */
export const POST_CLASSES = {
  POST: {
    means: "what anybody may write and leave unsigned",
    example: "A viral post says that the bank will close.",
    words: `
      post posts message messages meme memes thread threads leaflet leaflets flyer flyers tweet tweets forward forwards
    `,
  },
  CARRIER: {
    means: "what carries somebody’s words, and is nobody’s once it is passed around",
    example: "A screenshot circulating on Telegram says that the bank will close.",
    words: `
      screenshot screenshots text texts sms voicemail voicemails recording recordings audio clip clips video videos
    `,
  },
  SPOKEN: {
    means: "makes a note one that carries a voice; another note may be a bank’s",
    example: "A voice note claims that the bank will close.",
    words: "voice audio",
  },
  ROUND_BEFORE: {
    means: "says before its noun that a post is passed around",
    example: "A forwarded message says that the bank will close.",
    words: "forwarded viral shared chain unsigned anonymous",
  },
  ROUND_BEHIND: {
    means: "says behind its noun that a post is passed around",
    example: "A message circulating among parents says that the school will close.",
    words: "circulating forwarded spreading shared reshared retweeted reposted unsigned",
  },
  ROUND_ON_SITE: {
    means:
      "says so where a site on which anybody may write stands behind it; a council circulates a text, too",
    example: "A text circulated on Telegram says that the bank will close.",
    words: "circulated spread",
  },
  CROWD: {
    means: "opens a phrase about many whom nobody could ask",
    example: "A message shared by thousands says that the bank will close.",
    words: `
      thousands hundreds dozens scores millions tens many several some countless numerous various others people users strangers
      everybody everyone anonymous unknown unnamed
    `,
  },
} as const satisfies Record<string, WordClass>;

export const POST = wordsOf(POST_CLASSES.POST);
export const CARRIER = wordsOf(POST_CLASSES.CARRIER);
export const SPOKEN = wordsOf(POST_CLASSES.SPOKEN);
export const ROUND_BEFORE = wordsOf(POST_CLASSES.ROUND_BEFORE);
export const ROUND_BEHIND = wordsOf(POST_CLASSES.ROUND_BEHIND);
export const ROUND_ON_SITE = wordsOf(POST_CLASSES.ROUND_ON_SITE);
export const CROWD = wordsOf(POST_CLASSES.CROWD);

/** How several words say that a post is passed around: “a text *doing the rounds*”. “Passed on Monday” is no such wording: a bill is. */
export const PASSED_AROUND = phraseBook([
  "doing the rounds",
  "making the rounds",
  "did the rounds",
  "made the rounds",
  "going round",
  "going around",
  "going viral",
  "gone viral",
  "goes round",
  "goes around",
  "went round",
  "went around",
  "went viral",
  "passed around",
  "passed round",
  "passed along",
  "passed from",
  "passed between",
  "passing around",
  "passing from",
  "handed around",
  "handed round",
  "sent around",
  "sent round",
  "circulated online",
  "circulated among",
  "circulated widely",
  "widely circulated",
  "spread online",
]);
