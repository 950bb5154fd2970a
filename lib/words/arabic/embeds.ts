import type { ReaderWords } from "#lib/words/english";
import { quoted } from "./lists";

export const embeds: ReaderWords["embeds"] = {
  number: (n) => `العبارة ${n}`,
  on: (title, page) => `في ${quoted(title)}. ${page}.`,
  published: (day) => `نُشر على Onrecord في ${day}.`,
  corrected: (day, reason) => `صُحِّح في ${day}: ${reason}`,
  more: {
    article: "اطّلع على كل عبارات هذه الصفحة على Onrecord",
    statement: "اطّلع على هذه العبارة في موضعها على Onrecord",
    claim: "اطّلع على الأدلة وأين قيل على Onrecord",
    gone: "اطّلع على ما جرى له على Onrecord",
    nothing: "إلى Onrecord",
  },
  line: {
    reported: "خط مستقيم",
    unnamed: "خط متقطع",
    unsourced: "خط متموّج",
    opinion: "خط منقّط",
    plain: "بلا خط",
  },
  lineNote: "الخط يقول من يقف وراء العبارة، لا هل هي صحيحة.",
  joinedTitle: "ضُمّ هذا الادعاء إلى ادعاء آخر.",
  changed: {
    kicker: "عبارة صُحِّحت",
    title: "تغيّر الكلام الذي كان هنا.",
    text: "نشر Onrecord هذه الصفحة من جديد، ولم يعد هذا الكلام فيها.",
  },
  nothing: {
    kicker: "لا شيء هنا",
    title: "لا شيء منشور في هذا العنوان.",
    text: "ربما كُتب خطأ. يمكن الوصول إلى ما نُشر على Onrecord.",
  },
  put: {
    summary: "ضع هذا في صفحتك",
    lede: "كلاهما يقول إذا صُحِّح أو سُحب: البطاقة من تلقاء نفسها، والنص عبر رابطه.",
    card: "بطاقة، من دون برامج نصية ولا ملفات تعريف ارتباط",
    text: "HTML بسيط، لتنشره نصًا في صفحتك",
    textHint: "يبقى كما هو هنا: انظر في الرابط قبل أن تنشره من جديد.",
    look: "انظر إلى البطاقة",
    which: {
      article: "هذه هي الصفحة مرسومة خطوطًا.",
      statement: (n) => `هذه هي العبارة ${n}.`,
      claim: "هذا هو الادعاء مع حكمه.",
    },
    number: (last) => `رقم عبارة، من 1 إلى ${last}`,
    choose: "اعرض ما يخص هذه العبارة",
    whole: "اعرض ما يخص الصفحة كلها",
  },
  oembed: {
    noAddress: (example) => `قل أي صفحة تعني: url هو عنوانها كاملًا، مثلًا \u2068${example}\u2069.`,
    size: (name) => `أعطِ ${name} عددًا صحيحًا من وحدات البكسل، من 1 إلى 99999.`,
    format: "اطلب format=json أو format=xml.",
    notOurs:
      "لا شيء منشور في هذا العنوان من عناويننا. العنوان الذي يمكن عرضه هو عنوان صفحة (\u2068/articles/…\u2069) أو عبارة فيها (\u2068/articles/…#s1\u2069) أو ادعاء (\u2068/claims/…\u2069).",
    unproven: "لا يمكن التحقق الآن مما في هذا العنوان، فلا يُسلَّم.",
  },
};
