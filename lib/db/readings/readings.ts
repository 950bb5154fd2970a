import type { Tx } from "#lib/db/core/client";
import type { BlindReading, Prisma } from "#lib/db/generated/client";
import { type ReadBlind, readBlind } from "#lib/domain/read-blind";
import type { PassStart, ReadingRule, StandingReading } from "#lib/domain/readings";
import { RefusedError } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** Blind readings of versions, for the verbs. What their passes say stands in `passes`. */

export type LockedReading = BlindReading &
  Omit<StandingReading, "passes"> & {
    readonly passes: readonly (StandingReading["passes"][number] & { readonly id: string })[];
  };

/** Locked until the transaction ends: no pass of it is taken, handed in or given up meanwhile. Throws AppError `not_found`. */
export async function lockReading(tx: Tx, id: string): Promise<LockedReading> {
  await tx.$queryRaw`SELECT 1 FROM "BlindReading" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const reading = await tx.blindReading.findUnique({
    where: { id },
    include: { passes: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
  });
  if (reading === null) throw new AppError("not_found", words.errors.notFound);
  const passes = reading.passes.map(({ id: passId, readerId, handedInAt, givenUpAt }) => {
    return { id: passId, readerId, isHandedIn: handedInAt !== null, isGivenUp: givenUpAt !== null };
  });
  return { ...reading, passes };
}

/** Whether somebody reviewed the version, or it is read blind: locked, so that nobody begins to. */
export async function stateOfVersion(tx: Tx, versionId: string) {
  const [reviews, readings] = await Promise.all([
    tx.review.count({ where: { versionId } }),
    tx.blindReading.count({ where: { versionId, state: { not: "CALLED_OFF" } } }),
  ]);
  return { isReviewed: reviews > 0, isReadBlind: readings > 0 };
}

const READ_BLIND = {
  OR: [{ state: "READING" }, { state: "SETTLING", reviewId: null }],
} as const satisfies Prisma.BlindReadingWhereInput;

/** Those of these versions that are read blind now. */
export async function readBlindAmong(tx: Tx, versionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.blindReading.findMany({
    where: { versionId: { in: [...versionIds] }, ...READ_BLIND },
    select: { versionId: true },
  });
  return new Set(rows.map(({ versionId }) => versionId));
}

/** Is any version read blind now that is such a one? */
export async function isReadBlind(
  tx: Pick<Tx, "blindReading">,
  version: Prisma.ArticleVersionWhereInput,
): Promise<boolean> {
  return (
    (await tx.blindReading.findFirst({ where: { version, ...READ_BLIND }, select: { id: true } })) !== null
  );
}

/** Those of these claims that stand on a page, in whichever version, which this person is reading blind: they took a pass, and it isn't handed in. */
export async function claimsReadBlindBy(
  tx: Pick<Tx, "$queryRaw">,
  readerId: string,
  rootIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (rootIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c."rootId"::text AS id FROM "BlindPass" p
    JOIN "BlindReading" b ON b."id" = p."readingId" AND b."state" = 'READING'
    JOIN "ArticleVersion" v ON v."id" = b."versionId" JOIN "ArticleVersion" o ON o."articleId" = v."articleId"
    JOIN "Statement" s ON s."versionId" = o."id" AND s."removedAt" IS NULL JOIN "Claim" c ON c."id" = s."claimId"
    WHERE p."readerId" = ${readerId}::uuid AND p."handedInAt" IS NULL AND p."givenUpAt" IS NULL
      AND c."rootId" = ANY(${[...rootIds]}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

/** How this version was read blind before its labels were settled; null where it wasn't. */
export async function readBlindBefore(tx: Tx, versionId: string): Promise<ReadBlind | null> {
  const reading = await tx.blindReading.findFirst({
    where: { versionId, state: "SETTLED" },
    select: {
      _count: { select: { passes: { where: { handedInAt: { not: null } } } } },
      units: { select: { left: { select: { label: true } }, right: { select: { label: true } } } },
    },
  });
  if (reading === null) return null;
  const labels = reading.units.map(({ left, right }) => [left?.label ?? null, right?.label ?? null] as const);
  return readBlind(reading._count.passes, labels);
}

/**
 * Nobody works on the labels of a version beside its blind reading.
 *
 * Throws   RefusedError `conflict` while two people read it, and until somebody settles it.
 */
export async function refuseWhileReadBlind(tx: Tx, versionId: string): Promise<void> {
  if (await isReadBlind(tx, { id: versionId })) throw new RefusedError("conflict", { reason: "readBlind" });
}

export async function createReading(
  tx: Tx,
  asked: { readonly versionId: string; readonly start: PassStart; readonly askedById: string },
  now: Date,
): Promise<BlindReading> {
  return tx.blindReading.create({ data: { ...asked, createdAt: now } });
}

/** Move a reading on, only from the revision that was looked at. Returns its new revision. Throws AppError `conflict`. */
export async function advanceReading(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  data: Prisma.BlindReadingUncheckedUpdateManyInput,
): Promise<number> {
  const { count } = await tx.blindReading.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("conflict", words.deskErrors.stale);
  return revision + 1;
}

export async function readReadingRule(tx: Pick<Tx, "readingRule">): Promise<ReadingRule> {
  const { everyNth, start } = await tx.readingRule.findUniqueOrThrow({ where: { name: "pages" } });
  return { everyNth, start };
}

export async function keepReadingRule(
  tx: Tx,
  rule: ReadingRule,
  changedById: string,
  changedAt: Date,
): Promise<void> {
  await tx.readingRule.update({ where: { name: "pages" }, data: { ...rule, changedById, changedAt } });
}

/** Ids of everybody who saw labels of any version of this page: they wrote, settled or published them, or read one of them blind to its end. */
export async function whoSawLabels(tx: Pick<Tx, "$queryRaw">, versionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH versions AS (
      SELECT o."id" FROM "ArticleVersion" v JOIN "ArticleVersion" o ON o."articleId" = v."articleId" WHERE v."id" = ${versionId}::uuid
    ), reviews AS (SELECT r."id" FROM "Review" r JOIN versions v ON v."id" = r."versionId")
    SELECT w."userId" AS id FROM "ReviewWriter" w JOIN reviews r ON r."id" = w."reviewId"
    UNION SELECT p."publishedById" FROM "Publication" p JOIN reviews r ON r."id" = p."reviewId"
    UNION SELECT p."readerId" FROM "BlindReading" b JOIN versions v ON v."id" = b."versionId"
      JOIN "BlindPass" p ON p."readingId" = b."id" WHERE b."state" IN ('SETTLING', 'SETTLED') AND p."handedInAt" IS NOT NULL`;
  return rows.map(({ id }) => id);
}
