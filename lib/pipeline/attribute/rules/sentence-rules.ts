import { INQUIRER } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { type Sentence, spanOf } from "#lib/pipeline/attribute/sentence";
import { antecedent, asIntroduced, type Memory } from "#lib/pipeline/attribute/speakers/memory";
import { type Speaker, speakerOf } from "#lib/pipeline/attribute/speakers/noun-phrase";
import { isSetting } from "#lib/pipeline/attribute/speakers/setting";
import { afterOpening } from "#lib/pipeline/attribute/speakers/source-speaker";
import { behindTextLabel } from "#lib/pipeline/attribute/speakers/text-label";
import { tellingOutlet } from "#lib/pipeline/attribute/speakers/told-outlet";
import { postBefore } from "#lib/pipeline/attribute/speakers/unsigned-post";
import { isClock } from "#lib/pipeline/attribute/speakers/without-time";
import { opensClause } from "./clause";
import { accordingTo, inASurvey, linkedTitle, quotedArticle, quotedAsSaying } from "./credit-phrases";
import { type Cue, cueAt, isDocumentCue, isLiveCue, isQuotative } from "./cue-verbs";
import { heardInCourt } from "./heard-in-court";
import { type RuleCredit, ruleCredit } from "./rule-credit";
import { isSubordinate, type Phrase, subjectAfter, subjectBefore } from "./subject";
import { confirmedBy, toldBy } from "./told-by";

type Rule = (sentence: Sentence, memory: Memory) => RuleCredit | null;

/** "Call Notes:", "Market Reports:": a short line of words with capitals that ends in a colon is a label. */
const isLabel = ({ tokens: list }: Sentence): boolean =>
  list.length <= LONGEST_LABEL && list.at(-1)?.text === ":" && list.slice(0, -1).every(isCapitalised);
/** In tokens. */
const LONGEST_LABEL = 5;

/** "X said …", "…, X said", "…” said X", and what delegations agree. */
const cueVerb: Rule = (sentence, memory) => {
  if (isLabel(sentence)) return null;
  for (let i = 0; i < sentence.tokens.length; i += 1) {
    const known = cueAt(sentence.tokens[i]) ?? pluralOf(sentence, i);
    const cue = known ?? (isQuotative(sentence, i) ? QUOTATIVE : null);
    if (cue === null || sentence.quoted[i] === true || !isLiveCue(sentence.tokens, i)) continue;
    const hit = speakerAt(sentence, i, memory);
    if (hit === null && opensContent(sentence, i)) return null;
    if (hit === null || !fits(cue, sentence, i, hit)) continue;
    if (known === null && !isSomebody(hit.speaker)) continue;
    if (known === OUTLETS && hit.speaker.kind !== "MEDIA") continue;
    return credited(sentence, i, cue, hit, memory);
  }
  return null;
};

/** "Italian outlet Gazzetta Norte *claim* that …": British English has a plural verb behind an outlet; elsewhere the word is a noun. */
const OUTLETS: Cue = { type: "ASSERTION", needs: "CLAUSE" };

function pluralOf({ tokens: list }: Sentence, at: number): Cue | null {
  const before = list[at - 1];
  const isPlural = /^(?:claim|report|write|allege|understand|reveal)$/.test(list[at]?.text ?? "");
  return isPlural && before !== undefined && isCapitalised(before) ? OUTLETS : null;
}

/**
 * "A message that went round claims *that* the bank told its staff": whatever tells within what is told isn't what tells the sentence, even
 * where nobody stands behind the telling.
 */
function opensContent({ tokens: list }: Sentence, at: number): boolean {
  return (
    /^(?:says?|said|claims|claimed|alleges|alleged|states|stated)$/.test(list[at]?.lower ?? "") &&
    at > 1 &&
    list[at + 1]?.lower === "that"
  );
}

/** Words at most behind the cue of a clause that closes a sentence: "the Gazette reported on Monday". */
const MOST_AFTER_CUE = 4;

/**
 * "The mayor said it was safe although nobody had looked, *the auditor says*.": a clause with a cue that closes a sentence, behind a comma,
 * tells all that stands before it, also where somebody is told to have said something there (Quirk and others 1985, 15.54).
 */
