import { arabicStem, glossOf, isArabic, isArabicEmpty, isArabicNegation, soundOf } from "#lib/arabic/fold";
import { baseForm, isCommonWord } from "#lib/english/base-forms";
import { EMPTY, NEGATION, STAGE_WORDS } from "#lib/english/match-words";
import { CALENDAR_NAMES } from "#lib/english/month-names";
import { NUMBER_WORDS, SCALES, UNIT_NAMES } from "#lib/english/quantity-words";
import { type Token, tokens } from "#lib/english/tokens";
import { type Moment, momentsOf } from "./moments";
import { isFlat, plainText } from "./plain";
import { type Quantity, quantitiesOf } from "./quantities";
import { sourceSpans } from "./sources";

/** A statement as it is given to be compared. */
export interface Compared {
  readonly text: string;
  /** The calendar day of its post, `YYYY-MM-DD`; null where it isn't known, and then no time is resolved. */
  readonly postedAt: string | null;
}

/** A word that says something: no time, no number, no grammar. */
export interface ContentWord {
  /** Its base form. */
  readonly key: string;
  /** The consonants it sounds of where it may be a name, whatever script it is in; else empty. */
  readonly sound: string;
  /** As written, in lower case. */
  readonly lower: string;
  /** No dictionary has it, or it stands with a capital inside its sentence. */
  readonly isName: boolean;
  /** It names who said the rest. */
  readonly isSource: boolean;
  /** Its place among the statement's tokens. */
  readonly at: number;
  /** How much it says: names most, verbs that stand with anything least. */
  readonly weight: number;
}

/** What a statement says, taken apart: all that a pair of them is compared by. */
export interface Facts {
  /** Text and day: two statements are always compared in the order of these, so that neither comes first by chance. */
  readonly key: string;
  readonly postedAt: string | null;
  readonly tokens: readonly Token[];
  readonly words: readonly ContentWord[];
  readonly quantities: readonly Quantity[];
  readonly moments: readonly Moment[];
  /** How many words deny. */
  readonly negations: number;
  /** How many of its words are in each of `STAGES`. */
  readonly stages: readonly number[];
  readonly isQuestion: boolean;
  readonly isPassive: boolean;
}

const CALENDAR = new Set(CALENDAR_NAMES);
const LIGHT = new Set(
  "new big first time place part way day week month year tell have make take become remain lead plan set use want".split(
    " ",
  ),
);

export function factsOf({ text, postedAt }: Compared): Facts {
  const plain = plainText(text);
  const list = tokens(plain);
  const moments = momentsOf(plain, list, postedAt);
  let next = 0;
  const isTime = (token: Token) => {
    next = moments.findIndex(({ end }) => end > token.start);
    const moment = moments[next];
    return moment !== undefined && moment.start <= token.start;
  };
  const timed = new Set(list.filter(isTime));
  const quantities = quantitiesOf(list, (token) => timed.has(token));
  const words = contentWords(plain, list, timed, quantities);
  const bases = list.map(({ lower, kind }) => (kind === "WORD" ? keyOf(lower) : lower));
  const verbs = bases.map((base, i) => `${base}_${bases[i + 1] ?? ""}`);
  return {
    key: `${plain}\n${postedAt ?? ""}`,
    postedAt,
    tokens: list,
    words,
    quantities,
    moments,
    negations: list.filter(({ lower }) => isNegation(lower)).length,
    stages: STAGE_WORDS.map((kind) => countOf(kind, bases, verbs, list)),
    isQuestion: plain.trimEnd().endsWith("?"),
    isPassive: list.some(
      ({ lower }, i) => lower === "by" && /(?:ed|en|n|t)$/u.test(list[i - 1]?.lower ?? ""),
    ),
  };
}

/** The two in the order of their keys. */
export function inOrder(a: Facts, b: Facts): readonly [Facts, Facts] {
  return a.key <= b.key ? [a, b] : [b, a];
}

function isNegation(word: string): boolean {
  return NEGATION.has(word) || /n't$/u.test(word) || (isArabic(word) && isArabicNegation(word));
}

/** The base form; of an Arabic word that a short dictionary has, that of the English word of its meaning. */
function keyOf(word: string): string {
  if (!isArabic(word)) return baseForm(word);
  const stem = arabicStem(word);
  return glossOf(stem) ?? stem;
}

const DETERMINERS = new Set("the a an its their his her this that no".split(" "));
const PRONOUNS = new Set("it them him her".split(" "));
const PARTICLES = new Set("up off out down back over away go in on through apart aside".split(" "));

/** "called … off" and "let … go" are one verb; the particle stands next to it or one word on. */
function withParticle(key: string, list: readonly Token[], at: number): string {
  if (DETERMINERS.has(list[at - 1]?.lower ?? "")) return key;
  for (const step of PRONOUNS.has(list[at + 1]?.lower ?? "") ? [1, 2] : [1]) {
    const next = list[at + step]?.lower ?? "";
    if (PARTICLES.has(next) && isCommonWord(`${key}_${next}`)) return `${key}_${next}`;
  }
  return key;
}

function countOf(
  kind: ReadonlySet<string>,
  bases: readonly string[],
  verbs: readonly string[],
  list: readonly Token[],
): number {
  let count = 0;
  for (let i = 0; i < bases.length; i += 1)
    if (kind.has(bases[i] ?? "") || kind.has(list[i]?.lower ?? "") || kind.has(verbs[i] ?? "")) count += 1;
  return count;
}

function contentWords(
  plain: string,
  list: readonly Token[],
  timed: ReadonlySet<Token>,
  quantities: readonly Quantity[],
): ContentWord[] {
  const isFlatText = isFlat(plain);
  const sources = sourceSpans(list);
  const counted = new Set(quantities.flatMap(({ first, last }) => list.slice(first, last + 1)));
  const words: ContentWord[] = [];
  list.forEach((token, at) => {
    if (token.kind !== "WORD" || timed.has(token) || counted.has(token)) return;
    const lower = token.lower.replace(/'s$|'$/u, "");
    const key = withParticle(keyOf(token.lower), list, at);
    const isVerbPhrase = key.includes("_");
    if ((EMPTY.has(lower) && !isVerbPhrase) || isNegation(lower) || CALENDAR.has(lower)) return;
    if (isArabic(lower) && isArabicEmpty(lower)) return;
    if (
      lower.length < 2 ||
      SCALES.has(lower) ||
      (UNIT_NAMES.has(lower) && NUMBER_WORDS.has(list[at - 1]?.lower ?? ""))
    )
      return;
    const isCapital =
      !isFlatText && at > 0 && /^\p{Lu}/u.test(token.text) && !/^[.!?:"]$/u.test(list[at - 1]?.text ?? "");
    const isName = isCapital || !isCommonWord(key);
    const sound = isName ? soundOf(lower) : "";
    const weight = isName ? 1.6 : LIGHT.has(key) ? 0.5 : 1;
    words.push({
      key,
      sound,
      lower,
      isName,
      isSource: sources.some(([from, to]) => from <= at && at <= to),
      at,
      weight,
    });
  });
  return words.slice(0, 80);
}
