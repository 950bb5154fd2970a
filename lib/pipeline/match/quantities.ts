import { arabicDual, arabicNumber, arabicScale, arabicUnit, isArabic } from "#lib/arabic/fold";
import { NUMBER_WORDS, SCALES, UNIT_NAMES } from "#lib/english/quantity-words";
import type { Token } from "#lib/english/tokens";
import { isTypo } from "./relatedness";

/** A number as it is meant: "4.2m", "4,200,000" and "4.2 million" are one. */
export interface Quantity {
  readonly value: number;
  /** What it counts or measures in, one name for each unit; null where none is written. */
  readonly unit: string | null;
  /** What stands before it and makes it a beginning, an end, a floor, a ceiling, or the whole of which another number is a part. */
  readonly role: "FROM" | "TO" | "BY" | "OVER" | "UNDER" | "WHOLE" | null;
  /** Indexes of its first and last token, its unit included. */
  readonly first: number;
  readonly last: number;
}

const ROLES: Readonly<Record<string, Quantity["role"]>> = {
  from: "FROM",
  to: "TO",
  by: "BY",
  over: "OVER",
  than: "OVER",
  least: "OVER",
  above: "OVER",
  under: "UNDER",
  below: "UNDER",
  most: "UNDER",
};
const SIGNS = new Set(["$", "€", "£", "¥"]);
/** Shares that are named without a number. */
const HALVES: ReadonlyMap<string, Quantity["role"]> = new Map([
  ["majority", "OVER"],
  ["most", "OVER"],
  ["minority", "UNDER"],
]);
/** "one" and "second" are mostly no numbers; alone they count for nothing. */
const WEAK = new Set(["one", "second", "first", "half", "double", "pair", "couple"]);

/** The quantities among `list`, in order; tokens under `taken` (those of dates) are passed over. Time is linear. */
export function quantitiesOf(list: readonly Token[], taken: (token: Token) => boolean): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const token = list[i];
    if (token === undefined || taken(token)) continue;
    const half = HALVES.get(token.lower);
    if (half !== undefined) found.push({ value: 0.5, unit: null, role: half, first: i, last: i });
    const number = numberAt(list, i);
    if (number === null) continue;
    const scaled = withScale(list, number);
    const quantity = withUnit(list, scaled, i);
    if (quantity !== null)
      found.push(isWhole(list, quantity, found.at(-1)) ? { ...quantity, role: "WHOLE" } : quantity);
    i = Math.max(scaled.last, quantity?.last ?? 0);
  }
  return found;
}

/** Tokens between a part and the "of" before its whole: "two engineers out of five". */
const BETWEEN = 2;
const BEFORE_WHOLE = /^(?:the|its|his|her|their|our|all)$/u;

/** "two of the *five* engineers", "two engineers out of *five*": what is told is told of two. A share is counted on its own. */
function isWhole(list: readonly Token[], { first }: Quantity, part: Quantity | undefined): boolean {
  if (part === undefined || part.unit === "PERCENT") return false;
  const of = BEFORE_WHOLE.test(list[first - 1]?.lower ?? "") ? first - 2 : first - 1;
  const end = list[of - 1]?.lower === "out" ? of - 2 : of - 1;
  return list[of]?.lower === "of" && part.last <= end && end - part.last <= BETWEEN;
}

interface Numeral {
  readonly value: number;
  readonly last: number;
  readonly suffix: string;
  readonly isWeak: boolean;
}

