import { withoutEnding } from "#lib/english/endings";
import { phraseBook } from "#lib/english/phrases";
import { tokens } from "#lib/english/tokens";
import { remembered } from "#lib/text/remembered";

/**
 * What a line of page furniture announces. `END` closes the article for good (its comment form), `COMMENTS` says that
 * readers' words follow, `RELATED` that other posts follow, `PLAIN` is furniture and nothing more.
 */
export type Furniture = "END" | "COMMENTS" | "RELATED" | "PLAIN";

const LONGEST = 300;

const ENDS = [
  "no comments",
  "no comment",
  "no comments yet",
  "0 comments",
  "post a comment",
  "be the first to comment",
  "be the first to leave a comment",
  "there are no comments",
  "no responses",
  "no replies",
  "write a comment",
  "comments are closed",
  "comments off",
  "add a comment",
  "add comment",
];
const COMMENTS = [
  "comments",
  "leave a reply",
  "leave a comment",
  "reader comments",
  "readers' comments",
  "join the discussion",
  "join the conversation",
  "view comments",
  "responses",
  "what readers say",
  "replies",
  "discussion",
  "conversation",
  "all comments",
  "top comments",
  "user comments",
  "your comments",
  "have your say",
];
const RELATED = [
  "related",
  "related stories",
  "related posts",
  "related articles",
  "related news",
  "related content",
  "popular posts",
  "see also",
  "you may also like",
  "you may like these posts",
  "you might also like",
  "recommended",
  "recommended for you",
  "read next",
  "up next",
  "trending",
  "trending now",
  "latest",
  "latest news",
  "latest posts",
  "most read",
  "most popular",
  "recent posts",
  "also read",
  "don't miss",
  "in other news",
  "breaking news",
  "random posts",
  "more news",
  "more stories",
  "top stories",
  "editor's picks",
  "from the web",
  "around the web",
  "featured stories",
  "other posts",
  "read more",
];
const PLAIN = [
  "share",
  "share this",
  "share this post",
  "share this article",
  "print",
  "print this article",
  "email this",
  "menu",
  "search",
  "home",
  "subscribe",
  "sign in",
  "sign up",
  "log in",
  "log out",
  "login",
  "advertisement",
  "sponsored",
  "exclusive",
  "video",
  "close",
  "continue reading below",
  "continue reading",
  "story continues below",
  "launch gallery",
  "text size",
  "order reprints",
  "get short url",
  "newer post",
  "older post",
  "newer posts",
  "older posts",
  "back to top",
  "report this post",
  "sign in to comment",
  "social plugin",
  "followers",
  "follow by email",
  "about",
  "contact",
  "contact us",
  "advertisers",
  "skip to content",
  "skip to main content",
  "listen live",
  "photo",
  "photos",
  "play",
  "loading",
  "next",
  "previous",
  "previous next",
  "edit",
  "reply",
  "like",
  "topics",
  "tags",
  "special offer",
  "join today",
  "listen",
  "save",
  "copy link",
  "terms of use",
  "privacy policy",
  "all rights reserved",
  "subscribe to post comments (atom)",
  "posted by",
  "labels",
];

const ANNOUNCES = new Map<string, Furniture>([
  ...ENDS.map((line) => [line, "END"] as const),
  ...COMMENTS.map((line) => [line, "COMMENTS"] as const),
  ...RELATED.map((line) => [line, "RELATED"] as const),
  ...PLAIN.map((line) => [line, "PLAIN"] as const),
]);

/** Lines of nothing but these words, counts and marks are bars and menus. */
const BAR_WORDS = new Set(
  (
    "share shares facebook twitter tweet tweets email print whatsapp telegram reddit linkedin pinterest google " +
    "instagram youtube tiktok copy link on this via to by home menu search subscribe login sign in up log out news sports sport " +
    "business politics world local opinion video videos photo photos events entertainment lifestyle technology tech health " +
    "science weather contact about us advertise privacy policy terms cookies rss more podcast podcasts newsletters newsletter " +
    "gallery topics tags section sections articles interviews overview and the of latest breaking featured stories now"
  ).split(" "),
);

const BEGINNINGS = [
  "tags:",
  "tagged",
  "related tags",
  "labels:",
  "filed under",
  "share on",
  "share this",
  "click to",
  "follow us",
  "comments (",
  "posted in",
  "advertisement -",
  "copyright",
  "©",
  "all rights",
  "this material may not",
  "contents of this site",
  "(opens in",
  "sign up for",
  "subscribe to",
  "use the comment form",
  "submit your letter",
  "read more letters",
  "tweets by",
  "see more",
  "tagged with",
  "download our",
  "more about",
  "get all latest",
  "skip to",
  "this entry was posted",
  "join our",
  "click here",
  "topics:",
  "email this",
  "like this:",
  "loading...",
  "enter your email",
  "we use cookies",
  "this site uses",
  "share:",
  "go vip",
];

