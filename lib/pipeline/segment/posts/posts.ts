import type { AnalysedPost, AnalysedSegment, Analysis, CalendarDate } from "#lib/domain/analysis";
import { dateOf, visibleDates } from "#lib/english/dates";
import { firstUnits } from "#lib/english/endings";
import type { TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { reasonFor } from "#lib/pipeline/segment/parts/rules";
import { isTitleLike } from "#lib/pipeline/segment/parts/shape";
import type { TypedPage } from "./typed-page";

/** Teasers and comments are segments of their own up to here; longer lists go together, so that a list page stays bounded. */
const MAX_SINGLES = 500;

/**
 * Neighbouring blocks of one type as segments, teasers and comments each their own; a teaser is a post of its own. A post that
 * shows no day has the one of its `time` element.
 */
export function segmentsOf({
  text,
  groups,
  days,
  modelVersion,
}: Pick<TypedPage, "text" | "groups" | "days" | "modelVersion">): {
  segments: AnalysedSegment[];
  posts: AnalysedPost[];
} {
  const segments: AnalysedSegment[] = [];
  const posts: AnalysedPost[] = [];
  for (const [index, group] of groups.entries()) {
    const main = posts.length;
    posts.push(mainPost(group, days[index] ?? null));
    let singles = 0;
    for (const run of runsOf(group)) {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) continue;
      const isTeaser = first.type === "TEASER" && singles++ < MAX_SINGLES;
      const post = first.type === "TEASER" ? (isTeaser ? posts.length : posts.length - 1) : main;
      if (isTeaser)
        posts.push(teaserPost(text.slice(first.start, last.end), first.text, posts[main]?.date ?? null));
      const reason = reasonFor({ ...first, score: meanScore(run) }, modelVersion);
      segments.push({ start: first.start, end: last.end, type: first.type, post, reason });
    }
  }
  return { segments, posts };
}

/** Indexes of the posts that can stand by themselves: with a headline and running text of their own. */
export function standingPosts({ posts, segments }: Pick<Analysis, "posts" | "segments">): number[] {
  const withHeadline = new Set<number>();
  const withText = new Set<number>();
  for (const { type, post } of segments) {
    if (type === "HEADLINE") withHeadline.add(post);
    if (type === "BODY") withText.add(post);
  }
  return posts.flatMap(({ isTeaser }, i) => (!isTeaser && withHeadline.has(i) && withText.has(i) ? [i] : []));
}

function runsOf(blocks: readonly TypedBlock[]): TypedBlock[][] {
  const runs: TypedBlock[][] = [];
  let singles = 0;
  for (const block of blocks) {
    const run = runs.at(-1);
    const isSame = run?.at(-1)?.type === block.type;
    const isSingle = block.type === "TEASER" || block.type === "COMMENT";
    const joins = isSame && (!isSingle || !block.isOpening || singles > MAX_SINGLES);
    if (isSingle && !joins) singles += 1;
    if (run !== undefined && joins) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** By length: a long block says more about its segment than a short one. */
function meanScore(run: readonly TypedBlock[]): number {
  const length = run.reduce((sum, block) => sum + block.text.length, 0);
  const score = run.reduce((sum, block) => sum + block.score * block.text.length, 0) / length;
  return Math.min(1, Math.round(1000 * score) / 1000);
}

function mainPost(group: readonly TypedBlock[], day: CalendarDate | null): AnalysedPost {
  const title = group.find((block) => block.type === "HEADLINE");
  return { headline: title?.text ?? null, date: postDate(group) ?? day, isTeaser: false };
}

/** The post's own date: the one marked as published, else the first in a date line, else one in the headline. */
function postDate(group: readonly TypedBlock[]): CalendarDate | null {
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
