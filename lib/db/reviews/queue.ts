import { dismissedArticles } from "#lib/db/articles/dismissal";
import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { importView } from "#lib/db/imports/views";
import type { Actor } from "#lib/domain/actor";
import { may } from "#lib/domain/actor";
import type { NextActor, Queue, QueueItem, QueueName } from "#lib/domain/queue";
import { UNFINISHED } from "#lib/domain/review-rules";
import { mayPublish } from "#lib/domain/reviews";
import { words } from "#lib/words";

/** The desk's queue: its rows, and which views each belongs to. */

interface QueueRow {
  readonly item: QueueItem;
  readonly views: readonly QueueName[];
}

const DAY = 86_400_000;
const IMPORTS_SHOWN = 20;

/** Enough for a newsroom's open work; beyond it the oldest are left out of lists. */
const MOST = 500;

const SUBJECT = {
  version: {
    select: {
      id: true,
      number: true,
      title: true,
      postedAt: true,
      article: { select: { publisher: { select: { name: true } } } },
      _count: { select: { suggestions: true } },
    },
  },
  claim: { select: { id: true, wording: true } },
  author: { select: { name: true } },
  writers: { select: { userId: true } },
} as const satisfies Prisma.ReviewInclude;

type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof SUBJECT }>;

export async function queueOf(actor: Actor, view: QueueName): Promise<Queue> {
  const rows = (await Promise.all([unfinished(actor), unassigned(), published(), dismissed()])).flat();
  const items = (name: QueueName) => rows.filter(({ views }) => views.includes(name)).map(({ item }) => item);
  const imports = await database().import.findMany({
    where: {
      state: { not: "DONE" },
      // Looks that nobody asked for are told on the page itself.
      OR: [{ articleId: null }, { requestedById: { not: null } }],
      requestedAt: { gt: new Date(Date.now() - DAY) },
    },
    orderBy: { requestedAt: "desc" },
    take: IMPORTS_SHOWN,
  });
  return {
    view,
    items: items(view),
    counts: {
      mine: items("mine").length,
      unassigned: items("unassigned").length,
      "to-publish": items("to-publish").length,
      returned: items("returned").length,
      others: items("others").length,
      published: items("published").length,
      dismissed: items("dismissed").length,
    },
    imports: imports.map((row) => importView(row)),
  };
}

/** Reviews that aren't finished, those of other people too. */
async function unfinished(actor: Actor): Promise<QueueRow[]> {
  const reviews = await database().review.findMany({
    where: { state: { in: [...UNFINISHED] } },
    include: SUBJECT,
    orderBy: { updatedAt: "desc" },
    take: MOST,
  });
  const decided = await decisionsIn(reviews.map(({ id }) => id));
  return reviews.map((review) => {
    const next = nextOf(review, actor);
    return { item: itemOf(review, next, decided.get(review.id) ?? 0), views: viewsOf(review, next, actor) };
  });
}

/** What readers see now. */
async function published(): Promise<QueueRow[]> {
  const standing = await database().standing.findMany({
    orderBy: [{ publishedAt: "desc" }, { publicationId: "desc" }],
    take: MOST,
    select: { publication: { select: { reviewId: true } } },
  });
  const ids = standing.map(({ publication }) => publication.reviewId);
  const reviews = await database().review.findMany({ where: { id: { in: ids } }, include: SUBJECT });
  const decided = await decisionsIn(ids);
  const place = new Map(ids.map((id, i) => [id, i]));
  return reviews
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((review) => ({
      item: itemOf(review, { kind: "nobody" }, decided.get(review.id) ?? 0),
      views: ["published"],
    }));
}

const UNREVIEWED = {
  none: { state: { in: [...UNFINISHED, "PUBLISHED"] } },
} as const satisfies Prisma.ReviewListRelationFilter;

