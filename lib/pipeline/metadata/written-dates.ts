/** Dates as pages write them, in English, Arabic and Sorani Kurdish, with Latin or Arabic-Indic digits. */

export interface WrittenDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `[start, end)` in the text that was searched, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** 07/08/2024 is two days in two countries: month first was assumed. */
  readonly isAmbiguous: boolean;
}

const MONTHS: readonly string[] = [
  "january|jan|يناير|كانون الثاني|کانوونی دووەم|کانونی دووەم|ڕێبەندان|رێبەندان",
  "february|feb|فبراير|شباط|شوبات",
  "march|mar|مارس|آذار|اذار|ئازار",
  "april|apr|أبريل|ابريل|إبريل|نيسان|نیسان",
  "may|مايو|أيار|ايار|ئایار|مایس",
  "june|jun|يونيو|حزيران|حوزەیران|حوزه‌یران",
  "july|jul|يوليو|تموز|تەممووز|تەمموز|تەموز",
  "august|aug|أغسطس|اغسطس|آب|ئاب",
  "september|sept|sep|سبتمبر|أيلول|ايلول|ئەیلوول|ئەیلول",
  "october|oct|أكتوبر|اكتوبر|تشرين الأول|تشرين الاول|تشرینی یەکەم|تشرینی یه‌که‌م",
  "november|nov|نوفمبر|تشرين الثاني|تشرینی دووەم",
  "december|dec|ديسمبر|كانون الأول|كانون الاول|کانوونی یەکەم|کانونی یەکەم",
];

const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, i) => names.split("|").map((name) => [name, i + 1] as const)),
);
const NAMES = MONTHS.join("|")
  .split("|")
  .sort((a, b) => b.length - a.length)
  .join("|");
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:19|20)\\d\\d)";
const EDGE = "(?<![\\p{L}])(?<!\\d(?=\\d))";
const OUT = "(?!\\d)";

const PATTERNS: readonly { readonly pattern: RegExp; readonly order: readonly (0 | 1 | 2)[] }[] = [
  { pattern: new RegExp(`${EDGE}${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`, "gu"), order: [0, 1, 2] },
  { pattern: new RegExp(`${EDGE}(${NAMES})\\.?\\s+${DAY},?\\s+(?:of\\s+)?${YEAR}${OUT}`, "giu"), order: [2, 0, 1] },
  {
    pattern: new RegExp(`${EDGE}${DAY}ی?[\\s-]+(?:of\\s+)?(${NAMES})[.,،]?(?:[\\s-]+(?:عام|سنة|ساڵی)?\\s*|ی\\s+)${YEAR}${OUT}`, "giu"),
    order: [2, 1, 0],
  },
  { pattern: new RegExp(`${EDGE}${YEAR}\\s+(${NAMES})\\.?\\s+${DAY}${OUT}`, "giu"), order: [0, 1, 2] },
];
const NUMERIC = /(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/.-]\d|\d)/g;

/** Arabic-Indic and Persian digits as 0–9, one unit for one unit. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** The calendar date, or null where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Full dates (day, month, year) in `text`, in the order that they stand in. */
export function writtenDates(text: string): WrittenDate[] {
  const folded = foldDigits(text);
  if (!/\d/.test(folded)) return [];
  const found: WrittenDate[] = [];
  for (const { pattern, order } of PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const [year, month, day] = order.map((at) => numberOf(match[at + 1] ?? ""));
      add(found, match, dayOf(year ?? 0, month ?? 0, day ?? 0), false);
    }
  }
  for (const match of folded.matchAll(NUMERIC)) {
    const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const year = c < 100 ? 2000 + c : c;
    const dayFirst = match[2] === "." || a > 12;
    const day = dayFirst ? dayOf(year, b, a) : (dayOf(year, a, b) ?? dayOf(year, b, a));
    add(found, match, day, !dayFirst && b <= 12 && a !== b);
  }
  return found.sort((a, b) => a.start - b.start).filter((date, i, all) => i === 0 || date.start >= (all[i - 1]?.end ?? 0));
}

function add(found: WrittenDate[], match: RegExpMatchArray, day: string | null, isAmbiguous: boolean): void {
  if (day === null) return;
  const start = match.index ?? 0;
  found.push({ day, start, end: start + match[0].length, isAmbiguous });
}

function numberOf(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : (MONTH_NUMBER.get(word.toLowerCase()) ?? 0);
}
