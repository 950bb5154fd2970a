/** Lines written for training on plain text: what sites put around an article, in the shapes that pasting leaves. */

export const CHROME_LINES: readonly string[] = `Menu
Home
Home | News | Sport | Opinion
Skip to main content
Search
Sign in
Log in / Register
Subscribe
News Photos Video Shows Watch
HomeNewsPoliticsWorldSports
Breaking News
Previous Next
Share
share
Share this:
Share this article
Share on Facebook Share on Twitter
Click to share on Facebook (Opens in new window)
Click to share on Twitter (Opens in new window)
Click to print (Opens in new window)
Facebook Twitter WhatsApp Email
Print
Email
Tweet
Copy link
(opens in new tab)
Advertisement
ADVERTISEMENT
Advertisement - story continues below
Story continues below
Article continues below
Sign up for our newsletter
Sign up for the morning briefing and get the news in your inbox.
Get the latest updates straight to your phone.
We may earn a commission when you buy through links on our site. Learn more.
This site is supported by its readers. Here's why you can trust us.
Follow us on Twitter
Follow us on Facebook, Instagram and YouTube
Comments
0 Comments
4 Comments
27 Comments
Comments (12)
No comments:
No comments yet
Post a Comment
Leave a reply
Leave a comment
Add your comment
Your email address will not be published.
View comments
Related
Related stories
Related articles
Related topics
Related tags: economy, budget
Tags: elections, parliament, budget
Tags
Topics
Filed under: World, Middle East
Categories: News
More from this section
More stories
More on this story
Most read
Most popular
Popular posts
Popular Posts
Latest
Latest news
See more latest
Recommended for you
You may also like
You might also like
Trending now
Read next
Don't miss
Editor's picks
Newer Post Older Post Home
Older Posts
Next article
Back to top
About us | Contact | Privacy policy | Terms of use
Privacy Policy
Cookie settings
© 2023 All rights reserved
Copyright 2019. All rights reserved.
This material may not be published, broadcast, rewritten or redistributed.
Report a mistake
Report this post
Report an error
Letters to the Editor
Opinion
Politics
World
Business
Sports
Entertainment
Local News
Exclusive
Live
Watch live
Listen
Close
Load more
Show more
View all
Support our journalism
Become a member today
Submit your letter to the editor via this form. Read more letters to the editor.
The views expressed are the author's own.
Opinions expressed here do not necessarily reflect those of this site.
Your community page
Send us your news tips
القائمة
الرئيسية
شارك
شارك الخبر
لا توجد تعليقات
أضف تعليقا
التعليقات
مواضيع ذات صلة
اقرأ أيضا
الأكثر قراءة
جميع الحقوق محفوظة
سەرەتا
هاوبەشی بکە
لێدوان
بابەتی پەیوەندیدار
زۆرترین خوێنراو
هەموو مافەکان پارێزراون`.split("\n");

export const BIOS: readonly string[] = [
  "{NAME} is a reporter who covers state politics. Reach him by email or follow him on Twitter.",
  "{NAME} is a former editor of this site and writes about phones, tablets and the companies that make them.",
  "About the author: {NAME} has written about energy and trade for twelve years.",
  "{NAME} is a senior fellow at a policy institute and a regular contributor to these pages.",
  "{NAME} covers courts and local crime.",
];

export const NAMES: readonly string[] =
  "Anna Whitfield|Marcus Oyelaran|Dilan Karim|Jo Ferrante|Priya Raman|Tom Hallett|Sara Lindqvist|Hassan al-Tamimi|Rebin Aziz|Claire Dubois|Owen Pritchard|Lucia Moreno|Peter Novak|Grace Adeyemi|Yusuf Demir|Helen Marsh|Staff Writer|Staff|News Desk|Delta Ray|Admin".split(
    "|",
  );

export const HANDLES: readonly string[] = "lucky13|Marlene|zed|mira|Big Tom|Anonymous|Jo|sunnyday|KurdVoice|deb_w|TruthSeeker|pat|oldtimer|R. Hughes".split("|");

