import { phraseBook } from "./phrases";
import { type WordClass, wordsOf } from "./word-class";

/** Phrases of one kind, as data: what they have in common, and a sentence in which one of them stands. */
interface PhraseClass {
  readonly means: string;
  readonly example: string;
  /** With a stroke between them. */
  readonly phrases: string;
}

/** Wordings by which English news and talk mark what is no plain fact. Written by hand for this project. */
export const WORDING_CLASSES = {
  OWN_VOICE: {
    means: "the writer speaks of the writer's own mind, or turns to the reader",
    example: "I think that the bridge will fall.",
    phrases: `
      i think | i believe | i guess | i suspect | i hope | i feel | i doubt | i bet | i expect | i wonder | i beg to |
      i'm sure | i am sure | i would | i'd | i don't | i do not | i know | in my opinion | in my view | in my mind |
      in our view | in our opinion | in my humble opinion | my opinion | my guess | my view | my take | imo | imho |
      to me | if you ask me | just a hunch | a hunch | we think | we believe | we would | we should | we must |
      we need to | we can only | we suspect | we hope | let's | folks | put it together | you should | you need to |
      you have to | as for me | personally | we're gonna | i must | speaking for myself | mark my words | feels like |
      believe me | trust me | i'm inclined | i am inclined | i wouldn't | i'd bet | i reckon | we reckon | i predict |
      i'm convinced | i'm confident | i'm not sure | i'm pretty sure | we're pretty sure | my bet | my money | my tip
      | my prediction | my feeling | my sense | my gut | my hope | our bet | our money | our tip | our guess |
      don't be surprised | don't be shocked | do not be surprised | would not surprise me | wouldn't surprise me |
      won't surprise me | would surprise me | you don't have to | you don't want to
    `,
  },
  JUDGEMENT: {
    means: "the writer judges or infers",
    example: "Clearly the bridge was never inspected.",
    phrases: `
      which suggests | this suggests | that suggests | which means | this means | that means | and that means |
      which shows that | tells you | tell you | it is clear | it's clear | clearly | obviously | of course |
      to be sure | no wonder | understandably | rightly | wrongly | no doubt | without doubt | it should not surprise
      | not surprisingly | unsurprisingly | make no mistake | the truth is | the fact is | the reality is | in truth |
      no reason to | should not | shouldn't | ought to | must be | must not | needs to | need to | deserves | deserve
      | had better | good news | bad news | it is time | it's time | for good reason | ironically | unfortunately |
      sadly | thankfully | fortunately | hopefully | at last | far from | can't knock | nothing but | the worst |
      the best | the only way | problem is simple | looks ok | look ok | the likely scenario | the trouble is |
      the trouble with | the real trouble | the problem is | the problem with | the real problem | the point is |
      the question is | it's obvious | it is obvious | pretty obvious | would be great | no substitute |
      makes no sense | make no sense | makes sense | doesn't add up | don't add up | not the answer | for the better |
      for the worse | is wrong | are wrong
    `,
  },
  PROBABLE: {
    means: "less than certain: probable",
    example: "The bridge is likely to close.",
    phrases: `
      likely | probably | presumably | in all likelihood | expected to | almost certainly | should be | should see |
      bound to | appears to | appear to | appeared to | seems | seem | seemed | apparently | evidently | tipped to |
      looks set to | look set to | unlikely | is expected | are expected | isn't expected | aren't expected |
      not expected | is forecast | are forecast | the likeliest | stand to | stands to
    `,
  },
  POSSIBLE: {
    means: "less than certain: possible",
    example: "The bridge might close.",
    phrases: `
      may | might | could | possibly | perhaps | maybe | it is possible | it's possible | potentially | conceivably |
      unclear | remains to be seen | there is speculation
    `,
  },
  SCHEDULED: {
    means: "somebody has fixed the time: an agenda, no forecast",
    example: "The council is scheduled to meet on Friday.",
    phrases: `
      is scheduled | are scheduled | was scheduled | scheduled to | scheduled for | is set for | is set to |
      are set to | are set for | set to | is due | are due | due to be | is slated | are slated | is planned |
      are planned | plans to | plan to | planned for | will be held | will take place | will be issued |
      will be published | will be released | will meet | will begin | will start | will open | will close | will vote
      | will face | will play | will undergo | is to | are to | hope to | hopes to | is holding | are holding |
      is hosting | will host | takes place
    `,
  },
  FUTURE: {
    means: "something lies ahead, as the verb says",
    example: "The council will meet on Friday.",
    phrases: `
      telling * to | told to | told * to | ordered to | asked to | to be at | will | won't | shall | going to | gonna
      | would | about to | is to | are to | expected to | set to | scheduled | due to be | penciled in | pencilled in
      | slated | planned for | plans to | plan to | is hosting | is holding | are holding | should be | should see |
      should have | to be ready | be ready | get ready | be staffed | to be staffed | be there | be posted | ahead of
      | hope to | hopes to | to sleep | are covered | is covered | upcoming | is set for | are set for | are secured |
      promised to | pledged to | vowed to | agreed to | to launch | plays | faces | opens | begins | starts | become |
      becomes
    `,
  },
  FORECAST: {
    means: "a writer who names nobody and no agenda foretells",
    example: "Prices will fall soon.",
    phrases: `
      will | won't | is going to | are going to | not going to | am going to | gonna | shall | is destined to |
      are destined to | it's coming | it is coming | is coming | is imminent | are imminent | about to | it'll | we'll
      | they'll | he'll | she'll | you'll | that'll | there'll | i'll | , expect | : expect | on the cards |
      on the horizon | is on the way | are on the way | matter of time | matter of days | matter of weeks |
      matter of hours | is days away | is weeks away
    `,
  },
  INSIDER: {
    means: "a claim of inside knowledge, or that something is about to happen",
    example: "Get ready, any day now.",
    phrases: `
      get ready | be ready | to be ready | be there | told to be | being told | been told to | be prepared |
      on standby | standing by | any minute now | any day now | any moment now | behind the scenes |
      inside information | under guard | sleep at the office | it's happening | it is happening | it's coming |
      already in the vault | got memos | got a memo | received a memo | received memos | stay tuned | buckle up |
      be staffed | lock and load | banker friends | my contact
    `,
  },
  AFTER_EVENT: {
    means: "an event that a time hangs on, where no day can be computed",
    example: "It opens shortly after the vote.",
    phrases: `
      shortly after | soon after | immediately after | right after | once | as soon as | following the | when the |
      after the conclusion | upon completion
    `,
  },
} as const satisfies Record<string, PhraseClass>;

