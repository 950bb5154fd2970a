import { CalendarDate } from "#lib/domain/analysis";
import type { SegmentType } from "#lib/domain/labels";
import { visibleDates } from "#lib/english/dates";
import { AppError } from "#lib/errors";
import { blockWeights } from "#lib/models/block-weights";
import { classifyBlocks, type TypedBlocks } from "#lib/pipeline/segment/classifier/block-classifier";
import { BLOCK_TYPES } from "#lib/pipeline/segment/classifier/block-types";
import { type BlockModel, unpack } from "#lib/pipeline/segment/classifier/classifier-model";
import { factsOf, type PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import type { SeenLines } from "#lib/pipeline/segment/metadata/page-metadata";
import type { TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { datesNextPost, isDateline } from "#lib/pipeline/segment/parts/dateline";
import { BLOCK_MODEL } from "#lib/pipeline/segment/parts/rules";
import type { TypedLink, TypedPage } from "#lib/pipeline/segment/posts/typed-page";
import { MAX_BLOCKS } from "#lib/pipeline/segment/text/block";
import * as words from "#lib/words";
import { blocksOfCalls } from "./call-boxes";
import { isInFurniture } from "./furniture-boxes";
import { pageOfHtml } from "./html-page";
import { articleBoxes, isOwnParagraph, isPointer, wireLead } from "./own-paragraphs";
import { standsWithNext } from "./post-places";
import { withoutEmptyPosts, withRepeatedPosts } from "./repeated-posts";
import { typesByOthers } from "./told-by-others";

const pages = words.pages;

let unpacked: BlockModel | null = null;

function shippedModel(): BlockModel {
  unpacked ??= unpack(blockWeights);
  return unpacked;
}

/**
 * An HTML page, its blocks typed by the trained classifier.
 *
 * Throws   AppError `too_large` beyond the limits in `block` and `tree`.
 */
export function typedHtml(content: string, model: BlockModel = shippedModel()): TypedPage {
  const page = pageOfHtml(content);
  if (page.blocks.length > MAX_BLOCKS) throw new AppError("too_large", pages.tooManyLines);
  const facts = factsOf(page);
  const { text, head } = facts.page;
  const typed = classifyBlocks(facts, model);
  const own = typedBlocks(facts, typed);
  const others = typed.isForced ? [] : typesByOthers(facts, own);
  const read = withRepeatedPosts(
    facts,
    own.map((block, i) => ({ ...block, ...others[i] })),
  );
  const blocks = withoutEmptyPosts(read, postStarts(facts, read));
  const starts = postStarts(facts, blocks);
  return {
    text,
    groups: starts.map((start, i) => blocks.slice(start, starts[i + 1] ?? blocks.length)),
    links: linksIn(facts, blocks),
    days: starts.map((start, i) => dayIn(facts, blocks, start, starts[i + 1] ?? blocks.length)),
    head,
    seen: seenIn(facts, typed, blocks.slice(0, starts[1] ?? blocks.length)),
    modelVersion: model.version,
    notes: typed.isForced ? [NO_ARTICLE] : [],
  };
}

/** What the page says itself, and lines that name a source. Menus, other posts and comments aren't its own. */
const OWN: ReadonlySet<SegmentType> = new Set(["HEADLINE", "DATELINE", "BODY", "CAPTION"]);
const SOURCE_LINE =
  /^(?:(?:original )?source|via|(?:first|originally) (?:published|appeared)|المصدر)(?:[\s:]|$)/iu;

function linksIn({ page }: PageFacts, blocks: readonly TypedBlock[]): TypedLink[] {
  return page.blocks.flatMap(({ start, text, hrefs }, i) => {
    const type = blocks[i]?.type ?? "CHROME";
    const isOwn = OWN.has(type) || (type === "CHROME" && SOURCE_LINE.test(text));
    return isOwn ? hrefs.map((href) => ({ at: start, href })) : [];
  });
}

const NO_ARTICLE = {
  stage: "segment",
  remark: "No part looked like an article; the likeliest part was taken.",
};

function typedBlocks(facts: PageFacts, { types, chances, isForced }: TypedBlocks): TypedBlock[] {
  const boxes = articleBoxes(facts, types);
  const called = blocksOfCalls(facts, boxes);
  const lead = isForced ? -1 : wireLead(facts, types);
  let hasProse = false;
  return facts.page.blocks.map(({ start, end, text }, i) => {
    const isOwn =
      !isForced &&
      isOwnParagraph(facts, i, boxes, {
        chance: chances[i]?.[BODY] ?? 0,
        isBeforeBody: types[i + 1] === "BODY",
      });
    const type = isOwn || i === lead ? "BODY" : (types[i] ?? "CHROME");
    // Blogs write the agency's date line into the article's own box, and the day above a post as a heading.
    const isRead = type === "HEADLINE" || (type === "BODY" && !hasProse);
    const isDated = isRead && (isDateline(text) || datesNextPost(text));
    hasProse ||= type === "BODY" && facts.prose[i] === true && !isDated;
    const isOpening = type !== types[i - 1] || opensAnother(facts, type, i);
    const place = { start, end, text, isOpening };
    if (!isForced && leadsHome(facts, i)) return { ...place, type: "CHROME", rule: "link-home", score: 0.9 };
    if (type === "BODY" && !isForced && (isShoutedLink(facts, i) || isPointer(facts, i)))
      return { ...place, type: "TEASER", rule: "link-line", score: 0.8 };
    if (type === "BODY" && !isForced && (called.has(i) || isInFurniture(facts, i)))
      return { ...place, type: "CHROME", rule: "page-furniture", score: 0.8 };
    if (isDated) return { ...place, type: "DATELINE", rule: "date-or-byline", score: 0.9 };
    const score = Math.min(1, chances[i]?.[BLOCK_TYPES.indexOf(type)] ?? 0);
    return { ...place, type, rule: BLOCK_MODEL, score };
  });
}

const LEAST_SHOUTED = 5;

/** A whole line in capitals that is one link: a promotion of another post between the paragraphs. */
function isShoutedLink(facts: PageFacts, i: number): boolean {
  const text = facts.page.blocks[i]?.text ?? "";
  const isLink = (facts.linkShares[i] ?? 0) > 0.9;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return (
    isLink && words.length >= LEAST_SHOUTED && text === text.toUpperCase() && text !== text.toLowerCase()
  );
}

const LONGEST_NAME = 60;

/** A short line that is a link to the site's front page: its name, or the first word of its menu. */
function leadsHome(facts: PageFacts, i: number): boolean {
  const block = facts.page.blocks[i];
  const isAll = (facts.linkShares[i] ?? 0) > 0.9 && block?.linkCount === 1;
  return isAll && block.isLinkHome && block.text.length < LONGEST_NAME;
}

/** Whether a teaser or a comment is another one than the one before it: it has a box, a heading or a link of its own. */
function opensAnother(facts: PageFacts, type: TypedBlock["type"], i: number): boolean {
  const cards = [i - 1, i].map((at) => cardOf(facts, facts.page.blocks[at]?.element ?? -1, type));
  if (cards.some((card) => card >= 0)) return cards[0] !== cards[1];
  return (facts.headings[i] ?? 0) > 0 || (facts.linkShares[i] ?? 0) > 0.8;
}

const MOST_STEPS = 8;

/** The innermost box that stands for one teaser or one comment: a list's entry, else one that is named so; -1 without one. */
function cardOf(facts: PageFacts, element: number, type: TypedBlock["type"]): number {
  const pattern = type === "COMMENT" ? /\bcomment\b(?!s)/ : /\bcard\b|\btile\b|\bitem\b|teaser|\bpost\b/;
  let named = -1;
  let at = element;
  for (let step = 0; at > 0 && step < MOST_STEPS; step += 1) {
    const box = facts.page.elements[at];
    if (box === undefined || box.tag === "li" || box.tag === "article") return at;
    if (named < 0 && pattern.test(box.words)) named = at;
    at = box.parent;
  }
  return named;
}

/** The first day that a `time` element gives in the post of blocks `[from, to)`, outside of its teasers and comments. */
function dayIn(
  { page }: PageFacts,
  blocks: readonly TypedBlock[],
  from: number,
  to: number,
): CalendarDate | null {
  for (const { datetime, block, words } of page.head.times) {
    const type = blocks[block]?.type;
    if (block < from || block >= to || type === "TEASER" || type === "COMMENT") continue;
    const day = CalendarDate.safeParse(datetime.trim().slice(0, 10));
    if (day.success && !/updated|modified/.test(words)) return day.data;
  }
  return null;
}

/** A heading that is a headline, below an article with one: another post begins, with the date that stands above it. */
function postStarts(facts: PageFacts, blocks: readonly TypedBlock[]): number[] {
  const starts = [0];
  let hasHeadline = false;
  let hasBody = false;
  blocks.forEach(({ type }, i) => {
    const isTitle = type === "HEADLINE" && (facts.headings[i] ?? 0) > 0;
    if (isTitle && hasHeadline && hasBody) {
      const above = blocks[i - 1];
      const isDated =
        above?.type === "DATELINE" &&
        (visibleDates(above.text)[0]?.start === 0 || datesNextPost(above.text)) &&
        standsWithNext(facts, i - 1);
      starts.push(isDated ? i - 1 : i);
      hasBody = false;
    }
    hasHeadline ||= type === "HEADLINE";
    hasBody ||= type === "BODY";
  });
  return starts;
}

const BODY = BLOCK_TYPES.indexOf("BODY");
const HEADLINE = BLOCK_TYPES.indexOf("HEADLINE");
const NEAR = 10;
const LONGEST_LINE = 200;
const MOST_LINES = 40;

/** Possible titles; lines about date and author, those typed so and nearest to the headline first; the lead. */
function seenIn(facts: PageFacts, { chances }: TypedBlocks, blocks: readonly TypedBlock[]): SeenLines {
  const placeOf = (type: TypedBlock["type"]) => blocks.findIndex((block) => block.type === type);
  const from = Math.max(0, placeOf("BODY"));
  const to = Math.max(
    from,
    blocks.findLastIndex(({ type }) => type === "BODY"),
  );
  const headline = Math.max(0, placeOf("HEADLINE"));
  const titles = facts.page.blocks.flatMap((_, i) => {
    const text = wholeHeading(facts, i);
    if (text === null || leadsHome(facts, i)) return [];
    const [inTitle, ofTitle] = facts.titleLikeness[i] ?? [0, 0];
    const chance = chances[i]?.[HEADLINE] ?? 0;
    const level = facts.headings[i] ?? 0;
    const isBeforeBody = i <= from;
    const isTop = level === 1 || (level === 2 && isBeforeBody);
    const isCandidate = isTop || chance > 0.1 || inTitle * ofTitle > 0.25;
    return isCandidate && !isDateline(text) ? [{ text, level, chance, isBeforeBody }] : [];
  });
  const isNear = (i: number) => i >= Math.min(headline, from) - NEAR && i < from + 3;
  const datelines = blocks
    .map(({ text, type }, i) => ({ text, i, isDateline: type === "DATELINE" }))
    .filter(({ i }) => !isAboveMenu(facts, i, headline) && !isClock(facts, i))
    .filter(({ text, i, isDateline }) => isDateline || (isNear(i) && isDated(text) && !isTold(facts, i)))
    .sort(
      (a, b) =>
        Number(b.isDateline) - Number(a.isDateline) || Math.abs(a.i - headline) - Math.abs(b.i - headline),
    )
    .map(({ text }) => text)
    .slice(0, MOST_LINES);
  const elsewhere = blocks.flatMap(({ text, type }) =>
    type !== "TEASER" && type !== "COMMENT" && isDated(text) && isDateline(text) ? [text] : [],
  );
  return { titles, datelines, elsewhere, lead: blocks[from]?.text ?? null, from, to };
}

/** A heading with all its lines, a space for each break; null for a line that goes on from the one above. Of any other block its text. */
function wholeHeading({ page, headings }: PageFacts, i: number): string | null {
  const own = page.blocks[i];
  if (own === undefined || (headings[i] ?? 0) === 0) return own?.text ?? null;
  const isOf = (at: number) =>
    page.blocks[at]?.element === own.element && page.blocks[at]?.isAfterBreak === true;
  if (own.isAfterBreak && page.blocks[i - 1]?.element === own.element) return null;
  let text = own.text;
  for (let at = i + 1; isOf(at); at += 1) text += ` ${page.blocks[at]?.text ?? ""}`;
  return text;
}

/** What authors name after the day on which the page is read. */
const CLOCK = /\b(?:todays? date|current (?:date|time|day)|date ?(?:today|now)|clock)\b|^today$/;

function isClock({ page }: PageFacts, i: number): boolean {
  const { element = -1, inlineWords = "" } = page.blocks[i] ?? {};
  return CLOCK.test(inlineWords) || CLOCK.test(page.elements[element]?.words ?? "");
}

/** Between the day in the site's own top bar and the headline stand the links of a menu. */
function isAboveMenu(facts: PageFacts, at: number, headline: number): boolean {
  if (headline - at < 2 || headline - at > MOST_OF_MENU) return false;
  const links = facts.page.blocks
    .slice(at + 1, headline)
    .filter((_, k) => (facts.linkShares[at + 1 + k] ?? 0) > 0.8);
  return links.length >= LEAST_OF_MENU;
}
const LEAST_OF_MENU = 2;
const MOST_OF_MENU = 400;

/** A sentence of the text: the days in it are those of what it tells. */
const isTold = ({ page, prose }: PageFacts, i: number): boolean =>
  prose[i] === true && /[.!?]$/.test(page.blocks[i]?.text ?? "");

function isDated(text: string): boolean {
  return text.length < LONGEST_LINE && visibleDates(text).some(({ year }) => year !== null);
}
