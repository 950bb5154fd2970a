import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { suggestionsAside } from "#lib/db/articles/parts";
import type { Tx } from "#lib/db/core/client";
import type { Assignment, Prisma, ReviewKind } from "#lib/db/generated/client";
import { readingsAmong } from "#lib/db/readings/dissent";
import { factsIn, type PageFacts } from "#lib/domain/page-facts";
import type { Holder, ReviewWork, SubjectWork, VersionWork } from "#lib/domain/queue-work";
import { UNFINISHED } from "#lib/domain/review-rules";

/** Pages and claims with all that is asked of them for the queue, but for their statements. */

export interface ReviewOfWork extends ReviewWork {
  readonly updatedAt: Date;
}

export interface VersionOfWork extends VersionWork {
  /** Null for a claim. */
  readonly versionId: string | null;
  readonly reviews: readonly ReviewOfWork[];
  readonly facts: PageFacts;
  /** When it came in. */
  readonly at: Date;
  /** Suggestions in parts that hold no statements. */
  readonly aside: readonly string[];
  /** Two people read it, neither seeing what anybody made of it: the queue tells nothing of that either. */
  readonly isReadBlind: boolean;
  /** Who read it blind, where the two differ and nobody has settled it; empty otherwise. */
  readonly dissenters: readonly string[];
}

export interface Subject extends SubjectWork<VersionOfWork> {
  readonly id: string;
  readonly kind: ReviewKind;
  /** The address under which readers find it. */
  readonly path: string;
  readonly dismissedAt: Date | null;
  readonly dismissedFor: string | null;
  readonly standing: { readonly publicationId: string; readonly publishedAt: Date } | null;
  readonly assignment: Assignment | null;
}

const REVIEWS = {
  where: { state: { in: [...UNFINISHED, "PUBLISHED"] } },
  orderBy: { id: "asc" },
  select: {
    id: true,
    state: true,
    updatedAt: true,
    authorId: true,
    writers: { orderBy: [{ since: "asc" }, { userId: "asc" }], select: { userId: true } },
  },
} as const satisfies Prisma.ArticleVersion$reviewsArgs;

type ReviewRow = Prisma.ReviewGetPayload<{ select: typeof REVIEWS.select }>;
type Holders = ReadonlyMap<string, Holder>;

interface Beside {
  readonly standing: ReadonlyMap<
    string,
    { readonly publicationId: string; readonly publishedAt: Date; readonly reviewId: string }
  >;
  readonly assignments: ReadonlyMap<string, Assignment>;
}

/** Those of these ids that are of a page or a claim, in no order. */
export async function subjectsOf(tx: Tx, ids: readonly string[]): Promise<Subject[]> {
  const where = { subjectId: { in: [...ids] } };
  const standing = await tx.standing.findMany({
    where,
    select: {
      subjectId: true,
      publicationId: true,
      publishedAt: true,
      publication: { select: { reviewId: true } },
    },
  });
  const assignments = await tx.assignment.findMany({ where });
  const beside: Beside = {
    standing: new Map(
      standing.map(({ subjectId, publication, ...row }) => [subjectId, { ...row, ...publication }]),
    ),
    assignments: new Map(assignments.map((row) => [row.subjectId, row])),
  };
  const pages = await pagesOf(tx, ids, beside);
  const others = new Set(ids);
  for (const { id } of pages) others.delete(id);
  return [...pages, ...(others.size === 0 ? [] : await claimsOf(tx, [...others], beside))];
}

function besideOf(id: string, { standing, assignments }: Beside, holders: Holders) {
  const assignment = assignments.get(id) ?? null;
  const stands = standing.get(id) ?? null;
  return {
    assignment,
    assignee: holders.get(assignment?.assigneeId ?? "") ?? null,
    standing: stands,
    standingReviewId: stands?.reviewId ?? null,
  };
}

/** Everybody who holds something of these reviews and assignments, in one question. */
async function holdersOf(tx: Tx, reviews: readonly ReviewRow[], { assignments }: Beside): Promise<Holders> {
  const ids = [
    ...reviews.flatMap(({ authorId, writers }) => [authorId, ...writers.map(({ userId }) => userId)]),
    ...[...assignments.values()].flatMap(({ assigneeId }) => assigneeId ?? []),
  ];
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, disabledAt: true },
  });
  return new Map(users.map(({ id, disabledAt }) => [id, { id, isClosed: disabledAt !== null }]));
}

function reviewOf({ authorId, writers, ...review }: ReviewRow, holders: Holders): ReviewOfWork {
  const author = holders.get(authorId);
  if (author === undefined) throw new RangeError("the author of a review isn't there"); // its foreign key holds them
  return { ...review, author, writers: writers.flatMap(({ userId }) => holders.get(userId) ?? []) };
}

async function pagesOf(tx: Tx, ids: readonly string[], beside: Beside): Promise<Subject[]> {
  const articles = await tx.article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      slug: true,
      dismissedAt: true,
      dismissedReason: true,
      versions: { select: { ...SAID, id: true, number: true, fetchedAt: true, reviews: REVIEWS } },
    },
  });
  const versions = articles.flatMap((article) => article.versions);
  const holders = await holdersOf(
    tx,
    versions.flatMap(({ reviews }) => reviews),
    beside,
  );
  const facts = await factsOfVersions(tx, versions);
  const factsBy = new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? [])]));
  const aside = await suggestionsAside(
    tx,
    versions.map(({ id }) => id),
  );
  const readings = await readingsAmong(
    tx,
    versions.map(({ id }) => id),
  );
  return articles.map((article) => ({
    id: article.id,
    kind: "ARTICLE",
    path: `/articles/${article.slug}`,
    isDismissed: article.dismissedAt !== null,
    dismissedAt: article.dismissedAt,
    dismissedFor: article.dismissedReason,
    ...besideOf(article.id, beside, holders),
    versions: article.versions.map(({ id, number, fetchedAt, reviews }) => ({
      versionId: id,
      number,
      at: fetchedAt,
      reviews: reviews.map((review) => reviewOf(review, holders)),
      facts: factsBy.get(id) ?? factsIn([]),
      aside: aside.get(id) ?? [],
      isReadBlind: readings.get(id)?.isBlind ?? false,
      dissenters: readings.get(id)?.dissenters ?? [],
    })),
  }));
}

async function claimsOf(tx: Tx, ids: readonly string[], beside: Beside): Promise<Subject[]> {
  const claims = await tx.claim.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, wording: true, createdAt: true, mergedIntoId: true, reviews: REVIEWS },
  });
  // What was begun of a claim that was joined with another waits until the two are parted.
  const apart = claims.filter(({ mergedIntoId }) => mergedIntoId === null);
  const holders = await holdersOf(
    tx,
    apart.flatMap(({ reviews }) => reviews),
    beside,
  );
  return apart.map(({ id, slug, wording, createdAt, reviews }) => ({
    id,
    kind: "CLAIM",
    path: `/claims/${slug}`,
    isDismissed: false,
    dismissedAt: null,
    dismissedFor: null,
    ...besideOf(id, beside, holders),
    versions: [
      {
        versionId: null,
        number: 1,
        at: createdAt,
        reviews: reviews.map((review) => reviewOf(review, holders)),
        facts: { ...factsIn([]), TITLE: wording },
        aside: [],
        isReadBlind: false,
        dissenters: [],
      },
    ],
  }));
}