/** "300 a day", "in a month": the unit alone counts as one of it. */
const SINGLE = /^(?:a|an|per|each|every)$/u;
const SPANS = new Set(["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]);

function numberAt(list: readonly Token[], at: number): Numeral | null {
  const lower = list[at]?.lower ?? "";
  const single = SINGLE.test(lower) ? UNIT_NAMES.get(list[at + 1]?.lower ?? "") : undefined;
  if (single !== undefined && SPANS.has(single))
    return { value: 1, last: at + 1, suffix: single, isWeak: false };
  const quarter = /^q([1-4])$/u.exec(lower)?.[1];
  if (quarter !== undefined) return { value: Number(quarter), last: at, suffix: "QUARTER", isWeak: false };
  if (list[at]?.kind === "NUMBER") return numeral(lower, at);
  if (isArabic(lower)) return arabicNumeral(lower, at);
  const parts = lower.split("-");
  const known = parts.map((part) => NUMBER_WORDS.get(part));
  if (parts.length === 2 && known[0] !== undefined && known[1] !== undefined && known[0] >= 20)
    return { value: known[0] + known[1], last: at, suffix: "", isWeak: false };
  // "six-week", "two-year": the number, and its unit glued to it
  if (parts.length === 2 && known[0] !== undefined && parts[1] !== undefined)
    return { value: known[0], last: at, suffix: parts[1], isWeak: !UNIT_NAMES.has(parts[1]) };
  const word = NUMBER_WORDS.get(lower);
  if (word === undefined) return null;
  const next = NUMBER_WORDS.get(list[at + 1]?.lower ?? "");
  if (word >= 20 && word < 100 && next !== undefined && next < 10)
    return { value: word + next, last: at + 1, suffix: "", isWeak: false };
  if (list[at + 1]?.lower === "point" && next === undefined) {
    const decimal = NUMBER_WORDS.get(list[at + 2]?.lower ?? "");
    if (decimal !== undefined && decimal < 10)
      return { value: word + decimal / 10, last: at + 2, suffix: "", isWeak: false };
  }
  return { value: word, last: at, suffix: "", isWeak: WEAK.has(lower) };
}

function arabicNumeral(word: string, at: number): Numeral | null {
  const dual = arabicDual(word);
  if (dual !== null) return { value: 2, last: at, suffix: dual, isWeak: false };
  const value = arabicNumber(word);
  return value === null ? null : { value, last: at, suffix: "", isWeak: value === 1 };
}

const scaleOf = (word: string): number | undefined => {
  const known = SCALES.get(word) ?? (isArabic(word) ? (arabicScale(word) ?? undefined) : undefined);
  if (known !== undefined || word.length < 6) return known;
  for (const name of ["million", "billion", "thousand", "hundred"])
    if (isTypo(word, name)) return SCALES.get(name);
  return undefined;
};
const unitNamed = (word: string): string | undefined =>
  UNIT_NAMES.get(word) ?? (isArabic(word) ? (arabicUnit(word) ?? undefined) : undefined);

/** "1,310", "3.44", "4.2m", "20-hour", "1.234.567"; scores and ranges ("3-1") are read as their first number. */
function numeral(text: string, at: number): Numeral | null {
  const [whole, number = ""] = /^(\d+(?:[.,]\d+)*)[-:/]?/u.exec(text) ?? [];
  if (whole === undefined) return null;
  const rest = text.slice(whole.length);
  const digits = number.replace(/,(?=\d{3}(?:\D|$))/gu, "").replace(/(\d)\.(?=\d{3}\.)/gu, "$1");
  const value = Number.parseFloat(digits.replace(",", "."));
  if (!Number.isFinite(value)) return null;
  return {
    value,
    last: at,
    suffix: /^(?:st|nd|rd|th|s)$/u.test(rest) ? "" : rest,
    isWeak: false,
  };
}

function withScale(list: readonly Token[], number: Numeral): Numeral {
  let { value, last, suffix } = number;
  const glued = SCALES.get(suffix);
  if (glued !== undefined) {
    value *= glued;
    suffix = "";
  }
  for (let scale = scaleOf(list[last + 1]?.lower ?? ""); scale !== undefined && suffix === ""; ) {
    value *= scale;
    last += 1;
    scale = scaleOf(list[last + 1]?.lower ?? "");
  }
  return {
    value: Number(value.toPrecision(12)),
    last,
    suffix,
    isWeak: number.isWeak && last === number.last,
  };
}

function withUnit(
  list: readonly Token[],
  { value, last, suffix, isWeak }: Numeral,
  first: number,
): Quantity | null {
  const sign = list[first - 1]?.text ?? "";
  let unit = SIGNS.has(sign) ? (UNIT_NAMES.get(sign) ?? null) : null;
  let end = last;
  const kmh = list
    .slice(last + 1, last + 4)
    .map(({ lower }) => lower)
    .join("");
  if (unit === null && suffix !== "")
    unit = UNIT_NAMES.get(suffix) ?? (/^[A-Z]+$/u.test(suffix) ? suffix : null);
  else if (unit === null && UNIT_NAMES.has(kmh) && kmh.includes("/")) {
    unit = UNIT_NAMES.get(kmh) ?? null;
    end = last + 3;
  } else if (unit === null) {
    // "32 million US dollars", "40 crowns": the unit stands right after it, or after one word
    for (const step of [1, 2]) {
      const named = unitNamed(list[last + step]?.lower ?? "");
      if (named === undefined || (named === "PERSON" && step === 2)) continue;
      unit = named;
      end = step === 1 ? last + 1 : last;
      break;
    }
  }
  const isBounded = list[first - 1]?.lower === "than";
  if (unit === null && isWeak && !isBounded) return null;
  const before = list[SIGNS.has(sign) ? first - 2 : first - 1]?.lower ?? "";
  const start = SIGNS.has(sign) ? first - 1 : first;
  return { value, unit, role: roleAfter(before, list[start - 2]?.lower ?? ""), first: start, last: end };
}

function roleAfter(before: string, further: string): Quantity["role"] {
  if (before === "than" && /^(?:less|fewer|lower|smaller)$/u.test(further)) return "UNDER";
  return ROLES[before] ?? null;
}
