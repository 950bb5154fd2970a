import type { Tx } from "#lib/db/core/client";
import type { Claim } from "#lib/db/generated/client";
import { addWriter, createReview, unfinishedReview } from "#lib/db/reviews/reviews";
import { RefusedError } from "#lib/domain/refusals";
import { refuseUnlessOpen } from "#lib/domain/review-rules";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** A claim, locked until the transaction ends. Throws AppError `not_found`. */
export async function lockClaim(tx: Tx, id: string): Promise<Claim> {
  await tx.$queryRaw`SELECT 1 FROM "Claim" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const claim = await tx.claim.findUnique({ where: { id } });
  if (claim === null) throw new AppError("not_found", words.errors.notFound);
  return claim;
}

/** A new claim. */
export function keepClaim(
  tx: Tx,
  claim: { readonly slug: string; readonly wording: string },
  now: Date,
): Promise<Claim> {
  return tx.claim.create({ data: { ...claim, unknowns: [], createdAt: now } });
}

/** A claim in other words, only from the revision that was looked at; false where it has moved on. */
export async function rewordClaim(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  words: { readonly wording: string; readonly unknowns: string[] },
): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id, revision },
    data: { ...words, revision: { increment: 1 } },
  });
  return count > 0;
}

/** Throws AppError `not_found`; RefusedError `conflict` where the claim was merged into another one. */
export async function lockOwnClaim(tx: Tx, id: string): Promise<Claim> {
  const claim = await lockClaim(tx, id);
  if (claim.mergedIntoId === null) return claim;
  const { wording } = await tx.claim.findUniqueOrThrow({ where: { id: claim.rootId } });
  throw new RefusedError("conflict", { reason: "claimMergedAway", name: wording });
}

/**
 * The open review that all work on a claim belongs to, with this person among its writers. A claim has one at a time, and
 * anybody may write in it; where there is none, it is opened, starting from the verdict that stands.
 *
 * Throws   AppError `not_found`; `conflict` while the review waits to be published; RefusedError `conflict` where the claim was merged into another.
 */
export async function claimReview(
  tx: Tx,
  claimId: string,
  personId: string,
  now: Date,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  await lockOwnClaim(tx, claimId);
  const open = await unfinishedReview(tx, { claimId });
  if (open !== null) {
    await tx.$queryRaw`SELECT 1 FROM "Review" WHERE "id" = ${open.id}::uuid FOR NO KEY UPDATE`;
    const { state } = await tx.review.findUniqueOrThrow({ where: { id: open.id }, select: { state: true } });
    refuseUnlessOpen({ state });
    await addWriter(tx, open.id, personId, now);
    return { id: open.id, isNew: false };
  }
  const review = await createReview(tx, { claimId }, personId, now);
  const standing = await tx.verdict.findFirst({
    where: { claimId, rank: "PREFERRED", review: { state: "PUBLISHED" } },
  });
  if (standing !== null) {
    const { code, explanation, authorId } = standing;
    await tx.verdict.create({
      data: { claimId, reviewId: review.id, code, explanation, authorId, createdAt: now },
    });
  }
  return { id: review.id, isNew: true };
}
