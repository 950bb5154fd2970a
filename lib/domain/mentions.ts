import type { Mention } from "./mentions-shapes";

/** Names in a comment: `@` and the name of somebody of the newsroom. They are kept as ids, and worded when they are shown. */

/** So many people can be named in one comment. */
export const MOST_MENTIONED = 20;
/** So many names of nobody are told of. */
const MOST_UNKNOWN = 5;

export interface Named {
  readonly id: string;
  readonly name: string;
  /** Can they sign in? */
  readonly isOpen: boolean;
}

export interface ReadComment {
  /** What was typed, with a lone `@` in the place of each name. */
  readonly body: string;
  /** In their order. */
  readonly mentions: readonly Mention[];
  /** What looks like a name and is nobody's, as it was typed, each once. */
  readonly unknown: readonly string[];
}

/** A part of a comment as it is shown: plain words, or somebody's name. */
export type CommentPart =
  | { readonly text: string }
  | { readonly name: string; readonly isOpen: boolean; readonly isYou: boolean };

/** What may stand before an `@` that begins a name: what is part of an address of mail may not. */
const IN_ADDRESS = /[\p{L}\p{N}\p{M}._%+@-]$/u;
const WORD_GOES_ON = /^[\p{L}\p{N}\p{M}]/u;
const NAMELIKE = /^\p{L}[\p{L}\p{N}\p{M}_]*(?:[.'’-]+[\p{L}\p{N}\p{M}_]+)*/u;

/**
 * Finds the names in what somebody typed. The longest name that stands behind an `@` counts, whatever its case; further letters behind it make it
 * another word. Where several are called so, all are named who can sign in. More than `MOST_MENTIONED` names are left as they were typed.
 */
export function readMentions(typed: string, people: readonly Named[]): ReadComment {
  const text = typed.normalize("NFC");
  const byLength = people
    .map((person) => ({ ...person, name: person.name.normalize("NFC") }))
    .sort((a, b) => b.name.length - a.name.length);
  const mentions: Mention[] = [];
  const unknown = new Set<string>();
  let body = "";
  let from = 0;
  for (const { index } of text.matchAll(/@/g)) {
    if (index < from || IN_ADDRESS.test(text.slice(0, index))) continue;
    const rest = text.slice(index + 1);
    const named = namedAt(rest, byLength);
    const [person] = named;
    if (person !== undefined && mentions.length + named.length <= MOST_MENTIONED) {
      body += text.slice(from, index);
      mentions.push(...named.map(({ id }) => ({ at: body.length, personId: id })));
      body += "@";
      from = index + 1 + person.name.length;
    } else if (person === undefined) {
      const [word] = NAMELIKE.exec(rest) ?? [];
      if (word !== undefined && unknown.size < MOST_UNKNOWN) unknown.add(word);
    }
  }
  return { body: body + text.slice(from), mentions, unknown: [...unknown] };
}

/** Whose name stands here; nobody, one person, or all of that name. */
function namedAt(rest: string, byLength: readonly Named[]): readonly Named[] {
  const named = byLength.filter(({ name }) => isNamed(rest, name));
  const alike = named.filter(({ name }) => name.length === named[0]?.name.length);
  const open = alike.filter(({ isOpen }) => isOpen);
  return open.length > 0 ? open : alike.slice(0, 1);
}

function isNamed(rest: string, name: string): boolean {
  const given = rest.slice(0, name.length);
  return given.toLowerCase() === name.toLowerCase() && !WORD_GOES_ON.test(rest.slice(name.length));
}

/**
 * The parts of a comment, with the names that people have now. A name of nobody that is known stays a lone `@`; of several people of one name the
 * first is shown.
 */
export function partsOfComment(
  body: string,
  mentions: readonly Mention[],
  people: ReadonlyMap<string, Named>,
  viewerId: string,
): CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const { at, personId } of mentions) {
    const person = people.get(personId);
    if (person === undefined || at < from || body[at] !== "@") continue;
    if (at > from) parts.push({ text: body.slice(from, at) });
    parts.push({ name: person.name, isOpen: person.isOpen, isYou: person.id === viewerId });
    from = at + 1;
  }
  if (from < body.length) parts.push({ text: body.slice(from) });
  return parts;
}

/** The words of a comment in one line, names with their `@`. */
export function plainComment(parts: readonly CommentPart[]): string {
  return parts.map((part) => ("text" in part ? part.text : `@${part.name}`)).join("");
}

/** What is being typed behind an `@`, up to where the cursor stands; null where no name is. `at` is where the `@` stands. */
export function nameAtCursor(
  text: string,
  cursor: number,
): { readonly at: number; readonly typed: string } | null {
  const before = text.slice(0, cursor);
  const at = before.lastIndexOf("@");
  if (at < 0 || IN_ADDRESS.test(before.slice(0, at))) return null;
  const typed = before.slice(at + 1);
  return /^[^\n@]{0,60}$/.test(typed) && !/^\s/.test(typed) ? { at, typed } : null;
}

/** Those whose name, or a later word of it, begins with what was typed, in the order of the list. */
export function peopleBeginning<Person extends { readonly name: string }>(
  people: readonly Person[],
  typed: string,
  most: number,
): Person[] {
  const wanted = typed.normalize("NFC").toLowerCase();
  const begins = ({ name }: Person) => {
    const whole = name.normalize("NFC").toLowerCase();
    return whole.startsWith(wanted) || whole.split(/\s+/).some((word) => word.startsWith(wanted));
  };
  return people.filter(begins).slice(0, most);
}
