import { contains, type Span } from "#lib/text/span";
import { MOST_PART_CORRECTIONS, type PagePart, type PageParts, type PagePost } from "./page-parts";
import type { PartAct, PartChange } from "./page-parts-shapes";
import { RefusedError } from "./refusals";

/** What becomes of the parts of a version when people put them right. Pure. */

/** What one change works on: posts are told apart by being themselves, and counted again at the end. */
interface Cut {
  readonly text: string;
  readonly parts: readonly Piece[];
}
type Piece = Omit<PagePart, "post"> & { readonly of: PagePost };

type PartRefusal =
  | "partGone"
  | "sameType"
  | "nothingAbove"
  | "splitAtEdge"
  | "splitInWord"
  | "postBegins"
  | "ownDay"
  | "sameDay";
const refuse = (reason: PartRefusal, field?: "type" | "place" | "date") =>
  new RefusedError(reason === "partGone" ? "conflict" : "invalid_input", { reason }, field);

/**
 * The parts once this is put right. Pure, and the same whenever it is asked.
 *
 * Throws   RefusedError: `conflict` where no part begins there, `invalid_input` (with the field) where nothing would change or it can't be.
 */
export function putRight(page: PageParts, change: PartChange, text: string): PageParts {
  const parts = page.segments.map(({ post, ...part }) => ({ ...part, of: page.posts[post] ?? NO_POST }));
  const at = parts.findIndex(({ start }) => start === change.start);
  const part = parts[at];
  if (part === undefined) throw refuse("partGone");
  // Each act stands under its own name, so it takes this change.
  const act = ACTS[change.act] as (cut: Cut, place: Place, change: PartChange) => Piece[];
  return counted(act({ parts, text }, { at, part, above: parts[at - 1] ?? null }, change));
}

const NO_POST: PagePost = { headline: null, date: null, isTeaser: false };
const teaser = (): PagePost => ({ headline: null, date: null, isTeaser: true });

interface Place {
  readonly at: number;
  readonly part: Piece;
  readonly above: Piece | null;
}
type Of<Act extends PartAct> = Extract<PartChange, { act: Act }>;

const ACTS: { readonly [Act in PartAct]: (cut: Cut, place: Place, change: Of<Act>) => Piece[] } = {
  TYPE: retyped,
  MERGE: ({ parts, text }, { at, part, above }) => {
    if (above === null) throw refuse("nothingAbove");
    const one = { ...above, end: part.end, reason: null };
    return headed(parts.toSpliced(at - 1, 2, one), one.of, text, [part, above]);
  },
  SPLIT: split,
  BEGIN: ({ parts, text }, { at, part }) => {
    if (!parts.slice(0, at).some(({ of }) => of === part.of)) throw refuse("postBegins");
    const fresh: PagePost = { ...NO_POST, isTeaser: part.of.isTeaser };
    const below = parts.map((one, i) => (i >= at && one.of === part.of ? { ...one, of: fresh } : one));
    const own = below.filter(({ of }) => of === fresh);
    return headed(headed(below, part.of, text, own), fresh, text, own);
  },
  JOIN: ({ parts }, { at, part }) => {
    const before = parts.slice(0, at).findLast(({ of }) => of !== part.of);
    if (before === undefined) throw refuse("nothingAbove");
    const one: PagePost = { ...before.of, isTeaser: before.of.isTeaser && part.of.isTeaser };
    return parts.map((piece) => {
      if (piece.of !== before.of && piece.of !== part.of) return piece;
      const isStart = piece.type === "TEASER" && !one.isTeaser;
      return { ...piece, of: one, ...(isStart ? { type: "BODY" as const, reason: null } : {}) };
    });
  },
  DATE: ({ parts }, { part }, { date }) => {
    if (part.of === parts.find(({ of }) => !of.isTeaser)?.of) throw refuse("ownDay", "date");
    if (part.of.date === date) throw refuse("sameDay", "date");
    return moved(parts, part.of, { ...part.of, date });
  },
};

function retyped({ parts, text }: Cut, { at, part }: Place, { type }: Of<"TYPE">): Piece[] {
  if (part.type === type) throw refuse("sameType", "type");
  const leaves = part.type === "TEASER" && part.of.isTeaser;
  const of = type === "TEASER" && !part.of.isTeaser ? teaser() : leaves ? homeOf(parts, at) : part.of;
  const changed = parts.with(at, { ...part, type, of, reason: null });
  const left = of === part.of ? changed : headed(changed, part.of, text, [part]);
  return headed(left, of, text, [part, { type }]);
}

