/** Words for made pages, written for training: what sites put around an article, in three languages. */
export interface Words {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly sites: readonly string[];
  readonly menu: readonly string[];
  readonly names: readonly string[];
  readonly dates: readonly string[];
  /** `{NAME}` and `{DATE}` stand for one of the above. */
  readonly bylines: readonly string[];
  readonly credits: readonly string[];
  readonly share: readonly string[];
  readonly related: readonly string[];
  readonly comments: readonly string[];
  readonly noComments: readonly string[];
  readonly remarks: readonly string[];
  readonly legal: readonly string[];
  readonly bios: readonly string[];
}

export const ENGLISH: Words = {
  lang: "en",
  dir: "ltr",
  sites: "Tigris Desk|Mada Wire|Coinwise Corner|Valley Voice|Dinar Lookout|Northern Post|City Ledger".split(
    "|",
  ),
  menu: "Home|About|Contact|Politics|World|Business|Sport|Opinion|Archive|Sign in|Subscribe|Advertise".split(
    "|",
  ),
  names:
    "Anna Whitfield|Marcus Oyelaran|Dilan Karim|Jo Ferrante|Priya Raman|Delta Ray|zed|KurdVoice|lucky13".split(
      "|",
    ),
  dates: "Friday, July 26, 2024|March 3, 2023|14 May 2025|2024-11-02|Oct 9, 2022 at 4:10 PM|11/28/2016".split(
    "|",
  ),
  bylines:
    "By {NAME}|By {NAME} | {DATE}|{DATE}|Published {DATE}|Posted by {NAME} on {DATE}|{NAME}, {DATE}|Updated: {DATE}|{DATE} - World - Mada Wire|{DATE} | Politics Number of readings: 192".split(
      "|",
    ),
  credits: "Photo by {NAME}|Image: Handout|A view of the square. Photo: {NAME}|{NAME} / Getty Images".split(
    "|",
  ),
  share: "Share|Share this post|Tweet|Email This|Share to Facebook|Print|Copy link|WhatsApp".split("|"),
  related:
    "Related|Popular Posts|You may also like|More stories|Most read|Latest news|Recent Posts|Read next".split(
      "|",
    ),
  comments: "Comments|3 comments:|12 Comments|Leave a reply|What readers say".split("|"),
  noComments: "No comments:|Post a Comment|0 Comments|Be the first to comment".split("|"),
  remarks: [
    "Heard this before and nothing came of it.",
    "Praying it is true this time!!",
    "Great article, thank you for posting.",
    "lol sure, I'll believe it when I see it",
    "Why does nobody ask who paid for it?",
    "My cousin works there and said the very same last week, so there must be something to it.",
    "I disagree. He never said that, look at the transcript before you write such things.",
    "First!",
    "You people will believe anything. In 2013 it was the same story and the same three accounts.",
  ],
  legal: [
    "© 2024 All rights reserved.",
    "Powered by nobody. All rights reserved.",
    "Privacy policy",
    "Newer Post",
    "Older Post",
    "Sign up for our newsletter and get the news in your inbox every morning.",
    "Opinions expressed here do not necessarily reflect those of this site.",
  ],
  bios: [
    "{NAME} is a reporter who covers state politics. Reach him by email.",
    "About the author: {NAME} has written about energy and trade for twelve years.",
    "{NAME} is a senior fellow at a policy institute and a regular contributor to these pages.",
  ],
};

export const ARABIC: Words = {
  lang: "ar",
  dir: "rtl",
  sites: "صحيفة النهر|وكالة المرفأ|شبكة الضفة".split("|"),
  menu: "الرئيسية|سياسة|اقتصاد|رياضة|اتصل بنا|من نحن|محافظات".split("|"),
  names: "سلمى الربيعي|كريم الجبوري|نور الدين|أم سارة|زائر|ليث".split("|"),
  dates: "الجمعة ٢٦ تموز ٢٠٢٤|12 يناير 2023|٣ أيار ٢٠٢٥|2024-11-02".split("|"),
  bylines: "{DATE}|نشر في {DATE}|بقلم: {NAME}|{NAME} - {DATE}|تاريخ النشر: {DATE}".split("|"),
  credits: "صورة من الأرشيف|تصوير: {NAME}|جانب من الساحة. تصوير: {NAME}".split("|"),
  share: "شارك|فيسبوك|تويتر|طباعة|واتساب|انسخ الرابط".split("|"),
  related: "مواضيع ذات صلة|الأكثر قراءة|اقرأ أيضا|آخر الأخبار|المزيد".split("|"),
  comments: "التعليقات|٣ تعليقات|أضف تعليقا".split("|"),
  noComments: "لا توجد تعليقات|أضف تعليقا".split("|"),
  remarks: [
    "من قال هذا الكلام؟",
    "نسمع هذا منذ سنوات ولا يتغير شيء في المدينة.",
    "خبر مفرح، شكرا لكم على النقل.",
    "لا أصدق حتى أرى بعيني.",
    "أين كنتم قبل عامين؟ الوعود نفسها والأسماء نفسها.",
  ],
  legal: ["جميع الحقوق محفوظة", "سياسة الخصوصية", "اشترك في النشرة البريدية لتصلك الأخبار كل صباح."],
  bios: ["{NAME} صحفي يكتب في شؤون الطاقة والتجارة."],
};

