import type { ReaderWords } from "#lib/words/english";
import { quoted } from "./lists";

type Words = ReaderWords["reader"];

const home: Words["home"] = {
  lede: "نبيّن لكل عبارة في الصفحة من يقف وراءها، ونحفظ سجلًا بما وُعد به وما آل إليه.",
  latestClaims: "أحدث الادعاءات المنشورة",
  allClaims: "كل الادعاءات",
  fellDue: "شائعات حلّ موعدها",
  allDue: "كل الوعود وما آلت إليه",
  latestPages: "أحدث الصفحات",
  allPages: "كل الصفحات",
  legend: "كيف تقرأ الخط",
  pageMeta: (publisher, day) =>
    [publisher === null ? null : `الناشر: ${publisher}`, day].filter((part) => part !== null).join("، "),
  empty: {
    heading: "لم يُنشر شيء بعد",
    text: "تعطي غرفة أخبار صفحة لـ Onrecord، فيقسمها إلى أجزائها ويجد كل عبارة فيها ويقترح من يقف وراء كل منها؛ ثم يؤكد المحررون ذلك أو يصححونه، وينشره محرّر ثانٍ.",
    begin: "كيف تبدأ",
    setUp:
      "في المرة الأولى: تعرض نافذة الأوامر التي شغّلت Onrecord رابط إعداد. افتحه لاختيار كلمة مرور المشرف الأول.",
    signIn: "بعد ذلك سجّل الدخول. في غرفة التحرير صفحة مثال تنتظرك.",
    signInLink: "تسجيل الدخول إلى غرفة التحرير",
    willBe: "ما سيكون هنا",
    claims: "أحدث الادعاءات المنشورة، لكل منها تصنيفه في البداية وحكمه في النهاية.",
    due: "شائعات حلّ موعدها، مع الأيام التي مضت وما سُجّل عنها.",
    page: "أحدث الصفحات، وأولها مرسومة خطوطًا: مستقيمة حيث يقف أحد وراء العبارة، ومتموّجة حيث لا أحد.",
  },
};

const claims: Words["claims"] = {
  title: "الادعاءات",
  answer: (n) => (n === 0 ? "لم يُنشر أي ادعاء بعد." : `الادعاءات المنشورة: ${n}.`),
  lede: "الادعاء جملة واحدة يمكن التحقق منها وحدها. يقول تصنيفه من يقف وراءه حيث قيل؛ ويقول حكمه، الذي يأتي لاحقًا، ما الذي تبيّن.",
  empty: "يظهر الادعاء هنا عندما تقوله صفحة منشورة، أو عندما ينشر المحررون حكمًا عليه.",
  pages: "صفحات الادعاءات",
  meta: {
    attributed: (source, page) => `منسوب إلى ${source}${page}`,
    saidBy: (name, page) => `القائل: ${name}${page}`,
    nobody: (page) => `لم يُسمَّ أحد${page}`,
    relayed: (agency) => `، نقلته ${agency}`,
    on: (publisher) => `، لدى ${publisher}`,
    headed: (heading) => `، في ${quoted(heading)}`,
    dated: (day) => `، ${day}`,
  },
  notChecked: "لم يُتحقق منه بعد.",
};

const withdrawn: Words["withdrawn"] = {
  kicker: { ARTICLE: "صفحة سُحبت", CLAIM: "حكم سُحب" },
  heading: {
    ARTICLE: (day) => `سحبنا هذه الصفحة في ${day}.`,
    CLAIM: (day) => `سحبنا حكمنا على هذا الادعاء في ${day}.`,
  },
  was: { ARTICLE: "كان عنوانها", CLAIM: "كان الادعاء" },
  why: "السبب",
  note: "لم يعد ما قالته معروضًا. وما جرى لها يبقى مسجّلًا.",
  noVerdict: "مسحوب",
};

const corrections: Words["corrections"] = {
  title: "التصحيحات",
  none: "لم يُجرَ أي تصحيح بعد.",
  answer: (n) => `التصحيحات حتى الآن: ${n}.`,
  lede: "إذا تبيّن خطأ في شيء منشور، ننشره من جديد، ونقول هنا ما تغيّر ولماذا، ونُبقي السابق في التاريخ. ويُذكر هنا أيضًا ما سُحب، بعنوانه ومن دون محتواه.",
  table: "التصحيحات وما سُحب، الأحدث أولًا",
  pages: "صفحات التصحيحات",
  when: "متى",
  what: "ماذا",
  why: "لماذا",
  correctedArticle: "صفحة نُشرت من جديد",
  correctedClaim: "ادعاء نُشر من جديد",
  byWriter: (name) => `سحبها ${name}، وقد شارك في كتابتها.`,
  withdrawnArticle: "صفحة سُحبت",
  withdrawnClaim: "حكم على ادعاء سُحب",
};

export const reader: Words = {
  home,
  claims,
  lists: { newer: "الأحدث", older: "الأقدم" },
  corrections,
  withdrawn,
};
