import { MEDIA_NAME_WORD, MEDIA_NAMES } from "./nouns";
import { tokens } from "./tokens";

/**
 * A wire's own slug at the head of a story: "Baghdad / NINA /", "WASHINGTON (Reuters) -", "ROME, May 3 (AP) —",
 * "GENEVA - ", "(AFP) - ", "BOSTON, May 3, 2026 /Wire/ --", "Tigris Desk / ". It belongs to the first sentence; the place and the agency are read from it.
 */
export interface Slug {
  readonly length: number;
  readonly place: string | null;
  readonly agency: string | null;
}

const NAME = "[\\p{Lu}][\\p{L}.’'-]{1,24}(?: [\\p{Lu}][\\p{L}.’'-]{0,24}){0,3}";
const PLACE = `(${NAME}(?:/${NAME})?)(?:, ${NAME})?`;
/** "May 3", "3 May", "Mar. 03, 2026". */
const DAY = "(?:[\\p{L}.]{3,9} \\d{1,2}|\\d{1,2} [\\p{L}.]{3,9})(?:,? \\d{4})?";
/** What stands in brackets at the head of a text and is no agency. */
const NO_AGENCY =
  /^(?:updated?|video|photos?|pictures?|gallery|exclusive|opinion|analysis|watch|live|breaking|corrects?|correction|translated|reposted?)\b/iu;
/** Scripts without capitals: one or two words. */
const UNCASED = "\\p{Lo}{2,20}(?: \\p{Lo}{2,20})?";
const UNCASED_SLUG = new RegExp(`^(${UNCASED}) ?/ ?(${UNCASED}) ?/ ?`, "u");
const SLUGS: readonly [RegExp, (match: RegExpExecArray) => Omit<Slug, "length"> | null][] = [
  [
    new RegExp(`^(${NAME}) ?/ ?(${NAME}) ?/ ?[-–—]? ?`, "u"),
    (m) => ({ place: placeOf(m[1]), agency: m[2] ?? null }),
  ],
  [
    new RegExp(`^${PLACE}(?:, ${DAY})? ?\\((${NAME})\\) ?\\.?[-–—:]+ ?`, "u"),
    (m) => ({ place: placeOf(m[1]), agency: m[2] ?? null }),
  ],
  [
    new RegExp(`^${PLACE}(?:, ${DAY})? ?/(${NAME})/ ?[-–—]+ ?`, "u"),
    (m) => ({ place: placeOf(m[1]), agency: m[2] ?? null }),
  ],
  [
    new RegExp(`^${PLACE} / (${NAME}) / ${DAY} / ?`, "u"),
    (m) => ({ place: placeOf(m[1]), agency: m[2] ?? null }),
  ],
  [
    new RegExp(`^(?:${DAY} )?\\((${NAME})\\) ?[-–—]+ `, "u"),
    (m) => (NO_AGENCY.test(m[1] ?? "") ? null : { place: null, agency: m[1] ?? null }),
  ],
  [new RegExp(`^(${NAME})/ ?(?=[\\p{Lu}])`, "u"), (m) => ({ place: null, agency: m[1] ?? null })],
  [new RegExp(`^(${NAME}) / (?=[\\p{Lu}])`, "u"), (m) => ({ place: null, agency: m[1] ?? null })],
  [
    /^([A-Z][A-Z. ]{2,30})(?:, [A-Z][\p{L}.]{1,20})? [-–—]+ /u,
    (m) => ({ place: titleCase(m[1] ?? ""), agency: null }),
  ],
  [UNCASED_SLUG, (m) => ({ place: m[1] ?? null, agency: m[2] ?? null })],
  [/^([\p{Lu}][\p{L}]{1,20}\.(?:Net|com|org|net)) [-–—]+ /u, (m) => ({ place: null, agency: m[1] ?? null })],
];

/** The slug that a line begins with, in UTF-16 units of it; null where it begins with none. What looks like one may be a name: see `withoutSlug`. */
export function slugOf(line: string): Slug | null {
  const head = line.slice(0, 120);
  for (const [pattern, read] of SLUGS) {
    const match = pattern.exec(head);
    const slug = match && read(match);
    if (match !== null && slug !== null) return { length: match[0].length, ...slug };
  }
  return null;
}

/** Wires set the place in capitals. */
function placeOf(place: string | undefined): string | null {
  if (place === undefined) return null;
  return place.length > 3 && place === place.toUpperCase() ? titleCase(place) : place;
}

function titleCase(place: string): string {
  return place
    .trim()
    .toLowerCase()
    .replace(/(?<=^|[ /-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Fewer words after it are no sentence. */
const FEWEST_WORDS = 5;
const HAS_DAY = new RegExp(DAY, "u");
const IS_ADDRESS = /\.(?:com|net|org)$/iu;

/**
 * The first sentence of a story without the slug of a wire at its head: two outlets that print one sentence have each their own. Cut is only what can be
 * nothing else: an outlet that is known as one, or a day beside it. "TRUMP - ", "Ana Ruiz (Labour): " and "Israel/Hamas" look alike, and say who speaks or acts.
 */
export function withoutSlug(sentence: string): string {
  const slug = slugOf(sentence);
  if (slug === null || !isOfWire(slug, sentence.slice(0, slug.length))) return sentence;
  const rest = sentence.slice(slug.length);
  const words = tokens(rest).filter(({ kind }) => kind === "WORD");
  return words.length < FEWEST_WORDS ? sentence : rest;
}

function isOfWire({ agency }: Slug, head: string): boolean {
  if (agency === null) return false;
  const words = agency.toLowerCase().split(" ");
  const isOutlet = words.some((word) => MEDIA_NAMES.has(word)) || MEDIA_NAME_WORD.has(words.at(-1) ?? "");
  return isOutlet || IS_ADDRESS.test(agency) || HAS_DAY.test(head) || UNCASED_SLUG.test(head);
}
