import type { AnalysedPost, AnalysedSegment, CalendarDate } from "#lib/domain/analysis";
import { dateOf, visibleDates } from "#lib/text/dates";
import { firstUnits } from "#lib/text/endings";
import type { Block } from "./block-type";
import { isDateline } from "./dateline";
import { furnitureOf, isSignedComment } from "./furniture";
import { reasonFor } from "./rules";
import { isProse, isTitleLike, shapeOf } from "./shape";
import type { TypedBlock } from "./zones";

/** Teasers and comments are segments of their own up to here; longer lists go together, so that a list page stays bounded. */
const MAX_SINGLES = 500;

/**
 * Cuts a page into its posts: after a comment form, a date line, a title and running text begin another one. The first
 * element begins at block 0.
 */
export function postStarts(blocks: readonly Block[]): number[] {
  const starts = [0];
  let isAfterEnd = false;
  blocks.forEach((block, i) => {
    if (furnitureOf(block.text) === "END" || furnitureOf(block.text) === "COMMENTS") isAfterEnd = true;
    if (!isAfterEnd || !isDateline(block.text) || !isTitleLike(blocks[i + 1]?.text ?? "")) return;
    const isStory = blocks.slice(i + 2, i + 5).some((b) => isProse(b.text) && shapeOf(b.text).words >= 20);
    if (!isStory) return;
    starts.push(i);
    isAfterEnd = false;
  });
  return starts;
}

/** Neighbouring blocks of one type as segments, teasers and comments each their own; a teaser is a post of its own. */
export function segmentsOf(
  text: string,
  groups: readonly (readonly TypedBlock[])[],
  statedDay: CalendarDate | null,
): { segments: AnalysedSegment[]; posts: AnalysedPost[] } {
  const segments: AnalysedSegment[] = [];
  const posts: AnalysedPost[] = [];
  for (const group of groups) {
    const main = posts.length;
    posts.push(mainPost(group, main === 0 ? statedDay : null));
    let singles = 0;
    for (const run of runsOf(group)) {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) continue;
      const isTeaser = first.type === "TEASER" && singles++ < MAX_SINGLES;
      const post = first.type === "TEASER" ? (isTeaser ? posts.length : posts.length - 1) : main;
      if (isTeaser)
        posts.push(teaserPost(text.slice(first.start, last.end), first.text, posts[main]?.date ?? null));
      segments.push({ start: first.start, end: last.end, type: first.type, post, reason: reasonFor(first) });
    }
  }
  return { segments, posts };
}

function runsOf(blocks: readonly TypedBlock[]): TypedBlock[][] {
  const runs: TypedBlock[][] = [];
  let singles = 0;
  for (const block of blocks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isSame = before !== undefined && before.type === block.type;
    const isSingle = block.type === "TEASER" || block.type === "COMMENT";
    if (isSingle && !isSame) singles += 1;
    const joins = isSame && (!isSingle || continues(before, block) || singles > MAX_SINGLES);
    if (isSingle && isSame && !joins) singles += 1;
    if (run !== undefined && joins) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** Does this line belong to the teaser or comment above it: its date, its byline, or the excerpt under its title? */
function continues(before: TypedBlock, block: TypedBlock): boolean {
  const isExcerpt =
    shapeOf(block.text).isCutOff && !shapeOf(before.text).isCutOff && before.text.length <= 160;
  if (block.isApart) return isExcerpt && block.hint === "TEASER" && before.hint === "TEASER";
  if (isDateline(block.text)) return true;
  if (block.type === "COMMENT" && isSignedComment(before.text)) return !isSignedComment(block.text);
  if (block.type !== "TEASER" || before.text.length > 160) return false;
  const opening = before.text.toLowerCase().slice(0, 24);
  return isExcerpt || block.text.toLowerCase().startsWith(opening);
}

function mainPost(group: readonly TypedBlock[], statedDay: CalendarDate | null): AnalysedPost {
  const titles = group.filter((block) => block.type === "HEADLINE");
  return { headline: titles[0]?.text ?? null, date: statedDay ?? postDate(group), isTeaser: false };
}

/** The post's own date: the one marked as published, else the first in a date line, else one in the headline. */
export function postDate(group: readonly TypedBlock[]): CalendarDate | null {
  const lines = group.filter((block) => block.type === "DATELINE");
  const published = lines.find((block) => /\b(?:published|posted|original)\b/i.test(block.text));
  for (const block of [...(published === undefined ? [] : [published]), ...lines]) {
    const from = block === published ? Math.max(0, block.text.search(/published|posted|original/i)) : 0;
    const dates = visibleDates(block.text, { start: from, end: block.text.length });
    const day = dates.map((date) => dateOf(date, null)).find((date) => date !== null);
    if (day !== undefined) return day;
  }
  return null;
}

/** A teaser's date is its own: written in it, the missing year taken from the page's, and never after-dated by the page. */
function teaserPost(text: string, title: string, pageDate: CalendarDate | null): AnalysedPost {
  const first = visibleDates(text.slice(0, 400))[0];
  const date = first === undefined ? null : dateOf(first, pageDate);
  const isTitle = isTitleLike(title) && !/["“]/.test(title);
  return { headline: isTitle ? firstUnits(title, 240) : null, date, isTeaser: true };
}
