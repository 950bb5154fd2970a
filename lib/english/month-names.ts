/** Names of months and weekdays as pages write them: English with its short forms, Arabic (both sets), Sorani Kurdish. */

const MONTH_NAMES: readonly (readonly string[])[] = [
  ["january", "jan", "يناير", "كانون الثاني", "کانوونی دووەم", "کانونی دووەم"],
  ["february", "feb", "فبراير", "شباط", "شوبات"],
  ["march", "mar", "مارس", "آذار", "ئازار"],
  ["april", "apr", "أبريل", "ابريل", "نيسان", "نیسان"],
  ["may", "مايو", "أيار", "ئایار"],
  ["june", "jun", "يونيو", "حزيران", "حوزەیران"],
  ["july", "jul", "يوليو", "تموز", "تەممووز", "تەمموز"],
  ["august", "aug", "أغسطس", "اغسطس", "آب", "ئاب"],
  ["september", "sept", "sep", "سبتمبر", "أيلول", "ئەیلوول", "ئەیلول"],
  ["october", "oct", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "تشرین یەکەم", "تشرینی یەکەم"],
  ["november", "nov", "نوفمبر", "تشرين الثاني", "تشرین دووەم", "تشرینی دووەم"],
  ["december", "dec", "ديسمبر", "كانون الأول", "كانون الاول", "کانوونی یەکەم", "کانونی یەکەم"],
];

const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ["monday", "mon", "الاثنين", "دووشەممە"],
  ["tuesday", "tues", "tue", "الثلاثاء", "سێشەممە"],
  ["wednesday", "wed", "weds", "الأربعاء", "چوارشەممە"],
  ["thursday", "thurs", "thur", "thu", "الخميس", "پێنجشەممە"],
  ["friday", "fri", "الجمعة", "هەینی"],
  ["saturday", "sat", "السبت", "شەممە"],
  ["sunday", "sun", "الأحد", "یەکشەممە"],
];

const MONTHS = new Map(MONTH_NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const WEEKDAYS = new Map(WEEKDAY_NAMES.flatMap((names, i) => names.map((name) => [name, i] as const)));

/** Every name of a month or a weekday, lower case. */
export const CALENDAR_NAMES: Iterable<string> = [...MONTHS.keys(), ...WEEKDAYS.keys()];

/** 1 to 12, or null. `word` is lower case, without a full stop; Sorani may join it to the year with a ی. */
export function monthOf(word: string): number | null {
  return MONTHS.get(word) ?? MONTHS.get(word.replace(/ی$/, "")) ?? null;
}

/** 0 (Monday) to 6 (Sunday), or null. */
export function weekdayNamed(word: string): number | null {
  return WEEKDAYS.get(word) ?? null;
}
