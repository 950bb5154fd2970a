import { addDays, addMonths, calendarDate, endOfMonth, onOrAfter, partsOf, weekdayOf } from "./calendar";
import { monthOf, weekdayNamed } from "./month-names";
import type { Span } from "./span";
import { DEADLINE, LEAD, OPEN, PART_OF_DAY, PAST, TODAY, TOMORROW, UNITS } from "./time-words";
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
  const open = OPEN.at(list, at);
  if (open !== null) return { last: open.last, window: windowOf(null, null, "OPEN", "FUTURE") };
  const today = TODAY.at(list, at);
  if (today !== null) {
    const direction = today.phrase.startsWith("by") || today.phrase.startsWith("later") ? "FUTURE" : "NOW";
    return { last: today.last, window: windowOf(base, base, "DAY", direction) };
  }
  const tomorrow = TOMORROW.at(list, at);
  if (tomorrow === null) return null;
  const day = shifted(base, 1);
  return { last: tomorrow.last, window: windowOf(day, day, "DAY", "FUTURE") };
};

/** "this weekend", "next week", "this month", "next year", "by year end". */
const wholeUnits: Rule = (list, at, base) => {
  const lower = list[at]?.lower;
  const next = list[at + 1]?.lower ?? "";
  if ((lower === "this" || lower === "next") && next === "weekend") {
    const saturday = base === null ? null : addDays(onOrAfter(base, 6), lower === "next" ? 6 : -1);
    return {
      last: at + 1,
      window: windowOf(saturday, shifted(saturday, 1), "DAY", lower === "next" ? "FUTURE" : "EITHER"),
    };
  }
  const unit = UNITS[next];
  if ((lower === "this" || lower === "next") && unit !== undefined) {
    const window = unitWindow(base, unit, lower === "next" ? 1 : 0);
    return { last: at + 1, window: { ...window, direction: lower === "next" ? "FUTURE" : "EITHER" } };
  }
  if ((lower === "by" || lower === "before") && /^year-?end$/.test(next))
    return { last: at + 1, window: unitWindow(base, "year", 0) };
  if (lower === "by" && next === "year" && list[at + 2]?.lower === "end")
    return { last: at + 2, window: unitWindow(base, "year", 0) };
  return null;
};

function unitWindow(base: string | null, unit: "week" | "month" | "quarter" | "year", ahead: number): Window {
  if (base === null)
    return windowOf(
      null,
      null,
      unit === "week" ? "WEEK" : unit === "month" ? "MONTH" : unit === "quarter" ? "QUARTER" : "YEAR",
      "FUTURE",
    );
  if (unit === "week") {
    const monday = addDays(base, ahead * 7 - weekdayOf(base));
    return windowOf(ahead === 0 ? base : monday, addDays(monday, 6), "WEEK", "FUTURE");
  }
  if (unit === "year") {
    const year = partsOf(base).year + ahead;
    return windowOf(ahead === 0 ? base : `${year}-01-01`, `${year}-12-31`, "YEAR", "FUTURE");
  }
  const size = unit === "quarter" ? 3 : 1;
  const { month } = partsOf(base);
  const first = `${addMonths(`${base.slice(0, 8)}01`, ahead * size - ((month - 1) % size)).slice(0, 8)}01`;
  return windowOf(
    ahead === 0 ? base : first,
    endOfMonth(addMonths(first, size - 1)),
    unit === "quarter" ? "QUARTER" : "MONTH",
    "FUTURE",
  );
}

/** "until the end of the year", "before the end of August", "by the end of next month". */
const endOf: Rule = (list, at, base) => {
  const lower = list[at]?.lower ?? "";
  if (!DEADLINE.has(lower) && lower !== "at") return null;
  let i = at + 1;
  if (list[i]?.lower === "the") i += 1;
  if (list[i]?.lower !== "end" || list[i + 1]?.lower !== "of") return null;
  i += 2;
  const determiner = list[i]?.lower ?? "";
  if (["the", "this", "next"].includes(determiner)) i += 1;
  const word = list[i]?.lower ?? "";
  const unit = UNITS[word];
  if (unit !== undefined) return { last: i, window: unitWindow(base, unit, determiner === "next" ? 1 : 0) };
  const month = monthOf(word);
  if (month !== null) return inMonth(list, i, month, base);
  const year = Number(/^20\d\d$/.exec(word)?.[0] ?? 0);
  return year > 0 ? { last: i, window: yearWindow(year, base) } : null;
};

function inMonth(list: readonly Token[], at: number, month: number, base: string | null): Hit | null {
  const year = Number(/^(?:19|20)\d\d$/.exec(list[at + 1]?.text ?? "")?.[0] ?? 0);
  const last = year > 0 ? at + 1 : at;
  if (year === 0 && base === null) return { last, window: windowOf(null, null, "MONTH", "EITHER") };
  const near = base === null ? year : partsOf(base).year;
  const chosen = year > 0 ? year : near + (base !== null && month < partsOf(base).month ? 1 : 0);
  const first = calendarDate(chosen, month, 1);
  if (first === null) return null;
  const end = endOfMonth(first);
  const from = base !== null && base > first && base <= end ? base : first;
  const direction = base === null || year === 0 ? "EITHER" : end < base ? "PAST" : "FUTURE";
  return { last, window: windowOf(from, end, "MONTH", direction) };
}

