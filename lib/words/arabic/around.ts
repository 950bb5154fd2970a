import type { ReaderWords } from "#lib/words/english";

/** The language itself, and small sections: names that all screens share, what went wrong, and notes beside a page or a claim. */

export const language = "ar";
export const direction = "rtl";

export const common: ReaderWords["common"] = {
  name: "Onrecord",
  tagline: "يفرّق Onrecord بين ما نُسب إلى مصدر وما قيل فحسب.",
  skip: "انتقل إلى المحتوى",
  noVerdict: "لا حكم بعد",
};

export const errors: ReaderWords["errors"] = {
  unexpected: (reference) =>
    `حدث خطأ من جهتنا، ولم يُحفظ شيء. حاول مرة أخرى؛ وإذا تكرر ذلك فأعطِ المشرف هذا الرقم: \u2068${reference}\u2069.`,
  foreignOrigin: (origin) =>
    `أُرسل هذا النموذج من عنوان غير عنوان Onrecord، فلم يُنفَّذ شيء. افتح \u2068${origin}\u2069 وحاول مرة أخرى. وإذا لم يكن هذا عنوان Onrecord لديك، فعلى من يشغّله أن يضبط ONRECORD_URL.`,
  notFound: "هذا ليس هنا. ربما أُزيل، أو كُتب العنوان خطأ.",
  withdrawn: "نُشر هذا هنا ثم سُحب. وصفحته تقول متى ولماذا.",
  busy: "قاعدة البيانات مشغولة جدًا الآن، فلم يُحفظ شيء. حاول بعد قليل.",
  noRoom:
    "لم يبقَ مكان كافٍ على القرص، فلا يُستقبل شيء جديد. ما هو موجود يمكن قراءته. على المشرف أن يفسح مكانًا؛ وعندها يعود العمل من تلقاء نفسه.",
  unstorable: "في هذا حرف لا يمكن حفظه. احذفه أو اكتبه من جديد، ثم احفظ مرة أخرى.",
};

export const sentComplaints: ReaderWords["sentComplaints"] = {
  wholeWebAddress: "اكتب العنوان كاملًا، بادئًا بـ https:// أو http://",
  secretInAddress:
    "في هذا العنوان اسم وكلمة مرور. أعطِ العنوان من دونهما: لا تُقرأ إلا الصفحات المتاحة للجميع.",
  noReport: "قل ما الخطأ، في بضع كلمات",
  noSentClaim: "اكتب الادعاء، بالكلمات التي صادفته بها",
  longReport: "لا تتجاوز 4,000 حرف: اكتب الأهم",
  unstorable: "في هذا حرف لا يمكن حفظه. احذفه أو اكتبه من جديد.",
  longText: (most) => `لا تتجاوز ${most} حرفًا`,
  unreadable: "لا يمكن قراءة هذا",
};

export const joinedClaims: ReaderWords["joinedClaims"] = {
  heading: "ضُمّت إلى هذا الادعاء",
  lede: "وُجد أنها تقول الشيء نفسه.",
  away: "ضُمّ هذا الادعاء إلى ادعاء آخر يقول الشيء نفسه:",
  awayNote: "ما نُشر هنا يبقى أدناه كما نُشر.",
};

export const relatedClaims: ReaderWords["relatedClaims"] = {
  heading: "ادعاءات ذات صلة",
  lede: "ادعاءات أخرى منشورة هنا. وما يثبت لأحدها لا يحسم غيره.",
  topic: (name) => `كلاهما عن ${name}.`,
  template: (promise) => `كلاهما قيل بصيغة الوعد نفسه: ${promise}.`,
  words: "صياغتهما متقاربة: معظم كلماتهما واحدة. ولم ينظر أحد في أن معناهما واحد.",
};

export const cutOut: ReaderWords["cutOut"] = {
  heading: "منشورات من الصفحة نفسها",
  notFirst: "كان هذا المنشور تحت منشور آخر في الصفحة نفسها. والتقرير الذي فوقه لا يتحمّل مسؤوليته.",
  first: "كانت تحت هذا المنشور منشورات أخرى في الصفحة نفسها. والتقرير الذي فوقها لا يتحمّل مسؤوليتها.",
  above: "فوقه في الصفحة:",
  below: "تحته في الصفحة:",
};

export const lostPages: ReaderWords["lostPages"] = {
  heading: "صفحات سُحبت",
  made: (n) => (n === 1 ? "سُحبت صفحة قالت هذا الادعاء:" : "سُحبت صفحات قالت هذا الادعاء:"),
  page: (day) => `سُحبت في ${day}`,
  kicker: "ادعاء فقد صفحته",
  answer: (n) => (n === 1 ? "سُحبت الصفحة التي قالت هذا الادعاء." : "سُحبت الصفحات التي قالت هذا الادعاء."),
  lede: "لا تقوله صفحة أخرى، ولا حكم قائم عليه. وسبب سحب الصفحة مذكور في موضعها.",
};

export const publisherKinds: ReaderWords["publisherKinds"] = {
  AGENCY: "وكالة أنباء",
  NEWSROOM: "صحيفة أو قناة أو موقع إخباري",
  OFFICIAL: "موقع مؤسسة",
  BLOG: "مدونة",
  FORUM: "منتدى أو شبكة اجتماعية",
};

const two = (value: number): string => `\u200e${value.toFixed(2).replace("-", "−")}`;

export const publicAgreement: ReaderWords["publicAgreement"] = {
  title: "كم تتوقف تصنيفاتنا على من يعطيها",
  text: "يصنّف اثنان منا بعض الصفحات، ولا يرى أحدهما عمل الآخر؛ ثم يحسم ثالث ما اختلفا فيه. هذا مدى اتفاق الاثنين في الأشهر الاثني عشر الماضية: 1 دائمًا، و0 بقدر الصدفة. وبجانب كل رقم المدى الذي تقع فيه 95 من 100 عيّنة مثلها، وعدد العبارات التي قورنت.",
  notYet: (n) => `لم يُحسب بعد: ${n} من 10`,
  measures:
    "الرقم هو معامل ألفا لكريبندورف؛ وهو لمدى التأكد على قيم مرتبة. أما أي الكلمات عبارة، فالرقم هو نسبة ما حدده الاثنان معًا من كل ما حُدِّد.",
  field: "المجال",
  fields: {
    SPAN: "أي الكلمات عبارة",
    LABEL: "التصنيف",
    SOURCING: "من يقف وراءها",
    CERTAINTY: "مدى التأكد في الصياغة",
    TIME: "الزمن",
  },
  value: "الاتفاق",
  untold: {
    NOTHING: "لا يمكن القول: لم يُقارن شيء.",
    ONE_READER: "لا يمكن القول: لم يقرأ أحد ما قرأه غيره.",
    ONE_LABEL: "لا يمكن القول: أُعطيت قيمة واحدة فقط، فلا صدفة يُقارن بها.",
  },
  figure: (value, low, high, n) =>
    low === null || high === null
      ? `${two(value)} (العدد ${n})`
      : `${two(value)}، من ${two(low)} إلى ${two(high)} (العدد ${n})`,
};