function bookOf({ phrases }: PhraseClass) {
  return phraseBook(phrases.split("|").map((phrase) => phrase.trim().replace(/\s+/g, " ")));
}

export const OWN_VOICE = bookOf(WORDING_CLASSES.OWN_VOICE);
export const JUDGEMENT = bookOf(WORDING_CLASSES.JUDGEMENT);
export const PROBABLE = bookOf(WORDING_CLASSES.PROBABLE);
export const POSSIBLE = bookOf(WORDING_CLASSES.POSSIBLE);
export const SCHEDULED = bookOf(WORDING_CLASSES.SCHEDULED);
export const FUTURE = bookOf(WORDING_CLASSES.FUTURE);
export const FORECAST = bookOf(WORDING_CLASSES.FORECAST);
export const INSIDER = bookOf(WORDING_CLASSES.INSIDER);
export const AFTER_EVENT = bookOf(WORDING_CLASSES.AFTER_EVENT);

export const EVALUATIVE_CLASS: WordClass = {
  means: "praise or blame: few facts need such a word",
  example: "It was a shameful decision.",
  words: `
    disgraceful shameful shameless outrageous absurd ridiculous pathetic terrible horrible horrific awful dreadful
    appalling sinister brilliant excellent wonderful amazing fantastic incredible magnificent terrific superb
    stunning heartbreaking cherished disaster fiasco farce travesty blunder folly hypocrisy hypocrites nonsense
    idiotic stupid foolish reckless cowardly coward evil vile despicable obnoxious laughable embarrassing impotence
    incompetence incompetent manifest torrent derision disgust arrogance arrogant detached courageous brave heroic
    defiance existential swanky miserable delusional corrupt lunacy chaos
  `,
};
export const EVALUATIVE = wordsOf(EVALUATIVE_CLASS);
