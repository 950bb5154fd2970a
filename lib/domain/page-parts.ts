import { z } from "zod";
import type { Span } from "#lib/text/span";
import type { CalendarDate } from "./analysis";
import { askedText } from "./complaints";
import { GivenDate } from "./given-date";
import { SegmentType } from "./labels";
import type { Reason } from "./reasons";
import { Id } from "./reviews";

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

const MOST_UNITS = 2_000_000_000;
const Offset = z.number().int().nonnegative().max(MOST_UNITS);

/** One thing put right. `start` is where the part begins that it is about, in the parts as they stand before. */
export const PartChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("TYPE"), start: Offset, type: SegmentType }),
  /** One part of it and the part above it, of the type and the post of that one. */
  z.object({ act: z.literal("MERGE"), start: Offset }),
  /** Two of it: the second begins at `place`. */
  z.object({ act: z.literal("SPLIT"), start: Offset, place: Offset }),
  /** A post of its own begins with it, and takes what is below it of the same post along. */
  z.object({ act: z.literal("BEGIN"), start: Offset }),
  /** Its post is one with the post above. */
  z.object({ act: z.literal("JOIN"), start: Offset }),
  /** The day of its post; null where it has none. */
  z.object({ act: z.literal("DATE"), start: Offset, date: GivenDate.nullable() }),
]);
export type PartChange = z.infer<typeof PartChange>;
export type PartAct = PartChange["act"];

/** So many of one version, and no more. */
export const MOST_PART_CORRECTIONS = 200;
const Seen = z.number().int().nonnegative().max(MOST_PART_CORRECTIONS);

/** `seen` is how many corrections of this version the screen knew. */
export const CorrectParts = z.object({
  versionId: Id,
  seen: Seen,
  change: PartChange,
  reason: askedText("partReason", 500),
});

export const TakeBackParts = z.object({ versionId: Id, seen: Seen, reason: askedText("partReason", 500) });

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
