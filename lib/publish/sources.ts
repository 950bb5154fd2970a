import type { SpeakerKind } from "#lib/domain/labels";
import type { PublishedStatement } from "#lib/domain/publications";
import { PARTIES } from "#lib/english/nouns";
import { isSamePerson, type NamedPerson, namedPerson } from "#lib/english/person-called";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { issuerOfPaper } from "./source-name";

/** Somebody or something that statements go back to, however it is written. */
export interface Source {
  /** The fullest way in which it is written, in words that fit after "Attributed to". */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Of a joint statement, whose it is: "Iraq and the United States"; null where nobody says, and for everything else. */
  readonly parties: string | null;
  readonly statements: readonly PublishedStatement[];
}

/**
 * The sources of statements of one page, those of most statements first. One source that is written in several ways is one:
 *
 * - the same words, but for case, an article and the make of apostrophes;
 * - a person: see `isSamePerson`. What fits two persons of the page is neither, and stays a source of its own;
 * - "the ministry" alone, where the page names one ministry only, and the like;
 * - "a statement", and whoever issued it, where its sentence says so;
 * - a joint statement and its parties ("the two sides", "Iraq and the United States"), in the post that cites it.
 */
export function sourcesOf(statements: readonly PublishedStatement[]): Source[] {
  const written = byWriting(statements);
  const groups = joined(merged(written), written);
  return groups.map(sourceOf).sort((a, b) => b.statements.length - a.statements.length);
}

/** One way in which a source is written, and the statements that have it. */
interface Written {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly person: NamedPerson | null;
  readonly statements: PublishedStatement[];
}

type Group = Written[];

function byWriting(statements: readonly PublishedStatement[]): Written[] {
  const found = new Map<string, Written>();
  for (const statement of statements) {
    if (statement.speaker === null) continue;
    const issuer = issuerOfPaper(statement);
    // Whoever issued a paper is who it goes back to.
    const speaker = issuer === null ? statement.speaker : { name: issuer, kind: "ORGANIZATION" as const };
    const key = `${speaker.kind} ${folded(speaker.name)}`;
    const known = found.get(key);
    if (known) known.statements.push(statement);
    else {
      const person = speaker.kind === "PERSON" ? namedPerson(speaker.name) : null;
      found.set(key, { ...speaker, person, statements: [statement] });
    }
  }
  return [...found.values()];
}

const folded = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/^(?:the|an?) /, "")
    .trim();

/** Each way of writing goes to the one fuller way that it fits; the fullest come first. */
function merged(written: readonly Written[]): Group[] {
  const groups: Group[] = [];
  for (const one of written.toSorted((a, b) => fullness(b) - fullness(a))) {
    const fitting = groups.filter((group) => group.some((other) => fits(one, other)));
    const [only] = fitting;
    if (only && fitting.length === 1) only.push(one);
    else groups.push([one]);
  }
  return groups;
}

const fullness = ({ person, name }: Written): number => person?.fullness ?? name.length / 1000;

function fits(short: Written, full: Written): boolean {
  if (short.kind !== full.kind) return false;
  if (short.person !== null && full.person !== null) return isSamePerson(short.person, full.person);
  return short.kind === "ORGANIZATION" && isItsKind(short.name, full.name);
}

/** "the ministry" of "the Ministry of Finance": one word in small letters behind the article, which the other name holds. */
function isItsKind(short: string, full: string): boolean {
  const kind = /^the (\p{Ll}{4,})$/u.exec(short)?.[1];
  if (kind === undefined || PARTIES.has(kind)) return false;
  return folded(full).split(/\s+/).includes(kind) && /\p{Lu}/u.test(full);
}

/** A joint statement takes in its parties, post by post. */
function joined(groups: readonly Group[], written: readonly Written[]): Group[] {
  const joint = written.filter(isJoint);
  if (joint.length === 0) return [...groups];
  const posts = new Set(joint.flatMap(({ statements }) => statements.map(({ post }) => post)));
  const ofParties = ({ kind, name, statements }: Written) =>
    kind === "ORGANIZATION" && isParties(name) && statements.every(({ post }) => posts.has(post));
  const belongs = (group: Group) => group.every((one) => isJoint(one) || ofParties(one));
  const whole = groups.filter(belongs).flat();
  return [...groups.filter((group) => !belongs(group)), whole];
}

const isJoint = ({ kind, name }: Pick<Written, "kind" | "name">): boolean =>
  kind === "DOCUMENT" && /\bjoint\b/i.test(name);

/** "the two sides", "the Iraqi representatives"; "Iraq and the United States", but no "Ministry of Trade and Industry". */
function isParties(name: string): boolean {
  return PARTIES.has(folded(name).split(/\s+/).at(-1) ?? "") || isPair(name);
}

const isPair = (name: string): boolean =>
  /^[^,]+ and (?:the )?\p{Lu}/u.test(name) &&
  !name
    .split(/\bof\b/u)
    .slice(1)
    .join("of")
    .includes(" and ");

function sourceOf(group: Group): Source {
  const joint = group.find(isJoint);
  // The first is the fullest.
  const { name, kind } = joint ?? group[0] ?? { name: "", kind: "UNNAMED" as const };
  const parties = joint === undefined ? undefined : group.find((one) => isPair(one.name))?.name;
  return {
    name: isolated(name),
    kind,
    parties: parties === undefined ? null : isolated(parties),
    statements: group.flatMap(({ statements }) => statements),
  };
}

/** In words that fit after "Attributed to": of a joint statement with whose it is. */
export function sourceInWords({ name, parties }: Source): string {
  return parties === null ? name : words.article.chain.jointOf(name, parties);
}
