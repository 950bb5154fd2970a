import { BLOCK_TYPES, type BlockType } from "./block-types";
import type { TypedBlocks } from "./classify-blocks";
import type { PageFacts } from "./features";
import { SHAPE_NAMES } from "./text-shape";
import { writtenDates } from "#lib/pipeline/metadata/written-dates";

export interface BlockSegment {
  /** `[start, end)` in the page's text, UTF-16; no white space at either end. */
  readonly start: number;
  readonly end: number;
  readonly type: BlockType;
  /** Mean chance of its blocks, weighted by length: 0 to 1. */
  readonly score: number;
  readonly reasonWords: string;
  /** Index into the posts. */
  readonly post: number;
}

export interface BlockPost {
  readonly headline: string | null;
  /** `YYYY-MM-DD` from its own lines, or null. */
  readonly date: string | null;
  readonly isTeaser: boolean;
}

interface Run {
  readonly type: BlockType;
  readonly from: number;
  to: number;
}

/** Runs of neighbouring blocks of one type; teasers and comments one by one. */
function runsOf(facts: PageFacts, types: readonly BlockType[]): Run[] {
  const runs: Run[] = [];
  types.forEach((type, i) => {
    const last = runs.at(-1);
    const joins = last?.type === type && !(isSingle(type) && startsAnother(facts, type, last.from, i));
    if (last !== undefined && joins) last.to = i;
    else runs.push({ type, from: i, to: i });
  });
  return runs;
}

const isSingle = (type: BlockType): boolean => type === "TEASER" || type === "COMMENT";
const SAYS = SHAPE_NAMES.indexOf("cue:says");
const ELLIPSIS = SHAPE_NAMES.indexOf("endsEllipsis");

function startsAnother(facts: PageFacts, type: BlockType, first: number, i: number): boolean {
  const block = facts.page.blocks[i];
  if (block === undefined) return true;
  if (block.element < 0) {
    if ((facts.shapes[i]?.[SAYS] ?? 0) > 0) return true;
    if (type === "COMMENT") return block.emptyLinesBefore > 0;
    const isSnippet = block.indent > 0 || (facts.shapes[i]?.[ELLIPSIS] ?? 0) > 0;
    return !(isSnippet && i === first + 1 && !facts.prose[first]);
  }
  const [card, before] = [cardOf(facts, block.element, type), cardOf(facts, facts.page.blocks[i - 1]?.element ?? -1, type)];
  if (card >= 0 || before >= 0) return card !== before;
  return (facts.headings[i] ?? 0) > 0 || (facts.linkShares[i] ?? 0) > 0.8;
}

/** The innermost box that stands for one teaser or one comment; -1 where there is none. */
function cardOf(facts: PageFacts, element: number, type: BlockType): number {
  const pattern = type === "COMMENT" ? /\bcomment\b(?!s)/ : /\bcard\b|\btile\b|\bitem\b|teaser|\bpost\b/;
  for (let at = element, step = 0; at > 0 && step < 8; step += 1) {
    const box = facts.page.elements[at];
    if (box === undefined) return -1;
    if (box.tag === "li" || box.tag === "article" || pattern.test(box.words)) return at;
    at = box.parent;
  }
  return -1;
}

const REASONS: Readonly<Record<BlockType, string>> = {
  HEADLINE: "Looks like the title of an article on this page",
  DATELINE: "Looks like a line about the author, the date or the agency",
  BODY: "Reads like running text of the article",
  CAPTION: "Looks like a picture's caption or credit",
  CHROME: "Looks like the site's own furniture",
  TEASER: "Looks like the start of another article",
  COMMENT: "Looks like a reader's comment",
};

/** Segments and posts of a page. A headline after body text starts another post; a teaser is a post of its own. */
export function segmentsOf(facts: PageFacts, typed: TypedBlocks): { segments: BlockSegment[]; posts: BlockPost[] } {
  const { page } = facts;
  const segments: BlockSegment[] = [];
  const posts: { headline: string | null; date: string | null; isTeaser: boolean; hasBody: boolean }[] = [];
  let current = -1;
  const open = (isTeaser: boolean) => posts.push({ headline: null, date: null, isTeaser, hasBody: false }) - 1;
  for (const run of runsOf(facts, typed.types)) {
    const start = page.blocks[run.from]?.start ?? 0;
    const end = page.blocks[run.to]?.end ?? start;
    const text = page.text.slice(start, end);
    let post: number;
    if (run.type === "TEASER") {
      post = open(true);
      const own = posts[post];
      if (own !== undefined) {
        own.headline = page.blocks[run.from]?.text ?? null;
        own.date = writtenDates(text)[0]?.day ?? null;
      }
    } else {
      const isNext = run.type === "HEADLINE" && isTitle(facts, run.from) && posts[current]?.hasBody === true && posts[current]?.headline !== null;
      if (current < 0 || isNext) current = open(false);
      post = current;
      const own = posts[post];
      if (own !== undefined) {
        if (run.type === "BODY") own.hasBody = true;
        if (run.type === "HEADLINE") own.headline ??= page.blocks[run.from]?.text ?? null;
        if (run.type === "DATELINE") own.date ??= writtenDates(text)[0]?.day ?? null;
      }
    }
    const score = scoreOf(facts, typed, run);
    segments.push({ start, end, type: run.type, score, reasonWords: `${REASONS[run.type]}.`, post });
  }
  return { segments, posts: posts.map(({ headline, date, isTeaser }) => ({ headline, date, isTeaser })) };
}

/** In HTML a second post has a heading of its own; in plain text every headline line may be one. */
function isTitle(facts: PageFacts, i: number): boolean {
  return facts.page.format === "text" || (facts.headings[i] ?? 0) > 0;
}

function scoreOf(facts: PageFacts, typed: TypedBlocks, run: Run): number {
  const type = BLOCK_TYPES.indexOf(run.type);
  let sum = 0;
  let length = 0;
  for (let i = run.from; i <= run.to; i += 1) {
    const size = facts.page.blocks[i]?.text.length ?? 0;
    sum += size * (typed.chances[i]?.[type] ?? 0);
    length += size;
  }
  return Math.round((1000 * sum) / Math.max(1, length)) / 1000;
}
