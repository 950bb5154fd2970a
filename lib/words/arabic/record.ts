import type { ReaderWords } from "#lib/words/english";
import { count, countOf } from "./count";
import { quoted } from "./lists";
import { readerNames, terms } from "./terms";

type Words = ReaderWords["record"];

const claim: Words["claim"] = {
  kicker: "ادعاء، بصياغة المحررين",
  title: (verdict, wording) => `${verdict}: ${wording}`,
  who: "من قاله",
  nobody: "لم يُسمَّ أحد",
  headed: (heading) => `؛ بعنوان ${quoted(heading)}`,
  where: "أين",
  asTeaser: "، مقتطفًا من منشور آخر",
  moreAppearances: (n) => `، و${count(n, "place")} أخرى`,
  when: "متى",
  noDate: "لا تذكر الصفحة تاريخًا",
  firstSeen: (day) => `؛ رأيناه أول مرة في ${day}`,
  source: "المصدر",
  sounds: readerNames(terms.certainty),
  said: "كما قيل",
  looked: "ما بحثنا عنه ولم نجده",
  evidence: "الأدلة",
  evidenceFor: "أدلة تؤيده",
  evidenceAgainst: "أدلة تخالفه",
  evidenceContext: "السياق",
  noneFor: "أدلة تؤيده: لم يُسجَّل شيء.",
  copyKept: (day) => `نحتفظ بنسخة من تلك الصفحة، أُخذت في ${day}. وهي لا تُعرض هنا.`,
  document: "وثيقة تحتفظ بها غرفة الأخبار. وهي لا تُعرض هنا.",
  documentFrom: "مصدرها:",
  documentHash: "بصمتها SHA-256، وبها تُعرف أي نسخة منها:",
  linkGone: (since) =>
    `لا يؤدي هذا الرابط إلى أي صفحة منذ ${since}: يقول خادمه إنها غير موجودة. وهذه الملاحظة ليست جزءًا مما نُشر.`,
  sourceKinds: readerNames(terms.evidence),
  archived: "نسخة مؤرشفة",
  inPdf: (first, last) =>
    first === last
      ? `ورد الاقتباس في الصفحة ${first} من ملف PDF ذاك.`
      : `ورد الاقتباس في الصفحات من ${first} إلى ${last} من ملف PDF ذاك.`,
  noneAgainst: "أدلة تخالفه: لم يُسجَّل شيء.",
  unknown: "ما لا نعرفه",
  places: "المواضع التي ظهر فيها",
  firstPlaces: "المواضع الأولى",
  morePlaces: "مواضع أخرى",
  appeared: "أين ظهر",
  lookedFor: "ما بُحث عنه",
  place: "أين",
  day: "متى",
  result: "النتيجة",
  nothingFound: "لم يُعثر على شيء",
  appearedPlace: "الموضع",
  dated: "التاريخ",
  undated: "بلا تاريخ",
  firstSeenHere: "رأيناه أول مرة",
  labelled: "التصنيف",
  belowAnother: (publisher) => `${publisher}، تحت منشور آخر`,
  unnamedPage: "صفحة من دون اسم ناشرها",
};

const verdict: Words["verdict"] = {
  heading: (day) => `الحكم، ${day}`,
  none: "الحكم",
  noneYet: "لم ينشر أحد حكمًا على هذا الادعاء. تصنيفه يقول من يقف وراءه، ولا شيء غير ذلك.",
  earlier: (day) => `حكم سابق، حلّ محله غيره في ${day}`,
  published: (day) => `حكم بتاريخ ${day}.`,
};

