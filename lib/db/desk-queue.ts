import type { Actor } from "#lib/domain/actor";
import { may } from "#lib/domain/actor";
import type { ImportView, NextActor, Queue, QueueItem, QueueName } from "#lib/domain/desk-view";
import type { ReviewState } from "#lib/domain/review";
import { UNFINISHED } from "#lib/domain/review-rules";
import { words } from "#lib/domain/words";
import { database } from "./client";
import type { Import, Prisma } from "./generated/client";

/** What waits for whom: the desk's queue, and pages on their way in. */

/** A view shows its latest items; older ones come up as these are done. */
const MOST_ITEMS = 200;
const IMPORTS_SHOWN_FOR_MS = 24 * 60 * 60 * 1000;
const MOST_IMPORTS = 20;

/** The items of one view with who acts next on each, and how many each view holds. */
export async function queueOf(actor: Actor, view: QueueName, now: Date = new Date()): Promise<Queue> {
  const [mine, unassigned, toPublish, returned, others, published, items, imports] = await Promise.all([
    countOf(actor, "mine"),
    countOf(actor, "unassigned"),
    countOf(actor, "to-publish"),
    countOf(actor, "returned"),
    countOf(actor, "others"),
    countOf(actor, "published"),
    view === "unassigned" ? unassignedItems() : reviewItems(actor, view),
    recentImports(now),
  ]);
  const counts = { mine, unassigned, "to-publish": toPublish, returned, others, published };
  return { counts, view, items, imports };
}

type ReviewQueue = Exclude<QueueName, "unassigned">;

function countOf(actor: Actor, view: QueueName): Promise<number> {
  if (view === "unassigned") return database().articleVersion.count({ where: UNASSIGNED });
  return database().review.count({ where: whereOf(actor, view) });
}

/** A page's latest text that nobody reviews and no published review covers. Claims always have a review of their own. */
const UNASSIGNED: Prisma.ArticleVersionWhereInput = {
  reviews: { none: { state: { in: [...UNFINISHED, "PUBLISHED"] } } },
};

function whereOf(actor: Actor, view: ReviewQueue): Prisma.ReviewWhereInput {
  const own = { writers: { some: { userId: actor.id } } };
  const foreign = { writers: { none: { userId: actor.id } } };
  switch (view) {
    case "mine":
      return { state: { in: ["DRAFT", "RETURNED"] }, ...own };
    case "returned":
      return { state: "RETURNED", ...own };
    case "to-publish":
      // Nobody is asked to do what their role doesn't allow.
      return may(actor.role, "review.publish") ? { state: "SUBMITTED", ...foreign } : { id: { in: [] } };
    case "others":
      return {
        OR: [
          { state: { in: ["DRAFT", "RETURNED"] }, ...foreign },
          { state: "SUBMITTED", ...(may(actor.role, "review.publish") ? own : {}) },
        ],
      };
    case "published":
      return { state: "PUBLISHED", publications: { some: { withdrawnAt: null } } };
  }
}

async function unassignedItems(): Promise<QueueItem[]> {
  const versions = await database().articleVersion.findMany({
    where: UNASSIGNED,
    orderBy: { fetchedAt: "desc" },
    take: MOST_ITEMS,
    select: { id: true, title: true, fetchedAt: true, _count: { select: { suggestions: true } } },
  });
  return versions.map(({ id, title, fetchedAt, _count }) => ({
    kind: "ARTICLE",
    href: `/desk/articles/${id}`,
    title: title ?? words.imports.noTitle,
    state: null,
    waiting: _count.suggestions,
    total: _count.suggestions,
    next: { kind: "you" },
    changedAt: fetchedAt.toISOString(),
  }));
}

const QUEUED_PARTS = {
  author: { select: { name: true } },
  writers: { select: { userId: true } },
  version: { select: { id: true, title: true, _count: { select: { suggestions: true } } } },
  claim: { select: { id: true, wording: true, _count: { select: { statements: true } } } },
  _count: { select: { decisions: { where: { undoneAt: null } } } },
} as const satisfies Prisma.ReviewInclude;

async function reviewItems(actor: Actor, view: ReviewQueue): Promise<QueueItem[]> {
  const reviews = await database().review.findMany({
    where: whereOf(actor, view),
    orderBy: { updatedAt: "desc" },
    take: MOST_ITEMS,
    include: QUEUED_PARTS,
  });
  return reviews.flatMap((review) => {
    const item = itemOf(review, actor);
    return item === null ? [] : [item];
  });
}

function itemOf(
  review: Prisma.ReviewGetPayload<{ include: typeof QUEUED_PARTS }>,
  actor: Actor,
): QueueItem | null {
  const shared = {
    kind: review.kind,
    state: review.state,
    next: nextOf(review, actor),
    changedAt: review.updatedAt.toISOString(),
  };
  const { version, claim } = review;
  if (version !== null) {
    const total = version._count.suggestions;
    return {
      ...shared,
      href: `/desk/articles/${version.id}`,
      title: version.title ?? words.imports.noTitle,
      waiting: Math.max(0, total - review._count.decisions),
      total,
    };
  }
  if (claim === null) return null;
  return {
    ...shared,
    href: `/desk/claims/${claim.id}`,
    title: claim.wording,
    waiting: 0,
    total: claim._count.statements,
  };
}

function nextOf(
  review: {
    readonly state: ReviewState;
    readonly author: { readonly name: string };
    readonly writers: readonly { readonly userId: string }[];
  },
  actor: Actor,
): NextActor {
  const isWriter = review.writers.some(({ userId }) => userId === actor.id);
  switch (review.state) {
    case "DRAFT":
    case "RETURNED":
      return isWriter ? { kind: "you" } : { kind: "person", name: review.author.name };
    case "SUBMITTED":
      return !isWriter && may(actor.role, "review.publish") ? { kind: "you" } : { kind: "another-editor" };
    default:
      return { kind: "nobody" };
  }
}

async function recentImports(now: Date): Promise<ImportView[]> {
  const imports = await database().import.findMany({
    where: { state: { not: "DONE" }, requestedAt: { gt: new Date(now.getTime() - IMPORTS_SHOWN_FOR_MS) } },
    orderBy: { requestedAt: "desc" },
    take: MOST_IMPORTS,
  });
  return imports.map(importView);
}

function importView(row: Import): ImportView {
  return {
    id: row.id,
    name: row.fileName ?? row.url ?? row.publisher ?? words.imports.pasted,
    state: row.state,
    message: row.message,
    versionId: row.versionId,
    requestedAt: row.requestedAt.toISOString(),
  };
}

/** How far one import is; null where there is none. Everybody who is signed in may see it. */
export async function importById(id: string): Promise<ImportView | null> {
  const row = await database().import.findUnique({ where: { id } });
  return row === null ? null : importView(row);
}
