import type { Block, TypedBlock, Verdict } from "#lib/pipeline/segment/parts/block-type";
import { datesNextPost, isDateline, isNameLike } from "#lib/pipeline/segment/parts/dateline";
import { isProse, isTitleLike, shapeOf } from "#lib/pipeline/segment/parts/shape";
import { asidesIn } from "./asides";
import { type Furniture, furnitureOf, isCaption, isInlineTeaser } from "./furniture";
import { headlineIn } from "./headline";
import { isHandle, isNamedLine, isSignedComment, tellsAge, tellsTime } from "./signed";

/** What the lines read so far announce about the next one. */
type Zone = "ARTICLE" | "RELATED" | "COMMENTS" | "AFTER";

/**
 * The blocks of one post, typed: before the first running text stand furniture, headline and date line; then the article,
 * which furniture may interrupt; after its comment form, teasers and comments.
 */
export function typed(blocks: readonly Block[]): TypedBlock[] {
  const prose = blocks.findIndex(
    (block, i) => isProse(block.text) && plainType(block) === null && !isTitleAbove(blocks, i),
  );
  const text = prose < 0 ? blocks.findIndex((block) => isShortSentence(block)) : prose;
  // On a live page the title stands above the first entry's time, and what heads an entry is the article's.
  const live = firstEntry(blocks, text);
  const first = live < 0 ? text : live;
  const cut = first < 0 ? headEnd(blocks) : first;
  const verdicts = [...typedHead(blocks.slice(0, cut)), ...typedRest(blocks.slice(cut))];
  const asides = asidesIn(blocks, verdicts);
  return blocks.map((block, i) => {
    const verdict = asides[i] ?? verdicts[i] ?? LOOSE;
    return { ...block, ...verdict, isOpening: !continues(blocks[i - 1], block, verdict.type) };
  });
}

/** "16:42", "4.42pm", "09:15 GMT": the time of an entry, and nothing else. */
const isClock = (line: string): boolean =>
  /^\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|BST|CET|CEST|UTC|[ECMP][SD]?T))?$/i.test(line);
/** So many times make a page a live one. */
const LEAST_ENTRIES = 3;

/** Where a live page's entries begin: its first time, above or right at the first running text; -1 on other pages. Below a reader's name it is a comment's. */
function firstEntry(blocks: readonly Block[], text: number): number {
  const entries = blocks.flatMap((block, i) => (isClock(block.text) ? [i] : []));
  const [first] = entries;
  if (first === undefined || entries.length < LEAST_ENTRIES || text < 0 || first > text) return -1;
  const areSigned = entries.filter((i) => isHandle(blocks[i - 1]?.text ?? "")).length;
  return areSigned * 2 < entries.length ? first : -1;
}

/** "TRANSFER TALK: Rovers close in on a winger", with a byline or a date soon below it: a title, and no turn in a conversation. */
function isTitleAbove(blocks: readonly Block[], at: number): boolean {
  const below = blocks.slice(at + 1, at + 1 + NEAR_TITLE);
  if (!isTurnLikeTitle(blocks[at]?.text ?? "")) return false;
  return below.some(({ text }) => isDateline(text)) || (at === 0 && headsText(blocks[0], below[0]));
}

