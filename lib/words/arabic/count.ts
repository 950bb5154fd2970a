/**
 * A noun as a number makes it: one, two (as a subject, and after a preposition), three to ten, eleven to ninety-nine, hundreds. The forms are
 * those of CLDR; the noun stands without its number where one or two of it are meant.
 */
interface Noun {
  readonly one: string;
  readonly two: string;
  readonly ofTwo: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

const feminine = (one: string, two: string, few: string): Noun => ({
  one: `${one} واحدة`,
  two: `${two}ان`,
  ofTwo: `${two}ين`,
  few,
  many: one,
  other: one,
});

const masculine = (one: string, few: string, many = `${one}ًا`): Noun => ({
  one: `${one} واحد`,
  two: `${one}ان`,
  ofTwo: `${one}ين`,
  few,
  many,
  other: one,
});

export const nouns = {
  statement: feminine("عبارة", "عبارت", "عبارات"),
  page: feminine("صفحة", "صفحت", "صفحات"),
  time: feminine("مرة", "مرت", "مرات"),
  second: feminine("ثانية", "ثانيت", "ثوانٍ"),
  minute: feminine("دقيقة", "دقيقت", "دقائق"),
  note: feminine("ملاحظة", "ملاحظت", "ملاحظات"),
  version: feminine("نسخة", "نسخت", "نسخ"),
  search: {
    one: "عملية بحث واحدة",
    two: "عمليتا بحث",
    ofTwo: "عمليتي بحث",
    few: "عمليات بحث",
    many: "عملية بحث",
    other: "عملية بحث",
  },
  match: feminine("مطابقة", "مطابقت", "مطابقات"),
  claim: masculine("ادعاء", "ادعاءات", "ادعاءً"),
  day: masculine("يوم", "أيام"),
  character: masculine("حرف", "أحرف"),
  promise: masculine("وعد", "وعود"),
  correction: masculine("تصحيح", "تصحيحات"),
  entry: masculine("قيد", "قيود"),
  filter: masculine("مرشّح", "مرشّحات"),
  source: masculine("مصدر", "مصادر"),
  topic: masculine("موضوع", "مواضيع"),
  place: masculine("موضع", "مواضع"),
  suggestion: masculine("اقتراح", "اقتراحات"),
  decision: masculine("قرار", "قرارات"),
  evidence: masculine("دليل", "أدلة"),
} satisfies Readonly<Record<string, Noun>>;

const rules = new Intl.PluralRules("ar");

function counted(n: number, noun: Noun, two: string): string {
  switch (rules.select(n)) {
    case "zero":
      return `0 ${noun.other}`;
    case "one":
      return noun.one;
    case "two":
      return two;
    case "few":
      return `${n} ${noun.few}`;
    case "many":
      return `${n} ${noun.many}`;
    default:
      return `${n} ${noun.other}`;
  }
}

/** "عبارة واحدة", "عبارتان", "3 عبارات", "11 عبارة", "100 عبارة": as a subject. */
export const count = (n: number, noun: keyof typeof nouns): string =>
  counted(n, nouns[noun], nouns[noun].two);

/** The same after a preposition or as an object: "عبارتين". */
export const countOf = (n: number, noun: keyof typeof nouns): string =>
  counted(n, nouns[noun], nouns[noun].ofTwo);

/** A number of statements or pages without the noun, which was named before: "واحدة", "اثنتان", "3". */
export const some = (n: number): string => (n === 1 ? "واحدة" : n === 2 ? "اثنتان" : String(n));
