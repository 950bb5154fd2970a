import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { suggestionsAside } from "#lib/db/articles/parts";
import type { Tx } from "#lib/db/core/client";
import type { Assignment, Prisma, ReviewKind } from "#lib/db/generated/client";
import { readBlindAmong } from "#lib/db/readings/readings";
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

const HOLDER = { select: { id: true, disabledAt: true } } as const;
const REVIEWS = {
  where: { state: { in: [...UNFINISHED, "PUBLISHED"] } },
  orderBy: { id: "asc" },
  select: {
    id: true,
    state: true,
    updatedAt: true,
    author: HOLDER,
    writers: { orderBy: [{ since: "asc" }, { userId: "asc" }], select: { user: HOLDER } },
  },
} as const satisfies Prisma.ArticleVersion$reviewsArgs;
const WITH_ASSIGNEE = { assignee: HOLDER } as const;

type ReviewRow = Prisma.ReviewGetPayload<{ select: typeof REVIEWS.select }>;
type AssignmentRow = Prisma.AssignmentGetPayload<{ include: typeof WITH_ASSIGNEE }>;

interface Beside {
  readonly standing: ReadonlyMap<
    string,
    { readonly publicationId: string; readonly publishedAt: Date; readonly reviewId: string }
  >;
  readonly assignments: ReadonlyMap<string, AssignmentRow>;
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
  const assignments = await tx.assignment.findMany({ where, include: WITH_ASSIGNEE });
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

function besideOf(id: string, { standing, assignments }: Beside) {
  const assignment = assignments.get(id) ?? null;
  const stands = standing.get(id) ?? null;
  return {
    assignment,
    assignee: assignment?.assignee ? holder(assignment.assignee) : null,
    standing: stands,
    standingReviewId: stands?.reviewId ?? null,
  };
}

const holder = ({ id, disabledAt }: { id: string; disabledAt: Date | null }): Holder => ({
  id,
  isClosed: disabledAt !== null,
});

function reviewOf({ author, writers, ...review }: ReviewRow): ReviewOfWork {
  return { ...review, author: holder(author), writers: writers.map(({ user }) => holder(user)) };
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
  const facts = await factsOfVersions(tx, versions);
  const factsBy = new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? [])]));
  const aside = await suggestionsAside(
    tx,
    versions.map(({ id }) => id),
  );
  const blind = await readBlindAmong(
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
    ...besideOf(article.id, beside),
    versions: article.versions.map(({ id, number, fetchedAt, reviews }) => ({
      versionId: id,
      number,
      at: fetchedAt,
      reviews: reviews.map(reviewOf),
      facts: factsBy.get(id) ?? factsIn([]),
      aside: aside.get(id) ?? [],
      isReadBlind: blind.has(id),
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
  return apart.map(({ id, slug, wording, createdAt, reviews }) => ({
    id,
    kind: "CLAIM",
    path: `/claims/${slug}`,
    isDismissed: false,
    dismissedAt: null,
    dismissedFor: null,
    ...besideOf(id, beside),
    versions: [
      {
        versionId: null,
        number: 1,
        at: createdAt,
        reviews: reviews.map(reviewOf),
        facts: { ...factsIn([]), TITLE: wording },
        aside: [],
        isReadBlind: false,
      },
    ],
  }));
}
