import type { ReaderWords } from "#lib/words/english";

export const topBar: ReaderWords["topBar"] = {
  home: "Onrecord، الصفحة الأولى",
  mainNavigation: "التنقل الرئيسي",
  colours: "الألوان",
  themes: { device: "كما في جهازي", light: "فاتح", dark: "داكن" },
};
