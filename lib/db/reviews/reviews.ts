import type { Tx } from "#lib/db/core/client";
import type { Prisma, Review } from "#lib/db/generated/client";
import { takeUp } from "#lib/db/queue/assignments";
import { beginTags } from "#lib/db/topics/tags";
import type { ReviewFacts } from "#lib/domain/review-rules";
import { UNFINISHED } from "#lib/domain/review-rules";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** A review with the people who wrote it, locked until the transaction ends: nothing of it moves under a verb. */
export type LockedReview = Review &
  ReviewFacts & { readonly author: { readonly id: string; readonly name: string } };

/** Throws AppError `not_found`. */
export async function lockReview(tx: Tx, id: string): Promise<LockedReview> {
  await tx.$queryRaw`SELECT 1 FROM "Review" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const review = await readReview(tx, id);
  if (review === null) throw new AppError("not_found", words.errors.notFound);
  return review;
}

/** The same to be looked at: others may move it on meanwhile. Null where there is none. */
export async function readReview(tx: Tx, id: string): Promise<LockedReview | null> {
  const review = await tx.review.findUnique({
    where: { id },
    include: { author: { select: { id: true, name: true } }, writers: { select: { userId: true } } },
  });
  return review && { ...review, writers: review.writers.map(({ userId }) => userId) };
}

/** The claim that a review is about; null for that of a page, and for none. */
export async function claimOfReview(tx: Tx, id: string): Promise<string | null> {
  return (await tx.review.findUnique({ where: { id }, select: { claimId: true } }))?.claimId ?? null;
}

/**
 * Move a review on, only from the revision that was looked at.
 *
 * Returns  its new revision.
 * Throws   AppError `conflict` when somebody was first.
 */
export async function advanceReview(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  data: Prisma.ReviewUncheckedUpdateManyInput,
  now: Date,
): Promise<number> {
  const { count } = await tx.review.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 }, updatedAt: now },
  });
  if (count === 0) throw new AppError("conflict", words.deskErrors.stale);
  return revision + 1;
}

/** Whoever writes any part of a review is kept as one of its writers, for good. */
export async function addWriter(tx: Tx, reviewId: string, userId: string, since: Date): Promise<void> {
  await tx.reviewWriter.createMany({ data: [{ reviewId, userId, since }], skipDuplicates: true });
}

/** The version or the claim that a review is about. */
export type ReviewSubject = { readonly versionId: string } | { readonly claimId: string };

/** A new review, with the tags that readers see. */
export async function createReview(
  tx: Tx,
  subject: ReviewSubject,
  authorId: string,
  now: Date,
): Promise<Review> {
  const kind = "versionId" in subject ? "ARTICLE" : "CLAIM";
  const review = await tx.review.create({
    data: { kind, ...subject, authorId, createdAt: now, updatedAt: now },
  });
  await addWriter(tx, review.id, authorId, now);
  await beginTags(tx, review);
  await takeUp(tx, review, authorId);
  return review;
}

export function unfinishedReview(tx: Tx, subject: ReviewSubject) {
  return tx.review.findFirst({
    where: { ...subject, state: { in: [...UNFINISHED] } },
    include: { author: { select: { name: true } }, writers: { select: { userId: true } } },
  });
}

/** Enabled editors and admins who are none of these people: who could publish what these wrote. */
export function otherPublishers(tx: Tx, writers: readonly string[]): Promise<number> {
  return tx.user.count({
    where: { role: { in: ["EDITOR", "ADMIN"] }, disabledAt: null, id: { notIn: [...writers] } },
  });
}
