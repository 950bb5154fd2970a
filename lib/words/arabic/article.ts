import type { Line } from "#lib/domain/labels";
import type { ReaderWords } from "#lib/words/english";
import { count, countOf } from "./count";
import { labels } from "./labels";
import { listed, quoted } from "./lists";
import { readerNames, terms } from "./terms";

type Words = ReaderWords["article"];

const statements = (n: number) => count(n, "statement");

const answer: Words["answer"] = {
  some: (n, total, apart) => {
    const first =
      total === 1
        ? "العبارة الوحيدة في هذه الصفحة بلا مصدر"
        : `${n > 2 ? n : statements(n)} من أصل ${countOf(total, "statement")} في هذه الصفحة بلا مصدر`;
    if (apart === null) return `${first}.`;
    const place = { above: "أعلاه", below: "أدناه" }[apart];
    return `${first}؛ ${n === 2 ? "وهما ليستا" : "وهي ليست"} جزءًا من التقرير ${place}.`;
  },
  none: (total, found) => {
    const all = total === 1 ? "العبارة الوحيدة في هذه الصفحة" : `جميع عبارات هذه الصفحة (${total})`;
    return `${all} ${listed(
      found.map((label) => labels[label].predicate(total)),
      "or",
    )}.`;
  },
  empty: "ليس في هذه الصفحة أي عبارة.",
};

const kicker: Words["kicker"] = {
  page: (publisher) => `صفحة من ${publisher}`,
  unnamed: "صفحة وصلتنا من دون اسم ناشرها",
  by: (page) => ({ before: `${page}، بقلم `, after: "" }),
  posted: (day) => `، نُشرت في ${day}`,
};

const lede: Words["lede"] = {
  headed: (title) => `عنوان الصفحة ${quoted(title)}.`,
  sentence: (list) => `من عباراتها: ${list}.`,
};

const posts: Words["posts"] = { later: "منشور لاحق", earlier: "منشور سابق", another: "منشور آخر" };

const strokes: Record<Line, string> = {
  reported: "خط أزرق مستقيم",
  unnamed: "خط أزرق متقطع",
  unsourced: "خط متموّج",
  opinion: "خط منقّط",
  plain: "خط رمادي رفيع",
};

const strip: Words["strip"] = {
  words: (total) => `عبارات الصفحة بالترتيب، وعددها ${total}.`,
  byLabel: (badge, ranges) => `${badge}: ${ranges}.`,
  thenOne: (number, badge, post) => `ثم فاصل، والعبارة ${number}، ${badge}، من ${post}.`,
  thenMany: (post) => `ثم فاصل، ومن ${post}:`,
  caption: (total) =>
    total === 1
      ? "الصفحة مرسومة خطًا واحدًا."
      : `الصفحة مرسومة خطوطًا، خط لكل عبارة (${total})، بالترتيب وبحسب الطول.`,
  captionMirrored: (total) =>
    `الصفحة مرسومة خطوطًا، خط لكل عبارة (${total})، من اليسار إلى اليمين وبحسب الطول.`,
  stroke: (line, names) => `${strokes[line]}: ${listed(names, "or")}.`,
  counted: (line, n, name) => `${strokes[line]}: ${n} ${name}.`,
};

const chain: Words["chain"] = {
  by: "عبر",
  heading: "من أين جاء الكلام",
  page: "في الصفحة التي تقرأها",
  back: "خطوة إلى الوراء",
  first: "المصدر الأول",
  posted: (day) => `نُشرت في ${day}`,
  undated: "بلا تاريخ",
  statements,
  agency: (place) => (place === null ? "وكالة أنباء" : `وكالة أنباء، ${place}`),
  report: (day) => `تقرير بتاريخ ${day}`,
  kinds: readerNames(terms.sources),
  sources: (n) => count(n, "source"),
  more: (n) => `و${n} غيرها`,
  source: (name, n) => `${name}: ${n}`,
  reposted: "أُعيد نشره",
  carries: (agency) => `تحمل اسم ${agency}، وهي وكالة أنباء`,
  jointOf: (statement, parties) => `${statement} الصادر عن ${parties}`,
  relayed: "نُقل",
  cited: "استُشهد به",
  start: "بداية منشور آخر",
  other: "منشور آخر",
  samePage: "في الصفحة نفسها",
  nobody: "لا أحد يُرجع إليه",
};

