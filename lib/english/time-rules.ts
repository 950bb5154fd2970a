import { addDays, addMonths, calendarDate, onOrAfter, partsOf, weekdayOf } from "#lib/text/calendar";
import type { Span } from "#lib/text/span";
import { CALENDAR_NAMES, monthOf, weekdayNamed } from "./month-names";
import { PERIOD_BEGINNINGS, type Period, periodAt, thirdOf } from "./periods";
import { DEADLINE, LEAD, OPEN, PART_OF_DAY, PAST, SOME_DAY, TODAY, TOMORROW } from "./time-words";
import type { Token } from "./tokens";

/**
 * Words that name a time, read against the day of the post they stand in. Both days of the window are inclusive and null
 * where no day can be computed. `direction` says where it lies as the words have it: a bare weekday can be either.
 */
export interface TimeExpression extends Span {
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly precision: "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR" | "OPEN";
  readonly direction: "PAST" | "NOW" | "FUTURE" | "EITHER";
}

export type Window = Omit<TimeExpression, "start" | "end">;
export interface Hit {
  readonly last: number;
  readonly window: Window;
}
/** Reads an expression that begins at token `at`; `base` is the post's date. Rules are asked in order, the first answer wins. */
export type Rule = (list: readonly Token[], at: number, base: string | null) => Hit | null;

/** A window from its parts. */
export const windowOf = (
  from: string | null,
  to: string | null,
  precision: Window["precision"],
  direction: Window["direction"],
): Window => ({
  dueFrom: from,
  dueTo: to,
  precision,
  direction,
});
const shifted = (base: string | null, days: number) => (base === null ? null : addDays(base, days));

const fixedPhrases: Rule = (list, at, base) => {
  const past = PAST.at(list, at);
  if (list[at + 2]?.lower === "ago") return { last: at + 2, window: windowOf(null, null, "OPEN", "PAST") };
  if (past !== null) return { last: past.last, window: windowOf(null, null, "OPEN", "PAST") };
  const some = SOME_DAY.at(list, at);
  if (some !== null) return { last: some.last, window: windowOf(null, null, "OPEN", "EITHER") };
  const open = OPEN.at(list, at);
  if (open !== null && isAsWord(list, at, open.last)) return null;
  if (open !== null) return { last: open.last, window: windowOf(null, null, "OPEN", "FUTURE") };
  const today = TODAY.at(list, at);
  if (today !== null) {
    const direction = today.phrase.startsWith("by") || today.phrase.startsWith("later") ? "FUTURE" : "NOW";
    return { last: today.last, window: windowOf(base, base, "DAY", direction) };
  }
  const tomorrow = TOMORROW.at(list, at);
  if (tomorrow === null) return null;
  const day = shifted(base, tomorrow.phrase.startsWith("the day after") ? 2 : 1);
  const from = tomorrow.phrase.startsWith("by") ? base : day;
  return { last: tomorrow.last, window: windowOf(from, day, "DAY", "FUTURE") };
};

/** "as soon as", "soon enough", "Dry:Soon": no time. */
function isAsWord(list: readonly Token[], at: number, last: number): boolean {
  const isGlued = list[at - 1]?.end === list[at]?.start && /^[:/-]$/.test(list[at - 1]?.text ?? "");
  if (isGlued || /^(?:enough|as)$/.test(list[last + 1]?.lower ?? "")) return true;
  return list[at]?.lower === "soon" && /^(?:as|so|too|how)$/.test(list[at - 1]?.lower ?? "");
}

