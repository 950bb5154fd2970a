import {
  arabicNumber,
  arabicScale,
  arabicStem,
  isArabic,
  isArabicEmpty,
  isArabicNegation,
} from "#lib/arabic/fold";
import { arabicTimes } from "#lib/arabic/times";
import { gapsOf } from "#lib/domain/content-pieces";
import type { Slot, TemplateRefusal, TemplateResult } from "#lib/domain/promise-template";
import type { StatementFacts } from "#lib/domain/statement-views";
import { visibleDates } from "#lib/english/dates";
import { EMPTY, FURNITURE, MATCH_CLASSES, NEGATION } from "#lib/english/match-words";
import { monthOf, weekdayNamed } from "#lib/english/month-names";
import { NUMBER_WORDS, SCALES, UNIT_NAMES } from "#lib/english/quantity-words";
import { stem } from "#lib/english/similarity";
import { timeExpressions } from "#lib/english/time-expressions";
import { type Token, tokens } from "#lib/english/tokens";
import { wordsOf } from "#lib/english/word-class";
import { foldDigits } from "#lib/text/normalise";
import type { Span } from "#lib/text/span";
import { promiseIn } from "./promise-words";

/**
 * A promise's words taken apart. What varies becomes a slot; of the rest the words that say something make the key, in their order, in their base
 * forms, without what every promise says ("will", "is expected to"). It follows from the words alone: whatever came before and in whatever order,
 * the same words have the same key.
 */

/** UTF-16 units that are looked at. */
const LONGEST = 2000;
/** A longer promise is not said again in the same words. */
const MOST_WORDS = 24;
const MOST_KEY = 280;
const MOST_SHOWN = 300;

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u0640\u064B-\u0652\u0670]/gu;
const CLOCK = /(?<![\p{L}\p{N}])\d{1,2}(?:(?::\d\d){1,2}(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)/giu;
const ZONE =
  /(?<![\p{L}\p{N}])(?:(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|GMT|UTC|BST|CEST|CET|EET|MSK|AST)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|(?:local|[A-Z]\p{Ll}+) time)(?![\p{L}\p{N}])/gu;
const NUMERIC_DATE = /(?<![\p{L}\p{N}])\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?![\p{L}\p{N}])/gu;
const YEAR = /^(?:1[0-9]|2[0-9])\d\d$/u;
const BEFORE_YEAR = new Set(
  "in by of since until till before after during from early late mid year end".split(" "),
);
const BEFORE_PLACE = new Set("in near outside inside across".split(" "));
/** "one" and "second" are mostly no amounts. */
const WEAK = new Set("one first second third half double twice pair couple".split(" "));
/** Any day does: Arabic times are found only when they can be read against one. */
const ANY_DAY = "2000-01-01";

/** The form that all forms of a word share, near enough. */
const root = (word: string): string =>
  stem(word)
    .replace(/([bdgkmnprt])\1$/u, "$1")
    .replace(/(?<=\p{L}{3})e$/u, "");

const rooted = (...classes: readonly (keyof typeof MATCH_CLASSES)[]): ReadonlySet<string> =>
  new Set(classes.flatMap((name) => [...wordsOf(MATCH_CLASSES[name])]).map(root));
/** What every promise says. */
const PLANNED = rooted("PLANNED");
/** What says too little by itself: it happens, opens, ends, is announced, is big. */
const GENERAL = new Set([
  ...rooted("DONE", "ENDED", "AGREED", "OFFERED", "POSTPONED"),
  ...(
    "occur come ready announce reveal confirm release publish big new great good bad first next last final thing news update " +
    "day week month year time moment place way event today soon here real true official officially finally live process"
  )
    .split(" ")
    .map(root),
]);

interface Taken extends Span {
  readonly slot: Slot;
}

/** The template of a statement as an editor has it: on the desk before it is published, and in its publication. */
export function templateOfStatement(
  statement: Pick<StatementFacts, "start" | "end" | "content" | "exact" | "source" | "cue" | "prediction">,
): TemplateResult {
  const { exact, start, source, cue, prediction } = statement;
  // What lies between its pieces was not said, so it is no part of the promise.
  const credits = [...source, ...cue, ...gapsOf(statement)].map((span) => ({
    start: span.start - start,
    end: span.end - start,
  }));
  return templateOf(promiseIn(exact, credits), prediction?.text ?? null);
}

