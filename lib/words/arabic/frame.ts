import type { ReaderWords } from "#lib/words/english";
import { countOf } from "./count";

export const frame: ReaderWords["frame"] = {
  home: "Onrecord، الصفحة الأولى",
  mainNavigation: "التنقل الرئيسي",
  pages: "الصفحات",
  claims: "الادعاءات",
  promises: "الوعود",
  search: "البحث",
  method: "المنهج",
  desk: "غرفة التحرير",
  signIn: "تسجيل الدخول",
  howWeLabel: "كيف نصنّف",
  corrections: "التصحيحات",
  colours: "الألوان",
  themes: { device: "كما في جهازي", light: "فاتح", dark: "داكن" },
  description: "من يقف وراء كل عبارة في صفحة، وما آل إليه ما وُعد به.",
};

const refused: ReaderWords["trouble"]["refused"] = {
  400: "لا يمكن قراءة هذا الطلب: عنوانه أو شكله غير سليم. اذهب إلى الصفحة الأولى وحاول من هناك.",
  405: "لا يُطلب هذا من صفحة. تُقرأ الصفحات بـ GET وتُرسل النماذج بـ POST.",
  414: "هذا العنوان أطول من أن يكون من عناويننا.",
  503: "ينتظر Onrecord قاعدة بياناته، وسيعود بعد قليل. ما حُفظ في أمان؛ وهذه الصفحة تعيد المحاولة من تلقاء نفسها.",
};

export const trouble: ReaderWords["trouble"] = {
  notFoundTitle: "هذه الصفحة ليست هنا",
  notFound: "ربما سُحبت، أو كُتب العنوان خطأ. يمكن الوصول إلى ما نُشر من الصفحة الأولى.",
  toHome: "إلى الصفحة الأولى",
  errorTitle: "تعذّر عرض هذه الصفحة",
  error: "حدث خطأ من جهتنا. لم يضع شيء مما حُفظ. حاول مرة أخرى؛ وإذا استمر الأمر فأخبر غرفة الأخبار.",
  tryAgain: "حاول مرة أخرى",
  refused,
  tooMany: (seconds) =>
    `يطلب هذا العنوان صفحات أكثر مما يقرؤه قارئ واحد. انتظر ${countOf(seconds, "second")} ثم حاول مرة أخرى. أما البرامج التي تحتاج إلى الكثير، فلتطلب من غرفة الأخبار حدًا آخر.`,
};