const credits: Words["credits"] = {
  whole: (writers, publisher) =>
    `الكتابة: ${writers}. القراءة والنشر: ${publisher}، من دون المشاركة في الكتابة.`,
  part: (parts, writers, reader) => `${parts}: الكتابة ${writers}، والقراءة ${reader}.`,
  statements: (n, numbers) => `${n === 1 ? "العبارة" : "العبارات"} ${numbers}`,
  wordings: (n) => (n === 1 ? "صياغة ادعاء" : "صياغات ادعاءات"),
  parts: {
    unknowns: "ما لا نعرفه",
    verdict: "الحكم",
    evidence: "الأدلة",
    joined: "ما ضُمّ إليه",
    searches: "عمليات البحث",
    page: "ما صُحِّح من بيانات الصفحة",
    topics: "المواضيع",
  },
  upstream: "من أين أُخذ النص",
  publishedBy: (publisher) => `النشر: ${publisher}.`,
  guideline: (number) => `جرى التصنيف وفق النسخة ${number} من دليلنا.`,
  nobodyReadAll: "لم يقرأ الكل أحد ممن لم يشارك في الكتابة.",
  readBlind: (readers) => `عدد من صنّفوها أولًا، كل منهم من دون أن يرى ما قاله الآخر: ${readers}.`,
  readBlindAlike: (readers, same, of) =>
    `عدد من صنّفوها أولًا، كل منهم من دون أن يرى ما قاله الآخر: ${readers}. ومن أصل ${countOf(of, "statement")} حددها كلاهما، عدد ما نال منهما التصنيف نفسه: ${same}.`,
  notReadBlind: "لم تُقرأ قراءة عمياء: من قرأها رأى ما كُتب.",
};

const about: Words["about"] = {
  heading: "عن هذا السجل",
  readBy: "قرأه",
  changes: "تغييرات الصفحة",
  seenOnce: (day) => `رأيناها مرة واحدة، في ${day}. ولم ننظر إليها بعد ذلك.`,
  seen: (n, isAll, last) =>
    `نظرنا إليها ${isAll ? "" : "على الأقل "}${countOf(n, "time")}، آخرها في ${last}.`,
  noChange: "لم نرَ أي تغيير.",
  changedOn: (days) => `تغيّرت في ${days}.`,
  changedOften: (n, isAll, last) =>
    `تغيّرت ${isAll ? "" : "على الأقل "}${countOf(n, "time")}، آخرها في ${last}.`,
  isOfShown: "هذا السجل عن النسخة التي رأيناها آخر مرة.",
  isOfEarlier: (version) => `هذا السجل عن النسخة ${version}؛ وما رأيناه آخر مرة نسخة أخرى.`,
  gone: "عندما نظرنا آخر مرة لم تكن هناك صفحة في عنوانها.",
  moved: "عندما نظرنا آخر مرة كان عنوانها يؤدي إلى عنوان آخر.",
  allStand: "جميع عبارات هذا السجل ترد فيها بالكلمات نفسها.",
  notCompared: "لم تُقارَن النسختان.",
  original: "الأصل",
  originalLink: (publisher) => `الصفحة لدى ${publisher}`,
  noAddress: "وصلتنا نصًا من دون عنوان",
  sample: "مثال من Onrecord نفسه، أُعطي نصًا",
  corrections: "التصحيحات",
  none: "لا شيء",
  correctionOf: (day, reason) => `${day}: ${reason}`,
};

const since: Words["since"] = {
  heading: "ما كان في الصفحة من قبل",
  lede: "وردت هذه العبارات في الصفحة عندما قُرئت. وأحدث نسخة رأيناها لا تضمها، أو تضمها بكلمات أخرى.",
  none: "لا نعرف عبارة من هذا السجل حُذفت أو تغيّرت كلماتها في أحدث نسخة رأيناها.",
  kinds: {
    REMOVED: (day) => `لا ترد منذ ${day}.`,
    REWORDED: (day) => `ترد بكلمات أخرى منذ ${day}.`,
    AROUND: (day) => `كلماتها نفسها باقية، والجملة التي حولها تغيّرت منذ ${day}.`,
  },
  atLeast: "وقد يكون ذلك منذ وقت أبعد: لم تُقارَن النسخ الأسبق.",
  more: (n) => `وحُذف أو تغيّرت كلماته ولم يُذكر هنا: ${count(n, "statement")}.`,
  standing: (n) => `يرد فيها بالكلمات نفسها: ${count(n, "statement")}.`,
  unclear: (n) => `لا يمكن معرفة ما آل إليه: ${count(n, "statement")}.`,
  otherRules: "قُسّمت النسختان وفق نسختين مختلفتين من قواعدنا، فقد يكون بعض هذا من صنعنا.",
};

