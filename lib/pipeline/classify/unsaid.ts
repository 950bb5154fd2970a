import type { ParsedPage } from "#lib/english/treebank/syntax";
import { type WordClass, wordsOf } from "#lib/english/word-class";
import { childrenOf, isNegation, lemmaAt, relationOf, tagOf, wordOf } from "./tree-words";

/**
 * What a sentence tells of without anybody saying that it will be: what somebody denies or nobody expects, what somebody wants another to do,
 * and a plan that is told of because it was dropped.
 */
export const UNSAID_CLASSES = {
  DENIALS: {
    means: "whoever does this says that what hangs on it is not so",
    example: "The bank rejected claims that it will close in May.",
    words: "deny reject dismiss refute rebut debunk disavow",
  },
  UNTRUE: {
    means: "what is called this is not so",
    example: "It is untrue that the school will shut in October.",
    words: "untrue false wrong incorrect nonsense rubbish fake baseless unfounded",
  },
  DEMANDS: {
    means: "whoever does this wants another to do what hangs on it, and does not say that it will be done",
    example: "Farmers urged the ministry to cut the levy by January.",
    words: "demand urge ask beg implore plead appeal press insist exhort petition",
  },
  DROPPED: {
    means: "what this was done to will not be",
    example: "The concert scheduled for 5 October has been cancelled.",
    words: "cancel postpone scrap abandon suspend shelve",
  },
} as const satisfies Record<string, WordClass>;

const DENIALS = wordsOf(UNSAID_CLASSES.DENIALS);
const UNTRUE = wordsOf(UNSAID_CLASSES.UNTRUE);
const DEMANDS = wordsOf(UNSAID_CLASSES.DEMANDS);
const DROPPED = wordsOf(UNSAID_CLASSES.DROPPED);

/** How far up a clause is looked for what it is the content of. */
const MOST_ABOVE = 4;
/** Relations by which a clause is the content of what is above it. Another clause beside it ("and", a reason) is not. */
const CONTENT = /^(?:ccomp|xcomp|csubj|acl|dep|mark|advmod|dobj|nmod)/;

/** Whether nobody says that what the predicate at this token tells will be. */
export function isUnsaid(page: ParsedPage, at: number): boolean {
  if (isDropped(page, at) || isDemand(page, at) || isCalledUntrue(page, at)) return true;
  let below = at;
  for (let step = 0; step < MOST_ABOVE; step += 1) {
    if (!CONTENT.test(relationOf(page, below))) return false;
    const above = page.heads[below] ?? -1;
    if (above < 0 || isBeside(page, above, below)) return false;
    if (DENIALS.has(lemmaAt(page, above)) || isUntrue(page, above) || isNobodys(page, above)) return true;
    if (isWanted(page, above) && !isPassive(page, above) && !isAssured(page, above, below)) return true;
    below = above;
  }
  return false;
}

/** "The board rejected the bid and will vote again": trees take the second for what was rejected. */
function isBeside(page: ParsedPage, above: number, below: number): boolean {
  return childrenOf(page, above).some((i) => relationOf(page, i) === "cc" && i > above && i < below);
}

/** "Claims that the ferry will stop are false": trees hang "false" on what was claimed. */
const isCalledUntrue = (page: ParsedPage, at: number): boolean =>
  childrenOf(page, at).some((i) => i > at && isUntrue(page, i));

/** "It is untrue that", "it is not true that". */
function isUntrue(page: ParsedPage, at: number): boolean {
  if (UNTRUE.has(wordOf(page, at))) return childrenOf(page, at).some((i) => relationOf(page, i) === "cop");
  return wordOf(page, at) === "true" && childrenOf(page, at).some((i) => isNegation(page, i));
}

/** "Nobody expects", "no one thinks". */
function isNobodys(page: ParsedPage, at: number): boolean {
  return childrenOf(page, at).some((i) => {
    if (!/^nsubj/.test(relationOf(page, i))) return false;
    if (/^(?:nobody|none)$/.test(wordOf(page, i))) return true;
    return wordOf(page, i) === "one" && childrenOf(page, i).some((of) => wordOf(page, of) === "no");
  });
}

/** "Urges", "called on", "called for": somebody wants it. */
function isWanted(page: ParsedPage, at: number): boolean {
  if (!tagOf(page, at).startsWith("VB")) return false;
  const lemma = lemmaAt(page, at);
  return DEMANDS.has(lemma) || (lemma === "call" && /^(?:on|upon|for)$/.test(wordOf(page, at + 1)));
}

/** "Insists that the pool will open" says that it will be; "insists that it open" does not. */
function isAssured(page: ParsedPage, above: number, below: number): boolean {
  if (lemmaAt(page, above) !== "insist") return false;
  const isBare = !childrenOf(page, below).some((i) => /^(?:aux|cop)/.test(relationOf(page, i)));
  return !(isBare && /^VBP?$/.test(tagOf(page, below)));
}

/** "Asked for an answer by Friday": the time hangs on the asking. What somebody will ask, or is to ask, on a day is said to be. */
function isDemand(page: ParsedPage, at: number): boolean {
  if (!isWanted(page, at)) return false;
  return (
    !childrenOf(page, at).some((i) => tagOf(page, i) === "MD" || tagOf(page, i) === "TO") &&
    !isPassive(page, at)
  );
}

const isPassive = (page: ParsedPage, at: number): boolean =>
  childrenOf(page, at).some((i) => relationOf(page, i) === "auxpass");

/** "The hearing planned for Monday was called off": what is told of a plan is that there is none any more. */
function isDropped(page: ParsedPage, at: number): boolean {
  const isClause = /^(?:acl|relcl)/.test(relationOf(page, at));
  if ((isClause || tagOf(page, at) === "VBN") && isDroppedBehind(page, at)) return true;
  const noun = page.heads[at] ?? -1;
  const verb = page.heads[noun] ?? -1;
  if (!isClause || noun < 0 || verb < 0) return false;
  return /^nsubj/.test(relationOf(page, noun)) && isDropping(page, verb);
}

function isDropping(page: ParsedPage, at: number): boolean {
  const lemma = lemmaAt(page, at);
  if (DROPPED.has(lemma)) return true;
  return /^(?:call|put)$/.test(lemma) && childrenOf(page, at).some((i) => wordOf(page, i) === "off");
}

/** "The strike planned for Friday is off": trees leave apart, or put beside the plan, what became of it. It stands in the same clause. */
function isDroppedBehind(page: ParsedPage, at: number): boolean {
  for (let i = at + 1; page.sentenceOf[i] === page.sentenceOf[at] && i < page.tokens.count; i += 1) {
    if (/^(?:punct|cc|mark)$/.test(relationOf(page, i)) || tagOf(page, i) === "MD") return false;
    if (!/^(?:is|are|was|were|been)$/.test(wordOf(page, i))) continue;
    const word = wordOf(page, i + 1);
    if (word === "off") return !tagOf(page, i + 2).startsWith("VB");
    if (DROPPED.has(lemmaAt(page, i + 1))) return true;
    if (/^(?:called|put)$/.test(word) && wordOf(page, i + 2) === "off") return true;
  }
  return false;
}
