import type { Token } from "#lib/english/tokens";
import { type Sentence, spanOf } from "#lib/pipeline/attribute/sentence";
import type { Speaker } from "#lib/pipeline/attribute/speakers/noun-phrase";
import { opensClause } from "./clause";
import { type RuleCredit, ruleCredit } from "./rule-credit";

/** Those before whom people speak in public, so that it is on record what was said, though not by whom. */
const HEARING =
  /^(?:courts?|jury|jurors|inquest|inquiry|tribunal|hearing|trial|magistrates|coroner|mps|peers|senators|councillors|committee|subcommittee|commission)$/;
const AUXILIARY = /^(?:has|have|had|was|were|been|also|then|later|previously)$/;
const PASSIVE = /^(?:was|were|been)$/;
/** Behind the verb: somebody else is named who tells it ("told by", "heard from"), or nothing is said ("heard evidence"). */
const OTHERS = /^(?:by|from|to|about|of|evidence|testimony|arguments?|submissions?|appeals?|cases?|pleas?)$/;
const PREPOSITION = /^(?:of|into|at|in|on|for|by|to|during|held|sitting)$/;

/** "The court heard that …", "…, jurors at Leeds Crown Court were told": somebody said so before them. */
export function heardInCourt(sentence: Sentence): RuleCredit | null {
  const list = sentence.tokens;
  for (let i = 1; i < list.length; i += 1) {
    const verb = list[i];
    if (verb === undefined || sentence.quoted[i] === true || !/^(?:heard|told)$/.test(verb.lower)) continue;
    const last = lastOfSubject(list, i);
    if (verb.lower === "told" && !list.slice(last + 1, i).some(({ lower }) => PASSIVE.test(lower))) continue;
    const opening = firstOfSubject(sentence, last);
    const first = withoutWhen(list, opening, last);
    if (!isHearing(list.slice(first, last + 1)) || !hasContent(sentence, opening, i)) continue;
    const [source, cue] = [spanOf(sentence, first, last), spanOf(sentence, last + 1, i)];
    const speaker = somebodyBefore(
      sentence.text.slice(source.start - sentence.start, source.end - sentence.start),
    );
    return ruleCredit(sentence, speaker, {
      source,
      cue,
      rule: "according-to",
      score: 0.85,
      cueText: verb.lower,
    });
  }
  return null;
}

function lastOfSubject(list: readonly Token[], verb: number): number {
  let last = verb - 1;
  while (last >= 0 && AUXILIARY.test(list[last]?.lower ?? "")) last -= 1;
  return last;
}

/** In tokens. */
const LONGEST_SUBJECT = 14;

function firstOfSubject({ tokens: list, quoted }: Sentence, last: number): number {
  let first = last;
  while (
    first > 0 &&
    last - first < LONGEST_SUBJECT &&
    list[first - 1]?.kind !== "MARK" &&
    quoted[first - 1] !== true
  )
    first -= 1;
  return first;
}

/** "*On the second day* the inquest heard", "*on Monday* jurors were told": when it was stands before the subject without a comma, too. */
function withoutWhen(list: readonly Token[], first: number, last: number): number {
  if (!OPENS_WHEN.test(list[first]?.lower ?? "")) return first;
  for (let at = last; at > first + 1; at -= 1) {
    const [before, token] = [list[at - 1]?.lower ?? "", list[at]?.lower ?? ""];
    const isOpening = /^(?:the|an?)$/.test(token) || (HEARING.test(token) && !/^(?:the|an?)$/.test(before));
    if (isOpening && !PREPOSITION.test(before)) return at;
  }
  return first;
}
const OPENS_WHEN = /^(?:on|in|at|during|earlier|later|last|this|yesterday|today)$/;

function isHearing(subject: readonly Token[]): boolean {
  const preposition = subject.findIndex(({ lower }) => PREPOSITION.test(lower));
  const head = preposition < 0 ? subject : subject.slice(0, preposition);
  return HEARING.test(head.at(-1)?.lower ?? "");
}

/** Behind the verb stands what was said, or before its subject, and then little behind it: "the court heard on Monday". In tokens. */
const MOST_BEHIND = 5;
/** "But", "And so": such a word or two may open the sentence. */
const MOST_OPENING = 2;

function hasContent(sentence: Sentence, first: number, verb: number): boolean {
  const { tokens: list, quoted } = sentence;
  const next = list[verb + 1]?.lower ?? "";
  if (OTHERS.test(next)) return false;
  const isBehind = first > 2 && (list[first - 1]?.text === "," || quoted[first - 1] === true);
  if (isBehind && list.length - verb <= MOST_BEHIND + 1) return true;
  const isSaid =
    /^(?:that|how|:)$/.test(next) || quoted[verb + 1] === true || opensClause(sentence, verb + 1);
  return first <= MOST_OPENING && isSaid;
}

/** "the court": somebody spoke before it. */
function somebodyBefore(where: string): Speaker {
  const name = where.replace(/^(?:The|An?)\b/, (article) => article.toLowerCase());
  return {
    name,
    kind: "UNNAMED",
    sourcing: "UNNAMED_QUALIFIED",
    because: "PLACED",
    isParty: false,
    isPlural: false,
  };
}