/** "next week", "in August", "by the end of the year", "before 2027", "early next month": a preposition and a period. */
const inPeriod: Rule = (list, at, base) => {
  const lower = list[at]?.lower ?? "";
  const isNoLater = lower === "no" && list[at + 1]?.lower === "later" && list[at + 2]?.lower === "than";
  const isDeadline = DEADLINE.has(lower) || isNoLater;
  const isLed = isDeadline || IN.has(lower);
  const isFrom = lower === "from" && isBareMonth(list, at + 1);
  let i = isNoLater ? at + 3 : isLed || isFrom ? at + 1 : at;
  // "until at least May"
  if (isDeadline && list[i]?.lower === "at" && list[i + 1]?.lower === "least") i += 2;
  const isThe = list[i]?.lower === "the" && list[i + 1]?.lower === "end" && list[i + 2]?.lower === "of";
  const end = isThe ? 3 : 0;
  const isEnd = end > 0 || (list[i]?.lower === "end" && list[i + 1]?.lower === "of");
  if (isEnd) i += end || 2;
  const part = isEnd ? undefined : partOf(list, i);
  if (part !== undefined) i += 3;
  const period = periodAt(list, i, base);
  if (period === null || (period.isBare && !isLed && !isFrom) || (isEnd && !isLed)) return null;
  if (
    list[i]?.lower === "the" &&
    !isEnd &&
    part === undefined &&
    period.precision !== "QUARTER" &&
    !isWeekendOrHalf(list, i)
  )
    return null;
  const isBefore = lower === "before" && !isEnd && !/^(?:year-?)?end$/.test(list[period.last]?.lower ?? "");
  const stretch = part === undefined ? period : thirdOf(period, part);
  return { last: period.last, window: read(stretch, base, { isDeadline, isBefore, isEnd }) };
};

/** "*From October*, it is offered": from its first day on. "From May to July" and "from March 3" are other things. */
function isBareMonth(list: readonly Token[], at: number): boolean {
  const next = list[at + 1];
  const isMonth =
    list[at] !== undefined && /^\p{Lu}/u.test(list[at].text) && monthOf(list[at].lower) !== null;
  return (
    isMonth && next?.kind !== "NUMBER" && !/^(?:to|until|till|through|and|or|-|–|—)$/.test(next?.text ?? "")
  );
}

/** "the middle of June", "the start of next year": which third of the period behind it. */
function partOf(list: readonly Token[], at: number): 0 | 1 | undefined {
  if (list[at]?.lower !== "the" || list[at + 2]?.lower !== "of") return undefined;
  const word = list[at + 1]?.lower ?? "";
  return word === "middle" ? 1 : /^(?:start|beginning)$/.test(word) ? 0 : undefined;
}
const IN = new Set(["in", "during", "at", "around", "over", "throughout", "into", "for"]);

/** "the weekend", "the second half of 2026": no bare unit, so that "in the week" and "in the year" are no times. */
function isWeekendOrHalf(list: readonly Token[], at: number): boolean {
  return list[at + 1]?.lower === "weekend" || list[at + 2]?.lower === "half";
}

interface Led {
  readonly isDeadline: boolean;
  readonly isBefore: boolean;
  readonly isEnd: boolean;
}

function read(period: Period, base: string | null, { isDeadline, isBefore, isEnd }: Led): Window {
  const { from, to, precision } = isEnd && !isDeadline ? thirdOf(period, 2) : period;
  if (from === null || to === null || base === null)
    return windowOf(from, to, precision, period.isAhead ? "FUTURE" : "EITHER");
  const until = isBefore ? addDays(from, -1) : to;
  if (until < base) return windowOf(from, until, precision, "PAST");
  const starts = isDeadline || base > from ? base : from;
  const isAhead = period.isAhead || isDeadline;
  return windowOf(starts, until, precision, isAhead ? "FUTURE" : "EITHER");
}

