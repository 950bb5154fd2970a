import { slugOf } from "#lib/english/wire-slugs";
import type { TypedBlocks } from "#lib/pipeline/segment/classifier/block-classifier";
import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";

/** From this chance of body on, a paragraph in an article's own box is the article's. */
const LEAST_OWN = 0.03;
/** The same of running text. */
const LEAST_PROSE = 0.005;
/** Of its letters; more is a line of links. */
const MOST_LINKED = 0.4;
const LEAST_SIBLINGS = 2;
const LEAST_WORDS = 3;

/** Running text, or a short whole sentence with few links. */
function isParagraph(facts: PageFacts, i: number): boolean {
  const isShort =
    SENTENCE.test(facts.page.blocks[i]?.text ?? "") && (facts.linkShares[i] ?? 0) <= MOST_LINKED;
  return facts.prose[i] === true || isShort;
}
const SENTENCE = /^\p{Lu}.{30,}[.!?…]["”’)]?$/su;

/** The boxes that hold paragraphs of the body right inside them, and how many. */
export function articleBoxes(facts: PageFacts, types: TypedBlocks["types"]): ReadonlyMap<number, number> {
  const boxes = new Map<number, number>();
  facts.page.blocks.forEach((_, i) => {
    const box = types[i] === "BODY" && isParagraph(facts, i) ? boxOf(facts, i) : -1;
    if (box >= 0) boxes.set(box, (boxes.get(box) ?? 0) + 1);
  });
  return boxes;
}

/**
 * Whether a whole sentence with few links, or a heading, is the article's though furniture stands around it: it is right inside a box
 * with three paragraphs of the body. `chance`: that it is body, to the classifier; a heading is the article's where the classifier has body below it.
 */
export function isOwnParagraph(
  facts: PageFacts,
  i: number,
  boxes: ReadonlyMap<number, number>,
  { chance, isBeforeBody }: { readonly chance: number; readonly isBeforeBody: boolean },
): boolean {
  if (
    chance < (facts.prose[i] === true ? LEAST_PROSE : LEAST_OWN) ||
    (facts.linkShares[i] ?? 0) > MOST_LINKED
  )
    return false;
  const text = facts.page.blocks[i]?.text ?? "";
  if (isBeforeBody && isHeadingIn(facts, i, boxes)) return true;
  const isSentence = /[.!?…:]["”’)]?$/.test(text) && text.split(" ", LEAST_WORDS).length >= LEAST_WORDS;
  return isSentence && (boxes.get(boxOf(facts, i)) ?? 0) >= LEAST_SIBLINGS;
}

/** Lines between the lead and the text below it: who shares it, who took the picture. */
const MOST_BETWEEN = 8;

/**
 * The paragraph above the body that opens with a wire's slug ("KESTREL BAY (HNA) - Divers raised …"), below the headline: some agencies set their lead in a
 * box of its own, which looks like an excerpt. -1 where there is none.
 */
export function wireLead(facts: PageFacts, types: TypedBlocks["types"]): number {
  const body = types.indexOf("BODY");
  const headline = types.indexOf("HEADLINE");
  if (headline < 0 || body < headline) return -1;
  return facts.page.blocks.findIndex(({ text }, i) => {
    if (i <= headline || i >= body || i < body - MOST_BETWEEN) return false;
    const slug = facts.prose[i] === true && types[i] !== "CAPTION" ? slugOf(text) : null;
    return slug?.agency != null && slug.place !== null;
  });
}

/** A heading right inside of the article's box. */
function isHeadingIn({ page }: PageFacts, i: number, boxes: ReadonlyMap<number, number>): boolean {
  const own = page.elements[page.blocks[i]?.element ?? -1];
  return own !== undefined && /^h[2-5]$/.test(own.tag) && (boxes.get(own.parent) ?? 0) >= LEAST_SIBLINGS;
}

/** The box right around a `p` element; -1 for blocks that are none. */
function boxOf({ page }: PageFacts, i: number): number {
  const own = page.elements[page.blocks[i]?.element ?? -1];
  return own?.tag === "p" ? own.parent : -1;
}

const POINTER =
  /^(?:read more|read also|also read|read next|see also|more on this|related|related stories|watch|mehr dazu|lesen sie auch|mehr zum thema)\s?[:|–—-]/i;
const LONGEST_LABEL = 40;

/** "Read more: *Exact day the market closes*": a label and little but a link behind it leads to another post. */
export function isPointer(facts: PageFacts, i: number): boolean {
  const { text = "", linked = 0 } = facts.page.blocks[i] ?? {};
  const label = POINTER.exec(text.slice(0, LONGEST_LABEL))?.[0].length ?? 0;
  return label > 0 && linked >= (text.length - label) * 0.8;
}
