import type { Span } from "#lib/text/span";
import type { CalendarDate } from "./analysis";
import type { SegmentType } from "./labels";
import type { Reason } from "./reasons";

/**
 * The parts that a version is cut into, and what people put right of them. The machine's cut stays as it came: corrections stand beside it, in
 * their order, and what holds is the cut with each of them done to it. All offsets are UTF-16 units of the version's text.
 */

export interface PagePost {
  readonly headline: string | null;
  readonly date: CalendarDate | null;
  readonly isTeaser: boolean;
}

export interface PagePart extends Span {
  readonly type: SegmentType;
  /** Index into the posts. */
  readonly post: number;
  /** Why the machine says so; null where a person said it. */
  readonly reason: Reason | null;
}

/** In page order; parts never overlap, and no post is without a part once something was put right. */
export interface PageParts {
  readonly posts: readonly PagePost[];
  readonly segments: readonly PagePart[];
}

/** So many of one version, and no more. */
export const MOST_PART_CORRECTIONS = 200;

/** A type of part that statements can lie in. */
export const holdsStatements = (type: SegmentType): boolean => type === "BODY" || type === "TEASER";

export function partAt({ segments }: Pick<PageParts, "segments">, { start }: Pick<Span, "start">) {
  return segments.find((part) => part.start <= start && start < part.end) ?? null;
}

/** Does a statement of these words count: does it stand in a part that can hold one? */
export function counts(page: Pick<PageParts, "segments">, span: Pick<Span, "start">): boolean {
  const part = partAt(page, span);
  return part !== null && holdsStatements(part.type);
}

/** The day of the post that these words stand in; null where it has none, or they stand in no part. */
export function dayAt(page: PageParts, span: Pick<Span, "start">): CalendarDate | null {
  return page.posts[partAt(page, span)?.post ?? -1]?.date ?? null;
}

/**
 * The post that the page is about: its first whole one. What the page says of itself (who published it, whose report it is) is said of that
 * post alone. Null where the page holds only starts of posts.
 */
export function ownPostOf({ posts }: Pick<PageParts, "posts">): number | null {
  const index = posts.findIndex(({ isTeaser }) => !isTeaser);
  return index === -1 ? null : index;
}
