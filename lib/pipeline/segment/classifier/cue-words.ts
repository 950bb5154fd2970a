/** What the words of a block or of an element's name hint at. English, Arabic and Sorani; a feature each, never a rule. */

export const TEXT_CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["comment", /\bcomments?\b|\brepl(?:y|ies)\b|\bresponses?\b|\brespond\b|تعليق|التعليقات|لێدوان|کۆمێنت/i],
  ["says", /^.{1,40}\b(?:says|said|wrote|commented|replied|يقول|دەڵێت)\s*:|^comment by\b|^anonymous\b/i],
  [
    "share",
    /\bshar(?:e|ing)\b|facebook|twitter|whatsapp|pinterest|linkedin|telegram|\bprint\b|e-?mail\b|شارك|مشاركة|هاوبەش|فەیسبووک/i,
  ],
  ["newsletter", /newsletter|subscri|sign[ -]?up|sign in|log ?in|inbox|register|اشترك|النشرة|بەشداربە/i],
  [
    "related",
    /\brelated\b|read (?:more|next|also)|see also|also (?:like|read)|you may|you might|recommend|popular|trending|latest|more (?:from|stories|news|on|about|posts)|most (?:read|viewed|popular)|don'?t miss|up next|next (?:post|article|up)|previous (?:post|article)|what to read|اقرأ|ذات صلة|مواضيع|المزيد|الأكثر|آخر الأخبار|پەیوەندیدار|زیاتر|هەواڵی تر|بخوێنەرەوە/i,
  ],
  [
    "photo",
    /\bphoto(?:graph)?\b|\bimage\b|\bcredit\b|getty|shutterstock|unsplash|courtesy|\bpictured?\b|\bphotos? by\b|handout|illustration|صورة|الصورة|تصوير|وێنە/i,
  ],
  [
    "byline",
    /^(?:by|posted by|written by|author|words by|reported by|from)\b|\bstaff (?:writer|reporter)\b|بقلم|كتب|الكاتب|نووسەر|نووسینی/i,
  ],
  [
    "dated",
    /\bpublished\b|\bupdated\b|\bposted\b|last (?:modified|reviewed)|min(?:ute)?s? read|\bago\b|number of (?:readings|views)|\bviews\b|نشر|تحديث|قراءات|مشاهدة|تاريخ|بڵاوکراوەتەوە|خوێنراوە|بینراوە/i,
  ],
  [
    "tags",
    /^(?:tags?|topics?|filed under|categor(?:y|ies)|related tags|labels?|keywords?)\b|الوسوم|كلمات|تاگ/i,
  ],
  [
    "legal",
    /©|copyright|all rights reserved|privacy|terms of|cookies?\b|disclaimer|affiliate|سياسة|حقوق|جميع الحقوق|مافی/i,
  ],
  [
    "buy",
    /\badd to (?:cart|bag)|\bshop\b|\bbuy\b|\$\s?\d|\bprice\b|\bsale\b|\bcheckout\b|free trial|get started|learn more|download|book a demo/i,
  ],
  [
    "navigation",
    /^(?:home|menu|search|skip to|close|back|next|previous|view all|see all|load more|show more|more|contact|about|toggle)\b|الرئيسية|القائمة|سەرەتا/i,
  ],
  [
    "bio",
    /\bis (?:a|an|the)\b.{0,60}\b(?:writer|author|editor|reporter|journalist|blogger|founder|expert|correspondent)\b|about the author|has been (?:a )?writ/i,
  ],
  [
    "pointer",
    /^\W*(?:also read|read also|also see|see also|related|read more|more|watch|must read|read next|recommended|اقرأ أيضا|اقرأ المزيد|هەروەها)\b.{0,12}[:：-]|^\W*(?:see also|also read|read also)\b/i,
  ],
  [
    "notes",
    /^(?:references|footnotes?|endnotes|notes|citations|bibliography|works cited|sources|frequently asked|faqs?)\b|المراجع|المصادر|سەرچاوەکان/i,
  ],
  ["source", /^(?:source|via|according to|original|المصدر|سەرچاوە)\s*:?/i],
];

/** The kinds of box that an element's own names hint at. Matched against its tag and words, lower case, space between. */
export const ELEMENT_CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["nav", /\bnav\b|navigation|navbar|\bmenu\b|submenu|dropdown|\btoc\b|table of contents/],
  ["aside", /\baside\b|sidebar|\brail\b|complementary|widget/],
  ["header", /\bheader\b|masthead|banner|topbar|top bar/],
  ["footer", /\bfooter\b|colophon|contentinfo|bottom/],
  [
    "comment",
    /comment|disqus|commtree|\bcomms?\b|\breply\b|replies|respond|discussion|webmention|livefyre|coral/,
  ],
  [
    "related",
    /related|recommend|\bmore\b|similar|popular|trending|latest|recent|next|also|read more|outbrain|taboola|yarpp|suggest|featured/,
  ],
  ["share", /share|sharing|social|follow|addtoany|sharedaddy/],
  ["author", /author|byline|\bbio\b|writer|contributor|vcard/],
  ["meta", /\bmeta\b|info|dateline|timestamp|\bdate\b|\btime\b|publish|posted|updated|read time/],
  ["tags", /\btags?\b|tagcloud|categor|topics?|label|breadcrumb|kicker|eyebrow/],
  ["caption", /caption|figcaption|credit|figure|photo|image|gallery|media|slide/],
  [
    "content",
    /content|article body|entry|post body|story|rich text|prose|markdown|\bbody\b|wysiwyg|article text|rte|text body/,
  ],
  ["article", /\barticle\b|\bpost\b|hentry|blog post|\bstory\b|single/],
  ["title", /title|headline|heading/],
  [
    "summary",
    /summary|excerpt|\bdek\b|standfirst|subtitle|sub title|deck|subhead|\blead\b|intro|description|lede/,
  ],
  ["ad", /\bads?\b|advert|sponsor|promo|banner ad|adsense|dfp|affiliate|disclosure|\bcta\b|callout/],
  ["newsletter", /newsletter|subscri|sign ?up|\bform\b|optin|opt in|signup|mailchimp|hubspot|paywall|login/],
  ["card", /\bcard\b|\btile\b|teaser|\bgrid\b|\bitem\b|listing|carousel|swiper|slick|archive|feed|loop/],
  [
    "modal",
    /modal|popup|pop up|overlay|dialog|cookie|consent|gdpr|screen reader|sr only|visually hidden|skip|tooltip|offcanvas|drawer/,
  ],
  ["quote", /blockquote|pullquote|pull quote|quote/],
  ["list", /\bul\b|\bol\b|\bli\b|\bdl\b/],
  ["table", /\btable\b|\btd\b|\bth\b/],
  ["code", /\bpre\b|\bcode\b|highlight|syntax/],
  ["faq", /faq|accordion|toggle|collapse|tab\b|tabs\b/],
  ["product", /product|price|cart|shop|review box|rating|recipe/],
];
