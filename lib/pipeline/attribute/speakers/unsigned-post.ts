import { monthOf, weekdayNamed } from "#lib/english/month-names";
import * as nouns from "#lib/english/nouns";
import * as posts from "#lib/english/posts";
import { isCapitalised, type Token } from "#lib/english/tokens";
import type { Sentence } from "#lib/pipeline/attribute/sentence";

/** Words before the noun of a post: "a much shared voice message". */
const MOST_BEFORE_POST = 4;

/**
 * "a post shared thousands of times", "one viral message", "a screenshot circulating on Telegram": nobody has signed it. "A post by the
 * council" is the council's, and so is "a message from the council, shared on Telegram". Of what only carries words ("a text", "a video"),
 * and of what was told of before ("the message"), it has to be told that it is passed around.
 */
export function isUnsignedPost(phrase: readonly Token[]): boolean {
  const noun = postIn(phrase);
  const word = phrase[noun]?.lower ?? "";
  if (noun < 0 || isPossessedOrPlaced(phrase, noun) || signerAt(phrase, noun) >= 0) return false;
  if (isPassedAround(phrase, noun)) return true;
  return posts.POST.has(word) && noun > 0 && nouns.INDEFINITE.has(phrase[0]?.lower ?? "");
}

/**
 * "*A clip making the rounds* said": the words before the verb at `cue`, where they are a post that is passed around and nothing else, so
 * that it is the subject, however its last noun ("the rounds") looks. Null where they are more ("A forwarded message, the mayor *said*").
 */
export function postBefore({ tokens, quoted }: Sentence, cue: number): readonly Token[] | null {
  if (cue < 1 || cue > LONGEST_SUBJECT || quoted.slice(0, cue).includes(true)) return null;
  const phrase = tokens.slice(0, tokens[cue - 1]?.text === "," ? cue - 1 : cue);
  const noun = postIn(phrase);
  if (noun < 0 || !isPassedAround(phrase, noun) || !isUnsignedPost(phrase)) return null;
  return phrase.some((_, i) => i > noun && beginsOther(phrase, i)) ? null : phrase;
}
const LONGEST_SUBJECT = 20;

/** Whether another clause, or another noun beside the post, begins here. */
function beginsOther(phrase: readonly Token[], at: number): boolean {
  const [before, word, next] = [at - 1, at, at + 1].map((i) => phrase[i]?.lower ?? "");
  const goesRound = (from: number): boolean =>
    posts.ROUND_BEHIND.has(phrase[from]?.lower ?? "") ||
    posts.ROUND_ON_SITE.has(phrase[from]?.lower ?? "") ||
    posts.PASSED_AROUND.at(phrase, from) !== null;
  if (RELATIVE.test(word ?? "")) return !HELPER.test(next ?? "") && !goesRound(at + 1);
  if (HELPER.test(word ?? "")) return !RELATIVE.test(before ?? "") && !HELPER.test(before ?? "");
  if (/^(?:and|or|but)$/.test(word ?? "")) return !nouns.PLATFORM.has(next ?? "");
  if (word !== ",") return false;
  return !RELATIVE.test(next ?? "") && !goesRound(at + 1);
}
const RELATIVE = /^(?:that|which)$/;
const HELPER = /^(?:is|are|was|were|has|have|had|been|being|now|also|widely)$/;

/** "a text message from the governor", "a message signed by the minister": it says whose it is. */
export function isSignedPost(phrase: readonly Token[]): boolean {
  const noun = postIn(phrase);
  const at = noun < 0 ? -1 : signerAt(phrase, noun);
  return phrase[at]?.lower === "by" ? at === noun + 1 || WRITES.test(phrase[at - 1]?.lower ?? "") : at >= 0;
}
/** "under a name *used by* Ruiz" says nothing of who wrote it. */
const WRITES =
  /^(?:signed|written|recorded|made|sent|issued|published|posted|uploaded|released|shared|forwarded|circulated|distributed)$/;

