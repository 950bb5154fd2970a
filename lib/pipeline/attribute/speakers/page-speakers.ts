import { PERSON_TITLE } from "#lib/english/nouns";
import { lemmaOf } from "#lib/english/treebank/lemma";
import { NAME_LABELS, type NameKind } from "#lib/english/treebank/names";
import { RELATIONS } from "#lib/english/treebank/parser";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";
import type { Span } from "#lib/text/span";
import { type Gender, genderOf, statedGender } from "./gender";
import type { SourcePhrase } from "./source-phrase";

/** A name in a page: tokens [start, end). */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly text: string;
}

/** Where the text names a person, by however much of the name, and the whole name. */
export interface PersonMention extends Span {
  readonly name: string;
  /** By a title or a relative's word beside one of their names; null where the page has none. */
  readonly gender: Gender | null;
  /** The sentence is about them: they are the subject of its main verb, or stand beside it ("one of the victims, *Joan Pike*, wept"). */
  readonly isSubject: boolean;
}

/** Who speaks, as one would write it, and what kind of being that is where the name finder knows. */
export interface NamedSpeaker {
  readonly name: string;
  readonly kind: NameKind | null;
  /** The phrase's own noun is that person, or has the person's name beside it, in more than one word: no one else can be meant. */
  readonly isWhole?: boolean;
}

const PERSONAL = new Set(["he", "she", "him", "her", "i", "me"]);
const PLURAL = new Set(["they", "them", "we", "us"]);
const FEMALE = new Set([
  "she",
  "her",
  "mrs.",
  "ms.",
  "miss",
  "mrs",
  "ms",
  "lady",
  "woman",
  "chairwoman",
  "spokeswoman",
]);
const MALE = new Set(["he", "him", "mr.", "mr", "man", "chairman", "spokesman"]);
const EMPTY_ARTICLE = /^(?:the|a|an)\s+/i;
const MOST_ROLE_WORDS = 8;
/** A pronoun is not traced back further than this many tokens. */
const FARTHEST_ANTECEDENT = 400;
/** Tokens of the longest name, and from a noun to a name beside it. */
const MOST_OF_NAME = 8;
const FARTHEST_APPOSITION = 16;
const APPOSITION = RELATIONS.indexOf("appos");
const OF = RELATIONS.indexOf("nmod");
const SUBJECT = new Set([RELATIONS.indexOf("nsubj"), RELATIONS.indexOf("nsubjpass")]);
const NOUNS = new Set(TAGS.flatMap((tag, i) => (tag.startsWith("NN") ? [i] : [])));

function kindOf(label: number): NameKind {
  return (NAME_LABELS[label] ?? "B-MISC").slice(2) as NameKind; // every label but O ends in a NameKind
}

/** The names of a page, in order. */
export function namesIn(page: ParsedPage): NameMention[] {
  const out: NameMention[] = [];
  const { names, tokens } = page;
  for (let i = 0; i < tokens.count; i++) {
    const label = names[i] ?? 0;
    if (label === 0) continue;
    const inner = label % 2 === 1 ? label + 1 : label;
    let end = i + 1;
    while (end < tokens.count && names[end] === inner && page.sentenceOf[end] === page.sentenceOf[i]) end++;
    const text = page.text.slice(tokens.start[i] ?? 0, tokens.end[end - 1] ?? 0);
    const kind = isCourteous(text) || isCourteous(page.lexemes[i - 1]?.text ?? "") ? "PERSON" : kindOf(label);
    out.push({ start: i, end, kind, text: untitled(text.replace(/\s+/g, " ")) });
    i = end - 1;
  }
  return out;
}

/** "Ms Ida Falk" is a person, whatever the name finder takes her for: it learned from American news, where a full stop stands. */
const isCourteous = (text: string): boolean => /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof)\b/i.test(text);

/** "Mr Naidu", "President-elect Ana Ruiz": a name without the title before it. */
function untitled(name: string): string {
  const words = name.split(" ");
  const isTitle = (word: string) => PERSON_TITLE.has(word.toLowerCase().replace(/(?:-elect)?\.?$/, ""));
  let first = 0;
  while (first < words.length - 1 && isTitle(words[first] ?? "")) first += 1;
  return words.slice(first).join(" ");
}

/** Whether two names with one last word are of two people: their first names differ, and none is an initial. */
function isAnother(one: string, other: string): boolean {
  const [a = "", b = ""] = [one, other].map((name) => name.split(" ").slice(0, -1)[0]);
  if (a === "" || b === "" || a.endsWith(".") || b.endsWith(".")) return false;
  return a.toLowerCase().slice(0, 3) !== b.toLowerCase().slice(0, 3);
}

/** The people and bodies of one page: who is meant by a surname, a pronoun or a role. */
export class PageSpeakers {
  readonly names: readonly NameMention[];
  /** Last word of a person's name -> the fullest form seen; null where two people of the page have it. */
  private readonly fullest = new Map<string, NameMention | null>();
  /** Role noun ("minister") -> the person it was first said of. */
  private readonly roles = new Map<string, NameMention>();
  private readonly female = new Set<string>();
  private readonly male = new Set<string>();
  private readonly genders = new Map<string, Gender>();

