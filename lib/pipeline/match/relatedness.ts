import { areRivals } from "#lib/english/match-words";
import { senseBook } from "#lib/models/word-senses";
import { remembered } from "#lib/text/remembered";

/** How near two base forms are, from 1 (the same) to 0, by what dictionaries know of them. */
export const NEARNESS = {
  SAME: 1,
  TYPO: 0.95,
  DERIVED: 0.9,
  SYNONYM: 0.85,
  KIND: 0.6,
  SIBLING: 0.35,
  NONE: 0,
} as const;

interface Known {
  readonly senses: ReadonlySet<number>;
  readonly above: ReadonlySet<number>;
  readonly opposites: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
}

/** More words than a day's news have; of names there is no end, and they aren't kept. */
const MOST_WORDS = 10_000;

function knownOf(word: string): Known | null {
  return senseBook().words.has(word) ? wordOf(word) : null;
}

const wordOf = remembered((word: string): Known | null => {
  const book = senseBook();
  const entry = book.words.get(word);
  if (entry === undefined) return null;
  const above = new Set(entry.senses.flatMap((sense) => book.above[sense] ?? []));
  return {
    senses: new Set(entry.senses),
    above,
    opposites: new Set(entry.opposites),
    relatives: new Set(entry.relatives),
  };
}, MOST_WORDS);

function share<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const one of a.size < b.size ? a : b) if ((a.size < b.size ? b : a).has(one)) return true;
  return false;
}

export function nearness(a: string, b: string): number {
  if (a === b) return NEARNESS.SAME;
  const x = knownOf(a);
  const y = knownOf(b);
  if (x === null || y === null) return isTypo(a, b) ? NEARNESS.TYPO : NEARNESS.NONE;
  if (x.relatives.has(b) || y.relatives.has(a)) return NEARNESS.DERIVED;
  if (share(x.senses, y.senses)) return NEARNESS.SYNONYM;
  if (share(x.relatives, y.relatives)) return NEARNESS.SYNONYM;
  if (share(x.above, y.senses) || share(y.above, x.senses)) return NEARNESS.KIND;
  for (const one of x.relatives) if (share(knownOf(one)?.senses ?? new Set<number>(), y.senses)) return 0.7;
  for (const one of y.relatives) if (share(knownOf(one)?.senses ?? new Set<number>(), x.senses)) return 0.7;
  return share(x.above, y.above) ? NEARNESS.SIBLING : NEARNESS.NONE;
}

/** Whether the two exclude each other: as words, as what is derived from them ("closure", "open"), or done again ("reopen", "close"). */
export function areOpposites(a: string, b: string): boolean {
  if (a === b) return false;
  const [family, other] = [familyOf(a), familyOf(b)];
  return family.some((x) =>
    other.some(
      (y) =>
        areRivals(x, y) || knownOf(x)?.opposites.has(y) === true || knownOf(y)?.opposites.has(x) === true,
    ),
  );
}

const familyOf = remembered((word: string): readonly string[] => {
  const again = /^re-?(\p{L}{3,})$/u.exec(word)?.[1];
  const base = again !== undefined && knownOf(again) !== null ? [again] : [];
  const first = /^(.+)_\p{L}+$/u.exec(word)?.[1];
  return [word, ...base, ...(first === undefined ? [...(knownOf(word)?.relatives ?? [])] : [])];
});

/** One letter more, less, other, or two swapped, in a long word; names written with other endings. */
export function isTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 5) return isForm(a, b);
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) === b.at(-1 - j)) j += 1;
  const [restA, restB] = [a.slice(i, a.length - j), b.slice(i, b.length - j)];
  if (Math.max(restA.length, restB.length) <= 1) return true;
  const isSwapped =
    restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return isSwapped || isForm(a, b);
}

/** "varonia" and "varonian", "mira" and "miras": a name and what is made of it. */
function isForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  const stem = short.replace(/[aeiouy]$/u, "");
  return (
    long.startsWith(stem) &&
    /^(?:[aeiouy]?(?:s|n|ns|an|ans|ian|ians|ese|ish|i|is|er|ers)|[aeiouy])$/u.test(long.slice(stem.length))
  );
}