/** Where the noun of a post stands among the first words: "a text *message*", "a voice *note*"; -1 without one. */
export function postIn(phrase: readonly Token[]): number {
  const isPost = (at: number): boolean => {
    const word = phrase[at]?.lower ?? "";
    if (/^notes?$/.test(word)) return posts.SPOKEN.has(phrase[at - 1]?.lower ?? "");
    return posts.POST.has(word) || posts.CARRIER.has(word);
  };
  let noun = phrase.findIndex((_, i) => i <= MOST_BEFORE_POST && isPost(i));
  while (noun >= 0 && isPost(noun + 1)) noun += 1;
  // "a text editor", "the message board": a noun right behind it is what the phrase is about.
  const next = phrase[noun + 1];
  const isOther =
    next !== undefined && (nouns.ORGANIZATION.has(next.lower) || nouns.isPersonNoun(next.lower));
  return isOther ? -1 : noun;
}

/** "the mayor's message", "a police message", "a post on the council's page": whose it is, or who keeps the place where it stands. */
function isPossessedOrPlaced(phrase: readonly Token[], noun: number): boolean {
  if (phrase.some(({ lower }) => /'s?$/.test(lower) && !/^(?:that|who|it)'s$/.test(lower))) return true;
  if (phrase.slice(1, noun).some(isSomebody)) return true;
  const on = phrase.findIndex(({ lower }, i) => i > noun && lower === "on");
  const place = phrase.slice(on + 1);
  return on >= 0 && (place.some(isSomebody) || /^(?:its|his|her)$/.test(place[0]?.lower ?? ""));
}

/** Where it begins to say who wrote a post; -1 where it doesn't. Who only passed it on is a crowd: "shared by thousands". */
function signerAt(phrase: readonly Token[], noun: number): number {
  return phrase.findIndex(({ lower }, i) => {
    if (i <= noun) return false;
    const behind = phrase.slice(i + 1);
    if (lower === "by") return behind.length > 0 && !isCrowd(behind);
    const isFirst = i === noun + 1 || /^(?:sent|coming|that|which)$/.test(phrase[i - 1]?.lower ?? "");
    return isFirst && /^(?:from|of)$/.test(lower) && beginsWithSomebody(behind);
  });
}

/** "the *governor* that …", "a friend | of the minister": whether the first part of what stands behind "from" is an office, a body or a name. */
function beginsWithSomebody(phrase: readonly Token[]): boolean {
  const end = phrase.findIndex(({ lower }, i) => i > 0 && ENDS.test(lower));
  return (end < 0 ? phrase : phrase.slice(0, end)).some(isSomebody);
}
const ENDS = /^(?:of|from|in|on|at|that|which|who|to|,|shared|sent|passed|circulating|forwarded)$/;

function isCrowd(phrase: readonly Token[]): boolean {
  const [first] = phrase;
  if (first === undefined || first.kind === "NUMBER") return true;
  const isPlural = first.lower.endsWith("s") && nouns.isPersonNoun(first.lower);
  return posts.CROWD.has(first.lower) || nouns.ACCOUNT.has(first.lower) || isPlural;
}

/** An office, a body, or a name. The site on which something stands wrote none of it, and neither did a day. */
function isSomebody(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== "WORD" || nouns.ACCOUNT.has(token.lower)) return false;
  const { lower } = token;
  if (nouns.OFFICIAL.has(lower) || nouns.ORGANIZATION.has(lower) || nouns.PERSON_TITLE.has(lower))
    return true;
  const isDay = weekdayNamed(lower) !== null || monthOf(lower) !== null;
  const isPlace = nouns.PLATFORM.has(lower) || lower === "x" || nouns.NO_NAME.has(lower);
  return isCapitalised(token) && !isDay && !isPlace;
}

/** "a text shared *with* the paper", "forwarded *to* the police": it went to one, and not around. */
const TO_ONE = /^(?:with|to)$/;

function isPassedAround(phrase: readonly Token[], noun: number): boolean {
  const isOnSite = phrase.slice(noun + 1).some(({ lower }) => nouns.PLATFORM.has(lower));
  return (
    phrase.slice(0, noun).some(({ lower }) => posts.ROUND_BEFORE.has(lower)) ||
    posts.PASSED_AROUND.find(phrase, noun + 1) !== null ||
    phrase.some(({ lower }, i) => {
      if (i <= noun || TO_ONE.test(phrase[i + 1]?.lower ?? "")) return false;
      return posts.ROUND_BEHIND.has(lower) || (isOnSite && posts.ROUND_ON_SITE.has(lower));
    })
  );
}
