import type { ReaderWords } from "#lib/words/english";
import { countOf } from "./count";

/** File names stand first on their lines and in a row of their own, so that they don't turn the words around them. */
export const evidencePack: ReaderWords["evidencePack"] = {
  link: "خذ الأدلة معك (ZIP)",
  linkNote: "سجل هذا الادعاء وصفحاته، مع برنامج نصي يتحقق منه من دوننا.",
  page: ({ title, url, publisher, version, fetchedAt }) =>
    [
      title,
      ...(publisher === null ? [] : [publisher]),
      ...(url === null ? [] : [url]),
      `النسخة ${version}، قُرئت في \u2068${fetchedAt}\u2069. العبارات التي حددها Onrecord، بترتيب الصفحة:`,
      "",
    ].join("\n"),
  readMe: ({ origin, slug, graph, verdict, pages, appearances, isWhole }) =>
    [
      "حزمة أدلة ادعاء",
      "",
      `${origin}/claims/${slug}`,
      "",
      "ما فيها",
      "",
      "node verify.mjs [KEPT]",
      "  يتحقق من كل هذا (Node.js 18 أو أحدث، ولا شيء غيره)",
      "claim.json",
      "  الادعاء وتاريخه وتصحيحاته وأحكامه السابقة",
      ...(graph === null
        ? ["  (لا يوجد claim.jsonld: لا يمكن التحقق من الادعاء في الوقت الحالي)"]
        : ["claim.jsonld", "  الادعاء للبرامج: schema.org، مع ClaimReview حيث يوجد حكم"]),
      ...(verdict === null
        ? ["  (لا حكم: لم ينشر أحد حكمًا)"]
        : ["verdict/record.json", "  الحكم مع أدلته كما نُشر، وبرهان ذلك"]),
      "pages/…/record.json",
      "  صفحة قيل فيها الادعاء: ما نُشر عنها، وبرهان ذلك",
      "pages/…/annotations.jsonld",
      "  عباراتها في مواضعها: W3C Web Annotations، محسوبة بنقاط Unicode",
      "pages/…/statements.txt",
      "  عباراتها، للقراءة",
      "heads.json",
      "  أحدث الرؤوس الموقّعة لسجل Onrecord",
      "SHA256SUMS",
      "  بصمات كل الملفات: sha256sum -c SHA256SUMS",
      "",
      "ما ليس فيها",
      "  الصفحات نفسها. يحتفظ Onrecord بما قرأه للتحقق، ولا يسلّم إلا العبارات المحددة. ويذكر كل سجل",
      "  عنوان الصفحة ولحظة قراءتها.",
      ...(isWhole
        ? []
        : [
            `  بعض الصفحات التي قيل فيها الادعاء. قيل في ${countOf(appearances, "statement")} إجمالًا؛ وصفحة الادعاء تذكرها.`,
          ]),
      "",
      "ما يمكن للتحقق أن يقوله",
      "  أن ما في السجلات هو ما نُشر، ومتى. لا أنه صحيح.",
      "  تُقارن التوقيعات بالمفتاح الذي في الحزمة. ومن صنع كل هذا من جديد كان بوسعه أن يضع مفتاحه:",
      "  احفظ في يوم ما يجيب به العنوان التالي، وأعطِ ذلك الملف لـ verify.mjs في يوم آخر:",
      `${origin}/record/heads`,
      "  عندها يقول أيضًا هل السجل امتداد لما كان عليه.",
      "",
      ...(pages.length === 0
        ? []
        : ["الصفحات", ...pages.map((page) => `${origin}/articles/${page.slug}`), ""]),
    ].join("\n"),
};
