import type { ReaderWords } from "#lib/words/english";
import { count, countOf } from "./count";
import { quoted } from "./lists";

const results: ReaderWords["promises"]["results"] = {
  HAPPENED: "حدث",
  DID_NOT_HAPPEN: "لم يحدث",
  PARTLY: "حدث جزئيًا",
  UNRESOLVABLE: "لا يمكن القول هل حدث",
};

export const promises: ReaderWords["promises"] = {
  line: {
    OPEN: (day) => `مفتوح حتى ${day}.`,
    DUE: "يحلّ موعده اليوم.",
    DUE_UNTIL: (day) => `موعده الآن، حتى ${day}.`,
    OVERDUE: (day) => `فات موعده في ${day}. لم يُسجَّل شيء بعد.`,
    UNDATED: "وعد بلا يوم.",
  },
  undated: (text) => `${quoted(text)}: بلا يوم`,
  results,
  outcome: (result, day) =>
    result === "UNRESOLVABLE" ? `${results[result]}، حتى ${day}.` : `${results[result]}. معلوم منذ ${day}.`,
  evidence: (publisher, day) => `الناشر: ${publisher}، ${day}`,
  page: "الصفحة",
  snapshot: (mark) => `نحتفظ بنسخة من تلك الصفحة (SHA-256 ${mark}…).`,
  note: (name, day) => `ملاحظة المحرّر ${name}، ${day}:`,
  recorded: (name, day) => `سجّله ${name} في ${day}.`,
};

type Ledger = ReaderWords["promiseLedger"];

const states: Ledger["states"] = {
  all: "الكل",
  open: "مفتوحة",
  due: "موعدها الآن",
  overdue: "فات موعدها",
  happened: "حدثت",
  "did-not-happen": "لم تحدث",
  partly: "جزئيًا",
  "cannot-be-told": "لا يمكن القول",
  undated: "بلا يوم",
  resolved: "مسجّلة",
};

const titles: Ledger["titles"] = {
  all: "الوعود",
  open: "الوعود المفتوحة",
  due: "الوعود التي موعدها الآن",
  overdue: "الوعود التي فات موعدها",
  happened: "الوعود التي حدثت",
  "did-not-happen": "الوعود التي لم تحدث",
  partly: "الوعود التي حدثت جزئيًا",
  "cannot-be-told": "الوعود التي لا يمكن القول هل حدثت",
  undated: "الوعود التي بلا يوم",
  resolved: "الوعود التي سُجّل ما آلت إليه",
};

const counted: Ledger["counted"] = {
  all: "كل وعد في صفحة منشورة، الأحدث موعدًا أولًا.",
  open: "آخر يوم هو اليوم أو لم يأتِ بعد، ولم يُسجَّل شيء. الأقرب موعدًا أولًا.",
  due: "من المفتوحة، ما كان ليوم أو أيام منها اليوم. الأقرب نهايةً أولًا.",
  overdue: "مضى آخر يوم، ولم يسجّل أحد ما حدث. التقويم لا يقول أكثر من ذلك. الأحدث موعدًا أولًا.",
  happened: "سجّل إنسان، بدليل، أنها حدثت. الأحدث موعدًا أولًا.",
  "did-not-happen": "سجّل إنسان، بدليل، أنها لم تحدث. الأحدث موعدًا أولًا.",
  partly: "سجّل إنسان، بدليل، أن جزءًا منها حدث. الأحدث موعدًا أولًا.",
  "cannot-be-told": "سجّل إنسان، مع السبب، أنه لا يمكن القول هل حدثت. الأحدث موعدًا أولًا.",
  undated: "لم يُذكر يوم، فلا موعد يحلّ. لم يُسجَّل شيء.",
  resolved: "سجّل إنسان ما آلت إليه. الأحدث موعدًا أولًا.",
};

export const promiseLedger: Ledger = {
  title: "الوعود",
  titles,
  states,
  counted,
  answer: (title, n, most) => `${title}: ${n > most ? `أكثر من ${most}` : n}`,
  count: (n, most) => (n > most ? `${most}+` : String(n)),
  lede: "كل ما وعدت به الصفحات المنشورة ليوم، وما آل إليه. التقويم يقول متى يحلّ موعد الوعد؛ ولا يقول ما حدث، وبأي دليل، إلا إنسان.",
  where: "أين تقف الوعود",
  list: "أجزاء هذه القائمة",
  previous: "الجزء السابق",
  next: "التالي",
  saying: (typed) => `التي تقول ${quoted(typed)}`,
  by: (name) => `من ${name}`,
  on: (name) => `لدى ${name}`,
  between: (from, to) => `وموعدها من ${from} إلى ${to}`,
  since: (day) => `وموعدها ${day} أو بعده`,
  until: (day) => `وموعدها ${day} أو قبله`,
  when: (said, promised) =>
    `${said === null ? "قيل في يوم غير معروف" : `قيل في ${said}`}، ${promised === null ? "من دون يوم" : `والموعد ${promised}`}`,
  claim: "الادعاء",
  empty: "لا صفحة منشورة تَعِد بشيء بعد.",
  none: "لم يُعثر على شيء بهذه المرشّحات.",
  beyond: "تنتهي القائمة هنا.",
  clear: "أزل المرشّحات",
  broken: (fields) =>
    `تعذّرت قراءة ${countOf(fields.length, "filter")}، فلا أثر لها: ${fields.join("، ")}. يُكتب اليوم هكذا: 2026-12-31.`,
  filter: {
    label: "ضيّق القائمة",
    q: "كلمات الوعد",
    publisher: "الناشر",
    speaker: "من وعد به",
    from: "آخر يوم من",
    to: "آخر يوم إلى",
    state: "الحال",
    submit: "اعرض",
    hint: "تُقارن الأسماء كاملة، بلا اعتبار للأحرف الكبيرة والعلامات.",
  },
  all: "كل الوعود",
};