export const SORANI: Words = {
  lang: "ckb",
  dir: "rtl",
  sites: "ڕۆژنامەی ڕووبار|تۆڕی بەندەر".split("|"),
  menu: "سەرەتا|سیاسەت|ئابووری|وەرزش|پەیوەندی|دەربارە".split("|"),
  names: "شیلان ڕەسوڵ|هێمن قادر|میوان|دایکی ژیار".split("|"),
  dates: "٢٦ی تەممووزی ٢٠٢٤|14 ئازار 2025|2024-11-02".split("|"),
  bylines: "{DATE}|بڵاوکراوەتەوە: {DATE}|نووسینی: {NAME}|{NAME} - {DATE}".split("|"),
  credits: "وێنە: {NAME}|وێنەی گۆڕەپانەکە. وێنە: {NAME}".split("|"),
  share: "هاوبەشی بکە|فەیسبووک|چاپکردن|ناردن".split("|"),
  related: "بابەتی پەیوەندیدار|زۆرترین خوێنراو|هەواڵی تر|زیاتر بخوێنەرەوە".split("|"),
  comments: "لێدوانەکان|٣ لێدوان".split("|"),
  noComments: "هیچ لێدوانێک نییە".split("|"),
  remarks: [
    "دەستخۆش بۆ هەواڵەکە.",
    "ئەمە پێشتریش گوترا و هیچ نەگۆڕا.",
    "کێ ئەمەی گوتووە؟",
    "هیوادارم ڕاست بێت.",
  ],
  legal: ["هەموو مافەکان پارێزراون", "سیاسەتی تایبەتێتی"],
  bios: ["{NAME} ڕۆژنامەنووسە و لەسەر بازرگانی دەنووسێت."],
};

/** Sentences of articles in the two other languages, each a paragraph's part. */
export const STORIES: Readonly<Record<string, readonly string[]>> = {
  ar: [
    "قال رئيس المجلس إن أعمال الترميم في السوق القديم ستبدأ مطلع الشهر المقبل بعد اكتمال التصاميم.",
    "النهر / مرفأ / أعلنت إدارة الميناء أن حركة السفن عادت إلى طبيعتها بعد يومين من التوقف بسبب العاصفة.",
    "وأضاف المتحدث أن الفرق الفنية فحصت الأرصفة كلها، وأن النتائج ستعرض على اللجنة يوم الأحد.",
    "ونفت مديرية الماء وجود أي تلوث في الشبكة، مؤكدة أن الفحوص تجرى كل ساعة.",
    "وبحسب البيان المشترك، اتفق الطرفان على تشكيل لجنة لمتابعة تنفيذ المراحل الأولى من المشروع.",
    "وكانت المدينة قد شهدت في العام الماضي مشروعا مشابها شمل ثلاثة أحياء في الضفة الغربية.",
  ],
  ckb: [
    "سەرۆکی شارەوانی گوتی کاری نۆژەنکردنەوەی بازاڕی کۆن لە سەرەتای مانگی داهاتوو دەست پێدەکات.",
    "بەڕێوەبەرایەتی بەندەر ڕایگەیاند کە هاتوچۆی کەشتییەکان دوای دوو ڕۆژ گەڕایەوە دۆخی ئاسایی.",
    "هەروەها گوتی تیمە هونەرییەکان هەموو شوێنەکانیان پشکنیوە و ئەنجامەکان ڕۆژی یەکشەممە دەخرێنە ڕوو.",
    "بەپێی ڕاگەیەندراوە هاوبەشەکە، هەردوو لا ڕێککەوتن لەسەر پێکهێنانی لیژنەیەک بۆ چاودێریکردنی پڕۆژەکە.",
    "فەرمانگەی ئاو ڕەتی کردەوە کە هیچ پیسبوونێک لە تۆڕەکەدا هەبێت و گوتی پشکنین بەردەوامە.",
  ],
};
