import type { Factuality, Flags, Sourcing, Time } from "#lib/domain/labels";
import type { ReasonParameters, SourceRule } from "#lib/domain/reasons";
import { INSIDE_PAPER } from "#lib/english/nouns";
import type { PhraseBook } from "#lib/english/phrases";
import type { Token } from "#lib/english/tokens";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { nicknameIn } from "#lib/pipeline/attribute/rules/hearsay";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { isCommonKnowledge, relayedIn, witnessedIn } from "./hands";
import * as wording from "./wording";

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

interface Context {
  readonly isOpinionPage: boolean;
  readonly hasPrediction: boolean;
}

/** A phrase outside quotation marks: the writer's own words. */
function says(sentence: Sentence, book: PhraseBook): string | null {
  for (const hit of book.all(sentence.tokens)) {
    if (sentence.quoted[hit.first] !== true) return hit.phrase;
  }
  return null;
}

export function judge(sentence: Sentence, mainCredit: MainCredit | null, context: Context): Judgement {
  const flags = factFlags(sentence, mainCredit);
  const time = timeOf(sentence, context.hasPrediction);
  const nickname = sentence.isTeaser ? nicknameIn(sentence) : null;
  if (mainCredit === null && sentence.isTeaser) {
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
  if (mainCredit !== null) return vouched(sentence, mainCredit, flags, time);
  return own(sentence, flags, time, context);
}

function vouched(sentence: Sentence, mainCredit: MainCredit, flags: Flags, time: Time): Judgement {
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

/** Nobody vouches: is it the writer's mind, the writer's forecast, or plain narration? */
function own(sentence: Sentence, flags: Flags, time: Time, context: Context): Judgement {
  const writer = certainty(sentence, true);
  const base = { sourcing: "NONE", writer, source: null, time } as const;
  const witnessed = witnessedIn(sentence);
  if (witnessed !== null)
    return {
      ...base,
      sourcing: "FIRST_HAND",
      flags,
      rule: "first-hand",
      score: 0.65,
      parameters: { wording: witnessed },
    };
  if (isCommonKnowledge(sentence))
    return {
      ...base,
      sourcing: "NOT_NEEDED",
      flags,
      rule: "common-knowledge",
      score: 0.6,
      parameters: {},
    };
  const voice = says(sentence, wording.OWN_VOICE);
  if (voice !== null)
    return {
      ...base,
      flags: { ...flags, opinion: true },
      rule: "own-voice",
      score: 0.8,
      parameters: { wording: voice },
    };
  const judged = says(sentence, wording.JUDGEMENT);
  if (judged !== null)
    return {
      ...base,
      flags: { ...flags, opinion: true },
      rule: "judgement",
      score: 0.7,
      parameters: { wording: judged },
    };
  const loaded = sentence.tokens.find(
    (token, i) => sentence.quoted[i] !== true && wording.EVALUATIVE.has(token.lower),
  );
  if (loaded !== undefined)
    return {
      ...base,
      flags: { ...flags, opinion: true },
      rule: "evaluation",
      score: 0.6,
      parameters: { wording: loaded.text },
    };
  const scheduled = says(sentence, wording.SCHEDULED);
  // "Expect price rises": what opens so foretells.
  const forecast = sentence.tokens[0]?.lower === "expect" ? "expect" : says(sentence, wording.FORECAST);
  if (scheduled === null && forecast !== null && !context.hasPrediction) {
    return {
      ...base,
      flags: { ...flags, forecast: true },
      rule: "forecast",
      score: 0.65,
      parameters: { wording: forecast },
    };
  }
  if (writer === "PR+" || writer === "PS+" || writer === "PR-" || writer === "PS-") {
    return {
      ...base,
      flags,
      rule: "hedged",
      score: 0.65,
      parameters: {},
    };
  }
  if (context.isOpinionPage && !isFlatFact(sentence)) {
    return {
      ...base,
      flags: { ...flags, opinion: true },
      rule: "opinion-page",
      score: 0.55,
      parameters: {},
    };
  }
  return {
    ...base,
    flags,
    rule: "narration",
    score: 0.6,
    parameters: {},
  };
}

function certainty(sentence: Sentence, isOwnOnly: boolean): Factuality {
  const { tokens, quoted } = sentence;
  const has = (book: PhraseBook) =>
    book.all(tokens).some(({ first }) => {
      if (isMonth(tokens[first])) return false;
      return !isOwnOnly || (quoted[first] !== true && !isInAside(tokens, first));
    });
  const isDenied = sentence.tokens.some(
    (token, i) => i < 30 && /^(?:not|never|no|nobody|none)$|n't$/.test(token.lower),
  );
  if (has(wording.PROBABLE)) return isDenied ? "PR-" : "PR+";
  if (has(wording.POSSIBLE)) return isDenied ? "PS-" : "PS+";
  return isDenied ? "CT-" : "CT+";
}

/** "In May": a month, not the verb. */
const isMonth = (token: Token | undefined): boolean => token?.text === "May";

/** "delegates who are expected to vote": a hedge in a relative clause says nothing of the main one. */
function isInAside(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => /^(?:who|which|whose)$/.test(lower));
}

function isFlatFact(sentence: Sentence): boolean {
  return sentence.tokens.some((token) => token.kind === "NUMBER") || sentence.quotations.length > 0;
}

function factFlags(sentence: Sentence, mainCredit: MainCredit | null): Flags {
  const isShown = /\b(?:seen|reviewed|obtained|published|leaked|viewed) by\b|https?:\/\//.test(sentence.text);
  const paper = sentence.tokens.some((token) => INSIDE_PAPER.has(token.lower));
  const isMemo = sentence.tokens.some((token) => /^(?:memo|memos|memorandum|screenshot)$/.test(token.lower));
  const isBare = mainCredit === null ? sentence.isTeaser || isMemo : mainCredit.sourcing === "UNNAMED_BARE";
  const flags: { -readonly [K in keyof Flags]: Flags[K] } = {};
  if (!isShown && ((isBare && paper) || (mainCredit?.sourcing === "DOCUMENT" && isMemo)))
    flags.documentMentionedNotProduced = true;
  if (/https?:\/\/|\bt\.co\//.test(sentence.text)) flags.linkPresent = true;
  if ((mainCredit === null || isBare) && wording.INSIDER.find(sentence.tokens) !== null)
    flags.insiderWording = true;
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
