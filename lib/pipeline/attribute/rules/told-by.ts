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
/** Tokens from "told" to "that". */
const MOST_TELLERS = 14;
