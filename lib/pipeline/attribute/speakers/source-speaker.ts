import { isPeople, isPersonNoun, PERSON_TITLE } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { indexAt, type Sentence, tokensUnder } from "#lib/pipeline/attribute/sentence";
import { overlap, type Span } from "#lib/text/span";
import { antecedent, asIntroduced, type Memory } from "./memory";
import { areSeveral, nameBesideComma, type Speaker, speakerOf } from "./noun-phrase";
import type { NamedSpeaker } from "./page-speakers";
import { isNickname, isPersonWord, personsIn } from "./person-names";
import { isSetting } from "./setting";
import { behindTextLabel } from "./text-label";
import { postBefore } from "./unsigned-post";

/** "he's", "I'm": a pronoun and the beginning of its verb. */
const CLITIC = /['’](?:s|m|re|ve|d|ll)$/;
const PRONOUN = /^(?:he|she|they|it|him|her|them)$/;

/** The source and the cue of an attribution as the models find them, and whom the name finder sees in the source. */
interface FoundSource {
  readonly source: readonly Span[];
  /** The words that name who speaks, by the tree, and whether they are the cue's own subject. */
  readonly naming?: readonly Span[];
  readonly hasSubject?: boolean;
  readonly cue: readonly Span[];
  readonly speaker: NamedSpeaker | null;
}

/**
 * Who speaks, where the models found the source: in this order a pronoun's person, the label before a colon, and what the
 * source's own words name. A full name that the name finder knows for a surname or a role goes before these words.
 * Null where nobody can be named.
 */
export function sourceSpeaker(
  { source, naming = [], hasSubject = false, cue, speaker }: FoundSource,
  sentence: Sentence,
  memory: Memory,
): Speaker | null {
  const post = postBefore(sentence, indexAt(sentence.tokens, cue[0]?.start ?? sentence.start));
  if (post !== null) return speakerOf(post);
  if (hasSubject && naming.length === 0) return null;
  const part = tokensOf(sentence, partOf(source, naming, hasSubject, sentence));
  const telling = fromSomebody(withoutVerb(withoutSetting(withoutLead(part), cue, sentence)), sentence);
  const under = uncapitalised(telling, sentence);
  if (under.length === 0) return null;
  const label = isColon(cue, sentence) ? behindTextLabel(under) : null;
  if (label !== null) return label;
  const opened = afterOpening(under);
  if (opened !== null) return asIntroduced(speakerOf(opened), memory, sentence);
  // "WHO", "US": a word in capitals is a name.
  const isName = /^\p{Lu}{2,}$/u.test(under[0]?.text ?? "");
  const only = under.length === 1 && !isName ? (under[0]?.lower ?? "").replace(CLITIC, "") : "";
  if (/^(?:i|we|you|me|us|this|that|these|those|which|who)$/.test(only)) return null;
  if (PRONOUN.test(only)) {
    const at = indexAt(sentence.tokens, cue[0]?.start ?? sentence.end);
    const meant = antecedent(memory, only, sentence, at);
    return meant ?? (speaker?.kind === "PERSON" && only !== "it" ? personCalled(speaker.name) : null);
  }
  if (isSpeakerLabel(under, cue, sentence) && !memory.names.has(under[0]?.text ?? ""))
    return labelled(under, speaker);
  if (speaker?.isWhole === true) return personCalled(speaker.name);
  if (isGroup(under, tokensOf(sentence, naming), speaker, sentence, memory)) return groupCalled(under);
  const beside = nameBesideComma(under);
  const whole = beside ?? withoutApposition(under);
  const short = speakerOf(beside ?? named(whole, tokensOf(sentence, naming), hasSubject));
  // Of somebody without a name, what is told of them says who they are: "a woman who saw it".
  const said = short === null || short.kind === "UNNAMED" ? (speakerOf(whole) ?? short) : short;
  const told = asIntroduced(said ?? speakerOf(under), memory, sentence);
  const isNameless =
    told !== null && (told.kind === "UNNAMED" || told.kind === "ORGANIZATION" || isPossessed(under));
  const apposed = isNameless && !told.isPlural ? nameInApposition(under) : null;
  const isTheirs =
    told?.kind === "UNNAMED" ||
    isPossessed(under) ||
    isOffice(under) ||
    (speaker?.kind === "PERSON" &&
      apposed !== null &&
      speaker.name.endsWith(apposed.split(" ").at(-1) ?? ""));
  if (apposed !== null && isTheirs) return personCalled(apposed);
  if (told?.kind === "PERSON" && speaker?.kind === "PERSON" && isWithin(speaker.name, told.name))
    return { ...told, name: speaker.name };
  const isRole = told?.kind === "UNNAMED" && under[0]?.lower === "the";
  // "Marca": an outlet that the name finder takes for somebody; a person of its name has another one, too.
  const isOutlet = told?.kind === "MEDIA" && !speaker?.name.includes(" ");
  const mayBeName =
    isRole || (told !== null && told.kind !== "PERSON" && told.kind !== "UNNAMED" && !isOutlet);
  if (mayBeName && speaker?.kind === "PERSON" && isNameIn(under.length, speaker.name))
    return personCalled(speaker.name);
  return told;
}

/** "according *to* the papers": a preposition that slipped into the source. */
const withoutLead = (phrase: readonly Token[]): readonly Token[] =>
  phrase.length > 1 && /^(?:to|by|from|of|with)$/.test(phrase[0]?.lower ?? "") ? phrase.slice(1) : phrase;

/** "Ana Ruiz *tweets*: …": the models took the verb for a part of the source. "Her tweets" stays: no name stands before the word. */
function withoutVerb(phrase: readonly Token[]): readonly Token[] {
  const [verb, name] = [phrase.at(-1), phrase.at(-2)];
  const isSlipped =
    verb !== undefined && name !== undefined && VERB_OF_SOURCE.test(verb.text) && isCapitalised(name);
  return isSlipped ? phrase.slice(0, -1) : phrase;
}
const VERB_OF_SOURCE = /^(?:tweets|tweeted|writes|wrote|posts|posted|says|said|adds|added)$/;

/**
 * "Shortly after *the fire, the harbour board* said": what a preposition of time or place governs is the setting, and no subject; who
 * speaks stands behind its comma.
 */
function withoutSetting(
  phrase: readonly Token[],
  cue: readonly Span[],
  { tokens: list }: Sentence,
): readonly Token[] {
  const comma = phrase.findIndex(({ text }) => text === ",");
  const first = phrase[0];
  if (comma < 1 || comma === phrase.length - 1 || first === undefined) return phrase;
  if ((cue[0]?.start ?? 0) < first.start) return phrase;
  const at = list.findIndex(({ start }) => start === first.start);
  // "economists *at* Harbour Capital, a bank": behind a noun it says whose they are.
  const opening = list[at - 2];
  const isSetting = opening === undefined || opening.kind === "MARK" || OPENS_SETTING.test(opening.lower);
  return isSetting && SETTING.test(list[at - 1]?.lower ?? "") ? phrase.slice(comma + 1) : phrase;
}
const OPENS_SETTING =
  /^(?:and|but|just|only|even|soon|\d+|days?|hours?|weeks?|months?|minutes?|years?|\p{L}+ly)$/u;
const SETTING = /^(?:after|before|during|following|since|amid|despite|in|at|on|within|until|under)$/;

/** Does the source of what stands behind a colon say where or when it was said, and not by whom? */
export function saysWhere({ source, cue }: Pick<FoundSource, "source" | "cue">, sentence: Sentence): boolean {
  if (!isColon(cue, sentence)) return false;
  const part = withoutSetting(tokensOf(sentence, source), cue, sentence);
  return isSetting(part, opener(part, sentence));
}

/** The word that opens the sentence, or what stands behind a mark, where these words follow it. */
function opener([first]: readonly Token[], { tokens: list }: Sentence): Token | undefined {
  const at = list.findIndex(({ start }) => start === first?.start);
  const isFirst = at === 1 || list[at - 2]?.kind === "MARK";
  return isFirst ? list[at - 1] : undefined;
}

/** "*Fishermen* working off the point said": at a sentence's beginning a word for people has a capital, and is no name for that. */
function uncapitalised(phrase: readonly Token[], { tokens: list }: Sentence): readonly Token[] {
  const [first, second, ...rest] = phrase;
  if (first === undefined || second === undefined || first.start !== list[0]?.start) return phrase;
  return areSeveral(first) && !isCapitalised(second)
    ? [{ ...first, text: first.lower }, second, ...rest]
    : phrase;
}

/** "*somebody in* the crowd said": where somebody was, and not who it is. */
function fromSomebody(phrase: readonly Token[], { tokens: list }: Sentence): readonly Token[] {
  const at = list.findIndex((token) => token.start === phrase[0]?.start);
  const [who, where] = [list[at - 2], list[at - 1]];
  const isBehind = /^(?:in|at|from|on|near|inside|outside)$/.test(where?.lower ?? "");
  if (who === undefined || where === undefined || !isBehind) return phrase;
  return /^(?:somebody|someone|anybody|anyone|nobody|everybody|everyone)$/.test(who.lower)
    ? [who, where, ...phrase]
    : phrase;
}

const tokensOf = (sentence: Sentence, spans: readonly Span[]): readonly Token[] =>
  tokensUnder(sentence, spans).filter((token) => spans.some((span) => overlap(span, token) > 0));

/**
 * The part of a source that says who speaks. Of several pieces it is the one with the cue's subject, else the first, as long as only
 * marks and short words stand between: the rest is of other clauses. "Who" is said of somebody, and no source is the cue's subject.
 */
function partOf(
  source: readonly Span[],
  naming: readonly Span[],
  hasSubject: boolean,
  sentence: Sentence,
): readonly Span[] {
  const textOf = (from: number, to: number) =>
    sentence.text.slice(from - sentence.start, to - sentence.start);
  const [name] = naming;
  const [only] = source;
  if (only === undefined) return naming;
  if (source.length === 1)
    return name !== undefined && /^[Ww]ho$/.test(textOf(only.start, only.end)) ? naming : source;
  const at = hasSubject && name !== undefined ? source.findIndex((span) => overlap(span, name) > 0) : 0;
  const part = source.slice(Math.max(0, at), Math.max(0, at) + 1);
  for (const span of source.slice(Math.max(0, at) + 1)) {
    if (!/^[\s,.()'’–—-]*$/.test(textOf(part.at(-1)?.end ?? 0, span.start))) break;
    part.push(span);
  }
  return part;
}

/** A phrase up to where something is told of it; the cue's subject, where that stands elsewhere in the source. */
function named(phrase: readonly Token[], naming: readonly Token[], hasSubject: boolean): readonly Token[] {
  const [first, last] = [naming[0], naming.at(-1)];
  if (first === undefined || last === undefined) return phrase;
  const end = phrase.findIndex((token) => token.start === last.start);
  if (end >= 0) return phrase.slice(0, end + 1);
  return hasSubject && !phrase.some((token) => token.start === first.start) ? naming : phrase;
}

/** "Speaking to the Harbour Mail *Ana Ruiz* said": the person's words at the end; null where the source doesn't begin so. */
export function afterOpening(phrase: readonly Token[]): readonly Token[] | null {
  if (!/^(?:speaking|talking|writing|responding|reacting|referring)$/.test(phrase[0]?.lower ?? ""))
    return null;
  let first = phrase.length;
  for (
    let before = phrase[first - 1];
    before !== undefined && isPersonWord(before);
    before = phrase[first - 1]
  )
    first -= 1;
  return first < phrase.length && first > 1 ? phrase.slice(first) : null;
}

/** "*The Bishop* of Denby, the Rt Rev Clare Holt": an office, and behind its comma whoever holds it. */
const isOffice = ([article, office]: readonly Token[]): boolean =>
  article?.lower === "the" &&
  office !== undefined &&
  (PERSON_TITLE.has(office.lower) || isPersonNoun(office.lower)) &&
  !office.lower.endsWith("s");

/** "Mr Tolly's lawyer, …": the name belongs to somebody else. */
function isPossessed(phrase: readonly Token[]): boolean {
  const comma = phrase.findIndex(({ text }) => text === ",");
  const head = comma < 0 ? phrase : phrase.slice(0, comma);
  const last = head.at(-1);
  return last !== undefined && !isPersonWord(last) && head.some(({ text }) => /['’]s?$/.test(text));
}

/** Whether a full name is a part of a longer wording: what else stands there is a role, or another's name. */
function isWithin(name: string, wording: string): boolean {
  const isOne = !/ (?:and|or) |,/.test(wording);
  return isOne && name.includes(" ") && wording.length > name.length && wording.endsWith(name);
}

/**
 * "Locals say …", "Islanders said": at a sentence's beginning a capital tells nothing, and one that the page names in full nowhere, and no
 * title stands before, is no "Rogers". "Texans said", "Kurds say": a people has a capital anywhere.
 */
function isGroup(
  [only, ...others]: readonly Token[],
  naming: readonly Token[],
  speaker: NamedSpeaker | null,
  sentence: Sentence,
  { names }: Memory,
): boolean {
  const isApart = naming.length > 0 && !naming.some(({ start }) => start === only?.start);
  if (only === undefined || others.length > 0 || isApart) return false;
  if (speaker?.kind === "PERSON" && (speaker.name.includes(" ") || names.has(only.text))) return false;
  if (isPeople(only)) return true;
  return only.start === sentence.tokens[0]?.start && areSeveral(only);
}

function groupCalled(words: readonly Token[]): Speaker | null {
  const told = speakerOf(words);
  if (told === null || told.kind === "UNNAMED") return told;
  const because = "GROUP" as const;
  return { ...told, kind: "UNNAMED", sourcing: "UNNAMED_BARE", because, isPlural: true };
}

/** "WillowB: the branch is ready": one word and a colon, as chats and transcripts mark who writes. */
function isSpeakerLabel(source: readonly Token[], cue: readonly Span[], sentence: Sentence): boolean {
  return source.length === 1 && isColon(cue, sentence);
}

function isColon(cue: readonly Span[], { text, start }: Sentence): boolean {
  const [only, other] = cue;
  return (
    only !== undefined && other === undefined && text.slice(only.start - start, only.end - start) === ":"
  );
}

/** Whoever a label before a colon stands for: a paper ("Report:"), a person whom the page names in full, or a nickname. */
function labelled(label: readonly Token[], speaker: NamedSpeaker | null): Speaker {
  const told = speakerOf(label);
  if (told !== null && (told.kind === "DOCUMENT" || told.kind === "MEDIA")) return told;
  if (speaker?.kind === "PERSON" && speaker.name.includes(" ")) return personCalled(speaker.name);
  return pseudonym(label[0]?.text ?? "");
}

/** "a spokeswoman, Anna Reed," and "the director, engineer Omar Aziz": the name between the first comma and the next; null where none is. */
function nameInApposition(phrase: readonly Token[]): string | null {
  const comma = phrase.findIndex((token, i) => i > 0 && token.text === ",");
  if (comma < 0) return null;
  const rest = phrase.slice(comma + 1);
  const end = rest.findIndex((token) => token.text === ",");
  // "the Very Rev Giles Peck"
  const styled = (end < 0 ? rest : rest.slice(0, end)).findIndex(({ lower }) => !STYLE.test(lower));
  const name = (end < 0 ? rest : rest.slice(0, end)).slice(Math.max(0, styled));
  if (name.length > 0 && name.length <= 4 && name.every(isPersonWord))
    return name.map(({ text }) => text).join(" ");
  const begins =
    name[0] !== undefined &&
    (isPersonWord(name[0]) || PERSON_TITLE.has(name[0].lower) || isPersonNoun(name[0].lower));
  return begins ? (personsIn(name.slice(0, MOST_IN_APPOSITION))[0] ?? null) : null;
}
const STYLE = /^(?:the|very|most|right|rt|hon)$/;
/** Further on a name is another's: "the agent, who met Ana Ruiz". In tokens. */
const MOST_IN_APPOSITION = 5;

/** A name that is nobody's but here: whoever writes under it, and nobody can ask them. */
function pseudonym(name: string): Speaker {
  const because = "NICKNAME" as const;
  return { name, kind: "PSEUDONYM", sourcing: "UNNAMED_BARE", because, isParty: false, isPlural: false };
}

/** "Philip Luther, a director at the charity": who it is stands before the comma, what they are after it. */
function withoutApposition(phrase: readonly Token[]): readonly Token[] {
  const comma = phrase.findIndex((token, i) => i > 0 && token.text === ",");
  return comma < 0 ? phrase : phrase.slice(0, comma);
}

/** The source is little more than the name itself. */
function isNameIn(words: number, name: string): boolean {
  return words <= name.split(" ").length + 1;
}

/** A name as the name finder has it; "Frank26" is somebody's nickname, however much it looks like a person's name. */
function personCalled(name: string): Speaker {
  if (isNickname(name)) return pseudonym(name);
  const because = "PERSON" as const;
  return { name, kind: "PERSON", sourcing: "NAMED_PERSON", because, isParty: false, isPlural: false };
}
