import { ACQUAINTANCE, COMPANY, isPersonNoun, ORGANIZATION, PERSON_TITLE } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import type { Span } from "#lib/text/span";
import { type Gender, genderOf, genderOfPronoun, statedGender } from "./gender";
import { type Speaker, speakerOf } from "./noun-phrase";
import { personsIn } from "./person-names";

/** The persons of a page, as far as somebody has found them. */
export interface Persons {
  /** The names of those whom tokens [from, to) of a sentence name, outside of quotations or everywhere, in order. */
  readonly namesIn: (sentence: Sentence, from: number, to: number, isQuotedToo: boolean) => readonly string[];
  /** The person whom the sentence is about; null where it is about nobody, or nobody has read its grammar. */
  readonly subjectOf: (sentence: Sentence) => string | null;
  /** What the page says of somebody's gender, beside the name; null where it says nothing. */
  readonly genderOf: (name: string) => Gender | null;
}

/** By capitals and titles alone, where no name finder has read the page. */
const BY_WORDS: Persons = {
  namesIn: (sentence, from, to, isQuotedToo) =>
    personsIn(isQuotedToo ? sentence.tokens.slice(from, to) : unquoted(sentence, from, to)),
  subjectOf: () => null,
  genderOf: () => null,
};

/** What the sentences read so far leave behind: who "he" is, and whether a joint statement speaks for the parties. */
export interface Memory {
  /** The last single person or unnamed somebody who was quoted. */
  person: Speaker | null;
  /** The last group or institution that was quoted. */
  group: Speaker | null;
  /** The last single institution or paper that was quoted. */
  thing: Speaker | null;
  /** The last who spoke and wasn't named, one or many. */
  unnamed: Speaker | null;
  /** The last persons who spoke, newest last. */
  readonly speakers: Speaker[];
  /** The last persons who were only named, outside of quotations: by sentence, newest last. */
  readonly mentioned: (readonly string[])[];
  /**
   * Last names of all persons named so far, with the whole name; null where two have it. "Karim" alone is then a person, and
   * otherwise an institution ("Eurostat").
   */
  readonly names: Map<string, string | null>;
  /** Whom the writer knows and has just brought up ("my sister drives that road"), until somebody else comes in between. */
  acquaintance: { readonly speaker: Speaker; readonly noun: string; readonly paragraph: number } | null;
  /** Whom the sentence before was about, where it is the first to name them. */
  introduced: { readonly name: string; readonly paragraph: number } | null;
  /** The institution by name that the sentence before begins with, as its subject. */
  opening: { readonly speaker: Speaker; readonly paragraph: number } | null;
  /** The joint statement, once the post has cited one. */
  joint: { readonly name: string; readonly span: Span } | null;
  readonly persons: Persons;
  /** What the page's own publisher and agency are called. */
  readonly own: readonly string[];
}

export const emptyMemory = (persons: Persons = BY_WORDS, own: readonly string[] = []): Memory => ({
  person: null,
  group: null,
  thing: null,
  unnamed: null,
  speakers: [],
  mentioned: [],
  names: new Map(),
  acquaintance: null,
  introduced: null,
  opening: null,
  joint: null,
  persons,
  own,
});

