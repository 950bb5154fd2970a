import type { ComparedHeadline, StatementFate } from "#lib/domain/published-upstream";
import type { ReaderWords } from "#lib/words/english";
import { count, countOf, some } from "./count";
import { readerNames, terms } from "./terms";

type Words = ReaderWords["textSources"];

const page: Words["page"] = (publisher, day) => {
  const of = publisher === null ? "صفحة بلا ناشر" : `صفحة ${publisher}`;
  return day === null ? of : `${of} بتاريخ ${day}`;
};

const statementsOf = (n: number, total: number): string => {
  if (n < total) {
    const verb = n === 2 ? "تردان" : "ترد";
    return `${n > 2 ? n : count(n, "statement")} من أصل ${countOf(total, "statement")} هنا ${verb}`;
  }
  return total === 1 ? "العبارة الوحيدة هنا ترد" : `جميع العبارات هنا (${total}) ترد`;
};

const changes: Readonly<Record<Exclude<StatementFate, "VERBATIM" | "ADDED">, string>> = {
  REWORDED: "ترد في الأصل بكلمات أخرى.",
  NUMBER: "تغيّر: رقم أو تاريخ أو وحدة.",
  NAME: "تغيّر: اسم.",
  ATTRIBUTION: "تغيّر: من قالها.",
  POLARITY: "تغيّر: يقول الأصل عكس ذلك.",
  PARTLY: "جزء منها يرد في الأصل، وجزء لم نجده فيه.",
};

const headlines: Readonly<Record<ComparedHeadline["change"], string>> = {
  VERBATIM: "يرد العنوان حرفيًا في الأصل.",
  REWORDED: "يرد العنوان في الأصل بكلمات أخرى.",
  NUMBER: "تغيّر في العنوان: رقم أو تاريخ أو وحدة.",
  NAME: "تغيّر في العنوان: اسم.",
  ATTRIBUTION: "تغيّر في العنوان: من قال ذلك.",
  POLARITY: "تغيّر في العنوان: يقول الأصل عكس ذلك.",
  ADDED: "لم نجد العنوان في الأصل.",
};

export const textSources: Words = {
  heading: "من أين أُخذ هذا النص",
  kinds: readerNames(terms.uses),
  page,
  untitled: "صفحة بلا عنوان",
  verbatim: (n, total, from) => `${statementsOf(n, total)} حرفيًا في ${from}`,
  changed: (n, total, from) => `${statementsOf(n, total)} مع تغيير في ${from}`,
  alsoChanged: (n) => `وترد فيها مع تغيير: ${some(n)}`,
  noneThere: (from) => `لا ترد أي عبارة هنا في ${from}`,
  added: (n) => `ولم نجد في الأصل: ${some(n)}`,
  onlyAdded: (n) => `لم نجد في أي من هذه الصفحات: ${count(n, "statement")}.`,
  notCompared: (n) => `لم تُقارَن: ${count(n, "statement")}.`,
  cites: (from) => `تذكر هذه الصفحة ${from} مصدرًا لها، ولا تأخذ من كلماتها شيئًا.`,
  unread: (from) => `أُخذت هذه الصفحة من ${from}. ولم تُقارَن عبارات الصفحتين.`,
  vouches: "معرفة من أين أُخذ النص لا تقول من يقف وراءه: لا تتحمّل صفحة مسؤولية الأخرى.",
  list: "الصفحات التي أُخذ منها",
  note: {
    verbatim: (from) => (from === null ? "ترد حرفيًا في الأصل." : `ترد حرفيًا في ${from}.`),
    added: "لم نجدها في الأصل.",
    changes,
    here: (quotes) => `هنا: ${quotes}.`,
    there: (quotes) => `في الأصل: ${quotes}.`,
    in: (from) => `والأصل ${from}.`,
  },
  headlines,
  credits: (name) => `يذكر النص ${name} مصدرًا له.`,
  links: "يعطي النص عنوانها.",
  earlier: (n) => `نُشرت قبله بمدة ${countOf(n, "day")}.`,
  takenInEarlier: "لا يدل تاريخ على أيهما أسبق؛ وصلتنا هي قبله.",
  inWords: (by, reason) => `بكلمات ${by}: ${reason}`,
  decided: (by, day) => `وجد ذلك ${by}، ${day}.`,
  sentences: (verbatim, changed, added, dropped) =>
    `جملة جملة: ${verbatim} حرفيًا، ${changed} متغيّرة، ${added} لا ترد هناك، ${dropped} تُركت هنا.`,
  cut: "لم تُقارَن إلا بداية أحد النصين.",
  newer: (day) => `تغيّرت تلك الصفحة بعد المقارنة: رأينا نسخة أخرى منها في ${day}.`,
  gone: (day) => `لم تعد تلك الصفحة في عنوانها: بحثنا عنها في ${day}.`,
  original: "الصفحة نفسها",
  more: (n, isAll = true) => `${isAll ? "و" : "وعلى الأقل "}${n} غيرها`,
  downstream: "من أخذ هذا النص من هنا",
  downstreamList: "صفحات أخذته من هنا",
  downstreamPages: "أجزاء قائمة الصفحات التي أخذته من هنا",
  earlierOnes: "نُشرت قبلها",
  laterOnes: "نُشرت بعدها",
  copiedBy: (n, isAll) =>
    `صفحات منشورة هنا أخذت نصها من هذه الصفحة: ${isAll ? "" : "على الأقل "}${count(n, "page")}.`,
  ofTheirs: (n, total) => `من عباراتها (${total}) ما يرد هنا حرفيًا: ${some(n)}`,
  picture: {
    words: (up, down) =>
      [
        "صورة للصفحات، أقدمها في الأعلى.",
        ...(up > 0 ? [`أُخذ نص هذه الصفحة مما فوقها: ${count(up, "page")}.`] : []),
        ...(down > 0 ? [`وأُخذ منها ما تحتها: ${count(down, "page")}.`] : []),
        "كلها مذكورة أدناه.",
      ].join(" "),
    caption: "من الأعلى إلى الأسفل، كما انتقل النص. خط مستقيم: من نشر النص مذكور. خط متموّج: لم يُذكر أحد.",
    notDrawn: (n) => `${n} غيرها غير مرسومة.`,
    here: "هذه الصفحة",
    nobody: "ناشر غير مسمّى",
    noDay: "بلا تاريخ",
  },
};
