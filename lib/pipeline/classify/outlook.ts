import type { ParsedPage } from "#lib/english/treebank/syntax";
import { type WordClass, wordsOf } from "#lib/english/word-class";
import { childrenOf, isNegation, lemmaAt, relationOf, tagOf, wordOf } from "./tree-words";
import { isUnsaid } from "./unsaid";

/**
 * How whatever governs some words looks at time: `AHEAD` (will, a plan, a schedule), `NOW` (a present form, which a date can
 * put ahead: "it opens on Friday"), `BEHIND`, `DENIED` (what won't be, or nobody plans), `UNSAID` (nobody says that it will be: `unsaid.ts`), or
 * `NONE` where nothing governs them.
 */
export type Outlook = "AHEAD" | "NOW" | "BEHIND" | "DENIED" | "UNSAID" | "NONE";

export interface Governed {
  readonly outlook: Outlook;
  /** The predicate is one of a plan or a schedule ("asked for answers by 10 May"): a day after the post's is meant. */
  readonly isPlan: boolean;
  /** "may", "could": no more than possible. */
  readonly isMay: boolean;
  /** "They are leaving": with a day beside it, the day is to come. */
  readonly isUnderWay: boolean;
  /** An adjective after a form of "be": "they are *exempt*". */
  readonly isState: boolean;
  /** The token of the verb, -1 without one. */
  readonly verb: number;
  /** The verb or the noun right above the words: what happens then. */
  readonly lemma: string;
  /** Nouns between the words and their verb, base forms, nearest first: "the *hearing* on 3 May". */
  readonly nouns: readonly string[];
}

/** Words that say of another word that it is meant to come. */
export const PLAN_CLASSES = {
  VERBS: {
    means: "whoever does this looks ahead: what they want, order, promise or foretell is still to come",
    example: "The council plans to meet.",
    words: `
      plan hope intend want aim promise pledge vow agree ask order urge tell need decide propose threaten prepare demand offer
      expect schedule set slate book fix pencil project forecast predict call request require invite announce postpone delay
      extend push target commit choose wait anticipate summon instruct advise
    `,
  },
  SPOKEN: {
    means: "who did this bound somebody by it: what hangs on it is still to come after it was done",
    example: "The council voted to keep the bridge open until 2030.",
    words: `
      ask order urge tell vote pledge promise vow agree decide demand invite instruct summon advise commit warn
    `,
  },
  CALENDAR: {
    means: "in the present, with a time beside it, this puts something on the calendar",
    example: "The club plans a match in May.",
    words: `
      plan expect hope intend schedule target aim forecast predict project anticipate propose promise pledge vow prepare
      eye
    `,
  },
  STATES: {
    means: "a participle or an adjective that, after a form of 'be', puts something on the calendar",
    example: "The hearing is due on Friday.",
    words: `
      scheduled set due expected slated planned poised booked fixed pencilled penciled projected forecast predicted likely about
      ready supposed bound sure certain tipped billed timed targeted unlikely going
    `,
  },
  TOLD: {
    means: "whoever is told so is still to do it",
    example: "The crew is told to leave by Friday.",
    words: "told ordered asked required meant allowed urged invited obliged",
  },
  NOUNS: {
    means: "a plan or a duty that an infinitive or a date can hang on",
    example: "the plan to close the bridge by May",
    words: `
      plan decision deal proposal bid promise goal deadline pledge intention agreement commitment order offer target
      schedule permission invitation
    `,
  },
  EVENTS: {
    means: "an event that stands on a calendar before it happens",
    example: "ahead of the Oct. 27 election",
    words: `
      election vote referendum hearing trial meeting summit conference deadline debate launch release opening premiere
      game match concert festival gala ceremony inauguration primary runoff kickoff start expiration expiry auction budget
      sitting convention date draft race tour wedding show exhibition sentencing ballot talks parade march rally service prayer
      prayers funeral memorial mass fair carnival fixture derby
    `,
  },
  REFUSALS: {
    means: "whoever does this does not do what hangs on it",
    example: "She declined to say what happens on Friday.",
    words: "decline refuse fail deny forget neglect cancel scrap drop rule abandon",
  },
} as const satisfies Record<string, WordClass>;

