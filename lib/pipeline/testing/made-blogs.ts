/** Pages of several posts, written by us, built as the usual themes of blogs build them. */

export interface MadePost {
  readonly title: string;
  readonly day: string;
  /** The day as the page writes it. */
  readonly shown: string;
  readonly paragraphs: readonly string[];
}

export const posts = {
  en: [
    {
      title: "Harbour office sets a date for the new ferry",
      day: "2024-07-26",
      shown: "July 26, 2024",
      paragraphs: [
        "The harbour office said on Friday that the new ferry to the northern islands will sail from the first week of September, after two years of waiting.",
        "Lina Aziz, who runs the office, told reporters that the ship has room for ninety people. She said that the crew will arrive next week.",
        "The islanders have depended on a mail boat with twelve seats since the old ship was sold.",
      ],
    },
    {
      title: "Council votes to widen the market bridge",
      day: "2024-07-25",
      shown: "July 25, 2024",
      paragraphs: [
        "The town council voted by nine to four on Thursday evening to widen the market bridge, the clerk, Omar Haddad, said to the press afterwards.",
        "Work begins tomorrow and will take two years, according to a plan that was shown to the press.",
        "Shopkeepers on the square said that they had not been asked.",
      ],
    },
    {
      title: "Power cuts will last another week, ministry says",
      day: "2024-07-24",
      shown: "July 24, 2024",
      paragraphs: [
        "The ministry of electricity said in a statement that the cuts in the south will last for at least one more week.",
        "Two lines were damaged by the storm, and one of them has to be built anew, the statement said.",
        "Hospitals run on their own generators meanwhile.",
      ],
    },
  ],
  ar: [
    {
      title: "المالية: الرواتب ستصرف في موعدها",
      day: "2024-07-26",
      shown: "26 يوليو 2024",
      paragraphs: [
        "قالت وزارة المالية يوم الجمعة إن رواتب الموظفين ستصرف في موعدها المحدد خلال الأسبوع المقبل دون أي تأخير.",
        "وأوضح المتحدث باسم الوزارة أن الأموال متوفرة في حسابات المصارف الحكومية ولا يوجد أي نقص في السيولة.",
        "وكانت تقارير قد تحدثت عن خلاف مع البنك المركزي حول السيولة النقدية.",
      ],
    },
    {
      title: "البرلمان يصوت على قانون الموازنة",
      day: "2024-07-25",
      shown: "25 يوليو 2024",
      paragraphs: [
        "صوت مجلس النواب مساء الخميس على قانون الموازنة العامة بأغلبية مئة وستين صوتا بحسب بيان رسمي صدر بعد الجلسة.",
        "وقال رئيس اللجنة المالية إن القانون سيدخل حيز التنفيذ مطلع الشهر المقبل بعد نشره في الجريدة الرسمية.",
        "ورفضت كتلتان التصويت احتجاجا على حصة المحافظات.",
      ],
    },
  ],
  ckb: [
    {
      title: "حکوومەت پلانێکی نوێ بۆ کارەبا ڕادەگەیەنێت",
      day: "2025-03-14",
      shown: "١٤ی ئازاری ٢٠٢٥",
      paragraphs: [
        "حکوومەتی هەرێم ڕۆژی هەینی پلانێکی نوێی بۆ چاککردنی تۆڕی کارەبا لە شارەکان ڕاگەیاند.",
        "وتەبێژی حکوومەت گوتی کارەکان لە مانگی داهاتوودا دەست پێ دەکەن و ساڵێک دەخایەنن.",
        "هاووڵاتییان دەڵێن کە ماوەیەکی زۆرە چاوەڕێی چارەسەرن.",
      ],
    },
    {
      title: "پەرلەمان کۆبوونەوەیەکی نائاسایی دەکات",
      day: "2025-03-13",
      shown: "١٣ی ئازاری ٢٠٢٥",
      paragraphs: [
        "سەرۆکایەتی پەرلەمان ڕایگەیاند کە ڕۆژی پێنجشەممە کۆبوونەوەیەکی نائاسایی بۆ گفتوگۆکردن لەسەر بودجە دەکرێت.",
        "ئەندامێکی لیژنەی دارایی گوتی هەموو لایەنەکان لەسەر ڕێککەوتنەکە ڕازین و دەنگی بۆ دەدەن.",
        "کۆبوونەوەکە لە کاتژمێر دەی بەیانی دەست پێ دەکات.",
      ],
    },
  ],
} as const satisfies Record<string, readonly MadePost[]>;

export type Language = keyof typeof posts;

/** Posts of which a page shows the start alone. */
export const starts: readonly MadePost[] = [
  {
    title: "Rain expected until the weekend",
    day: "2024-07-20",
    shown: "July 20, 2024",
    paragraphs: ["Meteorologists expect that rain will fall in the whole north until Sunday and that ..."],
  },
  {
    title: "Museum opens a new wing",
    day: "2024-07-19",
    shown: "July 19, 2024",
    paragraphs: ["The museum on the square has opened the wing that burned down nine years ago ..."],
  },
  {
    title: "Bus fares go up in autumn",
    day: "2024-07-18",
    shown: "July 18, 2024",
    paragraphs: ["The company that runs the buses wants two dinars more for each ride from ..."],
  },
];