export function remember(
  memory: Memory,
  sentence: Sentence,
  speaker: Speaker | null,
  isQuoted: boolean,
): void {
  const { length } = sentence.tokens;
  const persons = memory.persons.namesIn(sentence, 0, length, true);
  const told = memory.persons.namesIn(sentence, 0, length, false);
  if (told.length > 0) memory.mentioned.push(told);
  const known = acquaintanceIn(sentence, 0, length - 1);
  // Of a sentence that names somebody as well, nobody can tell whom the next one means.
  if (told.length > 0) memory.acquaintance = null;
  else if (known !== null) memory.acquaintance = { ...known, paragraph: sentence.paragraph };
  if (memory.mentioned.length > MOST_REMEMBERED) memory.mentioned.shift();
  memory.introduced = introducedIn(memory, sentence);
  memory.opening = openingIn(sentence);
  for (const person of persons) learn(memory, person);
  // The name finder misses some; of those whose last name it has it knows more.
  for (const person of personsIn(sentence.tokens))
    if (!memory.names.has(lastWord(person))) learn(memory, person);
  if (speaker === null || !isQuoted) return;
  if (speaker.kind === "UNNAMED") memory.unnamed = speaker;
  const isOne = speaker.sourcing !== "UNNAMED_BARE" || /^(?:an?|one|the|my|our|his|her) /i.test(speaker.name);
  if (speaker.kind === "UNNAMED" && !speaker.isPlural && !isOne) return; // "most", "someone": nobody is "he" after them
  const isSingle = speaker.kind === "PERSON" || (speaker.kind === "UNNAMED" && !speaker.isPlural);
  if (isSingle) {
    memory.person = speaker;
    memory.speakers.push(speaker);
    if (memory.speakers.length > MOST_REMEMBERED) memory.speakers.shift();
  }
  if (!isSingle && speaker.kind !== "DOCUMENT") memory.group = speaker;
  if (!isSingle && !speaker.isPlural) memory.thing = speaker;
}

