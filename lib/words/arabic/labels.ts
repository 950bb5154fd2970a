import type { ReaderWords } from "#lib/words/english";
import { some } from "./count";
import { terms } from "./terms";

const of = (n: number, one: string, two: string): string => `${some(n)} ${n === 2 ? two : one}`;

export const labels: ReaderWords["labels"] = {
  REPORTED: {
    badge: terms.labels.REPORTED.reader,
    meaning: terms.labels.REPORTED.meaning,
    name: "منسوبة إلى مصدر",
    source: "المصدر مسمّى",
    unchecked: "المصدر مسمّى؛ لم يُتحقق منه بعد.",
    behind: (speaker) => (speaker === null ? "لم يُسمَّ أحد" : `منسوبة إلى ${speaker}`),
    predicate: () => "لها مصدر مسمّى",
    counted: (n, { source }) => `${of(n, "منسوبة", "منسوبتان")} إلى ${source ?? "مصادر مسمّاة"}`,
    example: {
      text: "قالت إدارة الميناء يوم الاثنين إن الرصيف الشمالي سيبقى مغلقًا حتى مايو.",
      why: "ذُكرت جهة، هي إدارة الميناء، ويمكن سؤالها.",
    },
  },
  REPORTED_UNNAMED: {
    badge: terms.labels.REPORTED_UNNAMED.reader,
    meaning: terms.labels.REPORTED_UNNAMED.meaning,
    name: "منسوبة، والمصدر غير مسمّى",
    source: "المصدر موصوف غير مسمّى",
    unchecked: "المصدر موصوف؛ لم يُتحقق منه بعد.",
    behind: (speaker) => (speaker === null ? "لم يُسمَّ أحد" : `منسوبة إلى ${speaker}، من دون اسم`),
    predicate: () => "لها مصدر موصوف غير مسمّى",
    counted: (n) => `${of(n, "منسوبة", "منسوبتان")} إلى من وُصف ولم يُسمَّ`,
    example: {
      text: "قال مهندس عمل في الرصيف، وطلب عدم ذكر اسمه، إن الركائز تشققت.",
      why: "لا اسم، لكن يُعرف من أين لمهندس عمل هناك أن يعلم.",
    },
  },
  UNSOURCED_SPECULATION: {
    badge: terms.labels.UNSOURCED_SPECULATION.reader,
    meaning: terms.labels.UNSOURCED_SPECULATION.meaning,
    name: "بلا مصدر",
    source: "لم يُذكر مصدر",
    unchecked: "لم يُذكر مصدر؛ لم يُتحقق منه بعد.",
    behind: (speaker) => (speaker === null ? "لم يُذكر مصدر" : `قالها ${speaker}، ولا سبيل إلى سؤاله`),
    predicate: () => "بلا مصدر",
    counted: (n, { post }) =>
      post === null
        ? `${of(n, "لا تسمّي", "لا تسمّيان")} أحدًا يمكن العثور عليه`
        : `${some(n)} من ${post} لا يسمّي أحدًا`,
    example: {
      text: "تسلّم الناس في الميناء الرسالة أمس وقيل لهم أن يستعدوا لغد.",
      why: "لم يُسمَّ أحد، والرسالة ذُكرت ولم تُعرض. ومع ذلك تبدو العبارة مؤكدة: فمدى التأكد في الصياغة لا يقول شيئًا عمّن يقف وراءها.",
    },
  },
  OPINION: {
    badge: terms.labels.OPINION.reader,
    meaning: terms.labels.OPINION.meaning,
    name: "رأي",
    source: "حكم الكاتب نفسه",
    unchecked: "لم يُتحقق منه بعد.",
    behind: () => "حكم الكاتب نفسه",
    predicate: () => "من باب الرأي",
    counted: (n) => `${some(n)} من باب الرأي`,
    example: {
      text: "كان إغلاق الرصيف أسوأ قرار اتخذه هذا المجلس على الإطلاق.",
      why: "هو حكم الكاتب. قد يوافقه القارئ أو لا يوافقه، لكنه لا يُنسب إلى مصدر.",
    },
  },
  UNSOURCED_ASSERTION: {
    badge: terms.labels.UNSOURCED_ASSERTION.reader,
    meaning: terms.labels.UNSOURCED_ASSERTION.meaning,
    name: "سرد",
    source: "بلسان الناشر نفسه؛ لم يُسمَّ أحد",
    unchecked: "لم يُتحقق منه بعد.",
    behind: () => "لم يُسمَّ أحد",
    predicate: () => "من باب السرد",
    counted: (n, { isAgency }) => `${some(n)} من ${isAgency ? "سرد الوكالة نفسها" : "باب السرد"}`,
    example: {
      text: "اجتمع المجلس ثلاث ساعات مساء الثلاثاء.",
      why: "ترويها الصحيفة بلسانها، كما تفعل الصحف، ولا تسمّي أحدًا.",
    },
  },
  BACKGROUND: {
    badge: terms.labels.BACKGROUND.reader,
    meaning: terms.labels.BACKGROUND.meaning,
    name: "خلفية",
    source: "لا يحتاج إلى مصدر",
    unchecked: "لا يحتاج إلى مصدر.",
    behind: () => "لا تحتاج إلى مصدر",
    predicate: () => "لا تحتاج إلى مصدر",
    counted: (n) => `${of(n, "لا تحتاج", "لا تحتاجان")} إلى مصدر`,
    example: { text: "تقع البلدة على نهر.", why: "يمكن لأي شخص أن يتأكد من ذلك." },
  },
};
