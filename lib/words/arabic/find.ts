import type { ReaderWords } from "#lib/words/english";
import { count } from "./count";
import { listed, quoted } from "./lists";

type Words = ReaderWords["find"];

const pages: Words["pages"] = {
  title: "الصفحات",
  answer: (n) => (n === 0 ? "لم تُنشر أي صفحة بعد." : `الصفحات المنشورة: ${n}.`),
  lede: "كل صفحة قرأناها، الأحدث أولًا. خطوطها هي عباراتها بالترتيب: مستقيمة حيث يقف أحد وراء العبارة، ومتموّجة حيث لا أحد.",
  empty: "تظهر الصفحة هنا بعد أن يقرأها محرّر ثانٍ وينشرها.",
  pages: "صفحات قائمة الصفحات",
  published: (day) => `نُشرت هنا في ${day}`,
};

const search: Words["search"] = {
  title: "البحث",
  titleFor: (typed) => `بحث: ${typed}`,
  label: "ابحث في الصفحات والادعاءات",
  hint: "كلمات من عبارة، أو اسم، أو ناشر. ضع “الكلمات بين علامتي اقتباس” لتجدها متجاورة.",
  example: "ادعاء أو اسم أو ناشر",
  button: "ابحث",
  lede: "يشمل البحث كل ما نُشر: ما تقوله الصفحات، ومن قاله، ومن نشره، والادعاءات مع أحكامها. نتسامح مع نهايات الكلمات وأخطاء الكتابة الصغيرة. ويمكن تضييق النتائج بالتصنيف والمصدر والاسم واليوم.",
  results: (typed) => `البحث عن ${quoted(typed)}`,
  order: "الأحدث أولًا؛ وفي اليوم الواحد، الأقرب إلى ما كُتب.",
  none: (typed) => `لم يُعثر على شيء عن ${quoted(typed)}.`,
  nothingAsked: "ليس في ما كتبته حرف ولا رقم. اكتب كلمة للبحث عنها.",
  respelt: (typed, read) =>
    `لا شيء منشور يقول ${quoted(typed)}. هذا ما وُجد عن ${listed(read.map(quoted), "or")}.`,
  unknown: (typed) => `لا شيء منشور يقول ${quoted(typed)} أو كلمة تشبهها.`,
  together: "كل كلمة من هذه الكلمات منشورة، لكن لا توجد صفحة أو ادعاء يجمعها كلها. جرّب واحدة منها وحدها:",
  alone: "جرّب من دونها:",
  cut: "كتبت أكثر مما نبحث عنه: استُعملت الكلمات الاثنتا عشرة الأولى، وأُهملت كل كلمة تزيد على 64 حرفًا.",
  goOn: "كيف تتابع",
  fewer: "استعمل كلمات أقل، أو كلمة أخرى للشيء نفسه.",
  spelling: "راجع كتابة الأسماء؛ وجرّب بداية الكلمة الطويلة فقط.",
  lists: "أو تصفّح",
  allPages: "كل الصفحات",
  allClaims: "كل الادعاءات",
  or: "أو",
  where: "ابحث في",
  noneOfKind: {
    pages: "لا توجد صفحة فيها ذلك.",
    claims: "لا يوجد ادعاء فيه ذلك.",
    statements: "لا توجد عبارة فيها ذلك.",
  },
  inEverything: "ابحث في الصفحات والادعاءات",
  kind: { pages: "صفحة", claims: "ادعاء", statements: "عبارة" },
  moreLeft: (n) => `في هذه الصفحة بهذه المرشّحات أيضًا: ${count(n, "statement")}`,
  more: (n) => `في هذه الصفحة بهذه الكلمات أيضًا: ${count(n, "statement")}`,
  statement: (number) => `العبارة ${number}`,
  listName: "صفحات النتائج",
};

const neighbours: Words["neighbours"] = {
  name: { ARTICLE: "صفحات مجاورة", CLAIM: "ادعاءات مجاورة" },
  newer: "نُشر بعده",
  older: "نُشر قبله",
};

const origin: Words["origin"] = {
  read: (day) => `قرأنا هذه الصفحة في ${day}.`,
  link: (where) => `اقرأ الأصل في ${where}`,
};

export const find: Words = { pages, search, neighbours, origin };
