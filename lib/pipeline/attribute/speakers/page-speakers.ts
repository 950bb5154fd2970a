import { lemmaOf } from "#lib/english/treebank/lemma";
import { NAME_LABELS, type NameKind } from "#lib/english/treebank/names";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";
import { genderOf } from "./gender";

/** A name in a page: tokens [start, end). */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly text: string;
}

/** Who speaks, as one would write it, and what kind of being that is where the name finder knows. */
export interface NamedSpeaker {
  readonly name: string;
  readonly kind: NameKind | null;
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
    out.push({ start: i, end, kind: kindOf(label), text: text.replace(/\s+/g, " ") });
    i = end - 1;
  }
  return out;
}

/** The people and bodies of one page: who is meant by a surname, a pronoun or a role. */
export class PageSpeakers {
  readonly names: readonly NameMention[];
  /** Last word of a person's name -> the fullest form seen. */
  private readonly fullest = new Map<string, NameMention>();
  /** Role noun ("minister") -> the person it was first said of. */
  private readonly roles = new Map<string, NameMention>();
  private readonly female = new Set<string>();
  private readonly male = new Set<string>();

  constructor(private readonly page: ParsedPage) {
    this.names = namesIn(page);
    for (const mention of this.names) this.meet(mention);
  }

  private meet(mention: NameMention): void {
    const { page } = this;
    const surname = this.key(mention);
    if (mention.kind === "PERSON") {
      const known = this.fullest.get(surname);
      if (!known || mention.text.length > known.text.length) this.fullest.set(surname, mention);
    }
    const before = page.lexemes[mention.start - 1]?.text ?? "";
    if (FEMALE.has(before)) this.female.add(surname);
    if (MALE.has(before)) this.male.add(surname);
    if (mention.kind === "PERSON") this.meetRoles(mention);
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
    return { name: best.text, kind: "PERSON" };
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
    for (let k = this.firstName(at) - 1; k >= 0; k--) {
      const mention = this.names[k];
      if (!mention || mention.start < at - FARTHEST_ANTECEDENT) return null;
      if (mention.end > at || mention.kind !== "PERSON" || this.isPossessor(mention)) continue;
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
