import {
  addDays,
  addMonths,
  calendarDate,
  endOfMonth,
  onOrAfter,
  partsOf,
  weekdayOf,
} from "#lib/text/calendar";
import { monthOf } from "./month-names";
import type { Token } from "./tokens";

/** A stretch of the calendar that words name. Both days are inclusive; null where there is no post's date to read from. */
export interface Period {
  /** Index of its last token. */
  readonly last: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";
  /** "next", "later": it lies ahead whatever the verb is. */
  readonly isAhead: boolean;
  /** A month or a year by its bare name, which needs a preposition to be a time ("in May", "by 2030"). */
  readonly isBare: boolean;
}

type Reader = (list: readonly Token[], at: number, base: string | null) => Period | null;
type Stretch = Pick<Period, "from" | "to" | "precision">;

const UNITS: Record<string, "WEEK" | "MONTH" | "QUARTER" | "YEAR"> = {
  week: "WEEK",
  month: "MONTH",
  quarter: "QUARTER",
  year: "YEAR",
};
/** First month of each season; winter runs over the year's end. */
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const ORDINALS: Record<string, number> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  last: 4,
};

/** Words, lower case, that a period may begin with; besides these, months, years and words with "mid-" before them. */
export const PERIOD_BEGINNINGS: Iterable<string> = [
  ...Object.keys(SEASONS),
  ..."this next the coming later fiscal early mid late q1 q2 q3 q4 year year's year-end yearend".split(" "),
  ...Object.keys(ORDINALS),
];

const lower = (list: readonly Token[], i: number): string => list[i]?.lower ?? "";

function yearAt(list: readonly Token[], i: number): number | null {
  return /^(?:19|20|21)\d\d$/.test(list[i]?.text ?? "") ? Number(list[i]?.text) : null;
}

function months(year: number, month: number, count: number, precision: Period["precision"]): Stretch {
  const from = calendarDate(year, month, 1);
  return { from, to: from === null ? null : endOfMonth(addMonths(from, count - 1)), precision };
}

/** With its year stated, a period that begins after the post lies ahead whatever the verb is. */
function dated(
  stretch: Stretch,
  rest: Pick<Period, "last" | "isAhead" | "isBare">,
  base: string | null,
): Period {
  return { ...stretch, ...rest, isAhead: rest.isAhead || (base !== null && (stretch.from ?? "") > base) };
}

const unknown = (precision: Period["precision"]): Stretch => ({ from: null, to: null, precision });

/** The unit that holds `base`, or the one after it. */
function unitOf(base: string | null, unit: (typeof UNITS)[string], ahead: number): Stretch {
  if (base === null) return unknown(unit);
  const { year, month } = partsOf(base);
  if (unit === "WEEK") {
    const monday = addDays(base, ahead * 7 - weekdayOf(base));
    return { from: monday, to: addDays(monday, 6), precision: unit };
  }
  if (unit === "YEAR") return months(year + ahead, 1, 12, unit);
  const size = unit === "QUARTER" ? 3 : 1;
  const first = partsOf(addMonths(`${base.slice(0, 8)}01`, ahead * size - ((month - 1) % size)));
  return months(first.year, first.month, size, unit);
}

/** "this week", "next quarter", "the year", "this weekend". */
const unit: Reader = (list, at, base) => {
  const determiner = lower(list, at);
  if (!/^(?:this|next|the|coming)$/.test(determiner)) return null;
  const isNext = determiner === "next";
  const word = lower(list, at + 1);
  const rest = { last: at + 1, isAhead: isNext || determiner === "coming", isBare: determiner === "the" };
  if (word === "weekend") {
    if (base === null) return { ...unknown("DAY"), ...rest };
    const saturday = addDays(onOrAfter(base, 6), isNext ? 6 : -1);
    return { from: saturday, to: addDays(saturday, 1), precision: "DAY", ...rest };
  }
  const named = UNITS[word];
  return named === undefined ? null : { ...unitOf(base, named, isNext ? 1 : 0), ...rest };
};