const excerpt: Words["excerpt"] = {
  heading: "ما تقوله الصفحة",
  report: (agency, day, isReposted) =>
    `تقرير: ${agency}${day === null ? "" : `، ${day}`}${isReposted ? "، أُعيد نشره" : ""}`,
  article: (publisher, day) => `مقال: ${publisher}${day === null ? "" : `، ${day}`}`,
  teaser: (day) => `مقتطف من منشور آخر${day === null ? "" : `، ${day}`}`,
  other: (headline, day) => ["منشور آخر", headline && quoted(headline), day].filter(Boolean).join("، "),
  permalink: (number) => `رقم ${number}`,
  permalinkWords: (number) => `رقم ${number}، رابط هذه العبارة`,
  boundaryAbove: "التقرير أعلاه لا يتحمّل مسؤولية النص أدناه.",
  boundaryBelow: "التقرير أدناه لا يتحمّل مسؤولية هذا النص.",
  start: (day) =>
    `في ما يلي بداية منشور آخر${day === null ? "" : `، بتاريخ ${day}`}. وهو ليس جزءًا من التقرير.`,
  whole: (day) => `في ما يلي منشور آخر${day === null ? "" : `، بتاريخ ${day}`}. وهو ليس جزءًا من التقرير.`,
  elided: (n, range, kind, source) =>
    `${statements(n)} غير معروضة هنا (الأرقام ${range})، كلها ${kind}${source === null ? "" : `، ومصدرها ${source}`}.`,
  namedSources: "مصادر مسمّاة",
  corrected: "صُحِّحت",
  show: "اعرض كلماتها الأولى",
  claim: "الادعاء كاملًا",
  editorsNote: "ملاحظة من محرّر:",
};

const note: Words["note"] = {
  attributed: (source) => `منسوبة إلى ${source}.`,
  attributedBy: (source, agency) => `منسوبة إلى ${source}، بحسب ${agency}.`,
  issuedBy: (paper, issuer) => `${paper} الصادر عن ${issuer}`,
  unnamed: (description) => `منسوبة إلى ${description}، من دون اسم.`,
  someoneUnnamed: "المصدر موصوف غير مسمّى.",
  carried: "ذُكر اسمه في جملة أخرى.",
  noSource: "لم يُذكر مصدر.",
  saidBy: (name) => `القائل: ${name}.`,
  missing: {
    UNNAMED_BARE: "يُفترض أن أحدًا ما يعلم؛ ولم يُسمَّ أحد.",
    SECOND_HAND: "نُقلت عن شخص لم يُسمَّ.",
    FIRST_HAND: "يقول الكاتب إنه رأى ذلك، ولا يمكن العثور عليه.",
    forecast: "يروي الكاتب ما سيحدث ولا يقول من أين عرف.",
    document: "ذُكرت وثيقة ولم تُعرض.",
    insider: "قيلت على أنها معلومة من الداخل.",
    uncertain: "قيلت على أنها ممكنة لا أكثر.",
    other: "لم يُسمَّ أحد.",
  },
  cutOff: "الصفحة نفسها تقطع الجملة.",
  narration: (publisher) => `لا يُسمّى أحد هنا؛ السارد ${publisher}.`,
  narrationUnknown: "لا يُسمّى أحد هنا.",
  opinion: "حكم الكاتب نفسه.",
  background: "لا تحتاج إلى مصدر.",
  override: (reason) => `اختار المحررون هذا التصنيف: ${reason}`,
  undated: (text) => `خطة بلا موعد. مفتوحة. لا يحدد ${quoted(text)} يومًا، فلا موعد يحلّ.`,
};

export const article: Words = {
  noneHere: "لا يوجد في هذه الصفحة.",
  legend: "معنى الخطوط",
  legendNote: "الخط يقول من يقف وراء العبارة. ولا يقول أبدًا هل العبارة صحيحة.",
  legendLink: "كيف نصنّف، مع أمثلة",
  unnamedPublisher: "هذه الصفحة",
  kicker,
  answer,
  lede,
  posts,
  strip,
  chain,
  excerpt,
  note,
};