const INSIDE = phraseBook([
  "affiliate commission",
  "all rights reserved",
  "privacy policy",
  "terms of service",
  "terms of use",
  "cookie policy",
  "may not be published",
  "sign up for our",
  "subscribe to our",
  "our newsletter",
  "free newsletter",
  "in new window",
  "in new tab",
  "delivered straight to your inbox",
  "to your inbox",
  "represent the opinion of",
]);

const BEGINS_RELATED = [
  "more from ",
  "more on ",
  "more in ",
  "popular in ",
  "recent in ",
  "trending on ",
  "latest from ",
];
const GLUED = /\p{Ll}\p{Lu}/gu;

/** What this line announces, or null where it is no furniture. */
export const furnitureOf = remembered(readFurniture);

function readFurniture(line: string): Furniture | null {
  if (line.length > LONGEST) return null;
  const lower = line.toLowerCase().replaceAll("’", "'");
  const bare = withoutEnding(lower, /[:.!\s»►>|]/);
  if (RESPONSES_TO.test(bare)) return "COMMENTS";
  const count = /^(?:\d+ (comments?|responses?|replies)|comments? \(\d+\))$/.exec(bare);
  if (count !== null) return /^(?:0 |.*\(0\))/.test(bare) ? "END" : "COMMENTS";
  const announced = ANNOUNCES.get(bare);
  if (announced !== undefined) return announced;
  if (line.length < 60 && BEGINS_RELATED.some((begin) => lower.startsWith(begin))) return "RELATED";
  if (BEGINNINGS.some((begin) => lower.startsWith(begin))) return "PLAIN";
  return isBar(line) || isPitch(line) ? "PLAIN" : null;
}

export function isPitch(line: string): boolean {
  if (line.length > LONGEST) return false;
  return PITCH.test(line) || FOLLOW.test(line) || (line.length <= LONGEST_ORDER && ORDER.test(line));
}

/** "Join our newsletter", "CLICK HERE TO WATCH THE VIDEO", "Get the Post app". */
const ORDER =
  /\bclick here\b|^[^.!?]{0,40}\bnewsletters?\b[^.!?]{0,40}$|\b(?:download|get) (?:the|our) [^.!?]{0,30}\bapp\b/i;
/** In units. */
const LONGEST_ORDER = 60;

/** "Contact us", "Follow Bo Lund on …", "Sign up for … in your inbox", "… for only N$85 a month": what a page wants of its readers. */
const PITCH =
  /^(?:contact (?:us|the (?:author|reporter|writer))|email (?:us|the)|follow us on|like us on|we want to hear from you|wait! before you go|share or comment on|(?:do you have|have|got) a (?:story|tip))\b|\b(?:sign up|subscribe)\b[^.!?]{0,80}\b(?:newsletter|inbox|alerts)\b|\bfor (?:only|just|as little as) [^.!? ]{1,12} (?:a|per) (?:week|month|year)\b/i;
const FOLLOW = /^(?:Follow|FOLLOW) \p{Lu}\S{0,30} \p{Lu}\S{0,30} (?:on|ON)\b/u;

/** "3 responses to “The dam”", "One thought on “The dam”": how blogs head the words of readers, with the title in marks. */
const RESPONSES_TO =
  /^(?:\d+|one|two|three|four|five) (?:responses?|thoughts?|replies|reply|comments?) (?:to|on) ["“«].{3,}["”»]$/;

/** "Home | About | Shop": short names with strokes or dots between them. */
function isMenuRow(line: string): boolean {
  const parts = line.split(/[|•·]/).map((part) => part.trim());
  return (
    parts.length >= 4 && parts.every((part) => part !== "" && part.split(" ").length <= 2 && !/\d/.test(part))
  );
}

function isBar(line: string): boolean {
  if (isMenuRow(line)) return true;
  const list = tokens(line);
  const words = list.filter((token) => token.kind === "WORD");
  if (INSIDE.find(list) !== null) return true;
  if (/^https?:\/\/\S+$/.test(line) || /^<[^>]*>/.test(line)) return true;
  if (/^[_=*•·~\s–—-]+$/.test(line)) return true;
  if (words.length === 0) return !/[.!?]$/.test(line);
  if (words.length < 8 && (line.match(GLUED)?.length ?? 0) >= 2) return true;
  return words.length <= 12 && words.every((word) => BAR_WORDS.has(withoutEnding(word.lower, /\d/)));
}