/** The post that a part belongs to which is no teaser after all: that of the nearest part above that is of a whole post, or below. */
function homeOf(parts: readonly Piece[], at: number): PagePost {
  const isWhole = ({ of }: Piece) => !of.isTeaser;
  const near = parts.slice(0, at).findLast(isWhole) ?? parts.slice(at + 1).find(isWhole);
  return near?.of ?? NO_POST;
}

function split({ parts, text }: Cut, { at, part }: Place, { place }: Of<"SPLIT">): Piece[] {
  if (place <= part.start || place >= part.end) throw refuse("splitAtEdge", "place");
  const [first, second] = [text.slice(part.start, place).trimEnd(), text.slice(place, part.end)];
  const start = place + (second.length - second.trimStart().length);
  if (first.trim() === "" || second.trim() === "") throw refuse("splitAtEdge", "place");
  if (/[\p{L}\p{M}\p{N}]$/u.test(text.slice(part.start, place)) && /^[\p{L}\p{M}\p{N}]/u.test(second))
    throw refuse("splitInWord", "place");
  if (/[\uD800-\uDBFF]$/.test(first) || /^[\uDC00-\uDFFF\p{M}\u200D]/u.test(second))
    throw refuse("splitInWord", "place");
  return parts.toSpliced(
    at,
    1,
    { ...part, end: part.start + first.length, reason: null },
    { ...part, start, reason: null, of: part.type === "TEASER" ? teaser() : part.of },
  );
}

function moved(parts: readonly Piece[], from: PagePost, to: PagePost): Piece[] {
  return parts.map((piece) => (piece.of === from ? { ...piece, of: to } : piece));
}

/** A post is headed by its first headline, where one of these parts is or was one. */
function headed(
  parts: readonly Piece[],
  of: PagePost,
  text: string,
  touched: readonly Pick<Piece, "type">[],
): Piece[] {
  if (!touched.some(({ type }) => type === "HEADLINE")) return [...parts];
  const first = parts.find((piece) => piece.of === of && piece.type === "HEADLINE");
  const [headline = ""] = first === undefined ? [] : text.slice(first.start, first.end).split("\n");
  return moved(parts, of, { ...of, headline: headline.trim() || null });
}

/** Posts in the order in which they begin on the page. One that has no part any more is gone. */
function counted(parts: readonly Piece[]): PageParts {
  const posts = [...new Set(parts.map(({ of }) => of))];
  return { posts, segments: parts.map(({ of, ...part }) => ({ ...part, post: posts.indexOf(of) })) };
}

/**
 * The parts as they stand: what the machine cut, with each correction that stands done to it. One that has nothing to change any more, because
 * a fact of the page was put right since, changes nothing.
 */
export function heldParts(machine: PageParts, changes: readonly PartChange[], text: string): PageParts {
  return changes.reduce((page, change) => {
    try {
      return putRight(page, change, text);
    } catch (error) {
      if (error instanceof RefusedError) return page;
      throw error;
    }
  }, machine);
}

/** Throws   RefusedError `invalid_input` where a part would end inside words that are marked or suggested, and lay in one part before. */
export function refuseCutThrough(before: PageParts, after: PageParts, marked: readonly Span[]): void {
  const isInOne = (page: PageParts, one: Span) => page.segments.some((part) => contains(part, one));
  if (marked.some((one) => isInOne(before, one) && !isInOne(after, one)))
    throw new RefusedError("invalid_input", { reason: "splitInStatement" }, "place");
}

/**
 * Throws   RefusedError: `conflict` where somebody put more right than the screen knew, `invalid_input` where there is too much of it already,
 *          or words that this person typed and didn't save would lose their place.
 */
export function refusePartCorrection(
  standing: { readonly corrections: number; readonly openDrafts: number },
  seen: number,
): void {
  if (standing.corrections !== seen) throw new RefusedError("conflict", { reason: "stale" });
  if (standing.corrections >= MOST_PART_CORRECTIONS)
    throw new RefusedError("invalid_input", { reason: "manyPartCorrections" });
  if (standing.openDrafts > 0)
    throw new RefusedError("invalid_input", { reason: "draftsInTheWay", count: standing.openDrafts });
}

/** A correction as the desk tells of it. `change` is null for TAKE_BACK; `at` an ISO instant. */
export interface PartCorrection {
  readonly number: number;
  readonly act: PartAct | "TAKE_BACK";
  readonly change: PartChange | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** The corrections that stand, in their order: each "take back" undoes the last one that stood before it. */
export function standingOf<Correction extends { readonly act: PartAct | "TAKE_BACK" }>(
  rows: readonly Correction[],
): Correction[] {
  const standing: Correction[] = [];
  for (const row of rows) {
    if (row.act === "TAKE_BACK") standing.pop();
    else standing.push(row);
  }
  return standing;
}
