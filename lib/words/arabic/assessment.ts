import { ANALYSED } from "#lib/domain/assessment";
import type { ReaderWords } from "#lib/words/english";
import { count } from "./count";
import { listed } from "./lists";
import { languageName } from "./search-facets";

const analysed = listed(ANALYSED.map(languageName));

const language = (tag: string | null) => (tag === null ? "تعذّرت معرفة لغتها" : `لغتها ${languageName(tag)}`);

export const assessment: ReaderWords["assessment"] = {
  marked: (n) =>
    n === 0 ? "لم تُقيَّم أي عبارة في هذه الصفحة." : `حُدِّد منها: ${count(n, "statement")}؛ ولم يُقيَّم الباقي.`,
  otherLanguage: (tag) =>
    `${language(tag)}. لا نبحث عن العبارات إلا في صفحات لغتها ${analysed}، فلا يُعرض إلا ما حدده محرّر، ولا يُحسب شيء.`,
  takenForOther: "حُسبت صفحةً بلغة أخرى فلم يُبحث عن عباراتها: لا يُعرض إلا ما حدده محرّر، ولا يُحسب شيء.",
  cut: "هي أطول مما يُنظر فيه، فلا يُعرض إلا ما حُدِّد، ولا يُحسب شيء.",
  strip: (n) =>
    n === 1
      ? "العبارة الوحيدة التي حُدِّدت، مرسومة خطًا. وليست الصفحة كلها."
      : `العبارات التي حُدِّدت (${n})، مرسومة خطوطًا. وليست الصفحة كلها.`,
  stripWords: (n) => `من الصفحة بالترتيب: ${count(n, "statement")}؛ ولم يُقيَّم الباقي.`,
};