function yearWindow(year: number, base: string | null): Window {
  const direction =
    base === null
      ? "EITHER"
      : year < partsOf(base).year
        ? "PAST"
        : year > partsOf(base).year
          ? "FUTURE"
          : "EITHER";
  const first = `${year}-01-01`;
  return windowOf(
    base !== null && base > first && direction === "EITHER" ? base : first,
    `${year}-12-31`,
    "YEAR",
    direction,
  );
}

/** "in August", "in April of this year", "in 2019", "in two weeks", "within 30 days". */
const inSomething: Rule = (list, at, base) => {
  const lower = list[at]?.lower;
  if (lower !== "in" && lower !== "within" && lower !== "by") return null;
  const next = list[at + 1];
  if (next === undefined) return null;
  const month = /^[A-Z]/.test(next.text) ? monthOf(next.lower) : null;
  if (month !== null && !/^\d{1,2}(?:st|nd|rd|th)?$/.test(list[at + 2]?.lower ?? ""))
    return inMonth(list, at + 1, month, base);
  if (/^(?:19|20)\d\d$/.test(next.text)) return { last: at + 1, window: yearWindow(Number(next.text), base) };
  if (lower === "by") return null;
  const count = NUMBER_WORDS[next.lower] ?? Number(/^\d{1,3}$/.exec(next.text)?.[0] ?? 0);
  const unit = /^(hour|day|week|month|year)s?$/.exec(list[at + 2]?.lower ?? "")?.[1];
  if (count === 0 || unit === undefined || base === null) return null;
  const to =
    unit === "month" || unit === "year"
      ? addMonths(base, unit === "year" ? count * 12 : count)
      : addDays(base, DAYS[unit] === undefined ? 1 : DAYS[unit] * count);
  const precision = unit === "week" ? "WEEK" : unit === "month" ? "MONTH" : unit === "year" ? "YEAR" : "DAY";
  return { last: at + 2, window: windowOf(lower === "within" ? base : to, to, precision, "EITHER") };
};
const DAYS: Record<string, number> = { day: 1, week: 7 };
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
}; // prettier-ignore

/** "before the 1st", "on the 15th", "by the 30th": the next such day after the post. */
const dayOfMonth: Rule = (list, at, base) => {
  const lower = list[at]?.lower ?? "";
  if (!LEAD.has(lower) || list[at + 1]?.lower !== "the") return null;
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(list[at + 2]?.lower ?? "")?.[1] ?? 0);
  if (day < 1 || day > 31) return null;
  if (list[at + 3]?.lower === "of" || monthOf(list[at + 3]?.lower ?? "") !== null) return null;
  if (base === null) return { last: at + 2, window: windowOf(null, null, "DAY", "FUTURE") };
  const { year, month, day: today } = partsOf(base);
  const first = day >= today ? `${base.slice(0, 8)}01` : addMonths(`${base.slice(0, 8)}01`, 1);
  const { year: y, month: m } = partsOf(first);
  const due = calendarDate(y, m, day) ?? calendarDate(year, month, today);
  return { last: at + 2, window: windowOf(DEADLINE.has(lower) ? base : due, due, "DAY", "FUTURE") };
};

/** "by Friday", "this Thursday", "Wednesday morning", "on Monday and Tuesday". */
const weekdays: Rule = (list, at, base) => {
  let i = at;
  const leads: string[] = [];
  while (LEAD.has(list[i]?.lower ?? "") && leads.length < 3) leads.push(list[i++]?.lower ?? "");
  const token = list[i];
  const weekday = token !== undefined && /^\p{Lu}/u.test(token.text) ? weekdayNamed(token.lower) : null;
  if (weekday === null || (token?.text.length ?? 0) < 4) return null;
  let last = PART_OF_DAY.has(list[i + 1]?.lower ?? "") ? i + 1 : i;
  if (leads.includes("last") || leads.includes("since"))
    return { last, window: windowOf(null, null, "DAY", "PAST") };
  if (base === null) return { last, window: windowOf(null, null, "DAY", "EITHER") };
  const first = addDays(
    onOrAfter(base, weekday),
    leads.includes("next") && weekday > weekdayOf(base) ? 7 : 0,
  );
  const second = list[last + 1]?.lower === "and" ? weekdayNamed(list[last + 2]?.lower ?? "") : null;
  if (second !== null) last += 2;
  const to = second === null ? first : onOrAfter(first, second);
  const isAhead = leads.some((lead) =>
    ["by", "before", "until", "till", "next", "coming", "this"].includes(lead),
  );
  const from = leads.some((lead) => DEADLINE.has(lead)) ? base : first;
  return { last, window: windowOf(from, to, "DAY", isAhead ? "FUTURE" : "EITHER") };
};

/** In the order in which they are asked. */
export const TIME_RULES: readonly Rule[] = [
  endOf,
  fixedPhrases,
  wholeUnits,
  dayOfMonth,
  weekdays,
  inSomething,
];
