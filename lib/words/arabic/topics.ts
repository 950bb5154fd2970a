import type { ReaderWords } from "#lib/words/english";
import { count } from "./count";
import { terms } from "./terms";

/** What readers meet of topics. */
export const topicPages: ReaderWords["topicPages"] = {
  label: "المواضيع",
  kicker: terms.things.topic.reader,
  title: "المواضيع",
  lede: "ما تدور حوله الصفحات والادعاءات المنشورة، كما وسمها المحررون. مرتبة بالاسم.",
  empty: "ليس لشيء مما نُشر موضوع بعد.",
  pages: "صفحات قائمة المواضيع",
  counts: (pages, claims) =>
    [...(pages > 0 ? [count(pages, "page")] : []), ...(claims > 0 ? [count(claims, "claim")] : [])].join(
      "، ",
    ),
  before: "أسماء سابقة",
  after: "أسماء لاحقة",
  answer: (name, counts) => `${name}: ${counts}.`,
  oneLede: "الصفحات والادعاءات المنشورة التي وسمها المحررون به، الأحدث نشرًا أولًا.",
  items: "صفحات قائمة هذا الموضوع",
  all: "كل المواضيع",
  gone: "لم يبقَ لشيء مما نُشر هذا الموضوع.",
  goneLede: "ما كان له هذا الموضوع سُحب، أو نُشر من جديد بمواضيع أخرى.",
};
