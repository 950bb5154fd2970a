import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import type { TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { canBeTitle, isBuiltAlike, linesOf, type Place, placesOf } from "./post-places";

/** The text of a post of which only the start is here, in UTF-16 units. */
const LONGEST_START = 900;
/** How many blocks above the running text its title stands at most. */
const NEAR = 4;

/** At the end of a text: it breaks off, and a link may follow. */
const CUT = /(?:\.\.\.|…)["”\])]{0,3}(?: [\p{L}\p{M} ]{3,30})?[→»›]?$/u;
const LONGEST_END = 60;
const READ_MORE =
  /^[\s\p{P}]*(?:read (?:more|on|the (?:rest|full))|continue reading|(?:keep|full) reading|more\b|full (?:story|post|article)|اقرأ|إقرأ|قراءة|المزيد|تابع|أكمل|زیاتر|درێژە|خوێندنەوە)/iu;

/**
 * The posts of a blog's home page or archive: titles of one level that are built alike, each with a date of its own or a link to
 * its own page. The classifier learned from pages of one article, and takes the later ones for its subheadings.
 *
 * Such a title begins a post where running text follows; where only its start is here, all of it is a teaser. An article's
 * subheadings are of another level than its title, and have neither date nor link.
 */
export function withRepeatedPosts(facts: PageFacts, blocks: readonly TypedBlock[]): readonly TypedBlock[] {
  const first = firstTitle(facts, blocks);
  if (first < 0) return blocks;
  const [model, ...others] = placesOf(facts, blocks, first);
  if (model === undefined || !isOwn(model)) return blocks;
  const typed = [...blocks];
  const own = others.filter(isOwn);
  const alike = new Set(own.filter((place) => isBuiltAlike(facts, model, place)));
  // A linked heading in the site's furniture is one more button of it, unless it is built like the posts.
  const isTitle = (place: Place) => alike.has(place) || blocks[place.from]?.type !== "CHROME";
  const starts = new Set(
    own.filter((place) => place.isLinked && isTitle(place) && isStart(facts, blocks, place)),
  );
  const posts = [...alike].filter((place) => !starts.has(place));
  for (const place of starts) setTeaser(facts, typed, place);
  for (const place of posts) setPost(facts, typed, place);
  // Its title may be missed, and its date is taken for text where it stands at the end.
  if (posts.length > 0) setPost(facts, typed, model);
  return typed;
}

/** The page's headline, where it is a heading; without one, the heading next above its first running text. */
function firstTitle(facts: PageFacts, blocks: readonly TypedBlock[]): number {
  const isHeading = (i: number) => (facts.headings[i] ?? 0) > 0;
  const headline = blocks.findIndex(({ type }, i) => type === "HEADLINE" && isHeading(i));
  if (headline >= 0) return headline;
  const text = blocks.findIndex(({ type }, i) => type === "BODY" && facts.prose[i] === true);
  const isNear = (i: number) => i < text && i >= text - NEAR;
  return blocks.findLastIndex(
    (block, i) => isNear(i) && isHeading(i) && block.type !== "CHROME" && canBeTitle(block),
  );
}

function isOwn({ date, isLinked }: Place): boolean {
  return date >= 0 || isLinked;
}

/** Is only the start of this post here? Its text breaks off, a link leads on to the rest, or there is none. */
function isStart(facts: PageFacts, blocks: readonly TypedBlock[], place: Place): boolean {
  const lines = linesOf(facts, blocks, place);
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_START) return false;
  const isCut = lines.some(({ text }) => CUT.test(text.slice(-LONGEST_END)));
  const leadsOn = lines.some(({ text, i }) => (facts.linkShares[i] ?? 0) > 0.8 && READ_MORE.test(text));
  return isCut || leadsOn || !lines.some(({ i }) => facts.prose[i] === true);
}

function setDate(blocks: TypedBlock[], i: number): void {
  const block = blocks[i];
  if (block === undefined || block.type === "DATELINE") return;
  blocks[i] = { ...block, type: "DATELINE", rule: "date-or-byline", score: 0.8, isOpening: true };
}

function setPost(facts: PageFacts, blocks: TypedBlock[], place: Place): void {
  const title = blocks[place.from];
  if (title === undefined) return;
  if (title.type !== "HEADLINE")
    blocks[place.from] = { ...title, type: "HEADLINE", rule: "repeated-title", score: 0.8, isOpening: true };
  setDate(blocks, place.date);
  // Among posts that are alike the classifier takes later ones for teasers or furniture: this one is here in full.
  for (const { i } of linesOf(facts, blocks, place)) {
    const block = blocks[i];
    if (block === undefined || (facts.linkShares[i] ?? 0) > 0.5) continue;
    const isMissed = block.type === "TEASER" || (block.type === "CHROME" && facts.prose[i] === true);
    if (isMissed) blocks[i] = { ...block, type: "BODY", rule: "repeated-post", score: 0.7 };
  }
}

function setTeaser(facts: PageFacts, blocks: TypedBlock[], place: Place): void {
  const isDateAbove = place.date === place.from - 1;
  const begins = isDateAbove ? place.date : place.from;
  const own = [begins, place.from, place.date, ...linesOf(facts, blocks, place).map(({ i }) => i)];
  for (const i of new Set(own)) {
    const block = blocks[i];
    if (block === undefined) continue;
    blocks[i] = { ...block, type: "TEASER", rule: "repeated-start", score: 0.75, isOpening: i === begins };
  }
}

/**
 * A later title without running text under it is no post: what is here of that post is its start. Returns the same blocks,
 * those of such posts typed as teasers.
 */
export function withoutEmptyPosts(blocks: readonly TypedBlock[], starts: readonly number[]): TypedBlock[] {
  const typed = [...blocks];
  for (const [n, start] of starts.entries()) {
    const end = starts[n + 1] ?? blocks.length;
    if (n === 0 || blocks.slice(start, end).some(({ type }) => type === "BODY")) continue;
    for (let i = start; i < end; i += 1) {
      const block = blocks[i];
      if (block?.type !== "HEADLINE" && block?.type !== "DATELINE") continue;
      const isOpening = i === start || (block.type === "HEADLINE" && blocks[i - 1]?.type !== "HEADLINE");
      typed[i] = { ...block, type: "TEASER", rule: "repeated-start", score: 0.6, isOpening };
    }
  }
  return typed;
}