  constructor(private readonly page: ParsedPage) {
    this.names = namesIn(page);
    for (const mention of this.names) this.meet(mention);
    for (const mention of this.names) this.learnGender(mention);
  }

  private meet(mention: NameMention): void {
    const { page } = this;
    const surname = this.key(mention);
    if (mention.kind === "PERSON") this.meetPerson(mention, surname);
    const before = page.lexemes[mention.start - 1]?.text ?? "";
    if (FEMALE.has(before)) this.female.add(surname);
    if (MALE.has(before)) this.male.add(surname);
    if (mention.kind === "PERSON") this.meetRoles(mention);
  }

  /** "Ms Pell", "her husband Pavel Falk", "his wife, Ana Ruiz,": told by the word right before a name, or the first in it. */
  private learnGender(mention: NameMention): void {
    if (mention.kind !== "PERSON") return;
    const { lexemes, sentenceOf, tokens, text } = this.page;
    const isComma = lexemes[mention.start - 1]?.text === ",";
    const before = mention.start - (isComma ? 2 : 1);
    const isNear = before >= 0 && sentenceOf[before] === sentenceOf[mention.start];
    const title = text.slice(tokens.start[mention.start] ?? 0, tokens.end[mention.start] ?? 0);
    const gender = statedGender(title) ?? (isNear ? statedGender(lexemes[before]?.text ?? "") : null);
    const { name } = this.full(mention);
    if (gender !== null && !this.genders.has(name)) this.genders.set(name, gender);
  }

  private meetPerson(mention: NameMention, surname: string): void {
    const known = this.fullest.get(surname);
    if (known === null) return;
    if (known !== undefined && isAnother(known.text, mention.text)) this.fullest.set(surname, null);
    else if (known === undefined || mention.text.length > known.text.length)
      this.fullest.set(surname, mention);
  }

  /** Roles stand before a name ("Foreign Minister Hussein") or after it ("Hussein, the foreign minister,"). */
  private meetRoles(mention: NameMention): void {
    const { page } = this;
    for (let i = mention.start - 1; i >= Math.max(0, mention.start - 3); i--) {
      if (!NOUNS.has(page.tags[i] ?? 0) || (page.names[i] ?? 0) > 0) break;
      this.addRole(i, mention);
    }
    const last = mention.end - 1;
    for (let i = mention.end; i < Math.min(page.tokens.count, mention.end + MOST_ROLE_WORDS); i++) {
      const isApposed = (page.heads[i] ?? -1) >= mention.start && (page.heads[i] ?? -1) <= last;
      if (isApposed && NOUNS.has(page.tags[i] ?? 0) && (page.names[i] ?? 0) === 0) this.addRole(i, mention);
    }
  }

  private addRole(i: number, mention: NameMention): void {
    const role = lemmaOf(this.page.lexemes[i]?.text ?? "", this.page.tags[i] ?? 0);
    if (!this.roles.has(role)) this.roles.set(role, mention);
  }

  private key(mention: NameMention): string {
    return this.page.lexemes[mention.end - 1]?.text ?? "";
  }

  /** Who is behind a phrase whose own noun is `head`: a person whom that noun or a name beside it names, else as `speakerOf`. */
  speakerIn({ tokens, head }: SourcePhrase): NamedSpeaker | null {
    if (tokens.length === 0) return null;
    const own = this.personAt(head);
    const isCut = own !== null && !tokens.includes(own.end - 1);
    const person = isCut ? null : (own ?? this.personBeside(head));
    if (person === null) return this.speakerOf(tokens);
    const full = this.full(person);
    const isWhole = full.name.includes(" ") && /^\p{Lu}/u.test(full.name);
    return isWhole ? { ...full, isWhole } : this.speakerOf(tokens);
  }

  /** The person whose name holds the token; null where none does. */
  private personAt(token: number): NameMention | null {
    for (let k = this.firstName(token - MOST_OF_NAME); k < this.names.length; k++) {
      const name = this.names[k];
      if (name === undefined || name.start > token) return null;
      if (name.end > token) return name.kind === "PERSON" ? name : null;
    }
    return null;
  }

  /** "the minister, *Ana Ruiz*," and "minister of works *Ana Ruiz*": a person in apposition to a noun. */
  private personBeside(head: number): NameMention | null {
    const { heads, relations, tokens } = this.page;
    for (let i = head + 1; i < Math.min(tokens.count, head + FARTHEST_APPOSITION); i++) {
      if (heads[i] !== head || relations[i] !== APPOSITION) continue;
      const person = this.personAt(i);
      if (person !== null) return person;
    }
    return null;
  }

  /** The persons whom the page names in full somewhere, wherever it names them; in order, as spans of the text. */
  persons(): PersonMention[] {
    const { tokens } = this.page;
    return this.names.flatMap((mention) => {
      if (mention.kind !== "PERSON") return [];
      const { name } = this.full(mention);
      if (!name.includes(" ")) return [];
      const [start, end] = [tokens.start[mention.start] ?? 0, tokens.end[mention.end - 1] ?? 0];
      return [
        { start, end, name, gender: this.genders.get(name) ?? null, isSubject: this.isSubject(mention) },
      ];
    });
  }

