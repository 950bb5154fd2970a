import type { ReaderWords } from "#lib/words/english";
import { countOf } from "./count";
import { dates } from "./dates";
import { listed } from "./lists";

const languages = new Intl.DisplayNames("ar", { type: "language" });

/** The tag of a language as it is called; itself where nobody calls it anything. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export const searchFacets: ReaderWords["searchFacets"] = {
  names: {
    label: "التصنيف",
    sourcing: "من يقف وراءها",
    verdict: "الحكم",
    publisher: "الناشر",
    speaker: "من قاله",
    topic: "الموضوع",
    language: "لغة الصفحة",
    date: "تاريخ النشر",
    due: "الموعد",
  },
  kinds: {
    all: "الصفحات والادعاءات",
    pages: "الصفحات",
    claims: "الادعاءات",
    statements: "العبارات",
  },
  narrow: "ضيّق هذا البحث",
  toNarrow: "إلى المرشّحات",
  chosen: "المرشّحات",
  chip: (name, value) => `${name}: ${value}`,
  away: (name, value) => `أزل المرشّح ${name}: ${value}`,
  all: "أزل كل المرشّحات",
  months: (year) => `أشهر ${year}`,
  language: languageName,
  period: (period) => {
    const [year = "", month] = period.split("-");
    return month === undefined ? year : dates.month({ month: Number(month), year: Number(year) });
  },
  noDay: "لم يُذكر يوم",
  noVerdict: "لا حكم بعد",
  n: (n, most) => (n > most ? `${most}+` : String(n)),
  counted: (most, isMore) =>
    isMore ? `النتائج أكثر من ${most}. والأعداد تحسب آخر ${most} منها.` : "الأعداد تحسب كل النتائج.",
  onOneStatement:
    "تُذكر الصفحة حيث تجمع عبارة واحدة من عباراتها كل ما اختير من التصنيف والمصدر والقائل واليوم الموعود.",
  people: "أشخاص وناشرون بهذا الاسم",
  kindOfName: { publisher: "ناشر", speaker: "قائل" },
  inResults: (n) => `في ${n} من النتائج`,
  narrowed: "كل ما نُشر، بعد التضييق",
  title: (q, values) => [...(q === "" ? [] : [q]), ...values].join("، "),
  byName: "ضيّق باسم",
  byNameHint: "تُقارن الأسماء كاملة، بلا اعتبار للأحرف الكبيرة والعلامات.",
  apply: "اعرض",
  none: "لم يُعثر على شيء بهذه المرشّحات.",
  takeAway: "أزل مرشّحًا:",
  broken: (fields) =>
    `تعذّرت قراءة ${countOf(fields.length, "filter")}، فلا أثر لها: ${listed(fields)}. اختر من الخيارات أدناه.`,
  beyond: "تنتهي القائمة هنا.",
};
