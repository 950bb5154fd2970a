import { visibleDates } from "#lib/english/dates";
import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import type { TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { furnitureOf, isUnderPicture } from "#lib/pipeline/segment/text/furniture";

/** What several lines tell together of a page's blocks; for each the type that it has then, or null. */
export function typesByOthers(
  facts: PageFacts,
  blocks: readonly TypedBlock[],
): readonly (Pick<TypedBlock, "type" | "rule" | "score"> | null)[] {
  const readers = firstReader(blocks);
  const repeated = repeatedLines(facts, blocks);
  return blocks.map(({ type, text }, i) => {
    if (readers >= 0 && i >= readers && (type === "BODY" || type === "TEASER")) return COMMENT;
    if (type !== "BODY") return null;
    if (isCard(blocks, i) || isCard(blocks, i + 1)) return CARD;
    if (isUnderPicture(text)) return CREDITED;
    if (isDisclaimer(text) || isBar(facts, i, text)) return BOILERPLATE;
    return repeated.has(text) ? BOILERPLATE : null;
  });
}

const COMMENT = { type: "COMMENT", rule: "under-comment-heading", score: 0.7 } as const;
const CARD = { type: "TEASER", rule: "under-related-heading", score: 0.7 } as const;
const CREDITED = { type: "CAPTION", rule: "caption-or-credit", score: 0.8 } as const;
const BOILERPLATE = { type: "CHROME", rule: "page-furniture", score: 0.8 } as const;

/** In units. */
const LONGEST_HEAD = 120;
const LEAST_HEADS = 4;
const LEAST_ANSWERS = 2;

/**
 * Where a board's readers begin: the title above the first line "by Jo88 on Friday May 3, 2024", where four such stand below the article and
 * two of their titles answer others ("Re: …"). -1 on other pages.
 */
function firstReader(blocks: readonly TypedBlock[]): number {
  const article = blocks.findIndex(({ type }) => type === "BODY");
  const heads = blocks.flatMap(({ text }, i) =>
    article >= 0 && i > article + 1 && isSignature(text) ? [i - 1] : [],
  );
  const answers = heads.filter((i) => /^re: ?/i.test(blocks[i]?.text ?? ""));
  const isBoard = heads.length >= LEAST_HEADS && answers.length >= LEAST_ANSWERS;
  return isBoard ? (heads[0] ?? -1) : -1;
}

const isSignature = (line: string): boolean =>
  line.length <= LONGEST_HEAD &&
  /^by \S/i.test(line) &&
  (/ \(\d+\)/.test(line) || visibleDates(line).length > 0);

/** "Why the quay was sold" with "Why the quay was sold …" right below it: a card's title and its excerpt, which begins with the title. */
function isCard(blocks: readonly TypedBlock[], i: number): boolean {
  const [title = "", excerpt = ""] = [blocks[i - 1]?.text, blocks[i]?.text];
  const isCutOff = /(?:\.\.\.|…)$/.test(excerpt) && excerpt.length < LONGEST_HEAD * 2;
  return isCutOff && title.length >= SHORTEST_TITLE && excerpt.startsWith(title);
}
const SHORTEST_TITLE = 15;

/** "The views expressed here are the authors' own and do not necessarily reflect …": the site's, not the article's. */
const isDisclaimer = (text: string): boolean =>
  /\b(?:views|opinions) (?:and opinions )?expressed\b.{0,160}\bnot (?:necessarily )?(?:reflect|represent|those of)/is.test(
    text.slice(0, 400),
  );

/** A short line that the rules of plain text know for a button or a bar: "Advertisement - continue reading below". */
function isBar(facts: PageFacts, i: number, text: string): boolean {
  if (text.length > LONGEST_BAR || (facts.headings[i] ?? 0) > 0 || /[.!?]$/.test(text)) return false;
  return text.includes(" ") && furnitureOf(text) === "PLAIN";
}
/** In units. */
const LONGEST_BAR = 60;

const LEAST_TIMES = 3;
const LEAST_WORDS = 8;
/** What buttons say. */
const ORDERS =
  /^(?:view|shop|read|watch|buy|learn|get|see|check|add|start|sign|download|try|find|visit|click|use|book|order)\b/i;

/** Lines that the body holds three times and more: a note of eight words, a link, or an order to click. What a song repeats is shorter. */
function repeatedLines(facts: PageFacts, blocks: readonly TypedBlock[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  blocks.forEach(({ type, text }, i) => {
    const isLong = text.split(" ", LEAST_WORDS).length >= LEAST_WORDS;
    const isLink = (facts.linkShares[i] ?? 0) > 0.8;
    const isHeading = (facts.headings[i] ?? 0) > 0;
    if (
      type === "BODY" &&
      !isHeading &&
      text.length <= LONGEST_HEAD * 2 &&
      (isLong || isLink || ORDERS.test(text))
    )
      times.set(text, (times.get(text) ?? 0) + 1);
  });
  const repeated = [...times].filter(([, count]) => count >= LEAST_TIMES);
  // Where most is said over and over, as in posts that are much alike, it is what the page tells.
  const said = repeated.reduce((sum, [, count]) => sum + count, 0);
  const body = blocks.filter(({ type }) => type === "BODY").length;
  return new Set(said * 2 > body ? [] : repeated.map(([text]) => text));
}
