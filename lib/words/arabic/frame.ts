import type { ReaderWords } from "#lib/words/english";

export const frame: ReaderWords["frame"] = {
  pages: "الصفحات",
  claims: "الادعاءات",
  promises: "الوعود",
  search: "البحث",
  method: "المنهج",
  desk: "غرفة التحرير",
  signIn: "تسجيل الدخول",
  howWeLabel: "كيف نصنّف",
  corrections: "التصحيحات",
  description: "من يقف وراء كل عبارة في صفحة، وما آل إليه ما وُعد به.",
};

export const trouble: ReaderWords["trouble"] = {
  notFoundTitle: "هذه الصفحة ليست هنا",
  notFound: "ربما سُحبت، أو كُتب العنوان خطأ. يمكن الوصول إلى ما نُشر من الصفحة الأولى.",
  toHome: "إلى الصفحة الأولى",
  errorTitle: "تعذّر عرض هذه الصفحة",
  error: "حدث خطأ من جهتنا. لم يضع شيء مما حُفظ. حاول مرة أخرى؛ وإذا استمر الأمر فأخبر غرفة الأخبار.",
  tryAgain: "حاول مرة أخرى",
};