/** `timeText` are the promise's own words of time, where they are known. */
export function templateOf(text: string, timeText: string | null): TemplateResult {
  const plain = plainOf(text);
  const list = tokens(plain);
  const taken = slotsIn(plain, list, timeText);
  const content = contentOf(list, taken);
  const slots = [...new Set(taken.map(({ slot }) => slot.toLowerCase()))].sort();
  const refusal = refusalOf(list, content, slots);
  if (refusal !== null) return { template: null, refusal };
  const key = `${content.join("-")}~${slots.join("-")}`;
  if (key.length > MOST_KEY) return { template: null, refusal: "TOO_LONG" };
  return { template: { key, words: shown(plain, taken) }, refusal: null };
}

function plainOf(text: string): string {
  let plain = foldDigits(text.slice(0, LONGEST).normalize("NFKC"))
    .replace(INVISIBLE, "")
    .replace(/[‘’`´]/gu, "'");
  for (const furniture of FURNITURE) plain = plain.replace(furniture, " ");
  return plain.replace(/\s+/gu, " ").trim();
}

function refusalOf(
  list: readonly Token[],
  content: readonly string[],
  slots: readonly string[],
): TemplateRefusal | null {
  if (!list.some(({ kind }) => kind !== "MARK")) return "NO_WORDS";
  const distinct = new Set(content);
  if (distinct.size === 1 && content.length > 2) return "REPEATED";
  if (slots.length === 0) return "NOTHING_VARIES";
  if (content.length === 0) return "ONLY_SLOTS";
  if (content.length > MOST_WORDS) return "TOO_LONG";
  return [...distinct].some((word) => !GENERAL.has(word) && word !== "not" && word.length > 1)
    ? null
    : "TOO_GENERAL";
}

/** What varies, in order, not overlapping. Times come first: a number in a date is no amount. */
function slotsIn(plain: string, list: readonly Token[], timeText: string | null): Taken[] {
  const whole = { start: 0, end: plain.length };
  const patterns = [CLOCK, ZONE, NUMERIC_DATE].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length })),
  );
  const own = timeText === null ? "" : plainOf(timeText);
  const at = own === "" ? -1 : plain.toLowerCase().indexOf(own.toLowerCase());
  const dates: Span[] = [
    ...(at < 0 ? [] : [{ start: at, end: at + own.length }]),
    ...visibleDates(plain),
    ...timeExpressions(plain, whole, null, list),
    ...(isArabic(plain) ? arabicTimes(plain, ANY_DAY) : []),
  ];
  const times = [...dates, ...patterns, ...yearsIn(list, dates)];
  const found = merged(times.map(({ start, end }) => ({ start, end, slot: "DATE" as const })));
  const isFree = (span: Span) => !found.some((one) => one.start < span.end && span.start < one.end);
  const amounts = amountsIn(list, isFree);
  const places = placesIn(
    plain,
    list,
    (span) => isFree(span) && !amounts.some((one) => one.start < span.end && span.start < one.end),
  );
  return [...found, ...amounts, ...places].sort((a, b) => a.start - b.start);
}

function merged(spans: readonly Taken[]): Taken[] {
  const out: Taken[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last !== undefined && span.start < last.end)
      out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** "in 1958", "by 2150", and the year of a date whose rule knows no such year: "12 March 2150". */
function yearsIn(list: readonly Token[], dates: readonly Span[]): Span[] {
  const isDate = (token: Token | undefined) =>
    token !== undefined && dates.some(({ start, end }) => start <= token.start && token.end <= end);
  return list.filter(({ text, kind }, i) => {
    if (kind !== "NUMBER" || !YEAR.test(text)) return false;
    const before = list[i - 1];
    return BEFORE_YEAR.has(before?.lower ?? "") || isDate(before?.text === "," ? list[i - 2] : before);
  });
}

const isUnit = (word: string): boolean => UNIT_NAMES.has(word);

/** Numbers with their scales, in digits or in words. Their units and signs stay: five seats are not five goals. */
function amountsIn(list: readonly Token[], isFree: (span: Span) => boolean): Taken[] {
  const found: Taken[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const first = list[i];
    if (first === undefined || !isFree(first) || !isNumber(list, i)) continue;
    let last = i;
    while (isFree(list[last + 1] ?? first) && isMore(list[last + 1]?.lower)) last += 1;
    found.push({ start: first.start, end: list[last]?.end ?? first.end, slot: "AMOUNT" });
    i = last;
  }
  return found;
}

function isNumber(list: readonly Token[], at: number): boolean {
  const { lower = "", kind } = list[at] ?? {};
  if (kind === "NUMBER") return true;
  const next = list[at + 1]?.lower ?? "";
  if (isArabic(lower)) return arabicNumber(lower) !== null && (arabicNumber(lower) ?? 0) > 1;
  if (!NUMBER_WORDS.has(lower)) return false;
  return !WEAK.has(lower) || SCALES.has(next) || (isUnit(next) && lower === "one");
}

const isMore = (word = ""): boolean =>
  SCALES.has(word) ||
  (NUMBER_WORDS.has(word) && !WEAK.has(word)) ||
  (isArabic(word) && arabicScale(word) !== null);

/** "in Baghdad", "near Deir ez-Zor": names after words of place, where capitals say something. */
function placesIn(plain: string, list: readonly Token[], isFree: (span: Span) => boolean): Taken[] {
  if (isFlat(plain)) return [];
  const found: Taken[] = [];
  for (let i = 1; i < list.length; i += 1) {
    if (!BEFORE_PLACE.has(list[i - 1]?.lower ?? "")) continue;
    const at = list[i]?.lower === "the" ? i + 1 : i;
    let end = at;
    while (isName(list[end]) && isFree(list[end] ?? { start: 0, end: 0 }) && end - at < 4) end += 1;
    const [first, last] = [list[at], list[end - 1]];
    if (end === at || first === undefined || last === undefined) continue;
    found.push({ start: first.start, end: last.end, slot: "PLACE" });
    i = end;
  }
  return found;
}

const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === "WORD" &&
  /^\p{Lu}/u.test(token.text) &&
  monthOf(token.lower) === null &&
  weekdayNamed(token.lower) === null;

/** All of its words have capitals, or none has: they say nothing then. */
function isFlat(plain: string): boolean {
  const words = plain.match(/\p{L}{2,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital === 0 || capital > 0.8 * words.length;
}

/** The words that say something and don't vary, in their order. */
function contentOf(list: readonly Token[], taken: readonly Taken[]): string[] {
  let next = 0;
  const content: string[] = [];
  for (const token of list) {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < token.end) continue;
    const word = wordOf(token);
    if (word !== null) content.push(word);
  }
  return content;
}

function wordOf({ lower, text, kind }: Token): string | null {
  const unit = UNIT_NAMES.get(kind === "MARK" ? text : lower);
  if (kind === "MARK") return unit === undefined ? null : unit.toLowerCase();
  if (isArabic(lower)) {
    if (isArabicNegation(lower)) return "not";
    return isArabicEmpty(lower) ? null : letters(arabicStem(lower));
  }
  if (NEGATION.has(lower) || /n't$/u.test(lower)) return "not";
  const bare = lower.replace(/'s$|'$/u, "");
  if (EMPTY.has(lower) || EMPTY.has(bare)) return null;
  if (unit !== undefined) return unit.toLowerCase();
  const form = letters(root(bare));
  return form === null || PLANNED.has(form) ? null : form;
}

function letters(word: string): string | null {
  const kept = word.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return kept === "" ? null : kept;
}

/** The words with their slots, for people. */
function shown(plain: string, taken: readonly Taken[]): string {
  let words = "";
  let end = 0;
  for (const { start, end: until, slot } of taken) {
    words += `${plain.slice(end, start)}{${slot}}`;
    end = until;
  }
  words += plain.slice(end);
  const single = words.replace(/\{(\w+)\}(?:[\s,]*\{\1\})+/gu, "{$1}");
  return single.length <= MOST_SHOWN ? single : `${single.slice(0, single.lastIndexOf(" ", MOST_SHOWN))}…`;
}