/** "of 2025", "of next year", "2025" after a part of a year: the year, and the index of its last token. */
function yearAfter(
  list: readonly Token[],
  at: number,
  base: string | null,
): { year: number; last: number } | null {
  const of = lower(list, at) === "of" ? 1 : 0;
  const stated = yearAt(list, at + of);
  if (stated !== null) return { year: stated, last: at + of };
  if (of === 0 || base === null || lower(list, at + 2) !== "year") return null;
  const ahead = { this: 0, the: 0, next: 1 }[lower(list, at + 1)];
  return ahead === undefined ? null : { year: partsOf(base).year + ahead, last: at + 2 };
}

/** "August", "August 2025", "this October", "next September": without a year the next one, the running one included. */
const month: Reader = (list, at, base) => {
  const isLed = /^(?:this|next)$/.test(lower(list, at));
  const i = isLed ? at + 1 : at;
  const named = /^\p{Lu}/u.test(list[i]?.text ?? "") ? monthOf(lower(list, i)) : null;
  if (named === null || /^\d{1,2}(?:st|nd|rd|th)?$/.test(lower(list, i + 1))) return null;
  const stated = yearAfter(list, i + 1, base);
  const rest = { last: stated?.last ?? i, isAhead: lower(list, at) === "next", isBare: !isLed };
  if (stated !== null) return dated(months(stated.year, named, 1, "MONTH"), rest, base);
  if (base === null) return { ...unknown("MONTH"), ...rest };
  const now = partsOf(base);
  // "this February", said in August, is gone.
  const isGone = lower(list, at) === "this" && named < now.month;
  return { ...months(now.year + (named < now.month && !isGone ? 1 : 0), named, 1, "MONTH"), ...rest };
};

/** "fiscal 2027", "the school year": years that don't begin in January, so that no day is computed. */
const otherYear: Reader = (list, at) => {
  const i = lower(list, at) === "the" ? at + 1 : at;
  if (!/^(?:fiscal|financial|school|academic|tax)$/.test(lower(list, i))) return null;
  const isYear = lower(list, i + 1) === "year" || yearAt(list, i + 1) !== null;
  return isYear ? { ...unknown("YEAR"), last: i + 1, isAhead: false, isBare: true } : null;
};

/** "this summer", "next spring", "the fall of 2025". */
const season: Reader = (list, at, base) => {
  const determiner = lower(list, at);
  const isBareSeason = SEASONS[determiner] !== undefined && yearAt(list, at + 1) !== null;
  const first = SEASONS[isBareSeason ? determiner : lower(list, at + 1)];
  if (first === undefined || !(isBareSeason || /^(?:this|next|the)$/.test(determiner))) return null;
  const stated = yearAfter(list, isBareSeason ? at + 1 : at + 2, base);
  const rest = {
    last: stated?.last ?? at + 1,
    isAhead: determiner === "next",
    isBare: determiner === "the" || isBareSeason,
  };
  if (stated !== null) return dated(months(stated.year, first, 3, "QUARTER"), rest, base);
  if (base === null) return { ...unknown("QUARTER"), ...rest };
  const { year } = partsOf(base);
  const fits = ({ from, to }: Stretch) => (determiner === "next" ? (from ?? "") > base : (to ?? "") >= base);
  const found = [year - 1, year, year + 1].map((y) => months(y, first, 3, "QUARTER")).find(fits);
  return found === undefined ? null : { ...found, ...rest };
};