const VERBS = wordsOf(PLAN_CLASSES.VERBS);
const SPOKEN = wordsOf(PLAN_CLASSES.SPOKEN);
const STATES = wordsOf(PLAN_CLASSES.STATES);
const TOLD = wordsOf(PLAN_CLASSES.TOLD);
export const CALENDAR = wordsOf(PLAN_CLASSES.CALENDAR);
const NOUNS = wordsOf(PLAN_CLASSES.NOUNS);
const REFUSALS = wordsOf(PLAN_CLASSES.REFUSALS);
export const EVENTS = wordsOf(PLAN_CLASSES.EVENTS);

const WILL = new Set(["will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"]);
const MAY = new Set(["may", "might", "could", "should", "must", "can", "ca"]);
const PRESENT_BE = new Set(["is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"]);
const MOST_STEPS = 10;

const NOTHING: Governed = {
  outlook: "NONE",
  isPlan: false,
  isMay: false,
  isUnderWay: false,
  isState: false,
  verb: -1,
  lemma: "",
  nouns: [],
};

interface Predicate {
  readonly outlook: Outlook;
  readonly isPlan: boolean;
  readonly isMay?: boolean;
}

/** What governs the tokens [first, end) of a page that stand in one sentence. */
export function governedBy(page: ParsedPage, first: number, end: number): Governed {
  let at = -1;
  for (let i = first; i < end; i += 1) {
    if (relationOf(page, i) === "punct") continue;
    const head = page.heads[i] ?? -1;
    if (head >= 0 && (head < first || head >= end) && tagOf(page, i) !== "IN") at = head;
  }
  if (at < 0) return NOTHING;
  const nouns: string[] = [];
  for (let step = 0; at >= 0 && step < MOST_STEPS; step += 1) {
    if (isPredicate(page, at)) return found(page, at, first, nouns);
    nouns.push(lemmaAt(page, at));
    at = page.heads[at] ?? -1;
  }
  return { ...NOTHING, isPlan: nouns.some((noun) => NOUNS.has(noun)), lemma: nouns[0] ?? "", nouns };
}

function found(page: ParsedPage, verb: number, first: number, nouns: readonly string[]): Governed {
  const at = beforeComma(page, verb, first);
  const own = predicateAt(page, at, MOST_STEPS);
  const isNearer = own.outlook === "BEHIND" && at < first && isToComeBetween(page, at + 1, first);
  const isHelped = childrenOf(page, at).some((i) => /^aux/.test(relationOf(page, i)));
  const isUnderWay = own.outlook === "NOW" && tagOf(page, at) === "VBG" && isHelped;
  const predicate: Predicate = isNearer ? { outlook: "AHEAD", isPlan: own.isPlan } : own;
  // "Secured" is a deed that lasts, and may be promised.
  const isState = tagOf(page, at).startsWith("JJ") && !wordOf(page, at).endsWith("ed");
  return { isMay: false, ...predicate, isUnderWay, isState, verb: at, lemma: lemmaAt(page, at), nouns };
}

/** "It will open on Monday, she said": trees hang the time on "said", and it belongs to the verb before it. */
function beforeComma(page: ParsedPage, verb: number, first: number): number {
  const isApart = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) if (tagOf(page, i) === ",") return true;
    return false;
  };
  if (verb < first || !isApart(first, verb)) return verb;
  for (let i = first - 1; i >= 0 && page.sentenceOf[i] === page.sentenceOf[verb]; i -= 1) {
    if (tagOf(page, i) === ",") break;
    if (/^VB/.test(tagOf(page, i)) && !/^aux|^cop/.test(relationOf(page, i))) return i;
  }
  return verb;
}