const closingClause: Rule = (sentence, memory) => {
  const { tokens: list, quoted } = sentence;
  const end = list.findLastIndex(({ kind }) => kind !== "MARK");
  for (let i = end; i > 1 && end - i <= MOST_AFTER_CUE; i -= 1) {
    const cue = cueAt(list[i]);
    if (cue === null || quoted[i] === true || !isLiveCue(list, i)) continue;
    if (cue.needs !== "ALWAYS" && cue.needs !== "DOCUMENT") return null;
    const hit = speakerAt(sentence, i, memory);
    if (hit === null || list[hit.phrase.first - 1]?.text !== ",") return null;
    const isToldBefore = list.some(
      (token, at) =>
        at < hit.phrase.first &&
        quoted[at] !== true &&
        cueAt(token)?.needs === "ALWAYS" &&
        isLiveCue(list, at),
    );
    if (!isToldBefore || list.slice(hit.phrase.first, i).some(({ kind }) => kind === "MARK")) return null;
    return asPlainWording(credited(sentence, i, cue, hit, memory));
  }
  return null;
};

/** What the models find in the sentence doesn't go before it: only a credit of the rule "cue-verb" gives way to theirs. */
const asPlainWording = (credit: RuleCredit): RuleCredit => ({
  ...credit,
  mainCredit: { ...credit.mainCredit, rule: "according-to" },
});

/** What any verb is where it stands between a quotation and whoever said it. */
const QUOTATIVE: Cue = { type: "ASSERTION", needs: "ALWAYS" };

interface SpeakerHit {
  readonly speaker: Speaker;
  readonly phrase: Phrase;
}

function speakerAt(sentence: Sentence, cue: number, memory: Memory): SpeakerHit | null {
  const subject = subjectBefore(sentence, cue);
  const post = postBefore(sentence, cue);
  const before = subject === null || post === null ? subject : { first: 0, last: post.length - 1 };
  const canInvert = isContentBefore(sentence, cue);
  const phrase = before ?? (canInvert ? subjectAfter(sentence, cue) : null);
  if (phrase === null || isSubordinate(sentence, phrase)) return null;
  const words = sentence.tokens.slice(phrase.first, phrase.last + 1);
  const only = words.length === 1 ? (words[0]?.lower ?? "") : "";
  if (/^(?:i|we|you|this|that|these|those|who|which)$/.test(only)) return null;
  const isPronoun = /^(?:he|she|they|it)$/.test(only);
  const told = isPronoun
    ? antecedent(memory, only, sentence, cue)
    : asIntroduced(speakerOf(afterOpening(words) ?? words), memory, sentence);
  const speaker = tellingOutlet(told, [spanOf(sentence, cue, cue)], sentence, memory.own);
  return speaker === null ? null : { speaker, phrase };
}

function isContentBefore(sentence: Sentence, cue: number): boolean {
  const before = sentence.tokens[cue - 1];
  return before !== undefined && (before.text === "," || sentence.quoted[cue - 1] === true);
}

function fits(cue: Cue, sentence: Sentence, at: number, { speaker, phrase }: SpeakerHit): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  if (speaker.kind === "DOCUMENT") return isDocumentCue(token) || cue.needs === "ALWAYS";
  if (cue.needs === "DOCUMENT")
    return (
      FINDS.test(token.lower) &&
      isInquirer(sentence, phrase) &&
      (hasClause(sentence, at, phrase) || findsNone(sentence, at))
    );
  if (cue.needs === "PARTIES") return speaker.isParty && (token.lower !== "reached" || isDeal(sentence, at));
  if (speaker.kind === "MEDIA" && token.lower === "reports") return true;
  return cue.needs === "ALWAYS" || hasClause(sentence, at, phrase);
}

/** A paper's verbs that are said of those who find things out, too: what an inquiry found is what it tells. */
const FINDS = /^(?:found|finds?|concluded|concludes?)$/;

/** "found *no link*", "found little evidence": that something isn't there is a finding, too. */
const findsNone = ({ tokens: list }: Sentence, at: number): boolean =>
  /^(?:no|little|evidence|signs)$/.test(list[at + 1]?.lower ?? "");

function isInquirer({ tokens: list }: Sentence, { first, last }: Phrase): boolean {
  return list.slice(first, last + 1).some((token) => INQUIRER.has(token.lower));
}

function isDeal(sentence: Sentence, at: number): boolean {
  return sentence.tokens
    .slice(at + 1, at + 6)
    .some((token) => /^(?:understanding|agreement|deal|accord|consensus)$/.test(token.lower));
}

