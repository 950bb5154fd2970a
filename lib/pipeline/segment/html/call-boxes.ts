import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import type { PageElement } from "#lib/pipeline/segment/parts/page-document";

/** What is there to be pressed, ticked or filled in; a link is where its author names it a button. */
const CONTROL = /^(?:button|input)$/;
const NAMED_CONTROL = /\b(?:btn|button|cta)\b/;
/** A list of things to tick is content, and so is a table. */
const CONTENT = /^(?:ul|ol|dl|table|figure|details)$/;
/** In units of running text: a box with more is folded text of the article's with a button that opens it. */
const LONGEST_CALL = 400;
/** Of the page's running text. */
const MOST_OF_PAGE = 0.35;
/** A card for each of ten things is what the page tells of. */
const MOST_CALLS = 3;
/** Paragraphs of the body beside the box. */
const LEAST_AROUND = 2;
/** Of what such a box says beside its heading. */
const LEAST_WORDS = 3;
/** Elements up from a control to the box that stands among paragraphs. */
const MOST_UP = 12;

const NONE: ReadonlySet<number> = new Set();

/**
 * The blocks of small boxes among an article's paragraphs in which there is something to press: a sign-up, a plea for money, a poll.
 *
 * `boxes`   how many paragraphs of the body stand right inside an element (`articleBoxes`).
 */
export function blocksOfCalls(facts: PageFacts, boxes: ReadonlyMap<number, number>): ReadonlySet<number> {
  const { elements, blocks } = facts.page;
  const isAmong = (at: number) => (boxes.get(elements[at]?.parent ?? -1) ?? 0) >= LEAST_AROUND;
  const boxOf = (element: number) => boxAround(elements, element, isAmong);
  const calls = new Set<number>();
  elements.forEach(({ tag, words }, i) => {
    if (!CONTROL.test(tag) && !NAMED_CONTROL.test(words)) return;
    const box = boxOf(i);
    if (box > 0 && box !== i && isSmallBox(facts, box) && (boxes.get(box) ?? 0) < LEAST_AROUND)
      calls.add(box);
  });
  if (calls.size === 0 || calls.size > MOST_CALLS) return NONE;
  // A heading with a button that copies its address is a heading.
  const isTold = (i: number, text: string) =>
    (facts.headings[i] ?? 0) === 0 && text.split(" ", LEAST_WORDS).length >= LEAST_WORDS;
  const told = new Set(blocks.map(({ element, text }, i) => (isTold(i, text) ? boxOf(element) : -1)));
  const isCall = (box: number) => calls.has(box) && told.has(box);
  return new Set(blocks.flatMap(({ element }, i) => (isCall(boxOf(element)) ? [i] : [])));
}

function isSmallBox({ page, containers }: PageFacts, at: number): boolean {
  const own = page.elements[at];
  if (own?.isBlock !== true || CONTENT.test(own.tag)) return false;
  const prose = containers.prose[at] ?? 0;
  return prose <= LONGEST_CALL && prose <= MOST_OF_PAGE * Math.max(1, containers.prose[0] ?? 1);
}

/** From an element up to the one that stands among paragraphs; -1 where none does. */
function boxAround(elements: readonly PageElement[], from: number, isAmong: (at: number) => boolean): number {
  let at = from;
  for (let step = 0; at > 0 && step < MOST_UP; step += 1) {
    if (isAmong(at)) return at;
    at = elements[at]?.parent ?? -1;
  }
  return -1;
}
