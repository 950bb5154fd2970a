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
]; // prettier-ignore
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
]; // prettier-ignore
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
]; // prettier-ignore
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
]; // prettier-ignore

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
]; // prettier-ignore

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
]); // prettier-ignore

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
  return isBar(line) ? "PLAIN" : null;
}

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

/** Captions and credits say so, or name who took the picture. */
export function isCaption(line: string): boolean {
  if (line.length > LONGEST) return false;
  return CAPTION_BEGINS.test(line) || CREDIT.test(line) || AGENCY_ALONE.test(line);
}

/** A link to another post in the middle of an article: "More: …", "Read also: …". */
export function isInlineTeaser(line: string): boolean {
  if (line.length > 160 || /[.!]$/.test(line)) return false;
  return (
    /^(?:more|read|read also|read more|also read|see also|related|watch|don['’]t miss): /i.test(line) ||
    /►$/.test(line)
  );
}
