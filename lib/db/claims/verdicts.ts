import type { Tx } from "#lib/db/core/client";
import type { Verdict } from "#lib/db/generated/client";
import type { VerdictCode } from "#lib/domain/claims";

/** The verdict of a claim's review: one at a time, rewritten from the revision that was looked at. */

/** Null where nobody wrote one yet. */
export function verdictOf(tx: Tx, reviewId: string): Promise<Verdict | null> {
  return tx.verdict.findUnique({ where: { reviewId } });
}

interface Written {
  readonly claimId: string;
  readonly reviewId: string;
  readonly code: VerdictCode;
  readonly explanation: string;
  readonly authorId: string;
}

export function keepVerdict(
  tx: Tx,
  { claimId, reviewId, code, explanation, authorId }: Written,
  now: Date,
): Promise<Verdict> {
  const written = { code, explanation, authorId };
  return tx.verdict.upsert({
    where: { reviewId },
    create: { ...written, claimId, reviewId, createdAt: now },
    update: { ...written, revision: { increment: 1 } },
  });
}

/** The verdict of this review is the one that stands from now on; the ones before it stay readable. */
export async function preferVerdict(tx: Tx, claimId: string, reviewId: string): Promise<void> {
  await tx.verdict.updateMany({
    where: {
      claimId,
      reviewId: { not: reviewId },
      rank: { not: "DEPRECATED" },
      review: { state: "PUBLISHED" },
    },
    data: { rank: "DEPRECATED" },
  });
  await tx.verdict.update({ where: { reviewId }, data: { rank: "PREFERRED" } });
}

/** The verdict of this review stands no more, if it had one. */
export async function deprecateVerdict(tx: Tx, reviewId: string): Promise<void> {
  await tx.verdict.updateMany({ where: { reviewId }, data: { rank: "DEPRECATED" } });
}