/** "Transfer gossip: Rovers close in on a winger" as a page's first line, above running text that isn't another turn. */
function headsText(line: Block | undefined, next: Block | undefined): boolean {
  const text = next?.text ?? "";
  return (
    !/["“”]/.test(line?.text ?? "") && isProse(text) && !shapeOf(text).isTurn && shapeOf(text).isSentenceEnd
  );
}
const NEAR_TITLE = 3;

function isTurnLikeTitle(line: string): boolean {
  const shape = shapeOf(line);
  return shape.isTurn && !shape.isSentenceEnd && isTitleLike(line);
}

const LOOSE: Verdict = { type: "CHROME", rule: "loose-line-in-head", score: 0.5 };

/** A page of short sentences only: the first of them begins its text. */
function isShortSentence(block: Block): boolean {
  const shape = shapeOf(block.text);
  return shape.isSentenceEnd && !shape.isTitleCase && shape.words >= 4 && plainType(block) === null;
}

/** A page without running text: everything up to its comment form is its head. */
function headEnd(blocks: readonly Block[]): number {
  const end = blocks.findIndex((block) => furnitureOf(block.text) === "END");
  return end < 0 ? blocks.length : end;
}

/** Types that a line shows by itself, wherever it stands. */
function plainType(block: Block): Verdict | null {
  if (isDateline(block.text) || datesNextPost(block.text))
    return { type: "DATELINE", rule: "date-or-byline", score: 0.9 };
  if (furnitureOf(block.text) !== null) return { type: "CHROME", rule: "page-furniture", score: 0.9 };
  if (isCaption(block.text)) return { type: "CAPTION", rule: "caption-or-credit", score: 0.85 };
  if (isSaidTwice(block.text)) return { type: "TEASER", rule: "link-line", score: 0.8 };
  return null;
}

/** "Why the quay was sold Why the quay was sold": a card's picture and its title, which a page says in one line. */
export function isSaidTwice(line: string): boolean {
  const half = (line.length - 1) / 2;
  const [title, again] = [line.slice(0, half), line.slice(half + 1)];
  if (half < SHORTEST_TITLE || half > LONGEST_TITLE || /[.!?]$/.test(title)) return false;
  return Number.isInteger(half) && title === again && title.split(" ").length >= 4;
}
/** In units. */
const SHORTEST_TITLE = 15;
const LONGEST_TITLE = 200;

function typedHead(head: readonly Block[]): Verdict[] {
  const own = head.map((block, i) => (isRoleBeside(head, i) ? ROLE : plainType(block)));
  const headline = headlineIn(head, (i) => own[i] === null);
  const last = headline.at(-1) ?? -1;
  return head.map((block, i) => {
    if (headline.includes(i)) return { type: "HEADLINE", rule: "headline-by-place", score: 0.8 };
    const known = own[i];
    if (known !== null && known !== undefined) return known;
    if (i > last && last >= 0 && isNameLike(block.text) && isShortName(block.text)) {
      return { type: "DATELINE", rule: "name-under-headline", score: 0.6 };
    }
    const isOther = i < last && shapeOf(block.text).words >= 5 && !/ - /.test(block.text);
    return isOther ? { type: "TEASER", rule: "title-above-headline", score: 0.5 } : LOOSE;
  });
}

/** "Folks," greets. */
const isShortName = (line: string): boolean => line.length <= 40 && !line.endsWith(",");

const ROLE: Verdict = { type: "DATELINE", rule: "date-or-byline", score: 0.8 };

/** "Local Democracy Reporter" right below "By Ellie Marchbank". */
function isRoleBeside(head: readonly Block[], at: number): boolean {
  const isBelow = /^(?:by|written by|words by) /i.test(head[at - 1]?.text ?? "");
  return isBelow && JOB.test(head[at]?.text ?? "");
}
const JOB =
  /^(?:\p{Lu}[\p{L}’'&-]*,? ){0,5}(?:reporter|correspondent|editor|writer|columnist|journalist|producer|critic|staff)(?:, [\p{Lu}][\p{L} ]{2,30})?$/iu;

function typedRest(rest: readonly Block[]): Verdict[] {
  const excerpts = excerptsIn(rest);
  const lastProse = lastProseOf(rest.map((block, i) => (excerpts.has(i) ? NO_LINE : block)));
  let zone: Zone = "ARTICLE";
  const isLive = firstEntry(rest, rest.length) === 0;
  return rest.map((block, i) => {
    if (isLive && zone === "ARTICLE" && isClock(block.text)) return LOOSE;
    const furniture = isAboveArticle(rest, i) ? "PLAIN" : furnitureOf(block.text);
    const isReaders = furniture === "COMMENTS" && isCommentsStart(rest, i);
    zone = excerpts.has(i) ? "RELATED" : nextZone(zone, furniture, block, i > lastProse, isReaders);
    const type = typeIn(zone, block, furniture);
    const isListed = type.rule === "running-text" && i > lastProse && isListedTitle(block, rest[i + 1]);
    return isListed ? LISTED : type;
  });
}

const NO_LINE: Block = { start: 0, end: 0, text: "", isApart: false };
/** One title with a paragraph under it may as well be a link inside an article that goes on. */
const LEAST_EXCERPTS = 2;
/** In words, where it breaks off. */
const SHORTEST_EXCERPT = 8;

/**
 * What stands under the titles of other posts, by its index: from a heading of such on, each paragraph has a title right above it. An
 * article that goes on below links has paragraphs below paragraphs, or more of them below than above.
 */
function excerptsIn(rest: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  let above = 0;
  for (let i = 0; i < rest.length; i += 1) {
    const { text } = rest[i] ?? NO_LINE;
    const furniture = furnitureOf(text);
    if (furniture === "END") above = Number.POSITIVE_INFINITY;
    if (furniture === null && isArticleProse(rest[i] ?? NO_LINE)) above += 1;
    if (furniture !== "RELATED") continue;
    const list = excerptsBelow(rest, i);
    if (list.length >= LEAST_EXCERPTS && list.length <= above) for (const at of list) found.add(at);
    i = Math.max(i, list.at(-1) ?? i);
  }
  return found;
}

/** The paragraphs below a heading, up to the next line of furniture, each below a title; none where one isn't. */
function excerptsBelow(rest: readonly Block[], heading: number): number[] {
  const list: number[] = [];
  for (let i = heading + 1; i < rest.length && furnitureOf(rest[i]?.text ?? "") === null; i += 1) {
    const { text } = rest[i] ?? NO_LINE;
    const isExcerpt = isProse(text) || (shapeOf(text).isCutOff && shapeOf(text).words >= SHORTEST_EXCERPT);
    if (!isExcerpt || isTurnLikeTitle(text)) continue;
    if (i === heading + 1 || list.at(-1) === i - 1) return [];
    list.push(i);
  }
  return list;
}

/**
 * A link to the comment form at the head of an article, under a standfirst at most: running text begins right below it, and goes on.
 * Under the form itself stand titles.
 */
function isAboveArticle(rest: readonly Block[], at: number): boolean {
  if (furnitureOf(rest[at]?.text ?? "") !== "END" || at > MOST_ABOVE) return false;
  const below = rest.slice(at + 1).filter((block) => plainType(block) === null);
  return isProse(below[0]?.text ?? "") && isProse(below[1]?.text ?? "");
}
/** Lines of a standfirst, a byline and a date. */
const MOST_ABOVE = 3;

/**
 * The article's last sentence: before its comment form or its comments, where most of the running text stands above them, or
 * where below a heading of comments two readers at least speak. Names alone don't tell there: an interview has them, too.
 */
function lastProseOf(rest: readonly Block[]): number {
  const prose = rest.map((block, i) => (isArticleProse(block) ? i : -1)).filter((i) => i >= 0);
  const end = rest.findIndex(
    (block, i) => (furnitureOf(block.text) === "END" && !isAboveArticle(rest, i)) || isCommentsStart(rest, i),
  );
  const above = prose.filter((i) => i < end);
  const isLeast = above.length * 2 >= prose.length || readersBelow(rest, end) >= 2;
  return end > 0 && isLeast ? (above.at(-1) ?? -1) : (prose.at(-1) ?? -1);
}

/** Lines under a heading within which the first reader speaks. */
const NEAR_HEADING = 4;

/** "3 comments" with a reader's name or a sentence under it: not the counter in a share bar. */
function isCommentsStart(rest: readonly Block[], at: number): boolean {
  if (furnitureOf(rest[at]?.text ?? "") !== "COMMENTS") return false;
  const isCounted = /\d/.test(rest[at]?.text ?? "");
  if (isCounted && shapeOf(rest[at + 1]?.text ?? "").isSentenceEnd) return true;
  return rest.slice(at, at + NEAR_HEADING).some((_, i) => opensComment(rest, at + 1 + i));
}

const readersBelow = (rest: readonly Block[], at: number): number =>
  furnitureOf(rest[at]?.text ?? "") === "COMMENTS"
    ? rest.filter((_, i) => i > at && isReaders(rest, i)).length
    : 0;

const opensComment = (blocks: readonly Block[], at: number): boolean =>
  isNamedLine(blocks[at]?.text ?? "") || isReaders(blocks, at);

/** A reader's name before the reader's words: "Jo says:", in a line above the time or above words with the time right below them, or in one with it. */
function isReaders(blocks: readonly Block[], at: number): boolean {
  const [line = "", next = "", afterNext = ""] = blocks.slice(at, at + 3).map(({ text }) => text);
  if (isSignedComment(line)) return true;
  if (isHandle(line))
    return tellsTime(next) ? saysSomething(afterNext) : saysSomething(next) && tellsAge(afterNext);
  return tellsTime(line) && /^[^\s\d]/u.test(line) && !/^by /i.test(line) && saysSomething(next);
}

/** Words, and neither a title nor a time. */
const saysSomething = (line: string): boolean =>
  line !== "" && !tellsTime(line) && (shapeOf(line).isSentenceEnd || !isTitleLike(line));

const LISTED = { type: "TEASER", rule: "dated-title", score: 0.65 } as const;

/** Below the article's last sentence, a title with a byline or a date under it is another post's. */
function isListedTitle(block: Block, next: Block | undefined): boolean {
  const shape = shapeOf(block.text);
  return shape.words >= 4 && !shape.isSentenceEnd && next !== undefined && isDateline(next.text);
}

function isArticleProse(block: Block): boolean {
  return isProse(block.text) && !isSignedComment(block.text);
}

/** `isReaders`: a reader's words stand under this heading of comments. */
function nextZone(
  zone: Zone,
  furniture: Furniture | null,
  block: Block,
  isPastProse: boolean,
  isReaders: boolean,
): Zone {
  if (furniture === "END") return "AFTER";
  if (furniture === "COMMENTS") return isPastProse && (isReaders || zone !== "AFTER") ? "COMMENTS" : zone;
  if (furniture === "RELATED") return "RELATED";
  if (furniture === "PLAIN") return zone === "ARTICLE" && isPastProse ? "AFTER" : zone;
  if (zone === "RELATED" && isProse(block.text) && !isPastProse) return "ARTICLE";
  return zone;
}

function typeIn(zone: Zone, block: Block, furniture: Furniture | null): Verdict {
  if (furniture !== null) return { type: "CHROME", rule: "page-furniture", score: 0.9 };
  const known =
    zone === "ARTICLE" || zone === "COMMENTS"
      ? plainType(block)
      : isCaption(block.text)
        ? plainType(block)
        : null;
  const signed = zone !== "ARTICLE" && isSignedComment(block.text);
  if (zone === "COMMENTS" && isDateline(block.text))
    return { type: "COMMENT", rule: "under-comment-heading", score: 0.7 };
  if (signed || /^comment by [^:]{1,40}:/i.test(block.text))
    return { type: "COMMENT", rule: "signed-comment", score: 0.85 };
  if (zone === "COMMENTS") return { type: "COMMENT", rule: "under-comment-heading", score: 0.7 };
  if (known !== null) return known;
  if (isInlineTeaser(block.text)) return { type: "TEASER", rule: "link-line", score: 0.7 };
  if (zone === "ARTICLE") return { type: "BODY", rule: "running-text", score: 0.8 };
  if (zone === "AFTER" && !isTitleLike(block.text) && shapeOf(block.text).words < 3) {
    return { type: "CHROME", rule: "loose-line-after-article", score: 0.5 };
  }
  return {
    type: "TEASER",
    rule: zone === "RELATED" ? "under-related-heading" : "after-article",
    score: 0.75,
  };
}

/** Does this line belong to the teaser or comment above it: its date, its byline, or the excerpt under its title? */
export function continues(
  before: Block | undefined,
  block: Block,
  type: Verdict["type"] | undefined,
): boolean {
  if (before === undefined || block.isApart) return false;
  if (isDateline(block.text) || datesNextPost(block.text)) return true;
  if (type === "COMMENT" && isSignedComment(before.text)) return !isSignedComment(block.text);
  if (type !== "TEASER" || before.text.length > 160) return false;
  const isExcerpt = shapeOf(block.text).isCutOff && !shapeOf(before.text).isCutOff;
  const opening = before.text.toLowerCase().slice(0, 24);
  return isExcerpt || block.text.toLowerCase().startsWith(opening);
}
