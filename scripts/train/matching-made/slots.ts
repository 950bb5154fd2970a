import { addDays, addMonths, partsOf, weekdayOf } from "#lib/text/calendar";

type Random = () => number;
export type Language = "en" | "ar";

export const pick = <T>(list: readonly T[], random: Random): T =>
  list[Math.floor(random() * list.length)] as T;

const STARTS =
  "Ba Ke Lo Mi Ta Dro Ve Sa Ri Fe Gla No Pe Zu Hol Ma Bre Ca Du El Fa Gor Ju Kal Len Mor Ner Os Pra Sel Tur Ul Vas Wen Yor".split(
    " ",
  );
const MIDDLES = "ra li no ve da mi ro sti ne lo ka be ri la to na di".split(" ");
const ENDS: Readonly<Record<string, readonly string[]>> = {
  country: ["nia", "land", "via", "stan", "ria", "lia", "dor"],
  town: ["burg", "ville", "ton", "gate", "haven", "mont", "ford"],
  firm: ["co", "tec", "ra", "ix", "on", "ex", "la", "um"],
  club: [" United", " Rovers", " City", "", " Athletic", ""],
  person: ["son", "er", "i", "ov", "ez", "ard", "en", "os"],
  thing: ["o", "ix", "a", " 3", " X", " Mini"],
  money: ["ar", "o", "il", "on"],
};
const FIRST =
  "Anna Omar Peter Lena Karim Sofia Ivan Maria Yusuf Clara Hugo Nadia Tom Elif Jonas Rita Samir Eva Marco Dana".split(
    " ",
  );
const TITLES = ["Uncle", "Doc", "Captain", "Professor", "Sister", "Old"];
const ARABIC_NAMES: Readonly<Record<string, readonly string[]>> = {
  country: ["ليرونيا", "كالستان", "مورافيا الجديدة", "سيلدوريا", "برانيا"],
  town: ["درافيل", "مونتاريس", "كيلبورغ", "سالمينا", "نورهافن", "تورغات"],
  firm: ["نوفارا", "دلتاكس", "سيميرا", "لوماكو", "بريكسون"],
  club: ["الوحدة", "النسور", "الساحل", "الفجر", "النهضة"],
  person: ["كريم المنصور", "سليم العطار", "رامي الزين", "طارق الحكيم", "ماجد النور"],
  money: ["ليرا", "تومان", "كورون", "سيلار"],
};
const KIND: Readonly<Record<string, string>> = {
  state: "country",
  place: "town",
  rival: "firm",
  team: "club",
  other: "person",
};

export function madeName(slot: string, language: Language, random: Random): string {
  const kind = KIND[slot] ?? slot;
  if (language === "ar") return pick(ARABIC_NAMES[kind] ?? ARABIC_NAMES.person ?? [], random);
  const root = pick(STARTS, random) + (random() < 0.5 ? pick(MIDDLES, random) : "");
  const name = root + pick(ENDS[kind] ?? ["a"], random);
  if (kind === "teller")
    return random() < 0.5 ? `${pick(TITLES, random)} ${root}` : `${pick(FIRST, random)} ${root}son`;
  return kind === "person" ? `${pick(FIRST, random)} ${name}` : kind === "money" ? name.toLowerCase() : name;
}

export const NUMBER_SLOTS = ["n", "k", "big", "sum", "fee", "pct", "mag", "rate"] as const;

export function madeNumber(slot: string, random: Random): number {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low));
  if (slot === "k") return whole(2, 6);
  if (slot === "n") return random() < 0.5 ? whole(6, 13) : whole(13, 90);
  if (slot === "big")
    return pick([whole(2, 99) * 1000, whole(2, 99) * 10_000, whole(11, 99) * 100_000], random);
  if (slot === "pct") return random() < 0.7 ? whole(2, 70) : whole(20, 990) / 10;
  if (slot === "mag") return whole(41, 79) / 10;
  if (slot === "rate") return whole(80, 480) / 100;
  return random() < 0.5
    ? whole(2, 99) * 1e6
    : pick([whole(11, 99) * 1e5, whole(2, 9) * 1e9, whole(2, 90) * 100], random);
}

/** Another number for the same slot, as reports get them wrong: a digit more, two swapped, one other. */
export function otherNumber(value: number, random: Random): number {
  const digits = String(value);
  const swapped = Number(digits.replace(/([1-9])([1-9])/u, "$2$1"));
  const options = [value * 10, Math.round(value * (1.1 + random()) * 100) / 100, swapped].filter(
    (other) => other !== value,
  );
  const found = pick(options, random);
  return Number.isInteger(value) ? Math.round(found) + (Math.round(found) === value ? 1 : 0) : found;
}

const SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const ARABIC_SMALL = [
  "صفر",
  "واحد",
  "اثنين",
  "ثلاثة",
  "أربعة",
  "خمسة",
  "ستة",
  "سبعة",
  "ثمانية",
  "تسعة",
  "عشرة",
];

export function writeNumber(
  slot: string,
  value: number,
  currency: string,
  language: Language,
  random: Random,
): string {
  if (language === "ar") {
    if (slot === "pct") return random() < 0.5 ? `${value}%` : `${value} بالمئة`;
    return value <= 10 && random() < 0.6 ? (ARABIC_SMALL[value] ?? String(value)) : String(value);
  }
  if (slot === "pct") return random() < 0.5 ? `${value} percent` : `${value}%`;
  if (slot === "sum" || slot === "fee") return writeMoney(value, currency, random);
  if (slot === "big") return writeBig(value, random);
  return value <= 12 && Number.isInteger(value) && random() < 0.5
    ? (SMALL[value] ?? String(value))
    : String(value);
}

function writeBig(value: number, random: Random): string {
  if (value >= 1e6 && random() < 0.7) return random() < 0.5 ? `${value / 1e6} million` : `${value / 1e6}m`;
  if (value < 1e6 && random() < 0.3) return random() < 0.5 ? `${value / 1000} thousand` : `${value / 1000}k`;
  return random() < 0.8 ? value.toLocaleString("en-US") : String(value);
}

const SIGNS: Readonly<Record<string, string>> = { dollars: "$", euros: "€", pounds: "£" };

function writeMoney(value: number, currency: string, random: Random): string {
  const sign = SIGNS[currency] ?? "";
  const [size, long, short] =
    value >= 1e9 ? [1e9, " billion", "bn"] : value >= 1e6 ? [1e6, " million", "m"] : [1, "", ""];
  const number = (value / size).toLocaleString("en-US");
  return random() < 0.5
    ? `${number}${random() < 0.7 ? long : short} ${currency}`
    : `${sign}${number}${random() < 0.5 ? long : short}`;
}

const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const ARABIC_WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(" ");
const ARABIC_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");

/** A day to come, or a whole month (its first day). */
export interface Aim {
  readonly day: string;
  readonly isMonth: boolean;
}

export function madeAim(posted: string, random: Random): Aim {
  if (random() < 0.3)
    return { day: `${addMonths(posted, 1 + Math.floor(random() * 5)).slice(0, 8)}01`, isMonth: true };
  return {
    day: addDays(posted, random() < 0.75 ? 2 + Math.floor(random() * 5) : 8 + Math.floor(random() * 60)),
    isMonth: false,
  };
}

const daysBetween = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

export function writeAim({ day, isMonth }: Aim, posted: string, language: Language, random: Random): string {
  const { year, month, day: date } = partsOf(day);
  const name = (language === "ar" ? ARABIC_MONTHS : MONTHS)[month - 1] ?? "";
  const isOtherYear = year !== partsOf(posted).year;
  if (isMonth) {
    const isNext = addMonths(`${posted.slice(0, 8)}01`, 1) === day;
    if (language === "ar")
      return isNext && random() < 0.5 ? "الشهر المقبل" : `في ${name}${isOtherYear ? ` ${year}` : ""}`;
    return isNext && random() < 0.4
      ? "next month"
      : `in ${name}${isOtherYear && random() < 0.5 ? ` ${year}` : ""}`;
  }
  const ahead = daysBetween(posted, day);
  if (language === "ar") {
    if (ahead === 0) return "اليوم";
    if (ahead === 1) return "غدا";
    return ahead < 7 ? `يوم ${ARABIC_WEEKDAYS[weekdayOf(day)]}` : `في ${date} ${name}`;
  }
  if (ahead === 0) return "today";
  if (ahead === 1) return "tomorrow";
  const weekday = WEEKDAYS[weekdayOf(day)] ?? "";
  if (ahead < 7 && random() < 0.75)
    return random() < 0.5 ? `on ${weekday}` : random() < 0.5 ? `this ${weekday}` : weekday;
  return random() < 0.5 ? `on ${date} ${name}` : `on ${name} ${date}`;
}

/** A day gone by. */
export function writePast(day: string, posted: string, language: Language, random: Random): string {
  const ago = daysBetween(day, posted);
  const weekday = weekdayOf(day);
  if (language === "ar")
    return ago === 0 ? "اليوم" : ago === 1 && random() < 0.6 ? "أمس" : `يوم ${ARABIC_WEEKDAYS[weekday]}`;
  if (ago === 0) return random() < 0.5 ? "today" : `on ${WEEKDAYS[weekday]}`;
  return ago === 1 && random() < 0.4
    ? "yesterday"
    : random() < 0.8
      ? `on ${WEEKDAYS[weekday]}`
      : (WEEKDAYS[weekday] ?? "");
}