const body = ({ paragraphs }: MadePost) => paragraphs.map((line) => `<p>${line}</p>`).join("\n");
const pathOf = ({ title, day }: MadePost) =>
  `/${day.replaceAll("-", "/")}/${encodeURIComponent(title.slice(0, 20))}`;

/** What one post looks like. `ago`: only its `time` element says the day. `undated`: nothing does. */
export const themes = {
  wordpress: (post) =>
    `<article class="post type-post status-publish hentry category-news"><header class="entry-header"><h2 class="entry-title"><a href="${pathOf(post)}" rel="bookmark">${post.title}</a></h2><div class="entry-meta"><span class="posted-on">Posted on <a href="${pathOf(post)}"><time class="entry-date published" datetime="${post.day}T09:00:00+00:00">${post.shown}</time></a></span><span class="byline"> by <a href="/author/delta">Delta Ray</a></span></div></header><div class="entry-content">${body(post)}</div><footer class="entry-footer"><a href="/category/news">News</a> <a href="${pathOf(post)}#respond">Leave a comment</a></footer></article>`,
  blogger: (post) =>
    `<div class="date-outer"><h2 class="date-header"><span>${post.shown}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title"><a href="https://harbour.example${pathOf(post)}.html">${post.title}</a></h3><div class="post-body entry-content">${post.paragraphs.join("<br><br>")}</div><div class="post-footer">Posted by Delta Ray at <a href="/p">9:14 AM</a> <a class="comment-link" href="/c">No comments:</a></div></div></div></div></div>`,
  boxes: (post) =>
    `<div class="post"><h2><a href="${pathOf(post)}">${post.title}</a></h2><p class="meta">${post.shown} | Delta Ray</p>${body(post)}</div>`,
  plain: (post) => `<h2>${post.title}</h2><p><em>${post.shown}</em></p>${body(post)}<hr>`,
  dateAbove: (post) =>
    `<article class="post-card"><time datetime="${post.day}">${post.shown}</time><h2 class="post-title"><a href="${pathOf(post)}">${post.title}</a></h2><section>${body(post)}</section></article>`,
  dateBelow: (post) =>
    `<div class="post"><h2 class="title"><a href="${pathOf(post)}">${post.title}</a></h2><div class="entry">${body(post)}</div><p class="postmetadata">Posted on ${post.shown} by Delta Ray in <a href="/n">News</a></p></div>`,
  ago: (post) =>
    `<article class="post hentry"><h2 class="entry-title"><a href="${pathOf(post)}">${post.title}</a></h2><p class="meta"><time class="updated" datetime="2025-01-01">Edited</time> <time class="published" datetime="${post.day}T09:00:00+03:00">some time ago</time></p><div class="entry-content">${body(post)}</div></article>`,
  undated: (post) =>
    `<article class="post hentry"><h2 class="entry-title"><a href="${pathOf(post)}">${post.title}</a></h2><div class="entry-content">${body(post)}</div></article>`,
} as const satisfies Record<string, (post: MadePost) => string>;

export type Theme = keyof typeof themes;

const startOf = (post: MadePost) =>
  `<article class="post hentry"><h2 class="entry-title"><a href="${pathOf(post)}">${post.title}</a></h2><div class="entry-meta">${post.shown}</div><div class="entry-summary"><p>${post.paragraphs[0]} <a href="${pathOf(post)}">Read more</a></p></div></article>`;

const FURNITURE: Record<Language, readonly [name: string, home: string, recent: string, rights: string]> = {
  en: ["Harbour Lookout", "Home", "Recent Posts", "Copyright 2024 Harbour Lookout. All rights reserved."],
  ar: ["مدى الميناء", "الرئيسية", "أحدث المواضيع", "جميع الحقوق محفوظة لمدى الميناء"],
  ckb: ["بەندەر", "سەرەتا", "دوایین بابەتەکان", "هەموو مافەکان پارێزراون"],
};

/** A blog's home page: whole posts, then starts of others. */
export function blog(
  language: Language,
  whole: readonly MadePost[],
  theme: Theme,
  teasers: readonly MadePost[] = [],
): string {
  const [name, home, recent, rights] = FURNITURE[language];
  return `<!doctype html><html lang="${language}" dir="${language === "en" ? "ltr" : "rtl"}"><head><title>${name}</title><meta property="og:site_name" content="${name}"></head><body class="home blog">
<header class="site-header"><h1 class="site-title"><a href="/">${name}</a></h1><nav class="main-navigation"><ul><li><a href="/">${home}</a></li><li><a href="/about">About</a></li></ul></nav></header>
<main id="main"><div class="content">${[...whole.map(themes[theme]), ...teasers.map(startOf)].join("\n")}</div></main>
<aside id="secondary" class="widget-area"><h2 class="widget-title">${recent}</h2><ul><li><a href="/a">Three promises that fell due this week</a></li><li><a href="/b">What the figures of the bank show about the reserves</a></li></ul></aside>
<footer class="site-footer"><p>${rights}</p><a href="/privacy">Privacy policy</a></footer></body></html>`;
}

/** An archive as somebody copies it: the day, the title, the text. */
export function archiveText(language: Language, whole: readonly MadePost[]): string {
  const [name] = FURNITURE[language];
  return [
    name,
    ...whole.map(({ title, shown, paragraphs }) => [shown, title, ...paragraphs].join("\n")),
  ].join("\n\n");
}
