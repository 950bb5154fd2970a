import { type Sentence, spanOf } from "#lib/pipeline/attribute/sentence";
import { asIntroduced, type Memory } from "#lib/pipeline/attribute/speakers/memory";
import { speakerOf } from "#lib/pipeline/attribute/speakers/noun-phrase";
import { type RuleCredit, ruleCredit } from "./rule-credit";

const TOLD = /^(?:told|warned|informed|advised|assured|reminded|notified)$/;

/** "Ana Ruiz was told by the clinic that …": who tells stands behind "by", and the subject is only told. */
export function toldBy(sentence: Sentence, memory: Memory): RuleCredit | null {
  const list = sentence.tokens;
  for (let i = 1; i + 2 < list.length; i += 1) {
    if (!TOLD.test(list[i]?.lower ?? "") || list[i + 1]?.lower !== "by" || sentence.quoted[i] === true)
      continue;
    if (!/^(?:is|are|was|were|been|be|being)$/.test(list[i - 1]?.lower ?? "")) continue;
    const that = list.findIndex((token, at) => at > i + 2 && /^(?:that|to)$/.test(token.lower));
    if (that < 0 || that - i > MOST_TELLERS) continue;
    // "told by the fire that evening"
    if (/^(?:day|evening|night|morning|afternoon|week|month|year|time)$/.test(list[that + 1]?.lower ?? ""))
      continue;
    const speaker = asIntroduced(speakerOf(list.slice(i + 2, that)), memory);
    if (speaker === null || list[that]?.lower !== "that") continue;
    const [source, cue] = [spanOf(sentence, i + 2, that - 1), spanOf(sentence, i, i + 1)];
    return ruleCredit(sentence, speaker, {
      source,
      cue,
      rule: "according-to",
      score: 0.85,
      cueText: "told by",
    });
  }
  return null;
}
/**
 * "Her death was confirmed *by her daughter, Ruth*", "the closure was first reported by the Gazette", "the stage was declared safe by the city": what the subject tells
 * of is on record through whoever stands behind "by".
 */
export function confirmedBy(sentence: Sentence, memory: Memory): RuleCredit | null {
  const { tokens: list, quoted } = sentence;
  const by = list.findIndex(
    ({ lower }, i) => i > 2 && lower === "by" && quoted[i] !== true && participleBefore(list, i) > 0,
  );
  if (by < 0) return null;
  const participle = participleBefore(list, by);
  const helper = /^(?:first|later|also|since|officially|independently)$/.test(
    list[participle - 1]?.lower ?? "",
  )
    ? participle - 2
    : participle - 1;
  if (!/^(?:is|are|was|were|been)$/.test(list[helper]?.lower ?? "") || !isMain(sentence, helper)) return null;
  const end = endOfTellers(list, by + 1);
  const speaker = asIntroduced(speakerOf(list.slice(by + 1, end)), memory);
  const isOpen =
    list.length - end > MOST_AFTER_TELLERS || list.slice(0, by).some(({ lower }) => NEGATED.test(lower));
  if (speaker === null || speaker.sourcing === "UNNAMED_BARE" || isOpen) return null;
  const [source, cue] = [spanOf(sentence, by + 1, end - 1), spanOf(sentence, participle, by)];
  return ruleCredit(sentence, speaker, {
    source,
    cue,
    rule: "according-to",
    score: 0.8,
    cueText: `${list[participle]?.text}${participle === by - 1 ? "" : " …"} by`,
  });
}
const NEGATED = /^(?:not|never|cannot)$|n['’]t$/;
/** Words behind them: when and where it was confirmed. In tokens, marks counted. */
const MOST_AFTER_TELLERS = 8;
const CONFIRMED = /^(?:confirmed|announced|reported|disclosed|revealed)$/;
/** "declared safe by", "ruled out of order by"; and of numbers, "put at 14,000 by". */
const JUDGED = /^(?:declared|deemed|ruled|judged|certified|pronounced)$/;
const RECKONED = /^(?:put|estimated|valued|reckoned)$/;
/** Tokens between such a word and "by". */
const MOST_JUDGED = 4;

/** The word of telling that "by" belongs to; -1 where there is none. */
function participleBefore(list: Sentence["tokens"], by: number): number {
  if (CONFIRMED.test(list[by - 1]?.lower ?? "")) return by - 1;
  for (let at = by - 2; at > 0 && at >= by - 1 - MOST_JUDGED; at -= 1) {
    const { lower, kind } = list[at] ?? { lower: "", kind: "MARK" };
    if (kind === "MARK") return -1;
    // "The island was ruled for years by the board": that is no word of what it is.
    if (JUDGED.test(lower))
      return /^(?:for|in|over|from|since|with|on|to|as)$/.test(list[at + 1]?.lower ?? "") ? -1 : at;
    if (RECKONED.test(lower)) return list[at + 1]?.lower === "at" ? at : -1;
  }
  return -1;
}

/** No clause hangs between the sentence's beginning and the verb: what was confirmed is the sentence's own subject. */
function isMain({ tokens: list }: Sentence, verb: number): boolean {
  return !list
    .slice(0, verb)
    .some(({ lower, kind, text }) => (kind === "MARK" && text !== "-") || BELOW.test(lower));
}
const BELOW =
  /^(?:who|which|that|as|when|after|before|while|if|because|since|although|though|said|says|is|are|was|were)$/;

function endOfTellers(list: Sentence["tokens"], from: number): number {
  let end = from;
  while (end < list.length && end - from < MOST_TELLERS) {
    const token = list[end];
    if (token === undefined || /^[.;:]$/.test(token.text) || ENDS_TELLERS.test(token.lower)) break;
    end += 1;
  }
  return list[end - 1]?.text === "," ? end - 1 : end;
}
const ENDS_TELLERS =
  /^(?:on|in|at|to|during|after|before|late|earlier|last|this|yesterday|today|who|which|and|but|via|through)$/;

/** Tokens from "told" to "that". */
const MOST_TELLERS = 14;
