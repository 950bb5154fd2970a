import type { ReaderWords } from "#lib/words/english";
import { quoted } from "./lists";

export const syndication: ReaderWords["syndication"] = {
  titleFor: (list) => `Onrecord: ${list}`,
  latest: {
    title: "Onrecord: آخر ما نُشر",
    description: "الصفحات والادعاءات معًا. الأحدث نشرًا أولًا.",
  },
  pages: {
    title: "Onrecord: الصفحات",
    description: "صفحات قُرئت، كل منها مع ما أُسند منها إلى مصدر. الأحدث نشرًا أولًا.",
  },
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
    description: "ما وُجد بهذه الكلمات والمرشّحات. الأحدث نشرًا أولًا.",
  },
  record: {
    title: "Onrecord: صفحات هذا السجل",
    description: "صفحات في هذه القائمة من سجل. الأحدث نشرًا أولًا.",
  },
  statements: {
    title: "Onrecord: عبارات هذا السجل",
    description: "بداية قائمة من عبارات تُحسب في سجل. ما نُشرت صفحاته أخيرًا يأتي أولًا.",
  },
  again: {
    title: "Onrecord: ما تكرر قوله",
    description: "ادعاءات وردت في هذا السجل أكثر من مرة. الأحدث نشرًا أولًا.",
  },
  template: {
    title: "Onrecord: هذا الوعد",
    description: "كل مرة قيل فيها وعد واحد في صفحة منشورة. الأحدث نشرًا أولًا.",
  },
  topic: {
    title: "Onrecord: هذا الموضوع",
    description: "الصفحات والادعاءات التي لها هذا الموضوع، الأحدث نشرًا أولًا.",
  },
  promises: {
    title: "Onrecord: الوعود",
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