/** What was done, in verbal nouns: they need no gender of whoever did it. */
const done: Readonly<Record<string, (n: number) => string>> = {
  "version.store": () => "استلام الصفحة واقتراح عباراتها.",
  "review.open": () => "بدء القراءة.",
  "review.takeOver": () => "انتقال العمل إلى محرّر آخر.",
  "review.submit": () => "تسليمها للنشر.",
  "review.return": () => "إعادتها للتعديل.",
  "review.publish": () => "النشر.",
  "review.withdraw": () => "السحب.",
  "suggestion.accept": (n) => `قبول ${countOf(n, "suggestion")}.`,
  "suggestion.acceptSure": () => "قبول جميع الاقتراحات المؤكدة.",
  "suggestion.giveSureBack": () => "التراجع عمّا قُبل على أنه مؤكد.",
  "suggestion.reject": (n) => `رفض ${countOf(n, "suggestion")}.`,
  "suggestion.undo": (n) => `التراجع عن ${countOf(n, "decision")}.`,
  "statement.add": (n) => `تحديد ${countOf(n, "statement")} يدويًا.`,
  "statement.edit": (n) => `تغيير ${countOf(n, "statement")}.`,
  "statement.remove": (n) => `حذف ${countOf(n, "statement")}.`,
  "statement.restore": (n) => `إعادة ${countOf(n, "statement")}.`,
  "statement.link": (n) => `ربط ${countOf(n, "statement")} بادعاء.`,
  "match.affirm": (n) => `تأكيد ${countOf(n, "match")} مع ادعاء.`,
  "match.refuse": (n) => `رفض ${countOf(n, "match")} مع ادعاء.`,
  "match.undo": (n) => `التراجع عن ${countOf(n, "decision")} في المطابقة.`,
  "outcome.record": (n) => `تسجيل ما آل إليه ${countOf(n, "promise")}.`,
  "outcome.reopen": (n) => `إعادة فتح ${countOf(n, "promise")}.`,
  "template.join": (n) => `ضم ${countOf(n, "promise")} إلى صيغة أخرى.`,
  "template.part": (n) => `إبقاء ${countOf(n, "promise")} خارج أي صيغة.`,
  "template.leave": (n) => `ترك تحديد الصيغة للآلة: ${countOf(n, "promise")}.`,
  "annotation.write": (n) => `كتابة ${countOf(n, "note")}.`,
  "claim.create": () => "صياغة الادعاء.",
  "claim.edit": () => "إعادة صياغة الادعاء.",
  "claim.merge": () => "ضمه إلى ادعاء آخر.",
  "claim.part": () => "فصله عن ادعاء آخر.",
  "evidence.add": (n) => `إضافة ${countOf(n, "evidence")}.`,
  "evidence.remove": (n) => `حذف ${countOf(n, "evidence")}.`,
  "search.add": (n) => `تسجيل ${countOf(n, "search")} بلا نتيجة.`,
  "search.remove": (n) => `حذف ${countOf(n, "search")}.`,
  "topic.add": (n) => `إضافة ${countOf(n, "topic")}.`,
  "topic.remove": (n) => `حذف ${countOf(n, "topic")}.`,
  "verdict.write": () => "كتابة الحكم.",
};

const history: Words["history"] = {
  heading: "التاريخ",
  entries: (n) =>
    `${count(n, "entry")}، الأحدث أولًا. يحمل كل قيد بصمة القيد الذي قبله، فلا يمكن تغيير أي منها من دون أن يُلاحظ.`,
  proof: {
    VERIFIED: "تم التحقق.",
    BROKEN:
      "لا يمكن التحقق من هذه الصفحة: ما يُعرض أو تاريخه ليس ما سُجّل. لا تثق بشيء فيها إلى أن توضح غرفة الأخبار الأمر.",
    UNCHECKED: "لم يتم التحقق بعد: يجري فحص السجل في الخلفية.",
  },
  short: (n) => `${count(n, "entry")}. آخرها:`,
  empty: "لا قيود بعد.",
  show: "اعرض القيود",
  marks: "البصمات كاملة",
  how: "كيف تتحقق من التاريخ",
  done: (action, n) => done[action]?.(n) ?? null,
  editor: "محرّر",
  system: "Onrecord",
};

export const record: Words = { claim, verdict, credits, about, since, history };