  /** "*one* of the victims", for "victims": the noun that a phrase with "of" hangs on. */
  private wholeOf(noun: number): number {
    const { heads, relations } = this.page;
    return relations[noun] === OF ? (heads[noun] ?? -1) : noun;
  }

  private isSubject(mention: NameMention): boolean {
    const { heads, relations } = this.page;
    const last = mention.end - 1;
    const inName = (token: number) => token >= mention.start && token <= last;
    let noun = last;
    while (inName(heads[noun] ?? -1)) noun = heads[noun] ?? -1;
    if (relations[noun] === APPOSITION) noun = this.wholeOf(heads[noun] ?? -1);
    const verb = heads[noun] ?? -1;
    return SUBJECT.has(relations[noun] ?? -1) && verb >= 0 && (heads[verb] ?? -1) < 0;
  }

  /** Who is behind the source tokens (ascending) of a page; null where nobody can be named. */
  speakerOf(source: readonly number[]): NamedSpeaker | null {
    const first = source[0];
    if (first === undefined) return null;
    const inside = this.namesWithin(source);
    const person = inside.find((name) => name.kind === "PERSON" && !this.isPossessor(name));
    if (person) return this.full(person);
    const word = this.page.lexemes[first]?.text ?? "";
    if (source.length === 1 && PERSONAL.has(word)) return this.antecedent(first, word);
    if (source.length === 1 && PLURAL.has(word)) return null;
    const role = this.byRole(source);
    if (role) return role;
    const other = inside.find((name) => name.kind !== "MISC");
    const text = this.wording(source).replace(EMPTY_ARTICLE, "");
    return text === "" ? null : { name: text, kind: other && !this.isPossessor(other) ? other.kind : null };
  }

  /** The index of the first name that starts at token `at` or later. */
  private firstName(at: number): number {
    let low = 0;
    let high = this.names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.names[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private namesWithin(source: readonly number[]): NameMention[] {
    const out: NameMention[] = [];
    const last = source[source.length - 1] ?? -1;
    const tokens = new Set(source);
    for (let k = this.firstName(source[0] ?? 0); k < this.names.length; k++) {
      const name = this.names[k];
      if (!name || name.start > last) break;
      if (tokens.has(name.start)) out.push(name);
    }
    return out;
  }

  private isPossessor(name: NameMention): boolean {
    return /^['’]s?$/.test(this.page.lexemes[name.end]?.text ?? "");
  }

  private full(mention: NameMention): NamedSpeaker {
    const best = this.fullest.get(this.key(mention)) ?? mention;
    return { name: best.text.length > mention.text.length ? best.text : mention.text, kind: "PERSON" };
  }

  private byRole(source: readonly number[]): NamedSpeaker | null {
    const { page } = this;
    if ((page.lexemes[source[0] ?? 0]?.text ?? "") !== "the" || source.length > 4) return null;
    for (const i of [...source].reverse()) {
      if (TAGS[page.tags[i] ?? 0] !== "NN" || (page.names[i] ?? 0) > 0) continue;
      const mention = this.roles.get(lemmaOf(page.lexemes[i]?.text ?? "", page.tags[i] ?? 0));
      return mention && mention.start < i ? this.full(mention) : null;
    }
    return null;
  }

  /** The last person named before a pronoun, of a gender that doesn't contradict it. */
  private antecedent(at: number, pronoun: string): NamedSpeaker | null {
    const { quotations } = this.page;
    for (let k = this.firstName(at) - 1; k >= 0; k--) {
      const mention = this.names[k];
      if (!mention || mention.start < at - FARTHEST_ANTECEDENT) return null;
      if (mention.end > at || mention.kind !== "PERSON" || this.isPossessor(mention)) continue;
      // Whom somebody names in a quotation isn't the one who is told of around it.
      if (quotations.of[mention.start] !== quotations.of[at] && (quotations.of[mention.start] ?? -1) >= 0)
        continue;
      const surname = this.key(mention);
      const gender = genderOf((this.fullest.get(surname) ?? mention).text);
      if (FEMALE.has(pronoun) && (this.male.has(surname) || gender === "MALE") && !this.female.has(surname))
        continue;
      if (MALE.has(pronoun) && (this.female.has(surname) || gender === "FEMALE") && !this.male.has(surname))
        continue;
      return this.full(mention);
    }
    return null;
  }

  private wording(source: readonly number[]): string {
    const { tokens, text } = this.page;
    let out = "";
    let last = -1;
    for (const i of source) {
      const isNext = i === last + 1 && tokens.start[i] === tokens.end[last];
      out += (out === "" || isNext ? "" : " ") + text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0);
      last = i;
    }
    return out
      .replace(/\s+/g, " ")
      .replace(/[,;:]$/, "")
      .trim();
  }
}