/** "Q3", "Q1 2025", "the third quarter of 2025", "the second half of next year". */
const partOfYear: Reader = (list, at, base) => {
  const short = /^q([1-4])$/.exec(lower(list, at))?.[1];
  const i = lower(list, at) === "the" ? at + 1 : at;
  const nth = short === undefined ? ORDINALS[lower(list, i)] : Number(short);
  const word = short === undefined ? lower(list, i + 1) : "quarter";
  if (nth === undefined || (word !== "quarter" && word !== "half") || (word === "half" && nth === 3))
    return null;
  const end = short === undefined ? i + 1 : at;
  const stated = yearAfter(list, end + 1, base);
  const rest = { last: stated?.last ?? end, isAhead: false, isBare: short === undefined };
  const size = word === "half" ? 6 : 3;
  const precision = word === "half" ? "YEAR" : "QUARTER";
  const year = stated?.year ?? (base === null ? null : partsOf(base).year);
  if (year === null) return { ...unknown(precision), ...rest };
  const place = word === "half" && nth === 4 ? 1 : nth - 1;
  const found = months(year, 1 + place * size, size, precision);
  if (stated !== null) return dated(found, rest, base);
  const isGone = base !== null && (found.to ?? "") < base;
  return { ...(isGone ? months(year + 1, 1 + place * size, size, precision) : found), ...rest };
};

/** "2026", "the decade", "year-end". */
const years: Reader = (list, at, base) => {
  const stated = yearAt(list, at);
  if (stated !== null)
    return dated(months(stated, 1, 12, "YEAR"), { last: at, isAhead: false, isBare: true }, base);
  if (lower(list, at) === "the" && lower(list, at + 1) === "decade") {
    const rest = { last: at + 1, isAhead: false, isBare: true };
    if (base === null) return { ...unknown("YEAR"), ...rest };
    return { ...months(Math.floor(partsOf(base).year / 10) * 10, 1, 120, "YEAR"), ...rest };
  }
  const isEnd = /^year(?:['’]s)?$/.test(lower(list, at)) && lower(list, at + 1) === "end";
  if (!isEnd && !/^year-?end$/.test(lower(list, at))) return null;
  return { ...unitOf(base, "YEAR", 0), last: isEnd ? at + 1 : at, isAhead: false, isBare: true };
};

const READERS: readonly Reader[] = [otherYear, unit, season, month, partOfYear, years];

function whole(list: readonly Token[], at: number, base: string | null): Period | null {
  for (const reader of READERS) {
    const found = reader(list, at, base);
    if (found !== null) return found;
  }
  return null;
}

/** The first, second or last third of a month, a year or a quarter; a week is not divided. */
export function thirdOf(period: Period, third: 0 | 1 | 2): Period {
  const { from, to, precision } = period;
  if (from === null || to === null || precision === "WEEK" || precision === "DAY") return period;
  if (precision === "MONTH") {
    const start = addDays(from, third * 10);
    return { ...period, from: start, to: third === 2 ? to : addDays(start, 9) };
  }
  const size = precision === "QUARTER" ? 1 : 4;
  const start = addMonths(from, third * size);
  return { ...period, from: start, to: endOfMonth(addMonths(start, size - 1)) };
}

const THIRDS: Record<string, 0 | 1 | 2> = { early: 0, mid: 1, late: 2 };

/** The period that begins at token `at`, with "early", "mid", "late" or "later" before it; null where there is none. */
export function periodAt(list: readonly Token[], at: number, base: string | null): Period | null {
  const word = lower(list, at);
  if (word === "later") {
    const found = whole(list, at + 1, base);
    return found === null || found.isBare ? null : { ...found, isAhead: true };
  }
  const third = THIRDS[word];
  if (third !== undefined) {
    const skip = lower(list, at + 1) === "-" ? 2 : 1;
    const found = whole(list, at + skip, base);
    return found === null ? null : { ...thirdOf(found, third), isBare: false };
  }
  const hyphened = /^mid-(.+)$/i.exec(list[at]?.text ?? "")?.[1];
  if (hyphened === undefined) return whole(list, at, base);
  const inner = { ...(list[at] as Token), text: hyphened, lower: hyphened.toLowerCase() }; // `at` was matched above
  const found = whole([...list.slice(0, at), inner, ...list.slice(at + 1, at + 4)], at, base);
  return found === null ? null : thirdOf(found, 1);
}
