import { PERSON_TITLE } from "#lib/english/nouns";
import { phraseBook } from "#lib/english/phrases";
import { NUMBER_WORDS } from "#lib/english/quantity-words";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { type Sentence, spanOf } from "#lib/pipeline/attribute/sentence";
import { antecedent, asIntroduced, type Memory } from "#lib/pipeline/attribute/speakers/memory";
import { type Speaker, speakerOf } from "#lib/pipeline/attribute/speakers/noun-phrase";
import { isClock } from "#lib/pipeline/attribute/speakers/without-time";
import { type RuleCredit, ruleCredit } from "./rule-credit";

const QUOTED_ARTICLE = phraseBook(["article quote :", "article :", "quote :"]);

/** "Article quote: …": somebody else's article is held up, by a writer who comments on it. */
export function quotedArticle(sentence: Sentence): RuleCredit | null {
  const hit = QUOTED_ARTICLE.at(sentence.tokens, 0);
  if (hit === null) return null;
  const speaker: Speaker = {
    name: "the article quoted",
    kind: "MEDIA",
    sourcing: "MEDIA_REPORT",
    because: "OUTLET_ARTICLE",
    isParty: false,
    isPlural: false,
  };
  const [source, cue] = [spanOf(sentence, 0, hit.last - 1), spanOf(sentence, hit.last, hit.last)];
  return ruleCredit(sentence, speaker, {
    source,
    cue,
    rule: "quoted-article",
    score: 0.85,
    cueText: "quote",
  });
}

