import { z } from "zod";
import type { HistoryView, ReviewView } from "#lib/domain/desk-view";
import { UNFINISHED } from "#lib/domain/review-rules";
import { words } from "#lib/domain/words";
import { SYSTEM } from "./audit";
import { database } from "./client";
import type { Prisma, Publication } from "./generated/client";

/** What the desk's screens of a page and of a claim have in common: the review, what stands published, the history. */

/** A history longer than this is read in the audit trail. */
const MOST_EVENTS = 200;

const REVIEW_PARTS = {
  author: { select: { id: true, name: true } },
  writers: { select: { user: { select: { id: true, name: true } } }, orderBy: { since: "asc" } },
} as const satisfies Prisma.ReviewInclude;

export type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof REVIEW_PARTS }>;

/** The review that the desk shows: the unfinished one, else the one published last; null where there is neither. */
export async function reviewShown(
  subject: { versionId: string } | { claimId: string },
): Promise<ReviewRow | null> {
  const unfinished = await database().review.findFirst({
    where: { ...subject, state: { in: [...UNFINISHED] } },
    include: REVIEW_PARTS,
  });
  if (unfinished !== null) return unfinished;
  return database().review.findFirst({
    where: { ...subject, state: "PUBLISHED" },
    orderBy: { updatedAt: "desc" },
    include: REVIEW_PARTS,
  });
}

/** The latest publication of a page or claim, if it was not withdrawn, with the revision of its review. */
export async function publicationShown(subject: { articleId: string } | { claimId: string }) {
  const latest = await database().publication.findFirst({
    where: { ...subject, kind: "articleId" in subject ? "ARTICLE" : "CLAIM" },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    include: { review: { select: { revision: true } } },
  });
  return latest?.withdrawnAt === null ? latest : null;
}

export function publicationView(row: (Publication & { review: { revision: number } }) | null) {
  if (row === null) return null;
  return {
    reviewId: row.reviewId,
    revision: row.review.revision,
    publishedAt: row.publishedAt.toISOString(),
  };
}

export function reviewView(row: ReviewRow | null, standing: Publication | null): ReviewView | null {
  if (row === null) return null;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    revision: row.revision,
    author: row.author,
    writers: row.writers.map(({ user }) => user),
    returnedReason: row.returnedReason,
    correction: row.correction,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    replacesPublished: standing !== null && standing.reviewId !== row.id,
  };
}

/** Many payloads name the words that they are about. */
const Quoted = z.object({ quote: z.string() });

/** What happened to these subjects (`review:<uuid>` …), newest first; at most the last 200. */
export async function deskHistory(subjectIds: readonly string[]): Promise<HistoryView[]> {
  const events = await database().auditEvent.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    orderBy: { sequence: "desc" },
    take: MOST_EVENTS,
    include: { payload: { select: { payload: true } } },
  });
  const ids = [...new Set(events.map(({ actorId }) => actorId))].filter((id) => id !== SYSTEM);
  const people = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map((event) => ({
    sequence: Number(event.sequence),
    at: event.at.toISOString(),
    action: event.action,
    actorName: names.get(event.actorId) ?? words.history.system,
    hash: event.hash,
    words: words.history.words(event.action, Quoted.safeParse(event.payload?.payload).data?.quote ?? null),
  }));
}