const times = (n: number) => countOf(n, "time");

export const promiseTemplates: ReaderWords["promiseTemplates"] = {
  kicker: (n) => (n === 1 ? "وعد قيل مرة واحدة حتى الآن" : "وعد يتكرر"),
  slots: { DATE: "تاريخ", AMOUNT: "مقدار", PLACE: "مكان" },
  title: (n) => `الوعد نفسه، ${times(n)}`,
  many: (n) => `أكثر من ${n} مرة`,
  promised: (often, since) => (since === null ? `وُعد به ${often}.` : `وُعد به ${often} منذ ${since}.`),
  before: (often, since) =>
    since === null ? `وُعد به من قبل ${often}.` : `وُعد به من قبل ${often} منذ ${since}.`,
  once: "مرة واحدة",
  times,
  fellDue: (n, all) =>
    n === 0
      ? "لم يمضِ أي موعد بعد"
      : n === all
        ? n === 1
          ? "مضى موعده"
          : `حلّت مواعيدها كلها (${n})`
        : `حلّ موعد ${n}`,
  happened: (n) => (n === 0 ? "لم يُسجَّل أنه حدث" : `حدث ${n}`),
  partly: (n) => `حدث ${n} جزئيًا`,
  didNot: (n) => `لم يحدث ${n}`,
  untold: (n) => `لا يمكن القول في ${n}`,
  overdue: (days, n) =>
    n === 1
      ? `فات موعد واحد من دون تسجيل شيء، منذ ${countOf(days, "day")}.`
      : `فات موعد ${n} من دون تسجيل شيء؛ نصفها منذ ${countOf(days, "day")} أو أكثر (الوسيط).`,
  see: "كل مرة وُعد به فيها",
  often: (often) => `وُعد به ${often}`,
  cut: (n) => `قيل أكثر من ذلك؛ الأرقام والرسم عن آخر ${n}.`,
  picture: "الوعد يتحرك مع التقويم",
  table: "كل مرة قيل فيها",
  caption: "المرات، الأحدث أولًا",
  columns: {
    said: "قيل في",
    promised: "الموعد",
    ahead: "أيام مسبقًا",
    who: "من قاله",
    where: "أين",
    state: "ما آل إليه",
  },
  unknownDay: "يوم غير معروف",
  noDay: "بلا يوم",
  nobody: "لم يُسمَّ أحد",
  statement: (page) => `العبارة في ${page}`,
  unnamedPage: "صفحة من دون ناشر",
  axisPromised: "اليوم الموعود",
  axisSaid: "يوم قيل",
  today: (day) => `اليوم، ${day}`,
  drawn: (n, from, to) =>
    `${count(n, "time")} بين ${from} و${to}، كل منها بحسب يوم قولها وآخر يوم وُعد به. في الجدول أدناه كل التواريخ.`,
  legend:
    "كل دائرة مرة قيل فيها الوعد: أفقيًا يوم القول، وعموديًا آخر يوم موعود. تحت خط اليوم يكون الموعد قد مضى. ممتلئة: حدث، أو حدث جزئيًا. مشطوبة: لم يحدث. متقطعة: لم يأتِ بعد.",
  undrawn: (n) => `بلا يوم، فلا يمكن رسمها: ${count(n, "time")}.`,
  few: (n) => `لا تُذكر نسبة مئوية: ${count(n, "time")} أقل من أن تُحسب منها نسبة (لا نذكر نسبة دون 10).`,
  sameHeading: "ما الذي يُعدّ الوعد نفسه",
  same: "تُحذف الكلمات التي تقول من القائل، كما حددها المحررون، والتواريخ والأوقات والمقادير والأماكن؛ وما بقي يجب أن يكون نفسه، بترتيبه، أيًا كانت صيغ الكلمات. تفعل الآلة ذلك وحدها؛ وما أنتجته جزء مما رآه محرّر ثانٍ ونشره مع كل مرة. ولا تكون هنا مرة بكلمات أخرى إلا إذا ضمّها محرّر: ويقول الجدول من هو.",
  overdueMeaning:
    "يحلّ موعد الوعد عندما ينقضي آخر يوم له. ويكون قد فات موعده ما دام أحد لم يسجّل ما حدث: التقويم لا يقول أكثر من ذلك. ويُحسب الوسيط بالأيام الكاملة من ذلك اليوم إلى اليوم.",
  list: "أجزاء هذا الجدول",
  ledger: "كل الوعود",
  by: (name) => `ضمّها ${name}، وهي بكلمات أخرى`,
};