const CAPTION_BEGINS =
  /^\(?(?:photo|photos|image|picture|pictured|caption|file photo|photograph|video|illustration|graphic|credit)\b ?[:(/—-]/i;
const CREDIT =
  /photograph by |photo by |image credit|\(photo: |\((?:handout|file)\)$|\/(?:afp|getty|reuters|ap)\b.{0,20}$/i;
const AGENCY_ALONE = /^(?:©|\(c\)|getty|reuters|afp|ap photo)[\p{L}\p{N} /©.,-]{0,60}$/iu;

/** "(AP Photo/Bo Lund)", "(Bo Lund/Getty Images)", "(Harbour Post via AP)": whose picture it is, in the bracket that ends a caption. */
const CREDIT_IN_BRACKET =
  /\((?:ap photo|ap|afp|getty|reuters|file|photo|image|picture|courtesy)\b[^()]{0,80}\)\.?$|(?:\/|\bvia )(?:ap|afp|getty images|getty|reuters|nurphoto|epa|shutterstock|pool)\b[^()]{0,40}\)\.?$/i;
/** "… Photo: Bo Lund", "… Photo by: 'Bo Lund'." */
const CREDIT_AT_END =
  /(?:^|[.!?,:;)\]|–—(-]) ?(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Ii]mage|IMAGE|[Pp]icture|[Ii]llustration)s?(?: (?:by|BY|[Cc]redit|[Cc]ourtesy of))?: ?['‘“"]?\p{Lu}[^.!?]{1,40}[.!?'’”")]{0,3}$/u;
/** In units. */
const LONGEST_CAPTION = 400;
const LONGEST_END = 100;

/** "Bo Lund speaks at a rally, Friday, Aug. 30, 2024, in Skarn, Pa.": agencies date and place what a picture shows so, and tell it in the present. */
const DAY_AND_PLACE =
  /\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? \d{4},? (?:in|at|during|near|outside) \p{Lu}[^.]{3,60}\.?$/u;
const PAST = /^(?:was|were|had|did|born|died|(?!pictured$)\p{Ll}{2,}ed)$/u;
/** "Pictured at the back, from left, are …", "This combination of photos shows …", "A file photo taken in May". */
const PICTURED =
  /^(?:(?:in (?:the|this) (?:photo|picture|image)|pictured) (?:at|from|above|below|left|right|here|with|in|on|are|is)\b|(?:this |a )?combination of (?:photos|images|pictures)\b|(?:an? |this )?(?:file |undated )?(?:photo|photograph|image|picture|screenshot|frame grab)\b[^.]{0,40} (?:shows|showing|taken)\b)/i;
const FILED = /^FILE ?[-–—] ?\p{Lu}/u;

/** Whether a line tells by itself that it stands under a picture: by who took it, or by what it says of it. */
export function isUnderPicture(line: string): boolean {
  if (line.length > LONGEST_CAPTION) return false;
  const end = line.slice(-LONGEST_END);
  const isDated = DAY_AND_PLACE.test(end) && !line.split(" ").some((word) => PAST.test(word));
  if (CREDIT_IN_BRACKET.test(end) || CREDIT_AT_END.test(end) || isDated || FILED.test(line)) return true;
  return PICTURED.test(line) || /\((?:pictured|above|right|left)\)/i.test(line);
}

/** "Reuters could not verify the reports." tells something. In tokens. */
const MOST_OF_CREDIT = 6;

/** Captions and credits say so, or name who took the picture. */
export function isCaption(line: string): boolean {
  if (isUnderPicture(line)) return true;
  if (line.length > LONGEST) return false;
  const isSentence = /[.!?]$/.test(line) && tokens(line).length > MOST_OF_CREDIT;
  return CAPTION_BEGINS.test(line) || CREDIT.test(line) || (AGENCY_ALONE.test(line) && !isSentence);
}

/** A link to another post in the middle of an article: "More: …", "Read also: …". */
export function isInlineTeaser(line: string): boolean {
  if (line.length > 160 || /[.!]$/.test(line)) return false;
  return (
    /^(?:more|read|read also|read more|also read|see also|related|watch|don['’]t miss): /i.test(line) ||
    /^(?:watch|poll|listen|read|gallery) ?\| ?\p{Lu}/iu.test(line) ||
    /►$/.test(line)
  );
}