/** Content stands beside the cue: a quotation, "that", a colon, the start of a clause, or words before the speaker. */
function hasClause(sentence: Sentence, at: number, phrase: Phrase): boolean {
  const next = sentence.tokens[at + 1];
  if (sentence.quoted[at + 1] === true || sentence.quoted[at + 2] === true) return true;
  if (next !== undefined && /^(?:that|:|how|why|whether|he|she|they|there)$/.test(next.lower)) return true;
  if (opensClause(sentence, at + 1) || isPostedThat(sentence, at) || isToldThat(sentence, at)) return true;
  const before = sentence.tokens[Math.min(phrase.first, at) - 1];
  return (
    before !== undefined &&
    (sentence.quoted[Math.min(phrase.first, at) - 1] === true || (before.text === "," && phrase.first > 5))
  );
}

/** "posted *on Facebook that* deputies had come": where it was written stands before what was. In tokens. */
const LONGEST_PLACE = 5;

function isPostedThat({ tokens: list }: Sentence, at: number): boolean {
  if (!/^(?:posted|wrote|tweeted|writes)$/.test(list[at]?.lower ?? "")) return false;
  if (!/^(?:on|in|to)$/.test(list[at + 1]?.lower ?? "")) return false;
  const that = list
    .slice(at + 2, at + 3 + LONGEST_PLACE)
    .findIndex(({ lower, kind }) => lower === "that" || kind === "MARK");
  return that > 0 && list[at + 2 + that]?.lower === "that";
}

/** "advised *the members that* it would cost more": who is told stands before what is. */
function isToldThat({ tokens: list, quoted }: Sentence, at: number): boolean {
  if (!/^(?:advised|informed|reminded|assured|assures|cautioned)$/.test(list[at]?.lower ?? "")) return false;
  const that = list
    .slice(at + 1, at + 2 + LONGEST_PLACE)
    .findIndex(
      ({ lower, kind }, i) =>
        lower === "that" || kind === "MARK" || OF_WHAT.test(lower) || quoted[at + 1 + i] === true,
    );
  return that > 0 && list[at + 1 + that]?.lower === "that";
}

/** "advised them *on* the roof that fell": what it was about, and no clause of what was said. */
const OF_WHAT = /^(?:on|of|about|against|over|to|with)$/;

/** The credit that a cue makes; memory is told of joint statements, through which parties go on to speak. */
function credited(
  sentence: Sentence,
  at: number,
  cue: Cue,
  { speaker, phrase }: SpeakerHit,
  memory: Memory,
): RuleCredit {
  const parts = {
    cue: spanOf(sentence, at, at),
    cueText: sentence.tokens[at]?.text ?? "",
    type: cue.type,
  };
  const paper = mayHavePaper(speaker) ? paperIn(sentence) : null;
  if (paper !== null) {
    const document = documentFrom(sentence, paper, speaker);
    const source = spanOf(sentence, paper.first, paper.last);
    if (speaker.isParty || /\bjoint\b/.test(document.name))
      memory.joint = { name: document.name, span: source };
    if (speaker.isParty) memory.group = speaker;
    return ruleCredit(sentence, document, { ...parts, source, rule: "in-a-statement", score: 0.9 });
  }
  const source = spanOf(sentence, phrase.first, phrase.last);
  if (speaker.isParty && memory.joint !== null) {
    const paper = memory.joint.name;
    const carried: Speaker = { ...speaker, sourcing: "DOCUMENT", because: "CITED_PAPER", paper };
    return ruleCredit(sentence, carried, {
      ...parts,
      source,
      rule: "joint-statement",
      score: 0.8,
      isCarried: true,
    });
  }
  if (speaker.kind === "DOCUMENT" && /\b(?:joint|communiqu[eé])\b/.test(speaker.name))
    memory.joint = { name: speaker.name, span: source };
  return ruleCredit(sentence, speaker, { ...parts, source, rule: "cue-verb", score: 0.85 });
}

/** An institution, or parties: these speak through papers. */
function mayHavePaper(speaker: Speaker): boolean {
  return (
    speaker.kind === "ORGANIZATION" ||
    (speaker.kind !== "DOCUMENT" && speaker.sourcing === "UNNAMED_QUALIFIED" && speaker.isParty)
  );
}

