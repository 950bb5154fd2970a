import type { SourceKind } from "#lib/domain/claims";
import type {
  Factuality,
  ProvenanceKind,
  ReaderLabel,
  SegmentType,
  Sourcing,
  SpeakerKind,
} from "#lib/domain/labels";
import type { VerdictMeaning } from "#lib/domain/scale";
import type { ReaderWords } from "#lib/words/english";

/** The one list of what things are called in Arabic. All sentences take their words from here. */

type Term = ReaderWords["terms"]["labels"]["REPORTED"];
type Group<Code extends string> = Readonly<Record<Code, Term>>;

/** The desk has no Arabic names of its own. */
const term = (name: string, meaning: string): Term => ({ editor: name, reader: name, meaning });

const labels: Group<ReaderLabel> = {
  REPORTED: term(
    "منسوب إلى مصدر",
    "ذُكر اسم مصدر يمكن العثور عليه: شخص أو جهة أو وثيقة أو وسيلة إعلام أخرى. هذا لا يعني أن الكلام صحيح.",
  ),
  REPORTED_UNNAMED: term(
    "منسوب، والمصدر غير مسمّى",
    "وُصف المصدر بما يكفي ليُعرف من أين له أن يعلم، ولم يُذكر اسمه. هذا لا يعني أن الكلام صحيح.",
  ),
  UNSOURCED_SPECULATION: term(
    "تكهّن بلا مصدر",
    "لا يقف وراءه أحد يمكن العثور عليه. هذا لا يعني أن الكلام غير صحيح.",
  ),
  OPINION: term("رأي", "حكم الكاتب أو نصيحته. ليس فيه ما يُنسب إلى مصدر."),
  UNSOURCED_ASSERTION: term(
    "سرد",
    "بلا خط. يرويه الناشر بلسانه ولا يسمّي أحدًا. هذا لا يعني أنه صحيح ولا أنه غير صحيح.",
  ),
  BACKGROUND: term("خلفية", "بلا خط. معلومة معروفة للجميع أو تعريف؛ لا تحتاج إلى مصدر."),
};

const sourcing: Group<Sourcing> = {
  NAMED_PERSON: term("شخص ذُكر اسمه", "ذُكر اسم شخص يمكن سؤاله."),
  NAMED_ORGANIZATION: term("جهة ذُكر اسمها", "مؤسسة أو وفد أو الناطق باسمهما."),
  DOCUMENT: term("وثيقة", "شيء مكتوب يمكن للقارئ أن يجده، أو تقول وسيلة الإعلام إنها اطّلعت عليه."),
  MEDIA_REPORT: term("وسيلة إعلام أخرى", "ذُكرت وسيلة إعلام أخرى مصدرًا."),
  UNNAMED_QUALIFIED: term("موصوف غير مسمّى", "لم يُذكر اسم، لكن يُعرف من أين له أن يعلم: «مسؤول كبير»."),
  UNNAMED_BARE: term("لا اسم ولا وصف", "يُفترض أن أحدًا ما يعلم: «تقول مصادر»، «سمعنا أن»."),
  SECOND_HAND: term("منقول عن شخص آخر", "يروي أحدهم ما قاله غيره."),
  FIRST_HAND: term("يقول إنه رآه بنفسه", "كاتب بلا اسم، أو باسم مستعار، يقول إنه رأى الأمر."),
  NONE: term("لم يُسمَّ أحد", "يقوله الكاتب بنفسه: سردًا أو شائعة أو رأيًا."),
  NOT_NEEDED: term("لا يحتاج إلى مصدر", "معلومة معروفة للجميع، أو معنى كلمة."),
};

const certainty: Group<Factuality> = {
  "CT+": term("يبدو مؤكدًا", "قيل على أنه واقع."),
  "PR+": term("يبدو مرجّحًا", "قيل على أنه مرجّح."),
  "PS+": term("يبدو ممكنًا", "قيل على أنه ممكن لا أكثر: «ربما»، «قد»."),
  "CT-": term("يبدو نفيه مؤكدًا", "قيل على أنه لم يقع بالتأكيد."),
  "PR-": term("يبدو نفيه مرجّحًا", "قيل على أنه مستبعد."),
  "PS-": term("يبدو نفيه ممكنًا", "قيل على أنه ربما لم يقع."),
  CTu: term("لا يقول هل الأمر كذلك", "هناك من يعلم، والصفحة لا تقول ماذا."),
  Uu: term("لا يقول مدى التأكد", "من يرويه لا يقول فيه شيئًا من عنده."),
};

const parts: Group<SegmentType> = {
  HEADLINE: term("العنوان", "عنوان مقال هذه الصفحة والأسطر التي تحته."),
  DATELINE: term("الكاتب والتاريخ", "من كتبه ومتى ولأي وكالة."),
  BODY: term("نص المقال", "ما يقوله المقال نفسه."),
  CAPTION: term("تعليق الصورة", "كلام يصف صورة، ومن التقطها."),
  CHROME: term("القوائم والأزرار", "ما يخص الموقع لا المقال: القوائم والمشاركة والإعلانات."),
  TEASER: term("مقتطف من منشور آخر", "عنوان منشور آخر أو كلماته الأولى، وله تاريخ خاص به."),
  COMMENT: term("تعليق قارئ", "ما كتبه القراء تحت المقال."),
};