/** "in two weeks", "within 30 days", "over the next three months", "six months from now", "in a fortnight". */
const countedUnits: Rule = (list, at, base) => {
  const lower = list[at]?.lower ?? "";
  const isLed = ["in", "within", "over", "during", "for", "throughout"].includes(lower);
  let i = isLed ? at + 1 : at;
  const skip = (words: readonly string[]) => {
    const isHere = words.every((word, k) => list[i + k]?.lower === word);
    if (isHere) i += words.length;
    return isHere;
  };
  for (const words of ABOUT) skip(words);
  const isNext = skip(["the", "next"]) || skip(["the", "coming"]) || (lower === "within" && skip(["next"]));
  if (lower === "for" && !isNext) return null;
  // "the lowest in five years": it looks back.
  if (lower === "in" && !isNext && isRecord(list, at)) return null;
  const counted = countAt(list, i);
  if (counted === null || isRate(list, counted.last + 1)) return null;
  if (base === null) {
    const unit = counted.unit === "hour" ? "DAY" : PRECISION[counted.unit];
    return isLed || isNext
      ? { last: counted.last, window: windowOf(null, null, unit, isNext ? "FUTURE" : "EITHER") }
      : null;
  }
  const isFromNow =
    list[counted.last + 1]?.lower === "from" && /^(?:now|today)$/.test(list[counted.last + 2]?.lower ?? "");
  if (!isFromNow && (!isLed || ((lower === "over" || lower === "during") && !isNext))) return null;
  const to = later(base, counted.count, counted.unit);
  const isSpan = lower === "within" || isNext;
  const isTime =
    /^['’]?$/.test(list[counted.last + 1]?.lower ?? "-") && list[counted.last + 2]?.lower === "time";
  const last = counted.last + (isFromNow || isTime ? 2 : list[counted.last + 1]?.lower === "time" ? 1 : 0);
  const precision = counted.unit === "hour" ? "DAY" : PRECISION[counted.unit];
  return {
    last,
    window: windowOf(isSpan ? base : to, to, precision, isNext || isFromNow ? "FUTURE" : "EITHER"),
  };
};
/** "the lowest level *in* five years", "the first time in a decade", "the third in two weeks". */
function isRecord(list: readonly Token[], at: number): boolean {
  return list
    .slice(Math.max(0, at - LONGEST_RECORD), at)
    .some(
      ({ lower }, i, before) =>
        /^(?:first|second|third|fourth|fifth|worst|most|least|best|(?:low|high|larg|bigg|weak|strong|steep|fast|slow|small|sharp|hott|cold|dri|wett)est)$/.test(
          lower,
        ) && !before.slice(i).some(({ kind, text }) => kind === "MARK" && text !== "-"),
    );
}
const LONGEST_RECORD = 4;

type CountedUnit = "hour" | "day" | "week" | "month" | "year" | "decade";
const PRECISION = { day: "DAY", week: "WEEK", month: "MONTH", year: "YEAR", decade: "YEAR" } as const;
const ABOUT = [
  "the course of",
  "at least",
  "about",
  "around",
  "just",
  "some",
  "roughly",
  "only",
  "as little as",
].map((words) => words.split(" "));

/** "five days a week", "within 28 days of the vote": how often, or counted from another day than the post's. */
function isRate(list: readonly Token[], at: number): boolean {
  const [word, next] = [list[at]?.lower ?? "", list[at + 1]?.lower ?? ""];
  if (/^(?:a|an|per|each|every)$/.test(word)) return /^(?:day|week|month|year)$/.test(next);
  return /^(?:of|after|before|earlier|later|ago|old)$/.test(word);
}

function countAt(
  list: readonly Token[],
  at: number,
): { count: number; unit: CountedUnit; last: number } | null {
  const word = list[at];
  if (word === undefined) return null;
  const next = list[at + 1]?.lower ?? "";
  if (/^(?:a|one)$/.test(word.lower) && next === "fortnight") return { count: 2, unit: "week", last: at + 1 };
  const count = NUMBER_WORDS[word.lower] ?? Number(/^\d{1,3}$/.exec(word.text)?.[0] ?? 0);
  const unit = /^(hour|day|week|month|year|decade)s?['’]?$/.exec(next)?.[1] as CountedUnit | undefined; // one of the six by the pattern
  return count === 0 || unit === undefined ? null : { count, unit, last: at + 1 };
}

function later(base: string, count: number, unit: CountedUnit): string {
  if (unit === "decade") return addMonths(base, Math.min(count, 10) * 120);
  if (unit === "month" || unit === "year") return addMonths(base, unit === "year" ? count * 12 : count);
  return addDays(base, unit === "hour" ? Math.ceil(count / 24) : unit === "week" ? count * 7 : count);
}
const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** "by Christmas", "on New Year's Day": days that the calendar fixes. */
const holidays: Rule = (list, at, base) => {
  const lead = list[at]?.lower ?? "";
  const i = LEAD.has(lead) ? at + 1 : at;
  const hit = HOLIDAYS.find(({ words }) =>
    words.every((word, k) => list[i + k]?.text.replace("’", "'") === word),
  );
  if (hit === undefined) return null;
  const last = i + hit.words.length - 1;
  if (lead === "since" || lead === "last") return { last, window: windowOf(null, null, "DAY", "PAST") };
  if (base === null) return { last, window: windowOf(null, null, "DAY", "EITHER") };
  const { year } = partsOf(base);
  const day = [`${year}-${hit.day}`, `${year + 1}-${hit.day}`].find((date) => date >= base) ?? null;
  const from = DEADLINE.has(lead) ? base : day;
  return { last, window: windowOf(from, day, "DAY", DEADLINE.has(lead) ? "FUTURE" : "EITHER") };
};
const HOLIDAYS = [
  { words: ["Christmas", "Eve"], day: "12-24" },
  { words: ["Boxing", "Day"], day: "12-26" },
  { words: ["Valentine's", "Day"], day: "02-14" },
  { words: ["Halloween"], day: "10-31" },
  { words: ["Christmas"], day: "12-25" },
  { words: ["New", "Year's", "Day"], day: "01-01" },
  { words: ["New", "Year's", "Eve"], day: "12-31" },
];

/** "before the 1st", "on the 15th", "by the 30th": the next such day after the post. */
const dayOfMonth: Rule = (list, at, base) => {
  const lower = list[at]?.lower ?? "";
  if (!LEAD.has(lower) || list[at + 1]?.lower !== "the") return null;
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(list[at + 2]?.lower ?? "")?.[1] ?? 0);
  if (day < 1 || day > 31) return null;
  const next = list[at + 3];
  if (next?.lower === "of" || monthOf(next?.lower ?? "") !== null) return null;
  // "on the 3rd floor": an ordinal, unless the phrase ends with it.
  if (next !== undefined && next.kind !== "MARK" && !AFTER_DAY.has(next.lower)) return null;
  if (base === null) return { last: at + 2, window: windowOf(null, null, "DAY", "FUTURE") };
  const { year, month, day: today } = partsOf(base);
  const first = day >= today ? `${base.slice(0, 8)}01` : addMonths(`${base.slice(0, 8)}01`, 1);
  const { year: y, month: m } = partsOf(first);
  const due = calendarDate(y, m, day) ?? calendarDate(year, month, today);
  return { last: at + 2, window: windowOf(DEADLINE.has(lower) ? base : due, due, "DAY", "FUTURE") };
};

const AFTER_DAY = new Set(
  "and or but at in on to for with when after before as if because while he she they we it the a will would is are".split(
    " ",
  ),
);

/** Weekdays that are names of other things. */
const NAMED_DAY = new Set(
  "black super good cyber ash bloody giving maundy palm holy shrove fat easter whit casual".split(" "),
);

/** "by Friday", "this Thursday", "Wednesday morning", "on Monday and Tuesday". */
const weekdays: Rule = (list, at, base) => {
  let i = at;
  const leads: string[] = [];
  if (list[at]?.lower === "later" && list[at + 1]?.lower === "than") {
    leads.push("by");
    i += 2;
  }
  while (LEAD.has(list[i]?.lower ?? "") && leads.length < 3) leads.push(list[i++]?.lower ?? "");
  // "until at least Friday"
  const isAtLeast =
    DEADLINE.has(leads.at(-1) ?? "") && list[i]?.lower === "at" && list[i + 1]?.lower === "least";
  if (isAtLeast) i += 2;
  const token = list[i];
  const weekday = token !== undefined && /^\p{Lu}/u.test(token.text) ? weekdayNamed(token.lower) : null;
  if (weekday === null || (token?.text.length ?? 0) < 4 || NAMED_DAY.has(list[i - 1]?.lower ?? ""))
    return null;
  let last = PART_OF_DAY.has(list[i + 1]?.lower ?? "") ? i + 1 : i;
  if (leads.includes("last") || leads.includes("since"))
    return { last, window: windowOf(null, null, "DAY", "PAST") };
  if (base === null) return { last, window: windowOf(null, null, "DAY", "EITHER") };
  const inWeek = weekAfter(list, last + 1);
  if (inWeek !== null) {
    const monday = addDays(base, 7 - weekdayOf(base));
    const day = addDays(monday, weekday);
    const from = leads.some((lead) => DEADLINE.has(lead)) ? base : day;
    return { last: inWeek, window: windowOf(from, day, "DAY", "FUTURE") };
  }
  const first = addDays(
    onOrAfter(base, weekday),
    leads.includes("next") && weekday > weekdayOf(base) ? 7 : isWeekFrom(list, at) ? 7 : 0,
  );
  const joint = list[last + 1]?.lower ?? "";
  const isRange = joint === "and" || (leads.includes("from") && /^(?:to|until|till|through)$/.test(joint));
  const second = isRange ? weekdayNamed(list[last + 2]?.lower ?? "") : null;
  if (second !== null) last += 2;
  const to = second === null ? first : onOrAfter(first, second);
  const isAhead = leads.some((lead) =>
    ["by", "before", "until", "till", "next", "coming", "this"].includes(lead),
  );
  const from = leads.some((lead) => DEADLINE.has(lead)) ? base : first;
  return { last, window: windowOf(from, to, "DAY", isAhead ? "FUTURE" : "EITHER") };
};

/** "Friday *next week*", "Wednesday *of next week*": the index of its last word. */
function weekAfter(list: readonly Token[], at: number): number | null {
  const i = /^(?:of|in)$/.test(list[at]?.lower ?? "") ? at + 1 : at;
  return list[i]?.lower === "next" && list[i + 1]?.lower === "week" ? i + 1 : null;
}

/** "a week *from Tuesday*". */
function isWeekFrom(list: readonly Token[], at: number): boolean {
  return (
    list[at]?.lower === "from" &&
    list[at - 1]?.lower === "week" &&
    /^(?:a|one)$/.test(list[at - 2]?.lower ?? "")
  );
}

/** "at the next election", "before their next meeting", "a February release": an event that has its place on a calendar. */
const nextEvent: Rule = (list, at) => {
  if (!/^(?:in|at|by|before|after|during|until)$/.test(list[at]?.lower ?? "")) return null;
  if (!/^(?:the|their|its|his|her|our|a)$/.test(list[at + 1]?.lower ?? "")) return null;
  if (!/^(?:next|upcoming|forthcoming)$/.test(list[at + 2]?.lower ?? "")) return null;
  for (let i = at + 3; i < at + 5; i += 1)
    if (NEXT_EVENTS.test(list[i]?.lower ?? ""))
      return { last: i, window: windowOf(null, null, "OPEN", "EITHER") };
  return null;
};
const NEXT_EVENTS =
  /^(?:elections?|vote|meeting|session|hearing|summit|round|season|race|match|game|budget|referendum|census|conference|term|cycle)$/;

/** "in the afternoon", "by 10 p.m.", "at noon": on the post's own day. */
const timeOfDay: Rule = (list, at, base) => {
  const lead = list[at]?.lower ?? "";
  if (!/^(?:in|during|by|at|around|before|until|from)$/.test(lead)) return null;
  const window = windowOf(base, base, "DAY", "NOW");
  let i = at + 1;
  if (list[i]?.lower === "the" && PART_OF_DAY.has(list[i + 1]?.lower ?? "")) return { last: i + 1, window };
  if (
    /^(?:midafternoon|mid-afternoon|noon|midday|dawn|dusk|nightfall|sunset|sunrise)$/.test(
      list[i]?.lower ?? "",
    )
  )
    return { last: i, window };
  if (/^(?:about|around|approximately)$/.test(list[i]?.lower ?? "")) i += 1;
  if (!/^\d{1,2}(?:[:.]\d\d)?$/.test(list[i]?.text ?? "")) return null;
  const half = /^[ap]\.?m/.exec(list[i + 1]?.lower ?? "");
  return half === null ? null : { last: i + 1, window };
};

/** Words, lower case, that any of the rules' expressions begins with; numbers, and what stands two words before "ago", may too. */
const BEGINNINGS = new Set([
  ...[PAST, OPEN, TODAY, TOMORROW].flatMap(({ beginnings }) => [...beginnings]),
  ...PERIOD_BEGINNINGS,
  ...CALENDAR_NAMES,
  ...LEAD,
  ...DEADLINE,
  ...IN,
  ...Object.keys(NUMBER_WORDS),
  ...HOLIDAYS.map(({ words }) => words[0]?.toLowerCase() ?? ""),
  ...SOME_DAY.beginnings,
  ..."no within as at after the fiscal".split(" "),
]);

/** Whether an expression can begin at token `at` at all: most words are no beginning of any. */
export function mayBegin(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (token === undefined) return false;
  return (
    token.kind === "NUMBER" ||
    BEGINNINGS.has(token.lower) ||
    token.lower.startsWith("mid-") ||
    list[at + 2]?.lower === "ago"
  );
}

/** In the order in which they are asked. */
export const TIME_RULES: readonly Rule[] = [
  fixedPhrases,
  inPeriod,
  dayOfMonth,
  weekdays,
  countedUnits,
  holidays,
  nextEvent,
  timeOfDay,
];