/** The paper that somebody speaks through, as a source of its own: "a joint statement", "the release". */
function documentFrom(sentence: Sentence, { first, last }: Phrase, speaker: Speaker): Speaker {
  const words = sentence.tokens.slice(first, last + 1).map((token) => token.text);
  const name = paperName(words, speaker);
  const because = "PUBLIC_DOCUMENT" as const;
  return { ...speaker, name, kind: "DOCUMENT", sourcing: "DOCUMENT", because };
}

/** "A joint statement" of several; one institution's own is named with it: "the Treasury’s notice". */
function paperName(words: readonly string[], { name, isPlural, isParty }: Speaker): string {
  const [first = ""] = words;
  const bare = /^(?:an?|the|this)$/i.test(first) ? words.slice(1) : words;
  if (isParty || isPlural || /^joint$/i.test(bare[0] ?? ""))
    return bare === words ? `the ${words.join(" ")}` : words.join(" ");
  return `${name}’${/s$/i.test(name) ? "" : "s"} ${bare.join(" ")}`;
}

const PAPER_LEAD = new Set(["in", "through", "via"]);
const PAPER = new Set(
  "statement communique communiqué release notice report letter filing declaration readout bulletin memo circular decree".split(
    " ",
  ),
);

/** "in a joint statement", "in the earnings release": the paper that an institution speaks through, outside quotations. */
function paperIn(sentence: Sentence): Phrase | null {
  const list = sentence.tokens;
  for (let i = 0; i < list.length; i += 1) {
    if (sentence.quoted[i] === true || !PAPER_LEAD.has(list[i]?.lower ?? "")) continue;
    for (let last = i + 2; last <= i + 6 && last < list.length; last += 1) {
      const token = list[last];
      if (token?.kind !== "WORD") break;
      if (!PAPER.has(token.lower)) continue;
      const isTheirs = /^(?:their|its|his|her|our)$/.test(list[i + 1]?.lower ?? "");
      return { first: isTheirs ? i + 2 : i + 1, last };
    }
  }
  return null;
}

/** How far into a sentence a colon still opens what somebody says. In tokens. */
const COLON_REACH = 40;

/** Up to its comma the first part of what stands before a colon that isn't where or when it was said: where it begins, and its words. */
function behindSettings(list: readonly Token[], from: number, colon: number): [number, readonly Token[]] {
  let first = from;
  while (first < colon) {
    const comma = list.findIndex(({ text }, i) => i > first && i < colon && text === ",");
    const phrase = list.slice(first, comma < 0 ? colon : comma);
    if (!isSetting(phrase)) return [first, phrase];
    first += phrase.length + 1;
  }
  return [colon, []];
}

/** "Mayor Fergal Dunne, at a briefing: “Stay at home.”": whoever is named before the colon says what stands in the marks. */
const colonQuote: Rule = (sentence, memory) => {
  const { tokens: list, quoted } = sentence;
  const colon = list.findIndex(
    (token, i) => token.text === ":" && i < COLON_REACH && quoted[i] !== true && opensQuote(sentence, i),
  );
  if (
    colon < 1 ||
    isClock(list[colon - 1]) ||
    list.slice(0, colon).some((token) => TELLING.test(token.lower))
  )
    return null;
  const behindMark =
    list.slice(0, colon).findLastIndex((token) => token.kind === "MARK" && /^[:—–|]$/.test(token.text)) + 1;
  const opening = isClock(list[behindMark]) ? behindMark + 1 : behindMark;
  const [first, phrase] = behindSettings(list, opening, colon);
  const nobody = behindTextLabel(phrase);
  const speaker = nobody ?? asIntroduced(speakerOf(phrase), memory);
  if (phrase.length === 0 || speaker === null || (nobody === null && !isSomebody(speaker))) return null;
  const source = spanOf(sentence, first, first + phrase.length - 1);
  const cue = spanOf(sentence, colon, colon);
  return ruleCredit(sentence, speaker, { source, cue, rule: "colon-quote", score: 0.75, cueText: ":" });
};

/** What somebody gives in words of their own. */
const GIVEN =
  /^(?:verdict|answer|reply|response|advice|message|explanation|motto|comment|conclusion|warning|plea|assessment|summary|complaint)$/;