const sources: Group<SpeakerKind> = {
  PERSON: term("شخص ذُكر اسمه", "إنسان معروف الاسم."),
  ORGANIZATION: term("جهة ذُكر اسمها", "مؤسسة أو شركة أو وفد."),
  DOCUMENT: term("وثيقة مذكورة، لا نسخة منها هنا", "شيء مكتوب لا نملك نسخة منه."),
  MEDIA: term("وسيلة إعلام أخرى", "صحيفة أو قناة أو وكالة أو موقع."),
  UNNAMED: term("موصوف غير مسمّى", "شخص لم يُذكر اسمه."),
  PSEUDONYM: term("اسم مستعار", "اسم غير حقيقي."),
};

const verdicts: Group<VerdictMeaning> = {
  SUPPORTED: term("تؤيده الأدلة", "ما وُجد يؤيده."),
  CONTRADICTED: term("تخالفه الأدلة", "ما وُجد يخالفه."),
  MIXED: term("أدلة متباينة", "بعض ما وُجد يؤيده وبعضه يخالفه."),
  NO_EVIDENCE_FOUND: term("لم يُعثر على دليل", "هذا لا يعني أن الادعاء غير صحيح، بل يعني أن أحدًا لم يثبته."),
  UNRESOLVED: term("لم يُحسم", "ما وُجد لا يحسم الأمر."),
  OUTDATED: term("انقضى زمنه", "صدر الحكم عن زمن انقضى."),
};

const uses: Group<ProvenanceKind> = {
  REPOSTS: term("إعادة نشر", "معظم أحد النصين يرد في الآخر حرفيًا."),
  QUOTES: term("اقتباس", "جمل كاملة منه ترد هنا بين غيرها."),
  PARAPHRASES: term("إعادة صياغة", "يقول الشيء نفسه بكلمات أخرى."),
  SUMMARISES: term("تلخيص", "يقول الشيء نفسه، وأقصر بكثير."),
  CITES: term("ذكر المصدر", "يذكره مصدرًا، ولا يأخذ من كلماته شيئًا."),
};

const evidence: Group<SourceKind> = {
  PRIMARY: term("دليل أولي", "الشيء نفسه: محضر أو قانون أو أرقام أو تسجيل أو كلام من كان حاضرًا."),
  SECONDARY: term("دليل ثانوي", "يروي عن الشيء: تقرير أو ملخص أو دراسة لأرقام غيره."),
};

const things = {
  statement: term("عبارة", "كلام في صفحة يقول شيئًا عن العالم."),
  claim: term("ادعاء", "جملة واحدة يمكن التحقق منها وحدها. تقولها الصفحات، كلٌّ بكلماتها."),
  label: term("تصنيف", "من يقف وراء عبارة، في كلمة. لا يقول أبدًا هل هي صحيحة."),
  sourcing: term("من يقف وراءها", "من يقف وراء العبارة. التصنيف يتبع ذلك."),
  certainty: term("مدى التأكد في الصياغة", "كم يبدو من يروي العبارة واثقًا. هذا لا يقول شيئًا عمّن يقف وراءها."),
  speaker: term("مصدر", "الشخص أو الجهة أو الوثيقة التي تُنسب إليها العبارة."),
  cue: term("ألفاظ النسبة", "«قال»، «وافق»، «بحسب»: ما يصل المصدر بما قاله."),
  steps: term("خطوات إلى الوراء", "كم يدًا مرّت بها: الوكالة التي تنقل بيانًا واحدة منها."),
  verdict: term("حكم", "ما توصّل إليه الناس لاحقًا بشأن ادعاء، مع الأدلة. لا يغيّر التصنيف أبدًا."),
  correction: term("تصحيح", "تبيّن خطأ في شيء منشور، فنُشر من جديد مع السبب."),
  topic: term("موضوع", "ما تدور حوله صفحة أو ادعاء، بكلمات قليلة اختارها المحررون."),
} satisfies ReaderWords["terms"]["things"];

export const terms = { things, labels, sourcing, certainty, parts, sources, uses, verdicts, evidence };

export const readerNames = <Code extends string>(group: Group<Code>) =>
  // The keys are those of the group, which Object.entries gives as plain strings.
  Object.fromEntries(Object.entries<Term>(group).map(([code, { reader }]) => [code, reader])) as Readonly<
    Record<Code, string>
  >;

export const termsPage: ReaderWords["termsPage"] = {
  title: "معاني كلماتنا",
  answer: "كلمة واحدة للشيء الواحد، في كل صفحة.",
  lede: "يرى القراء والمحررون السجل نفسه.",
  link: "ماذا تعني هذه الكلمات؟",
  columns: { reader: "ما يراه القراء", editor: "في غرفة التحرير", meaning: "معناه" },
  same: "نفسه",
  groups: {
    things: "الأشياء",
    labels: "التصنيفات",
    sourcing: "من يقف وراء العبارة",
    certainty: "مدى التأكد في الصياغة",
    parts: "أجزاء الصفحة",
    sources: "أنواع المصادر",
    uses: "ما تفعله صفحة بنص غيرها",
    verdicts: "الأحكام",
    evidence: "أنواع الأدلة",
  },
};
