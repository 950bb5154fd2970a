import type { ReaderWords } from "#lib/words/english";
import { quoted } from "./lists";

export const syndication: ReaderWords["syndication"] = {
  claims: {
    title: "Onrecord: الادعاءات",
    description: "الادعاءات المنشورة، كل منها مع حكمه حيث يوجد. الأحدث أولًا.",
  },
  corrections: {
    title: "Onrecord: التصحيحات",
    description: "ما نُشر من جديد أو سُحب، كل منه مع سببه. الأحدث أولًا.",
  },
  search: {
    title: "Onrecord: هذا البحث",
    titleFor: (typed) => `Onrecord: ${typed}`,
    description: "ما وُجد بهذه الكلمات والمرشّحات. الأحدث نشرًا أولًا.",
  },
  record: {
    title: "Onrecord: صفحات هذا السجل",
    titleFor: (name) => `Onrecord: صفحات ${name}`,
    description: "صفحات تُحسب عباراتها في هذا السجل. الأحدث نشرًا أولًا.",
  },
  topic: {
    title: "Onrecord: هذا الموضوع",
    titleFor: (name) => `Onrecord: ${name}`,
    description: "الصفحات والادعاءات التي لها هذا الموضوع، الأحدث نشرًا أولًا.",
  },
  promises: {
    title: "Onrecord: الوعود",
    titleFor: (list) => `Onrecord: ${list}`,
    description: "وعود الصفحات المنشورة وما آلت إليه. الأحدث نشرًا أولًا. اليوم وحده لا يقول شيئًا عمّا حدث.",
  },
  calendar: {
    title: "Onrecord: وعود يحلّ موعدها",
    description: "عبارات في صفحات منشورة وعدت بشيء ليوم لم يأتِ بعد.",
    ledger: "وعود الصفحات المنشورة، كل منها في الأيام التي قيل لها.",
    event: (words) => `الموعد: ${quoted(words)}`,
    said: (label, words, page) => `${label}. ${quoted(words)} (${page}). اليوم وحده لا يقول شيئًا عمّا حدث.`,
    unnamedPage: "صفحة من دون ناشر",
  },
  formats: { atom: "Atom", rss: "RSS", json: "JSON Feed", ics: "iCalendar" },
  follow: "تابع هذه القائمة:",
  followDue: "وعود يحلّ موعدها، بصيغة تقويم",
  followList: "بصيغة تقويم",
};
