/** Days in Modern Standard Arabic, with the months' names of the Gregorian calendar and Latin digits. */

interface Day {
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly year: number;
}

const MONTHS = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];

/** Isolated, so that day and year stay in their places inside a line that runs from left to right. */
const apart = (text: string): string => `\u2068${text}\u2069`;

const monthAndYear = ({ month, year }: Pick<Day, "month" | "year">) => `${MONTHS[month - 1]} ${year}`;
const dayAndMonth = ({ day, month }: Day) => `${day} ${MONTHS[month - 1]}`;
const whole = (date: Day) => `${date.day} ${monthAndYear(date)}`;

export const dates = {
  locale: "ar-u-nu-latn",
  long: (date: Day): string => apart(whole(date)),
  /** Arabic doesn't shorten the names of months. */
  short: (date: Day): string => apart(whole(date)),
  month: (date: Pick<Day, "month" | "year">): string => monthAndYear(date),
  range: (from: Day, to: Day): string => {
    if (from.year !== to.year) return apart(`${whole(from)} إلى ${whole(to)}`);
    if (from.month !== to.month) return apart(`${dayAndMonth(from)} إلى ${whole(to)}`);
    return apart(`${from.day} إلى ${whole(to)}`);
  },
  moment: (day: string, time: string): string => `${day}، ${time}`,
};
