/** Days as the design writes them: "18 September 2024" in sentences, "18 Sept. 2024" in tables. */

interface Day {
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly year: number;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const SHORT_MONTHS = [
  "Jan.",
  "Feb.",
  "March",
  "April",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
];

const dayAndMonth = ({ day, month }: Day) => `${day} ${MONTHS[month - 1]}`;
const long = (date: Day) => `${dayAndMonth(date)} ${date.year}`;

export const dates = {
  /** What `Intl` writes the time of a day in. */
  locale: "en-GB",
  long,
  short: ({ day, month, year }: Day) => `${day} ${SHORT_MONTHS[month - 1]} ${year}`,
  month: ({ month, year }: Pick<Day, "month" | "year">) => `${MONTHS[month - 1]} ${year}`,
  /** Two different days, both inclusive. */
  range: (from: Day, to: Day) => {
    if (from.year !== to.year) return `${long(from)} to ${long(to)}`;
    if (from.month !== to.month) return `${dayAndMonth(from)} to ${long(to)}`;
    return `${from.day} to ${long(to)}`;
  },
  /** A day in its short form, and the time on it. */
  moment: (day: string, time: string) => `${day}, ${time}`,
};
