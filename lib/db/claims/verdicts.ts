import { database, type Tx } from "#lib/db/core/client";
import type { Prisma, Verdict } from "#lib/db/generated/client";
import { scaleInForce } from "#lib/db/scale/scale";
import type { ReviewState } from "#lib/domain/reviews";
import { givenUnder } from "#lib/domain/scale";
import { GivenVerdict, type VerdictCode } from "#lib/domain/scale-shapes";
import { verdictName } from "#lib/words/verdicts";

/** The verdict of a claim's review: one at a time, rewritten from the revision that was looked at. */

/** Null where nobody wrote one yet. */
export function verdictOf(tx: Tx, reviewId: string): Promise<Verdict | null> {
  return tx.verdict.findUnique({ where: { reviewId } });
}

/** What the scale said of a verdict as it was handed in; null where it wasn't, and where that wasn't kept. */
export const givenIn = ({ given }: Pick<Verdict, "given">): GivenVerdict | null =>
  given === null ? null : GivenVerdict.parse(given);

/** What is read of the verdict that stands, where it is only named. */
export const STANDING_VERDICT = {
  where: { rank: "PREFERRED" },
  select: { code: true, given: true, explanation: true, createdAt: true },
  take: 1,
} as const satisfies Prisma.Claim$verdictsArgs;

/** In the word that it was given in. */
export function standingVerdict({ code, given, createdAt }: Pick<Verdict, "code" | "given" | "createdAt">) {
  return { name: verdictName({ code, scale: givenIn({ given }) ?? undefined }), at: createdAt.toISOString() };
}

/**
 * A verdict as it is frozen: one that is still written stands under the scale in force, and one that was handed in under that of then.
 */
export async function scaledVerdict(tx: Pick<Tx, "verdictScale">, verdict: Verdict, state: ReviewState) {
  const { code, explanation } = verdict;
  const isWritten = state === "DRAFT" || state === "RETURNED";
  const scale = isWritten ? givenUnder(await scaleInForce(tx), code) : givenIn(verdict);
  return { code, explanation, ...(scale === null ? {} : { scale }) };
}

/** The verdict of this review is given under the scale in force, from its hand-in on. */
export async function giveVerdict(
  tx: Tx,
  { reviewId, code }: Pick<Verdict, "reviewId" | "code">,
): Promise<void> {
  const given = givenUnder(await scaleInForce(tx), code);
  if (given !== null) await tx.verdict.update({ where: { reviewId }, data: { given } });
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

/** More reviews that are open at once aren't counted. */
const MOST_OPEN = 1000;

/** Reviews of claims that are still written, by the codes of their verdicts. */
export async function openVerdicts(): Promise<Readonly<Record<string, number>>> {
  const rows = await database().verdict.findMany({
    where: { review: { kind: "CLAIM", state: { in: ["DRAFT", "RETURNED"] } } },
    select: { code: true },
    take: MOST_OPEN,
  });
  const counts = new Map<string, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries(counts);
}