/** "Copperhead:  Oil Report: exports steady  link": in a conversation, a headline with a link is somebody else's article. */
export function linkedTitle(sentence: Sentence): RuleCredit | null {
  const list = sentence.tokens;
  // A time before a colon is that of an entry: nobody writes under it.
  if ((list[1]?.text !== ":" && list[2]?.text !== ":") || isClock(list[0])) return null;
  const colons = list.slice(0, 14).filter((token) => token.text === ":").length;
  const isLinked = list.at(-1)?.lower === "link";
  const first = list.findIndex((token) => token.text === ":");
  const isTitle = colons >= 2 && !/[.!?]["”’')]*$/.test(sentence.text);
  if (first < 0 || (!isLinked && !isTitle)) return null;
  const speaker: Speaker = {
    name: "the article linked",
    kind: "MEDIA",
    sourcing: "MEDIA_REPORT",
    because: "OUTLET_HEADLINE",
    isParty: false,
    isPlural: false,
  };
  return ruleCredit(sentence, speaker, {
    source: null,
    cue: null,
    rule: "linked-title",
    score: 0.7,
    cueText: "link",
  });
}

const IN_THE_WORDS_OF = [
  "in the words of",
  "in the view of",
  "in the opinion of",
  "in the judgment of",
  "in the judgement of",
] as const;
const ACCORDING = phraseBook([
  "according to",
  "as reported by",
  "reported by",
  "per",
  "as told to",
  "cited by",
  "quoted by",
  "as quoted by",
  "based on",
  ...IN_THE_WORDS_OF,
]);
const TARGET_END = new Set([
  ",",
  ".",
  ";",
  "”",
  "“",
  '"',
  "(",
  "—",
  "that",
  "which",
  "who",
  "while",
  "but",
  "and",
  "received",
  "since",
]);

/** A slash between two words of a name ("a Times/Siena poll") goes on, one that stands apart ends the phrase. */
function endsTarget(token: Token, next: Token | undefined): boolean {
  if (token.text === "/") return next?.start !== token.end;
  return TARGET_END.has(token.lower);
}

/** "Dr. Peck", "harbour.com": the full stop belongs to the title, or to the address. */
function isAbbreviated(list: readonly Token[], last: number): boolean {
  const next = list[last + 2];
  const [word, stop] = [list[last], list[last + 1]];
  if (stop?.text === "." && word?.end === stop.start && next?.start === stop.end && next.kind === "WORD")
    return true;
  return (
    list[last + 1]?.text === "." &&
    PERSON_TITLE.has(list[last]?.lower ?? "") &&
    next !== undefined &&
    isCapitalised(next)
  );
}

/** "according to Mr Peck the ferries were full": after a name an article opens the clause that is credited. */
function opensClause(list: readonly Token[], first: number, at: number): boolean {
  const [before, next] = [list[at - 1], list[at]];
  if (before === undefined || next === undefined || at <= first) return false;
  const isArticle =
    /^(?:the|an?|his|her|its|their|this|these|there|it|he|she|they|we|some|no|most|many|several|nobody|all)$/.test(
      next.lower,
    ) || NUMBER_WORDS.has(next.lower);
  return isArticle && !isCapitalised(next) && (isCapitalised(before) || before.text === ".");
}

/** Not only outlets are credited so. */
const OF_ANYBODY = new Set<string>(["according to", "per", "based on", ...IN_THE_WORDS_OF]);

/** "per the release", "per Bus Éireann": one who can be credited, and no rate ("per cent") and no single nickname. */
function isCredited(list: readonly Token[], at: number): boolean {
  const [next, after] = [list[at], list[at + 1]];
  if (next === undefined) return false;
  return (
    /^(?:the|an?|its|their)$/.test(next.lower) ||
    (isCapitalised(next) && after !== undefined && isCapitalised(after))
  );
}

const SURVEY = /^(?:survey|poll|study|census)$/;
const OF_ITS = /^(?:of|by|for|among|conducted|commissioned|published|released|,)$/;

/** "In a survey of co-signers by the bank, 38 percent said …": figures that a survey stands behind. */
export function inASurvey(sentence: Sentence): RuleCredit | null {
  const list = sentence.tokens;
  for (let i = 0; i < list.length; i += 1) {
    if (list[i]?.lower !== "in" || sentence.quoted[i] === true) continue;
    const last = list.slice(i + 1, i + 7).findIndex(({ lower }) => SURVEY.test(lower)) + i + 1;
    if (last <= i + 1 || !/^(?:an?|one|its|the|this|that)$/.test(list[i + 1]?.lower ?? "")) continue;
    const hasFigures = list.slice(last + 1).some(({ kind }) => kind === "NUMBER");
    if (!OF_ITS.test(list[last + 1]?.lower ?? "") || !hasFigures) continue;
    const speaker = speakerOf(list.slice(i + 1, last + 1));
    if (speaker === null || speaker.kind !== "DOCUMENT") continue;
    const [source, cue] = [spanOf(sentence, i + 1, last), spanOf(sentence, i, i)];
    return ruleCredit(sentence, speaker, { source, cue, rule: "in-a-survey", score: 0.75, cueText: "in" });
  }
  return null;
}

/** "According to Eurostat, …", "…, per the release", "…, as reported by the Independent newspaper". */
export function accordingTo(sentence: Sentence, memory: Memory): RuleCredit | null {
  const list = sentence.tokens;
  for (const hit of ACCORDING.all(list)) {
    if (sentence.quoted[hit.first] === true || (hit.phrase === "per" && !isCredited(list, hit.last + 1)))
      continue;
    const first = hit.last + 1;
    let last = first;
    for (let next = list[last + 1]; next !== undefined && last - first < 14; next = list[last + 1]) {
      if (endsTarget(next, list[last + 2]) && !isAbbreviated(list, last)) break;
      if (opensClause(list, first, last + 1)) break;
      last += 1;
    }
    const target = list.slice(first, last + 1);
    const isPronoun = target.length === 1 && /^(?:him|her|them|it)$/.test(target[0]?.lower ?? "");
    const speaker = isPronoun
      ? antecedent(memory, target[0]?.lower ?? "", sentence, first)
      : asIntroduced(speakerOf(target), memory);
    if (speaker === null || (hit.phrase === "based on" && speaker.kind !== "DOCUMENT")) continue;
    const isOutlet = !OF_ANYBODY.has(hit.phrase) && speaker.kind !== "PERSON";
    const credited: Speaker = isOutlet
      ? { ...speaker, kind: "MEDIA", sourcing: "MEDIA_REPORT", because: "OUTLET" }
      : speaker;
    const [source, cue] = [spanOf(sentence, first, last), spanOf(sentence, hit.first, hit.last)];
    return ruleCredit(sentence, credited, {
      source,
      cue,
      rule: "according-to",
      score: 0.9,
      cueText: hit.phrase,
    });
  }
  return null;
}

const AS_SAYING = phraseBook(["as saying", "as telling", "as claiming"]);

/** "The agency quoted an informed source as saying …": whoever is quoted stands behind it, not who quotes. */
export function quotedAsSaying(sentence: Sentence, memory: Memory): RuleCredit | null {
  const list = sentence.tokens;
  const hit = AS_SAYING.find(list);
  if (hit === null || sentence.quoted[hit.first] === true) return null;
  const from = Math.max(0, hit.first - 14);
  const verb = list
    .slice(from, hit.first)
    .findLastIndex((token) => /^(?:quot|cit)(?:e|es|ed|ing)$/.test(token.lower));
  if (verb < 0 || from + verb + 1 >= hit.first) return null;
  const first = from + verb + 1;
  const speaker = asIntroduced(speakerOf(list.slice(first, hit.first)), memory);
  if (speaker === null) return null;
  const [source, cue] = [spanOf(sentence, first, hit.first - 1), spanOf(sentence, hit.first, hit.last)];
  return ruleCredit(sentence, speaker, {
    source,
    cue,
    rule: "quoted-as-saying",
    score: 0.8,
    cueText: hit.phrase,
  });
}
