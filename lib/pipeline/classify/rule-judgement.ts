import type { Factuality, Flags, Sourcing, Time } from "#lib/domain/labels";
import type { ReasonParameters, SourceRule } from "#lib/domain/reasons";
import { INSIDER } from "#lib/english/claim-wordings";
import { INSIDE_PAPER } from "#lib/english/nouns";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { nicknameIn } from "#lib/pipeline/attribute/rules/hearsay";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { certainty } from "./certainty";
import { relayedIn } from "./nearness";
import { type Context, uncreditedFinding } from "./uncredited-rules";

/** What a sentence's wording says of its certainty, its writer and its time. */
export interface Judgement {
  readonly sourcing: Sourcing;
  readonly writer: Factuality;
  readonly source: Factuality | null;
  readonly flags: Flags;
  readonly time: Time;
  readonly rule: SourceRule;
  /** Of the rule or model; the rules' own where it is left out. */
  readonly version?: string;
  readonly score: number;
  readonly parameters: ReasonParameters;
}

/** The judgement of the rules: with the main credit, for a teaser, or where nobody is credited. */
export function judgementByRules(
  sentence: Sentence,
  mainCredit: MainCredit | null,
  context: Context,
): Judgement {
  const flags = factFlags(sentence, mainCredit);
  const time = timeOf(sentence, context.hasPrediction);
  if (mainCredit !== null) return creditedJudgement(sentence, mainCredit, flags, time);
  if (sentence.isTeaser) return teaserJudgement(sentence, flags, time);
  const writer = certainty(sentence, true);
  const { sourcing = "NONE", flag, parameters = {}, ...found } = uncreditedFinding(sentence, writer, context);
  const all = flag === undefined ? flags : { ...flags, [flag]: true };
  return { sourcing, writer, source: null, flags: all, time, parameters, ...found };
}

function teaserJudgement(sentence: Sentence, flags: Flags, time: Time): Judgement {
  const nickname = nicknameIn(sentence);
  return {
    sourcing: "UNNAMED_BARE",
    writer: "CT+",
    source: null,
    flags: { ...flags, cutOff: isCutOff(sentence) },
    time,
    rule: "teaser-claim",
    score: 0.7,
    parameters: nickname === null ? {} : { nickname },
  };
}

/** Somebody is credited: they stand behind the sentence, unless they pass on what another told. */
function creditedJudgement(sentence: Sentence, mainCredit: MainCredit, flags: Flags, time: Time): Judgement {
  const isDenied = /\b(?:denied|denies|rejected|rejects|dismissed|refuted)\b/.test(sentence.text);
  const hedged = certainty(sentence, false);
  const source: Factuality = isDenied ? "CT-" : hedged;
  const writer: Factuality = sentence.isTeaser ? "CT+" : "Uu";
  const isNobody = mainCredit.kind === null;
  const relayed = relayedIn(sentence, mainCredit);
  const cut = isCutOff(sentence) ? { cutOff: true } : {};
  if (relayed !== null) {
    const isNamed = mainCredit.sourcing === "NAMED_PERSON";
    return {
      sourcing: "SECOND_HAND",
      writer,
      source,
      flags: { ...flags, ...cut, ...(isNamed ? { lastHopNamed: true } : {}) },
      time,
      rule: "second-hand",
      score: Math.min(mainCredit.score, 0.7),
      parameters: {
        wording: relayed,
        ...(mainCredit.speaker === null ? {} : { speaker: mainCredit.speaker }),
      },
    };
  }
  return {
    sourcing: mainCredit.sourcing,
    writer,
    source: isNobody ? null : source,
    flags: { ...flags, ...cut },
    time,
    rule: mainCredit.rule,
    ...(mainCredit.version === undefined ? {} : { version: mainCredit.version }),
    score: mainCredit.score,
    parameters: mainCredit.parameters,
  };
}

/** What the sentence shows, whoever stands behind it. */
function factFlags(sentence: Sentence, mainCredit: MainCredit | null): Flags {
  const isShown = /\b(?:seen|reviewed|obtained|published|leaked|viewed) by\b|https?:\/\//.test(sentence.text);
  const paper = sentence.tokens.some((token) => INSIDE_PAPER.has(token.lower));
  const isMemo = sentence.tokens.some((token) => /^(?:memo|memos|memorandum|screenshot)$/.test(token.lower));
  const isBare = mainCredit === null ? sentence.isTeaser || isMemo : mainCredit.sourcing === "UNNAMED_BARE";
  const flags: { -readonly [K in keyof Flags]: Flags[K] } = {};
  if (!isShown && ((isBare && paper) || (mainCredit?.sourcing === "DOCUMENT" && isMemo)))
    flags.documentMentionedNotProduced = true;
  if (/https?:\/\/|\bt\.co\//.test(sentence.text)) flags.linkPresent = true;
  if ((mainCredit === null || isBare) && INSIDER.find(sentence.tokens) !== null) flags.insiderWording = true;
  return flags;
}

function isCutOff(sentence: Sentence): boolean {
  return /(?:\.\.\.|…)["”]?$/.test(sentence.text.slice(-8));
}

const PAST =
  /^(?:was|were|had|did|said|told|went|came|led|met|fell|rose|began|held|gave|left|won|lost|paid|took|made|saw|got)$|\p{Ll}{2}ed$/u;

function timeOf(sentence: Sentence, hasPrediction: boolean): Time {
  const lower = sentence.tokens.map((token) => token.lower);
  if (hasPrediction || lower.some((word) => /^(?:will|won't|shall|gonna|upcoming)$/.test(word)))
    return "FUTURE";
  if (
    /\b(?:every (?:day|week|month|year)|annually|each year|usually|always)\b/i.test(
      sentence.text.slice(0, 1000),
    )
  )
    return "RECURRING";
  return lower.some((word) => PAST.test(word)) ? "PAST" : "PRESENT";
}
