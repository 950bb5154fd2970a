import type {
  AnalysedAttribution,
  AnalysedStatement,
  Analysis,
  CalendarDate,
  FoundDate,
  Note,
} from "#lib/domain/analysis";
import { dateOf, visibleDates } from "#lib/english/dates";
import { firstUnits } from "#lib/english/endings";
import type { Span } from "#lib/text/span";
import { bodyOf } from "./analyse";
import { NO_STATEMENT } from "./classify";
import { saidInPost } from "./segment/metadata/page-metadata";
import { directionOf } from "./segment/parts/language";
import { standingPosts } from "./segment/posts/posts";

/** What one page is parted into at most. The longest archives of blogs show some fifty posts a page. */
export const MOST_POSTS = 200;
/** Of a post without a heading, in UTF-16 units; headings are cut here too. */
const LONGEST_HEADING = 240;

/** One post of a page, as a page of its own. */
export interface PostAnalysis {
  readonly analysis: Analysis;
  /** As the page writes it; the post's first words where it has none. */
  readonly heading: string;
  /**
   * What tells it from the other posts at its address, also when the page is seen again: the words of its heading and its own
   * day, and a number where another post has the same. Numbers count from the end of the page, where nothing is added.
   */
  readonly name: string;
}

/**
 * The posts of a page, each as an analysis of its own: one, which is the page as it is, or several, in their order.
 *
 * A post is one where its headline and its own text are here; anything else goes with the post in which it stands: furniture,
 * teasers, comments. A teaser is never a post of its own. Pure.
 *
 * Shapes   each text is a slice of the page's; together they are all of it but white space, up to MOST_POSTS. Every span and
 *          index is moved with it. Title and date are the post's own, and null rather than another's or the page's.
 */
export function articlesIn(page: Analysis): readonly PostAnalysis[] {
  const posts = standingPosts(page);
  if (posts.length < 2) return named([{ analysis: page, heading: headingOf(page, posts[0] ?? 0) }]);
  const all = startsOf(page, posts);
  const starts = all.slice(0, MOST_POSTS);
  const left = all.length - starts.length;
  return named(
    starts.map((from, i) => {
      const post = posts[i] ?? 0;
      const part = partOf(page, post, { from, to: all[i + 1] ?? page.segments.length });
      const isCutHere = left > 0 && i === starts.length - 1;
      const analysis = isCutHere ? { ...part, notes: [...part.notes, leftOut(left)] } : part;
      return { analysis, heading: headingOf(page, post) };
    }),
  );
}

const SIGNED = /^(?:posted|written|published) by\b/i;

/** Where each post's segments begin. What stands above the first goes with it. */
function startsOf({ segments }: Analysis, posts: readonly number[]): number[] {
  const first = new Map<number, number>();
  segments.forEach(({ post }, i) => {
    if (!first.has(post)) first.set(post, i);
  });
  return posts.map((post, i) => (i === 0 ? 0 : (first.get(post) ?? segments.length)));
}

/** Indexes of segments: `[from, to)`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function partOf(page: Analysis, post: number, { from, to }: Stretch): Analysis {
  const own = page.segments.slice(from, to);
  const [begin, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
  const text = page.text.slice(begin, end);
  const postsHere = [...new Set(own.map((segment) => segment.post))].sort((a, b) => a - b);
  const newPost = new Map(postsHere.map((old, index) => [old, index]));
  const segments = own.map((segment) => ({
    ...segment,
    start: segment.start - begin,
    end: segment.end - begin,
    post: newPost.get(segment.post) ?? 0,
  }));
  const { attributions, newAttribution } = attributionsIn(page, begin, end);
  const statements = page.statements
    .filter(({ segment }) => segment >= from && segment < to)
    .map((statement) => moved(statement, { begin, from, newPost, newAttribution }));
  const date = page.posts[post]?.date ?? null;
  const linesOf = (...types: string[]) =>
    segments
      .filter((one) => types.includes(one.type))
      .flatMap((one) => text.slice(one.start, one.end).split("\n"));
  const datelines = linesOf("DATELINE");
  // Blogs sign a post at its foot, among the buttons.
  const signed = linesOf("CHROME").filter((line) => SIGNED.test(line));
  return {
    ...page,
    text,
    title: page.posts[post]?.headline ?? null,
    publishedAt: date,
    dates: { published: foundIn(date, datelines), updated: null },
    ...saidInPost([...datelines, ...signed], linesOf("BODY")[0] ?? null, date),
    canonical: null,
    direction: directionOf(text),
    links: page.links
      .filter(({ at }) => at >= begin && at < end)
      .map((link) => ({ ...link, at: link.at - begin })),
    body: bodyOf({ text, segments }),
    posts: postsHere.flatMap((old) => page.posts[old] ?? []),
    segments,
    statements,
    attributions,
    notes: notesFor(page, statements),
  };
}

/** A post's own date is read off its own lines, or its `time` element where they give none. */
function foundIn(day: CalendarDate | null, lines: readonly string[]): FoundDate | null {
  if (day === null) return null;
  const isVisible = lines.some((line) => visibleDates(line).some((date) => dateOf(date, null) === day));
  return { day, certainty: "IMPLIED", foundIn: isVisible ? "visible text" : "time element" };
}