export const REMARKS: readonly string[] = [
  "Heard this before and nothing came of it.",
  "Praying it is true this time!!",
  "Great article, thank you for posting.",
  "lol sure, I'll believe it when I see it",
  "Why does nobody ask who paid for it?",
  "This is exactly what my cousin said last week.",
  "I disagree. He never said that, look at the transcript.",
  "boil everything!!",
  "bought more, see you at a dollar",
  "First!",
  "Another year, another leak.",
  "You people will believe anything.",
  "Or maybe they mean the other model?",
  "خبر جيد إن كان صحيحا",
  "من قال هذا؟",
  "دەستخۆش بۆ هەواڵەکە",
];

export const SECTIONS: readonly string[] = "Politics|Economy|Security|World|Business|Local".split("|");
export const OUTLETS: readonly string[] = "Tigris Desk|Mada Wire|Coinwise Corner|Valley Voice|The Harbor Times|Northern Post|QNB|City Ledger".split("|");

export const FOREIGN: readonly { readonly titles: readonly string[]; readonly body: readonly string[]; readonly dates: readonly string[] }[] = [
  {
    titles: ["البرلمان يصوت على مشروع قانون الموازنة", "الحكومة تعلن خطة جديدة للكهرباء", "وزير المالية: الرواتب مؤمنة حتى نهاية العام", "انطلاق معرض الكتاب في بغداد غدا"],
    body: [
      "قال المتحدث باسم الوزارة إن الرواتب ستصرف في موعدها المحدد خلال الأسبوع المقبل.",
      "بغداد / مدى / أكد عضو اللجنة المالية أن الموازنة ستقر قبل نهاية الشهر الحالي بعد استكمال المناقشات.",
      "وأضاف أن الحكومة تعمل على زيادة الإيرادات غير النفطية، مشيرا إلى أن المنافذ الحدودية حققت أرقاما جيدة.",
      "ونفى المكتب الإعلامي ما تداولته مواقع التواصل الاجتماعي بشأن تغيير سعر الصرف.",
      "وبحسب البيان، فإن الاجتماع المقبل سيعقد في أربيل لبحث الملفات العالقة بين الجانبين.",
      "وكان مصدر مطلع قد ذكر أن القرار سيصدر قريبا، من دون أن يحدد موعدا.",
    ],
    dates: ["الخميس ٢٥ تموز ٢٠٢٤", "نشر في 12 يناير 2023", "بقلم: حسن التميمي", "25 يوليو 2024 - عدد القراءات: 310", "تاريخ النشر: ١٤ آذار ٢٠٢٥"],
  },
  {
    titles: ["حکوومەت پلانێکی نوێ بۆ کارەبا ڕادەگەیەنێت", "پەرلەمان دەنگ لەسەر بودجە دەدات", "وەزارەتی دارایی: مووچە لە کاتی خۆیدا دەدرێت"],
    body: [
      "وتەبێژی وەزارەتەکە ڕایگەیاند کە مووچەی فەرمانبەران لە هەفتەی داهاتوودا دابەش دەکرێت.",
      "بەپێی ڕاگەیەندراوەکە، کۆبوونەوەی داهاتوو لە هەولێر بەڕێوە دەچێت بۆ تاوتوێکردنی کێشەکان.",
      "هەروەها گوتی: ئێمە کار لەسەر زیادکردنی داهات دەکەین و ژمارەکان باش بوون.",
      "سەرچاوەیەکی ئاگادار ئاماژەی بەوە کرد کە بڕیارەکە بەم زووانە دەردەچێت.",
      "نووسینگەی ڕاگەیاندن هەواڵەکەی ڕەت کردەوە و گوتی هیچ گۆڕانکارییەک لە نرخدا نییە.",
    ],
    dates: ["٢٥ی تەممووزی ٢٠٢٤", "بڵاوکراوەتەوە: 14 ئازار 2025", "نووسینی: ڕێبین عەزیز"],
  },
];
