import { PERSON_TITLE } from "./nouns";

/** A person as one name calls them: "Finance Minister Taif Sami" is the role "finance minister" and the names Taif, Sami. */
export interface NamedPerson {
  /** Given names and the last name, folded; empty where the name is a role alone. */
  readonly names: readonly string[];
  /** Words of a role, folded; empty where none is told. */
  readonly role: readonly string[];
  readonly honorific: string | null;
  /** How much the name tells: the one that tells most is shown. */
  readonly fullness: number;
}

const HONORIFIC = new Set("mr mrs ms miss dr prof sir dame lord lady sen rep".split(" "));
const WOMAN = new Set("mrs ms miss dame lady".split(" "));
const MAN = new Set("mr sir lord".split(" "));
/** Parts of a name that are written small or apart: "Ali al-Alaq", "Ursula von der Leyen". */
const PARTICLE = new Set(
  "al el bin ibn bint abu ben van von der den de del della di da dos du la le".split(" "),
);
/** What a minister or a secretary is of. */
const OFFICE = new Set(
  `state finance defence defense interior justice trade oil energy health education agriculture labour labor transport transportation commerce
   economy foreign home internal external affairs treasury planning culture environment industry water electricity communications housing
   security war tourism migration science sport sports youth petroleum roads urban development mines intelligence information heritage
   cooperatives welfare social religious higher research technology fisheries land lands works mining digital family women veterans`.split(
    /\s+/,
  ),
);
/** Say when somebody has a role, and nothing of which. */
const AROUND_ROLE = new Set("the a an its their his her former then acting outgoing new current".split(" "));

export function namedPerson(name: string): NamedPerson {
  // "Taif Sami, the finance minister", "the mayor, Hadi Karim": a role that a comma parts from its name is a role as well.
  const parts = name.split(/,\s*/).map((part) => part.split(/\s+/).filter((word) => word !== ""));
  const at = Math.max(
    0,
    parts.findIndex((words) => firstOfName(words) < words.length),
  );
  const all = parts[at] ?? [];
  const first = firstOfName(all);
  const before = all.slice(0, first).map(fold);
  const apart = parts.filter((_, part) => part !== at).map((words) => words.map(fold));
  const role = [before, ...apart].flatMap(officeFirst);
  const names = all.slice(first).map(fold);
  return {
    names,
    role: role.filter((word) => !HONORIFIC.has(word) && !AROUND_ROLE.has(word)),
    honorific: before.find((word) => HONORIFIC.has(word)) ?? null,
    fullness: names.reduce((sum, word) => sum + (isInitial(word) ? 1 : 2), 0) + (role.length > 0 ? 0.5 : 0),
  };
}

/** The name begins behind the last title and the last small word that is no part of a name. */
function firstOfName(all: readonly string[]): number {
  const title = all.findLastIndex((word) => PERSON_TITLE.has(fold(word)) || HONORIFIC.has(fold(word)));
  const small = all.findLastIndex(
    (word) => /^\p{Ll}/u.test(word) && !PARTICLE.has(fold(word)) && !/^al-/.test(word),
  );
  return pastOffice(all, Math.max(title, small) + 1);
}

/** "Secretary of *State* Antony Blinken": what an office is of is written like a name, and is none. The index of the word behind it. */
export function pastOffice(all: readonly string[], from: number): number {
  if (!/^(?:of|for)$/.test(all[from - 1] ?? "")) return from;
  let at = from;
  while (OFFICE.has(fold(all[at] ?? "")) || (at > from && all[at] === "and")) at += 1;
  return at;
}

/** "Minister of finance" is the finance minister. */
function officeFirst(role: readonly string[]): string[] {
  const of = role.findIndex((word) => /^(?:of|for)$/.test(word));
  return of <= 0 ? [...role] : [...role.slice(of + 1), ...role.slice(0, of)];
}

const fold = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{M}|[.’']/gu, "")
    .toLowerCase();

const isInitial = (name: string): boolean => name.length === 1;

/**
 * Does `short` call the person whom `full` calls, as far as their names go?
 *
 * They do where the last names are the same, every given name of `short` is one of `full` or its initial, and nothing contradicts: "Mr" and
 * "Mrs", or two roles of which neither is part of the other, where one of the names is a last name alone. A role alone is the person whose
 * role is that.
 */
export function isSamePerson(short: NamedPerson, full: NamedPerson): boolean {
  if (full.names.length === 0) return false;
  if (short.names.length === 0) return short.role.length > 0 && isSameRole(short.role, full.role);
  if (isContradicted(short.honorific, full.honorific)) return false;
  if (short.names.at(-1) !== full.names.at(-1)) return false;
  if (!areGivenNamesOf(short.names.slice(0, -1), full.names.slice(0, -1))) return false;
  return (
    short.names.length > 1 ||
    short.role.length === 0 ||
    full.role.length === 0 ||
    isSameRole(short.role, full.role)
  );
}

function isContradicted(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return (WOMAN.has(a) && MAN.has(b)) || (MAN.has(a) && WOMAN.has(b));
}

/** In their order, each the same or an initial of the other. */
function areGivenNamesOf(short: readonly string[], full: readonly string[]): boolean {
  let at = 0;
  return short.every((name) => {
    const found = full.findIndex((other, i) => i >= at && isSameName(name, other));
    at = found + 1;
    return found >= 0;
  });
}

function isSameName(a: string, b: string): boolean {
  return a === b || (isInitial(a) && b.startsWith(a)) || (isInitial(b) && a.startsWith(b));
}

/** "minister" and "finance minister": the one ends as the other. */
function isSameRole(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 0 && long.slice(-short.length).join(" ") === short.join(" ");
}