/**
 * Trees hang a time on "said" that belongs to "would" behind it: "said tests would be back by Friday". So does what a memo or a
 * letter orders: "got a letter to be there on Friday".
 */
function isToComeBetween(page: ParsedPage, from: number, to: number): boolean {
  let noun = -9;
  for (let i = from; i < to; i += 1) {
    if (tagOf(page, i) === "," || tagOf(page, i) === ":") return false;
    if (tagOf(page, i) === "MD" && WILL.has(wordOf(page, i))) return true;
    if (ORDERS.test(wordOf(page, i))) noun = i;
    if (tagOf(page, i) === "TO" && i - noun <= 2) return true;
  }
  return false;
}
const ORDERS =
  /^(?:memos?|letters?|notices?|orders?|instructions?|warnings?|invitations?|requests?|calls?|demands?)$/;

/** A verb, or a noun or an adjective with a copula. */
function isPredicate(page: ParsedPage, at: number): boolean {
  const tag = tagOf(page, at);
  if (tag.startsWith("VB") || tag === "MD") return true;
  return childrenOf(page, at).some(
    (i) => relationOf(page, i) === "cop" || (relationOf(page, i) === "aux" && tagOf(page, i) === "MD"),
  );
}

function predicateAt(page: ParsedPage, at: number, steps: number): Predicate {
  const children = childrenOf(page, at);
  const helpers = children.filter((i) => /^(?:aux|auxpass|cop)$/.test(relationOf(page, i)));
  const isTo = children.some((i) => tagOf(page, i) === "TO" && i < at);
  const isNot = children.some((i) => isNegation(page, i));
  const words = helpers.map((i) => wordOf(page, i));
  const lemma = lemmaAt(page, at);
  const isPlan = VERBS.has(lemma) || STATES.has(wordOf(page, at));
  const as = (outlook: Outlook): Predicate => ({
    outlook: isNot && outlook === "AHEAD" ? "DENIED" : outlook,
    isPlan,
  });
  if (children.some((i) => relationOf(page, i) === "mark" && /^(?:if|unless|whether)$/.test(wordOf(page, i))))
    return as("DENIED");
  if (isUnsaid(page, at)) return as("UNSAID");
  const hasHave = words.some((word) => /^(?:have|has|had|['’]ve|having)$/.test(word));
  // "It would have opened" tells of what did not happen.
  if (hasHave && words.includes("would")) return as("BEHIND");
  // "He would go on to win it": to come then, and long gone.
  if (words.includes("would") && lemma === "go" && wordOf(page, at + 1) === "on") return as("BEHIND");
  if (words.some((word) => WILL.has(word))) return as("AHEAD");
  if (words.some((word) => MAY.has(word))) return { ...as(hasHave ? "BEHIND" : "AHEAD"), isMay: true };
  if (isTo) {
    if (isNoPlan(page, at)) return { outlook: "DENIED", isPlan: true };
    if (words.some((word) => PRESENT_BE.has(word))) return as("AHEAD");
    return controlled(page, at, steps, isNot);
  }
  return as(plain(page, at, words, hasHave, steps));
}

/** "has *no plans to* refill it": trees hang the infinitive on either word. */
function isNoPlan(page: ParsedPage, at: number): boolean {
  const to = childrenOf(page, at).find((i) => tagOf(page, i) === "TO" && i < at) ?? -1;
  if (!NOUNS.has(lemmaAt(page, to - 1))) return false;
  return (
    wordOf(page, to - 2) === "no" || (wordOf(page, to - 3) === "no" && tagOf(page, to - 2).startsWith("JJ"))
  );
}

/** A verb without a modal: its own form, its helpers and its meaning say when it is. */
function plain(
  page: ParsedPage,
  at: number,
  words: readonly string[],
  hasHave: boolean,
  steps: number,
): Outlook {
  const tag = tagOf(page, at);
  const isState = STATES.has(wordOf(page, at));
  const isNow = words.some((word) => PRESENT_BE.has(word));
  const isPast = words.some((word) => /^(?:was|were|had|did|been)$/.test(word));
  if (isNow && isState) return "AHEAD";
  if (hasHave || isPast) return "BEHIND";
  if (isNow && tag === "VBG") return "NOW";
  if (tag === "VBD") return "BEHIND";
  if (tag === "VBN" && words.length === 0 && hasSubject(page, at)) return "BEHIND";
  if (tag === "VBN" && words.length === 0) return isState ? "AHEAD" : aboveIt(page, at, steps, "BEHIND");
  if (tag === "VBG" && words.length === 0) return aboveIt(page, at, steps, "NOW");
  return "NOW";
}

const hasSubject = (page: ParsedPage, at: number): boolean =>
  childrenOf(page, at).some((i) => relationOf(page, i) === "nsubj");

/** A participle without a helper is as its clause is: "*Speaking* on Friday, she said". */
function aboveIt(page: ParsedPage, at: number, steps: number, otherwise: Outlook): Outlook {
  const above = page.heads[at] ?? -1;
  if (above < 0 || steps <= 0) return otherwise;
  if (!isPredicate(page, above)) return otherwise;
  const { outlook } = predicateAt(page, above, steps - 1);
  return outlook === "NONE" ? otherwise : outlook;
}

/** An infinitive: whatever it hangs on says whether it is to come ("plans to", "is due to") or came ("met to"). */
function controlled(page: ParsedPage, at: number, steps: number, isNot: boolean): Predicate {
  let above = page.heads[at] ?? -1;
  if (relationOf(page, at) === "conj") above = page.heads[above] ?? above;
  if (above < 0 || steps <= 0) return { outlook: "AHEAD", isPlan: true };
  const lemma = lemmaAt(page, above);
  const children = childrenOf(page, above);
  const isRefused =
    isNot || REFUSALS.has(lemma) || children.some((i) => isNegation(page, i) || wordOf(page, i) === "no");
  // "Salaries are to be paid": trees take "are" for the verb.
  if (PRESENT_BE.has(wordOf(page, above))) return { outlook: isRefused ? "DENIED" : "AHEAD", isPlan: true };
  if (!isPredicate(page, above)) {
    if (NOUNS.has(lemma)) return { outlook: isRefused ? "DENIED" : "AHEAD", isPlan: true };
    return { outlook: aboveIt(page, above, steps - 1, "NOW"), isPlan: false };
  }
  const isPlan =
    VERBS.has(lemma) || SPOKEN.has(lemma) || STATES.has(wordOf(page, above)) || TOLD.has(wordOf(page, above));
  const { outlook } = predicateAt(page, above, steps - 1);
  if (outlook === "AHEAD") return { outlook: isRefused ? "DENIED" : "AHEAD", isPlan: true };
  if (!isPlan) return { outlook: isRefused ? "DENIED" : outlook, isPlan: false };
  if (isRefused) return { outlook: "DENIED", isPlan: true };
  // "Asked to comment in May, she said": a participle is as its clause is.
  const isBareParticiple =
    tagOf(page, above) === "VBN" && !children.some((i) => /^aux/.test(relationOf(page, i)));
  const isGone = outlook === "BEHIND" && (!SPOKEN.has(lemma) || isBareParticiple);
  return { outlook: isGone ? "BEHIND" : "AHEAD", isPlan: true };
}

/** The end of whatever hangs on a token, itself included: the token after its last word before `limit`. */
export function endOfClause(page: ParsedPage, at: number, limit: number): number {
  let end = at + 1;
  for (let i = at + 1; i < Math.min(limit, at + 40); i += 1) {
    let up = i;
    for (let step = 0; step < 12 && up > at; step += 1) up = page.heads[up] ?? -1;
    if (up !== at) break;
    end = i + 1;
  }
  return end;
}