/** "*The Cloth Workers' Union* counted its votes", "*The union* counted them": an institution's noun with a verb behind it; null without one. */
function openingIn({ tokens, quoted, paragraph }: Sentence): Memory["opening"] {
  const first = tokens[0]?.lower === "the" ? 1 : 0;
  const isBare = first === 1 && ORGANIZATION.has(tokens[1]?.text ?? "") && tokens[2]?.kind === "WORD";
  if (isBare && quoted[0] !== true) return openingBy(tokens.slice(0, 2), paragraph);
  const end = tokens.findIndex(
    (token, i) => i >= first && !isCapitalised(token) && !/^(?:['’]s?|of|and|for)$/.test(token.lower),
  );
  const [noun, verb] = [tokens[end - 1], tokens[end]];
  if (noun === undefined || verb?.kind !== "WORD" || quoted[0] === true) return null;
  if (end - first < LEAST_IN_NAME || !ORGANIZATION.has(noun.lower)) return null;
  return openingBy(tokens.slice(0, end), paragraph);
}

function openingBy(words: readonly Token[], paragraph: number): Memory["opening"] {
  const speaker = speakerOf(words);
  return speaker?.kind === "ORGANIZATION" && !speaker.isPlural ? { speaker, paragraph } : null;
}
/** Words of an institution's name. */
const LEAST_IN_NAME = 2;

/** Whom a sentence is about that names them for the first time; null where it is about nobody new. */
function introducedIn({ names, persons }: Memory, sentence: Sentence): Memory["introduced"] {
  const name = persons.subjectOf(sentence);
  return name === null || names.has(lastWord(name)) ? null : { name, paragraph: sentence.paragraph };
}

function learn({ names }: Memory, person: string): void {
  const last = lastWord(person);
  const known = names.get(last);
  if (known === undefined || (known !== null && isTitled(known, last))) names.set(last, person);
  else if (known !== null && known !== person && !isTitled(person, last)) names.set(last, null);
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** "Mr Karim" is no other than "Hadi Karim". */
function isTitled(name: string, last: string): boolean {
  return PERSON_TITLE.has(name.slice(0, -last.length).trim().replace(/\.$/, "").toLowerCase());
}

/** Sentences with persons, and speakers, that a pronoun may reach back to. */
const MOST_REMEMBERED = 6;

/** The tokens [from, to) outside of quotation marks: whom a quotation names, its speaker's pronoun doesn't mean. */
function unquoted({ tokens, quoted }: Sentence, from: number, to: number): Token[] {
  return tokens.slice(from, to).filter((_, i) => quoted[from + i] !== true);
}

/** Tokens before a pronoun's verb in which a name may stand. */
const REACH = 60;

/**
 * Who a pronoun stands for; null where the page has named nobody of its number and gender. "She" and "he" mean whoever was
 * named before them in their sentence, else the last who spoke, else the last who were named, the first of a sentence first.
 */
export function antecedent(memory: Memory, pronoun: string, sentence: Sentence, cue: number): Speaker | null {
  if (pronoun === "it") return thingBefore(memory, sentence);
  if (/^(?:they|them)$/.test(pronoun)) return memory.group ?? ofUnknownGender(memory);
  const asked = genderOfPronoun(pronoun);
  const own = acquaintanceBefore(sentence, cue, asked);
  if (own !== null) return own;
  const knownGender = (name: string) => memory.persons.genderOf(name) ?? genderOf(name);
  const fits = (name: string) => asked === null || (knownGender(name) ?? asked) === asked;
  const before = memory.persons.namesIn(sentence, Math.max(0, cue - REACH), Math.max(0, cue - 1), false);
  const here = before.findLast(fits);
  if (here !== undefined) return mentionedPerson(here);
  const acquaintance = acquaintanceOf(memory, sentence, asked);
  if (acquaintance !== null) return acquaintance;
  const isKnown = (name: string) => asked !== null && knownGender(name) === asked;
  // "One of the victims, Joan Pike, wept. She said …": whom a sentence brings up as its subject, the next one goes on about.
  const { introduced } = memory;
  if (introduced !== null && sentence.paragraph - introduced.paragraph <= 1 && isKnown(introduced.name))
    return mentionedPerson(introduced.name);
  // Who was named after the last speaker, and is known to be meant, goes before one of whom nobody knows.
  const spoken = memory.speakers.findLast(({ name }) => fits(name));
  const named = memory.mentioned.findLast((names) => names.some(fits))?.find(fits);
  const isTold = [spoken?.name, named].some((name) => name !== undefined && isKnown(name));
  const last = memory.speakers.at(-1);
  // Lists of names err: where nobody is known to be meant, the last speaker is, unless a title says otherwise.
  if (!isTold && last !== undefined && !isContradicted(asked, last.name)) return last;
  if (spoken !== undefined && (named === undefined || !isKnown(named) || isKnown(spoken.name))) return spoken;
  return named === undefined ? null : mentionedPerson(named);
}

/** What "it" means where something speaks: what the sentence before is about, else the last institution or paper that spoke. */
function thingBefore({ opening, thing }: Memory, { paragraph }: Sentence): Speaker | null {
  return opening !== null && paragraph - opening.paragraph <= 1 ? opening.speaker : thing;
}

/** Tokens between "my" and the noun: "my *former* neighbour", "our *very old family* doctor". */
const BEFORE_NOUN = 3;

/** "My brother works there, he told me", "our neighbour saw it; she says": null where the pronoun is another's. */
function acquaintanceBefore(sentence: Sentence, cue: number, asked: Gender | null): Speaker | null {
  const known = acquaintanceIn(sentence, Math.max(0, cue - REACH), Math.min(cue, sentence.tokens.length) - 1);
  return known === null || isContradicted(asked, known.noun) ? null : known.speaker;
}

/** "My own sister drives that road. She says …": whom the sentence before brought up, in this paragraph or the last. */
function acquaintanceOf({ acquaintance }: Memory, { paragraph }: Sentence, asked: Gender | null) {
  if (acquaintance === null || paragraph - acquaintance.paragraph > 1) return null;
  return isContradicted(asked, acquaintance.noun) ? null : acquaintance.speaker;
}

/** The last single person between two tokens whom the writer calls theirs, outside of quotations; null where there is none. */
function acquaintanceIn(
  { tokens, quoted }: Sentence,
  from: number,
  to: number,
): { speaker: Speaker; noun: string } | null {
  for (let i = to; i >= from; i -= 1) {
    if (!/^(?:my|our)$/.test(tokens[i]?.lower ?? "") || quoted[i] === true) continue;
    for (let last = i + 1; last <= Math.min(i + 1 + BEFORE_NOUN, to - 1); last += 1) {
      const noun = tokens[last];
      if (noun?.kind !== "WORD") break;
      if (!isPersonNoun(noun.lower) && !ACQUAINTANCE.has(noun.lower) && noun.lower !== "source") continue;
      const speaker = noun.lower.endsWith("s") ? null : speakerOf(tokens.slice(i, last + 1));
      return speaker === null ? null : { speaker, noun: noun.lower };
    }
  }
  return null;
}

/** "They" is said of one person whose gender isn't told, and not of "Mrs Ruiz". */
function ofUnknownGender({ person, persons }: Memory): Speaker | null {
  return person === null || (persons.genderOf(person.name) ?? genderOf(person.name)) !== null ? null : person;
}

function isContradicted(asked: Gender | null, name: string): boolean {
  const stated = statedGender(name);
  return asked !== null && stated !== null && stated !== asked;
}

/** "said Oksana, *a teacher* who …", "Mira, *34*, said": what stands behind the name's comma is told of a person. */
function isToldAsPerson({ tokens }: Sentence, name: string): boolean {
  const comma = tokens.findIndex(({ text }, i) => text === "," && tokens[i - 1]?.text === name);
  const [next, after] = [tokens[comma + 1], tokens[comma + 2]];
  if (comma < 1 || next === undefined) return false;
  if (/^\d{1,2}$/.test(next.text)) return after === undefined || after.kind === "MARK";
  if (/^who(?:se)?$/.test(next.lower)) return true;
  if (!/^an?$/.test(next.lower)) return false;
  const end = tokens.findIndex(
    ({ kind, lower }, i) => i > comma + 1 && (kind === "MARK" || ENDS_NOUN.test(lower)),
  );
  const noun = tokens[(end < 0 ? tokens.length : end) - 1];
  return (
    noun !== undefined &&
    isPersonNoun(noun.lower) &&
    !ORGANIZATION.has(noun.lower) &&
    !COMPANY.has(noun.lower)
  );
}
const ENDS_NOUN = /^(?:who|whose|in|at|of|from|with|for|on)$/;

/**
 * A single name is a person's where the post has named that person, or tells of a person beside it; else it is taken for an institution's.
 */
export function asIntroduced(
  speaker: Speaker | null,
  memory: Memory,
  sentence: Sentence | null = null,
): Speaker | null {
  if (speaker !== null && memory.unnamed !== null && isSameAs(speaker, memory.unnamed)) {
    const { sourcing, because, paper } = memory.unnamed;
    return { ...speaker, sourcing, because, ...(paper === undefined ? {} : { paper }) };
  }
  if (speaker?.kind !== "PERSON" || /[\s.-]/.test(speaker.name)) return speaker;
  const whole = memory.names.get(speaker.name);
  if (whole !== undefined)
    return whole === null || isTitled(whole, speaker.name) ? speaker : { ...speaker, name: whole };
  if (sentence !== null && isToldAsPerson(sentence, speaker.name)) return speaker;
  return {
    ...speaker,
    kind: "ORGANIZATION",
    sourcing: "NAMED_ORGANIZATION",
    because: "NAME",
  };
}

/** "One", of several who spoke before; "the source", of whom it was said what outlet they told. */
function isSameAs(speaker: Speaker, before: Speaker): boolean {
  if (speaker.isOneOfSeveral === true) return true;
  return before.because === "TOLD_OUTLET" && speaker.because === "NOBODY" && DEFINITE.test(speaker.name);
}
const DEFINITE = /^(?:one of )?(?:the|these|those|both) /i;

function mentionedPerson(name: string): Speaker {
  const because = "PERSON_BEFORE" as const;
  return { name, kind: "PERSON", sourcing: "NAMED_PERSON", because, isParty: false, isPlural: false };
}
