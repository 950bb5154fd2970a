import { UNFINISHED } from "./review-rules";
import type { ReviewState } from "./reviews";

/** Which pieces of work there are of a page or a claim, where each stands, and whose it is. */

/**
 * OPEN: nobody has it. HELD: somebody writes it, or is to. SUBMITTED: handed in. PUBLISHED: readers see it. DISMISSED: it isn't worth keeping.
 */
export type QueuePlace = "OPEN" | "HELD" | "SUBMITTED" | "PUBLISHED" | "DISMISSED";

export interface Holder {
  readonly id: string;
  /** Their account was closed: nothing waits for them. */
  readonly isClosed: boolean;
}

export interface ReviewWork {
  readonly id: string;
  readonly state: ReviewState;
  readonly author: Holder;
  /** In the order in which they began. */
  readonly writers: readonly Holder[];
}

/** One version of a page, or a claim, which has one. */
export interface VersionWork {
  readonly number: number;
  /** Those that aren't finished, and those that were published and not withdrawn. */
  readonly reviews: readonly ReviewWork[];
}

export interface SubjectWork<Version extends VersionWork> {
  readonly versions: readonly Version[];
  readonly isDismissed: boolean;
  /** The review that readers see the outcome of. */
  readonly standingReviewId: string | null;
  /** Whom a person gave it to. */
  readonly assignee: Holder | null;
}

export interface Work<Version extends VersionWork> {
  readonly place: QueuePlace;
  readonly version: Version;
  readonly review: Version["reviews"][number] | null;
  readonly assigneeId: string | null;
  /** Whose it would be if their account weren't closed. */
  readonly lostId: string | null;
  /** It was handed in, and somebody who wrote none of it is to read it. */
  readonly hasReader: boolean;
  /** Other versions in the same place and the same hands, the latest first: they are one item. */
  readonly alsoVersions: readonly number[];
}

/** The work there is, each version of a page once in a place: the latest stands for the others. */
export function workOf<Version extends VersionWork>(subject: SubjectWork<Version>): Work<Version>[] {
  const versions = subject.versions.toSorted((a, b) => b.number - a.number);
  const begun = versions.flatMap((version) =>
    version.reviews.filter(({ state }) => UNFINISHED.includes(state)).map((review) => ({ version, review })),
  );
  const works = begun.map(({ version, review }) => ({
    version,
    review,
    ...placeOf(review, subject.assignee, begun.length === 1),
  }));
  return onePerPlace([...works, ...unbegun(subject, versions[0]), ...published(subject, versions)]);
}

type Placed<Version extends VersionWork> = Omit<Work<Version>, "alsoVersions">;

/** The latest version, where nobody began and nothing is published of it. */
function unbegun<Version extends VersionWork>(
  { isDismissed, assignee }: SubjectWork<Version>,
  latest: Version | undefined,
): Placed<Version>[] {
  if (latest === undefined || latest.reviews.length > 0) return [];
  const fresh = { version: latest, review: null, hasReader: false };
  if (isDismissed) return [{ ...fresh, place: "DISMISSED", assigneeId: null, lostId: null }];
  return [{ ...fresh, ...heldBy(assignee) }];
}

function published<Version extends VersionWork>(
  { standingReviewId }: SubjectWork<Version>,
  versions: readonly Version[],
): Placed<Version>[] {
  return versions.flatMap((version) =>
    version.reviews
      .filter(({ id }) => id === standingReviewId)
      .map((review) => {
        const nobody = { assigneeId: null, lostId: null, hasReader: false };
        return { version, review, place: "PUBLISHED" as const, ...nobody };
      }),
  );
}

function heldBy(holder: Holder | null): Pick<Work<VersionWork>, "place" | "assigneeId" | "lostId"> {
  if (holder === null) return { place: "OPEN", assigneeId: null, lostId: null };
  return holder.isClosed
    ? { place: "OPEN", assigneeId: null, lostId: holder.id }
    : { place: "HELD", assigneeId: holder.id, lostId: null };
}

/**
 * Whose a review is: whom it was given to, else who writes it. Where several reviews of one page are open, what was given to somebody is
 * theirs alone.
 */
function placeOf(
  { state, author, writers }: ReviewWork,
  given: Holder | null,
  isOnly: boolean,
): Pick<Work<VersionWork>, "place" | "assigneeId" | "lostId" | "hasReader"> {
  const writes = (one: Holder) => writers.some(({ id }) => id === one.id);
  const assignee = given !== null && (isOnly || writes(given)) ? given : null;
  const writer = writingOne(author, writers);
  if (state !== "SUBMITTED") return { ...heldBy(assignee ?? writer), hasReader: false };
  const holder = assignee ?? writer;
  return {
    place: "SUBMITTED",
    assigneeId: holder.isClosed ? null : holder.id,
    lostId: holder.isClosed ? holder.id : null,
    hasReader: !holder.isClosed && !writes(holder) && holder.id !== author.id,
  };
}

/** Who goes on writing: its author, or where their account was closed, who took it over last. */
function writingOne(author: Holder, writers: readonly Holder[]): Holder {
  if (!author.isClosed) return author;
  return writers.findLast(({ isClosed }) => !isClosed) ?? author;
}

function onePerPlace<Version extends VersionWork>(works: readonly Placed<Version>[]): Work<Version>[] {
  const groups = new Map<string, Placed<Version>[]>();
  for (const work of works) {
    const key = `${work.place} ${work.assigneeId}`;
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [{ ...first, alsoVersions: [...new Set(others.map(({ version }) => version.number))] }];
  });
}
