import { visibleDates } from "#lib/english/dates";
import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import type { TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { isDateline } from "#lib/pipeline/segment/parts/dateline";

/** Titles of one level on a page, and what stands under each: what one post could be. */

/** Pages list hundreds of posts, and none thousands: the rest is left as the classifier saw it. */
const MOST_TITLES = 1000;
/** A line beside a title that gives its date, in UTF-16 units. */
const LONGEST_LINE = 120;

/** One title and what stands under it: blocks [from, to); `date` is the place of the line that dates it, -1 without one. */
export interface Place {
  readonly from: number;
  readonly to: number;
  /** The outermost element that holds this title and no other. */
  readonly box: number;
  readonly date: number;
  readonly isLinked: boolean;
  /** Another such title ends it, so that nothing of the site's own stands in it. */
  readonly isClosed: boolean;
}

/** From the title at block `first` on: every title of its level, in order; none where it is the only one. */
export function placesOf(facts: PageFacts, blocks: readonly TypedBlock[], first: number): Place[] {
  const level = facts.headings[first] ?? 0;
  const titles: number[] = [];
  for (let i = first; i < blocks.length && titles.length < MOST_TITLES; i += 1) {
    // A heading of two lines is one.
    const isNext = facts.page.blocks[i]?.element !== facts.page.blocks[i - 1]?.element;
    if (facts.headings[i] === level && isNext && canBeTitle(blocks[i])) titles.push(i);
  }
  if (titles.length < 2) return [];
  const boxes = boxesOf(facts, titles);
  return titles.map((from, n) => {
    const to = sectionEnd(facts, from, titles[n + 1] ?? blocks.length);
    const box = boxes[n] ?? -1;
    const isLinked = (facts.linkShares[from] ?? 0) > 0.8 && facts.page.blocks[from]?.isLinkHome === false;
    return {
      from,
      to,
      box,
      isLinked,
      isClosed: to === titles[n + 1],
      date: dateBeside(facts, { from, to, box }),
    };
  });
}

export function canBeTitle(block: TypedBlock | undefined): boolean {
  if (block === undefined || block.type === "COMMENT") return false;
  return block.text.length <= 300 && !isDateline(block.text);
}

/** For each title the outermost element that holds no other. */
function boxesOf(facts: PageFacts, titles: readonly number[]): number[] {
  const counts = new Map<number, number>();
  const { blocks, elements } = facts.page;
  const elementOf = (title: number) => blocks[title]?.element ?? -1;
  for (const title of titles) {
    for (let at = elementOf(title); at >= 0; at = elements[at]?.parent ?? -1)
      counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return titles.map((title) => {
    let box = elementOf(title);
    for (let at = box; at >= 0 && counts.get(at) === 1; at = elements[at]?.parent ?? -1) box = at;
    return box;
  });
}

/** A section ends where a heading of its own rank or a higher one stands, whoever's it is. */
function sectionEnd(facts: PageFacts, from: number, next: number): number {
  const level = facts.headings[from] ?? 0;
  for (let i = from + 1; i < next; i += 1) {
    const rank = facts.headings[i] ?? 0;
    if (rank > 0 && rank <= level && facts.page.blocks[i]?.element !== facts.page.blocks[from]?.element)
      return i;
  }
  return next;
}

/** The line above a title, one of the two under it, or one in its box that gives a date and nothing else. */
function dateBeside(facts: PageFacts, { from, to, box }: Pick<Place, "from" | "to" | "box">): number {
  const near = [from + 1, from + 2].filter((i) => i < to && isDateLine(facts, i));
  if (near[0] !== undefined) return near[0];
  if (isDateLine(facts, from - 1) && standsWithNext(facts, from - 1)) return from - 1;
  for (let i = from + 3; i < to; i += 1)
    if (isInside(facts, i, box) && isDateline(textOf(facts, i)) && isDateLine(facts, i)) return i;
  return -1;
}

/** Does a block share more boxes with the next one than with the one before it? Among blocks of one box it counts as the next one's. */
export function standsWithNext(facts: PageFacts, i: number): boolean {
  return sharedDepth(facts, i, i + 1) >= sharedDepth(facts, i - 1, i);
}

/** The depth of the innermost element around two blocks; -1 where one of them isn't there. */
function sharedDepth(facts: PageFacts, a: number, b: number): number {
  const { blocks, elements } = facts.page;
  let [one, other] = [blocks[a]?.element ?? -1, blocks[b]?.element ?? -1];
  // A parent stands before its children.
  while (one !== other && one >= 0 && other >= 0) {
    if (one > other) one = elements[one]?.parent ?? -1;
    else other = elements[other]?.parent ?? -1;
  }
  return one === other ? (elements[one]?.depth ?? -1) : -1;
}

function isDateLine(facts: PageFacts, i: number): boolean {
  const text = textOf(facts, i);
  if (text === "" || text.length > LONGEST_LINE || facts.prose[i] === true || /[.!?؟]$/.test(text))
    return false;
  return visibleDates(text).some(({ year }) => year !== null);
}

function textOf(facts: PageFacts, i: number): string {
  return facts.page.blocks[i]?.text ?? "";
}

function isInside(facts: PageFacts, i: number, box: number): boolean {
  for (let at = facts.page.blocks[i]?.element ?? -1; at >= box; at = facts.page.elements[at]?.parent ?? -1)
    if (at === box) return true;
  return false;
}

/** Elements of one kind at one depth: themes write all their posts alike. */
export function isBuiltAlike(facts: PageFacts, a: Place, b: Place): boolean {
  const [one, other] = [facts.page.elements[a.box], facts.page.elements[b.box]];
  if (one === undefined || other === undefined) return false;
  if (one.tag !== other.tag || one.depth !== other.depth) return false;
  const words = new Set(one.words.split(" "));
  return other.words.split(" ").some((word) => words.has(word));
}

/** A title with no box around it that holds its post too. */
function isAlone(facts: PageFacts, { from, box }: Place): boolean {
  return box === facts.page.blocks[from]?.element;
}

/** What stands under a title in its own box; without a box of its own, up to the next title. */
export function linesOf(facts: PageFacts, blocks: readonly TypedBlock[], place: Place) {
  const { from, to, box, date, isClosed } = place;
  const isBare = isAlone(facts, place);
  const isText = (i: number, type: TypedBlock["type"]) =>
    type !== "CHROME" || (isClosed && facts.prose[i] === true);
  return blocks
    .slice(from + 1, to)
    .map(({ text, type }, n) => ({ text, type, i: from + 1 + n }))
    .filter(({ i, type }) => i !== date && (isBare ? isText(i, type) : isInside(facts, i, box)));
}