function notesFor({ notes, statements }: Analysis, own: readonly AnalysedStatement[]): Note[] {
  return own.length === 0 && statements.length > 0 ? [...notes, NO_STATEMENT] : [...notes];
}

function leftOut(count: number): Note {
  const remark = `The page holds more than ${MOST_POSTS} posts: the ${count} below this one were not taken in.`;
  return { stage: "segment", remark };
}

/** Attributions with their words in `[begin, end)` of the page, moved there, and their new indexes by the old ones. */
function attributionsIn(page: Analysis, begin: number, end: number) {
  const attributions: AnalysedAttribution[] = [];
  const newAttribution = new Map<number, number>();
  page.attributions.forEach((attribution, old) => {
    const source = pairsIn(attribution.source, begin, end);
    const cue = pairsIn(attribution.cue, begin, end);
    const content = pairsIn(attribution.content, begin, end);
    if (content.length === 0 && cue.length === 0) return;
    newAttribution.set(old, attributions.push({ ...attribution, source, cue, content }) - 1);
  });
  return { attributions, newAttribution };
}

function pairsIn(pairs: readonly [number, number][], begin: number, end: number): [number, number][] {
  return pairs
    .filter(([from, to]) => from >= begin && to <= end)
    .map(([from, to]) => [from - begin, to - begin]);
}

interface Move {
  readonly begin: number;
  readonly from: number;
  readonly newPost: ReadonlyMap<number, number>;
  readonly newAttribution: ReadonlyMap<number, number>;
}

function moved(
  statement: AnalysedStatement,
  { begin, from, newPost, newAttribution }: Move,
): AnalysedStatement {
  const { prediction, content, ...rest } = statement;
  return {
    ...rest,
    start: statement.start - begin,
    end: statement.end - begin,
    ...(content === undefined
      ? {}
      : { content: content.map(([from, to]): [number, number] => [from - begin, to - begin]) }),
    post: newPost.get(statement.post) ?? 0,
    segment: statement.segment - from,
    attributions: statement.attributions.flatMap((old) => newAttribution.get(old) ?? []),
    ...(prediction === undefined
      ? {}
      : { prediction: { ...prediction, start: prediction.start - begin, end: prediction.end - begin } }),
  };
}

function named(parts: readonly Omit<PostAnalysis, "name">[]): PostAnalysis[] {
  const seen = new Map<string, number>();
  return parts
    .toReversed()
    .map(({ analysis, heading }) => {
      const plain = [foldedHeading(heading), analysis.publishedAt ?? ""].join("\n");
      const count = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, count);
      return { analysis, heading, name: count === 1 ? plain : `${plain}\n${count}` };
    })
    .toReversed();
}

/** The first line of a post's headline, its title, or its first words. */
function headingOf({ text, segments, posts }: Analysis, post: number): string {
  const own = segments.filter((segment) => segment.post === post);
  const headline = own.find(({ type }) => type === "HEADLINE");
  const lineOf = (span: Span | undefined) =>
    span === undefined ? null : (text.slice(span.start, span.end).split("\n")[0] ?? null);
  const line = lineOf(headline) ?? posts[post]?.headline ?? lineOf(own.find(({ type }) => type === "BODY"));
  return firstUnits((line ?? text.trim()).trim(), LONGEST_HEADING);
}

/** Case, punctuation and the make of white space change without a post becoming another. */
function foldedHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
