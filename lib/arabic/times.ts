import { monthOf, weekdayNamed } from "#lib/english/month-names";
import {
  addDays,
  addMonths,
  calendarDate,
  endOfMonth,
  onOrAfter,
  partsOf,
  weekdayOf,
} from "#lib/text/calendar";
import { foldArabic } from "./fold";
import { ARABIC_NUMBERS } from "./news-words";

/** An Arabic word or run of words that names a time; ends are UTF-16 units of the text. */
export interface ArabicTime {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly { readonly from: string; readonly to: string }[];
  readonly isAhead: boolean;
}

const WORD = /\p{L}+|\p{Nd}+/gu;
const NEXT = /^(?:ال)?(?:مقبل|قادم|قادمه|مقبله)/u;
const GONE = /^(?:ال)?(?:ماضي|ماضيه|منصرم)/u;
const MONTHS = new Map(
  "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر"
    .split(" ")
    .map((name, i) => [name, i + 1] as const),
);
MONTHS.set("شباط", 2)
  .set("اذار", 3)
  .set("نيسان", 4)
  .set("ايار", 5)
  .set("حزيران", 6)
  .set("تموز", 7)
  .set("اب", 8)
  .set("ايلول", 9);
const PAIRED = new Map([
  ["كانون الثاني", 1],
  ["تشرين الاول", 10],
  ["تشرين الثاني", 11],
  ["كانون الاول", 12],
]);
const WEEKDAYS = new Map(
  "الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد".split(" ").map((name, i) => [name, i] as const),
);

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const one = (day: string) => [{ from: day, to: day }];

/** The times of an Arabic text, read against the day of its post; without one none is resolved. */
export function arabicTimes(text: string, base: string | null): ArabicTime[] {
  if (base === null) return [];
  const words = [...text.matchAll(WORD)].map(
    (hit): Word => ({ folded: foldArabic(hit[0]), start: hit.index, end: hit.index + hit[0].length }),
  );
  const found: ArabicTime[] = [];
  for (let i = 0; i < words.length; ) {
    const time = dayAt(words, i, base) ?? dateAt(words, i, base) ?? periodAt(words, i, base);
    if (time === null) {
      i += 1;
      continue;
    }
    found.push({
      start: words[i]?.start ?? 0,
      end: words[time.last]?.end ?? 0,
      readings: time.readings,
      isAhead: time.isAhead,
    });
    i = time.last + 1;
  }
  return found;
}

type Hit = {
  readonly last: number;
  readonly readings: ArabicTime["readings"];
  readonly isAhead: boolean;
} | null;

function dayAt(words: readonly Word[], at: number, base: string): Hit {
  const word = words[at]?.folded ?? "";
  if (/^(?:غدا|بكره|غد)$/u.test(word)) return { last: at, readings: one(addDays(base, 1)), isAhead: true };
  if (/^(?:امس|البارحه)$/u.test(word)) return { last: at, readings: one(addDays(base, -1)), isAhead: false };
  if (/^(?:اليوم|الليله)$/u.test(word)) return { last: at, readings: one(base), isAhead: false };
  const isLed = word === "يوم" || word === "مساء" || word === "صباح";
  const name = words[at + (isLed ? 1 : 0)]?.folded ?? "";
  const weekday = WEEKDAYS.get(name) ?? weekdayNamed(name);
  if (weekday === null || weekday === undefined) return null;
  const last = at + (isLed ? 1 : 0);
  const ahead = onOrAfter(base, weekday);
  const after = words[last + 1]?.folded ?? "";
  if (NEXT.test(after)) return { last: last + 1, readings: one(ahead), isAhead: true };
  const before = ahead === base ? base : addDays(ahead, -7);
  if (GONE.test(after)) return { last: last + 1, readings: one(before), isAhead: false };
  return { last, readings: [...one(ahead), ...one(before)], isAhead: false };
}

function monthAt(words: readonly Word[], at: number): { month: number; last: number } | null {
  const first = words[at]?.folded ?? "";
  const pair = PAIRED.get(`${first} ${words[at + 1]?.folded ?? ""}`);
  if (pair !== undefined) return { month: pair, last: at + 1 };
  const month = MONTHS.get(first) ?? (first.length > 2 ? monthOf(first) : null);
  return month === null || month === undefined ? null : { month, last: at };
}

/** "1 تموز", "السادس من حزيران", "في يونيو 2024". */
function dateAt(words: readonly Word[], at: number, base: string): Hit {
  const first = words[at]?.folded ?? "";
  const day = /^\d{1,2}$/u.test(first) ? Number(first) : first === "الاول" ? 1 : ordinal(first);
  const skip = day === null ? 0 : words[at + 1]?.folded === "من" ? 2 : 1;
  const named = monthAt(words, at + skip);
  if (named === null) return null;
  const stated = /^(?:19|20|21)\d\d$/u.test(words[named.last + 1]?.folded ?? "")
    ? Number(words[named.last + 1]?.folded)
    : null;
  const last = named.last + (stated === null ? 0 : 1);
  const now = partsOf(base);
  const year = stated ?? now.year + (named.month < now.month ? 1 : 0);
  const date = calendarDate(year, named.month, day ?? 1);
  if (date === null) return null;
  const readings = day === null ? [{ from: date, to: endOfMonth(date) }] : one(date);
  return { last, readings, isAhead: date > base };
}

function ordinal(word: string): number | null {
  return word.startsWith("ال") ? (ARABIC_NUMBERS.get(word) ?? null) : null;
}

function periodAt(words: readonly Word[], at: number, base: string): Hit {
  const unit = (words[at]?.folded ?? "").replace(/^ال/u, "");
  const after = words[at + 1]?.folded ?? "";
  const isThis = /^هذا|هذه$/u.test(words[at - 1]?.folded ?? "");
  const shift = NEXT.test(after) ? 1 : GONE.test(after) ? -1 : isThis ? 0 : null;
  if (shift === null) return null;
  const last = shift === 0 ? at : at + 1;
  if (unit === "اسبوع") {
    const monday = addDays(base, 7 * shift - weekdayOf(base));
    return {
      last,
      readings: [{ from: shift === 0 ? base : monday, to: addDays(monday, 6) }],
      isAhead: shift > 0,
    };
  }
  if (unit === "شهر") {
    const first = addMonths(`${base.slice(0, 8)}01`, shift);
    return {
      last,
      readings: [{ from: shift === 0 ? base : first, to: endOfMonth(first) }],
      isAhead: shift > 0,
    };
  }
  if (unit !== "عام" && unit !== "سنه") return null;
  const year = partsOf(base).year + shift;
  return { last, readings: [{ from: `${year}-01-01`, to: `${year}-12-31` }], isAhead: shift > 0 };
}