/** Tokens up to that noun: "Her *short and only* answer". */
const MOST_BEFORE_GIVEN = 4;
const OWNS = /['’]s$/;
const OWNERS = new Map([
  ["his", "he"],
  ["her", "she"],
  ["their", "they"],
]);

/** "*Her* verdict on number six: “It tastes of cardboard.”", "*Ruiz's* answer: “No.”": whose words they are stands before the noun. */
const givenBy: Rule = (sentence, memory) => {
  const { tokens: list, quoted } = sentence;
  const colon = list.findIndex(
    (token, i) => token.text === ":" && i < COLON_REACH && quoted[i] !== true && opensQuote(sentence, i),
  );
  if (colon < 2 || list.slice(0, colon).some((token) => cueAt(token)?.needs === "ALWAYS")) return null;
  const given = list.findIndex(({ lower }, i) => i > 0 && i < colon && GIVEN.test(lower));
  const own = list.findLastIndex(({ text }, i) => i < given && OWNS.test(text));
  const pronoun = OWNERS.get(list[0]?.lower ?? "");
  const isNear = given > 0 && given - Math.max(0, own) <= MOST_BEFORE_GIVEN;
  if (!isNear || (own < 0 && pronoun === undefined)) return null;
  const owner = list
    .slice(0, own + 1)
    .map((token) => ({ ...token, text: token.text.replace(OWNS, ""), lower: token.lower.replace(OWNS, "") }));
  const speaker =
    own < 0
      ? antecedent(memory, pronoun ?? "", sentence, given)
      : asIntroduced(speakerOf(owner.filter(({ text }) => text !== "")), memory, sentence);
  if (speaker === null || speaker.sourcing === "UNNAMED_BARE") return null;
  const source = spanOf(sentence, 0, Math.max(0, own));
  const cue = spanOf(sentence, given, given);
  const cueText = list[given]?.text ?? "";
  return ruleCredit(sentence, speaker, { source, cue, rule: "colon-quote", score: 0.8, cueText });
};

/** "The defendant, *prosecutor Dimmock told jurors*, kept two books": between two commas, with what is told on both sides. */
const betweenCommas: Rule = (sentence, memory) => {
  const { tokens: list, quoted } = sentence;
  for (let i = 3; i < list.length; i += 1) {
    if (quoted[i] === true || !/^(?:told|tells)$/.test(list[i]?.lower ?? "") || !isLiveCue(list, i)) continue;
    const end = list.findIndex(({ kind }, at) => at > i && kind === "MARK");
    if (list[end]?.text !== "," || end - i > MOST_HEARERS || end + 2 >= list.length) continue;
    const cue = cueAt(list[i]);
    const hit = cue === null ? null : speakerAt(sentence, i, memory);
    if (cue === null || hit === null || hit.phrase.first < 2 || hit.phrase.first > i) continue;
    if (list[hit.phrase.first - 1]?.text !== "," || !isSomebody(hit.speaker)) continue;
    return asPlainWording(credited(sentence, i, cue, hit, memory));
  }
  return null;
};
/** Tokens from the cue to the comma behind whoever hears it. */
const MOST_HEARERS = 5;

/** Whoever tells by such a word is its own subject, not what the sentence begins with. */
const TELLING = /^(?:telling|saying|adding|writing|asking|claiming|noting|warning|stating|reading)$/;

function opensQuote({ quoted, quotations, tokens }: Sentence, colon: number): boolean {
  const next = tokens[colon + 1];
  return (
    next !== undefined && (quoted[colon + 1] === true || quotations.some(({ start }) => start === next.start))
  );
}

/** A person by name, or one placed to know: a label before a colon may be anything else. */
const isSomebody = ({ kind, sourcing }: Speaker): boolean =>
  kind === "PERSON" || (kind === "UNNAMED" && sourcing === "UNNAMED_QUALIFIED");

const RULES: readonly Rule[] = [
  quotedArticle,
  linkedTitle,
  accordingTo,
  toldBy,
  confirmedBy,
  heardInCourt,
  closingClause,
  betweenCommas,
  givenBy,
  quotedAsSaying,
  inASurvey,
  cueVerb,
  colonQuote,
];

/** Who vouches for a sentence as far as its own words say; rules are asked in order, the first answer wins. */
export function creditByRules(sentence: Sentence, memory: Memory): RuleCredit | null {
  for (const rule of RULES) {
    const answer = rule(sentence, memory);
    if (answer !== null) return answer;
  }
  return null;
}