/** The latest version of each page, and claims, that nobody reviews and that were never published or were withdrawn. */
async function unassigned(): Promise<QueueRow[]> {
  const [articles, claims] = await Promise.all([
    database().article.findMany({
      include: {
        versions: {
          orderBy: { number: "desc" },
          take: 1,
          select: {
            id: true,
            number: true,
            title: true,
            postedAt: true,
            fetchedAt: true,
            _count: { select: { suggestions: true } },
          },
        },
        publisher: { select: { name: true } },
      },
      where: { dismissedAt: null, versions: { some: { reviews: UNREVIEWED } } },
      orderBy: { createdAt: "desc" },
      take: MOST,
    }),
    database().claim.findMany({ where: { reviews: UNREVIEWED }, orderBy: { createdAt: "desc" }, take: MOST }),
  ]);
  const latest = articles.flatMap(({ versions, publisher }) =>
    versions.map((version) => ({ ...version, article: { publisher } })),
  );
  const reviewed = await database().review.findMany({
    where: { versionId: { in: latest.map(({ id }) => id) }, state: { in: [...UNFINISHED, "PUBLISHED"] } },
    select: { versionId: true },
  });
  const taken = new Set(reviewed.map(({ versionId }) => versionId));
  const items: QueueItem[] = [
    ...latest
      .filter(({ id }) => !taken.has(id))
      .map(({ id, title, fetchedAt, _count, ...version }) => ({
        ...fresh("ARTICLE", `/desk/articles/${id}`, title, fetchedAt),
        ...placeOf(version),
        waiting: _count.suggestions,
        total: _count.suggestions,
      })),
    ...claims.map(({ id, wording, createdAt }) => fresh("CLAIM", `/desk/claims/${id}`, wording, createdAt)),
  ];
  return items
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
    .map((item) => ({ item, views: ["unassigned"] }));
}

function fresh(kind: QueueItem["kind"], href: string, title: string | null, changed: Date): QueueItem {
  return {
    kind,
    href,
    state: null,
    waiting: 0,
    total: 0,
    title: title ?? words.desk.queue.untitled,
    next: { kind: "you" },
    changedAt: changed.toISOString(),
    publisher: null,
    day: null,
    version: null,
    dismissedFor: null,
  };
}

/** Pages that were found not worth keeping, the latest first. */
async function dismissed(): Promise<QueueRow[]> {
  const articles = await dismissedArticles(MOST);
  return articles.flatMap(({ versions: [version], publisher, dismissedAt, dismissedReason }) => {
    if (version === undefined || dismissedAt === null) return [];
    const item: QueueItem = {
      ...fresh("ARTICLE", `/desk/articles/${version.id}`, version.title, dismissedAt),
      ...placeOf({ ...version, article: { publisher } }),
      next: { kind: "nobody" },
      dismissedFor: dismissedReason,
    };
    return [{ item, views: ["dismissed"] }];
  });
}

/** Where a page is from, of which day, and which of its versions it is: what tells two of one headline apart. */
function placeOf(version: {
  readonly number: number;
  readonly postedAt: Date | null;
  readonly article: { readonly publisher: { readonly name: string } | null };
}): Pick<QueueItem, "publisher" | "day" | "version"> {
  const { article, postedAt, number } = version;
  return { publisher: article.publisher?.name ?? null, day: calendarDate(postedAt), version: number };
}

/** Standing decisions of these reviews, counted. */
async function decisionsIn(reviewIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await database().suggestionDecision.groupBy({
    by: ["reviewId"],
    where: { reviewId: { in: [...reviewIds] }, undoneAt: null },
    _count: true,
  });
  return new Map(counts.map(({ reviewId, _count }) => [reviewId, _count]));
}

function itemOf(review: ReviewRow, next: NextActor, decided: number): QueueItem {
  const { kind, state, version, claim, updatedAt } = review;
  const total = version?._count.suggestions ?? 0;
  return {
    kind,
    state,
    next,
    total,
    href: version === null ? `/desk/claims/${claim?.id}` : `/desk/articles/${version.id}`,
    title: version?.title ?? claim?.wording ?? words.desk.queue.untitled,
    waiting: total - decided,
    changedAt: updatedAt.toISOString(),
    ...(version === null ? { publisher: null, day: null, version: null } : placeOf(version)),
    dismissedFor: null,
  };
}

const writersOf = (review: ReviewRow) => review.writers.map(({ userId }) => userId);

function nextOf(review: ReviewRow, actor: Actor): NextActor {
  const writers = writersOf(review);
  if (review.state === "SUBMITTED") {
    const canPublish = may(actor.role, "review.publish") && mayPublish(actor.id, writers);
    return canPublish ? { kind: "you" } : { kind: "another-editor" };
  }
  return writers.includes(actor.id) ? { kind: "you" } : { kind: "person", name: review.author.name };
}

/** What one wrote oneself stays with one until it is published, also while another editor has to act. */
function viewsOf(review: ReviewRow, next: NextActor, actor: Actor): QueueName[] {
  if (writersOf(review).includes(actor.id)) {
    return review.state === "RETURNED" ? ["mine", "returned"] : ["mine"];
  }
  return review.state === "SUBMITTED" && next.kind === "you" ? ["to-publish"] : ["others"];
}
