import { type Tx, transaction } from "#lib/db/core/client";
import type { CopyLook } from "#lib/domain/claims-shapes";
import { afterLook, daysLater, type LookResult, resultOfPage } from "#lib/domain/evidence-watch";
import type { FetchedPage } from "#lib/domain/retrieval";
import * as words from "#lib/words";
import { keepWorkersCopy } from "./evidence-copies";
import { type KeptFor, type LookJob, tellChange } from "./evidence-watch";

/** How a look of the worker ends: what it found is counted, and told in the chain where it is said or where it no longer holds. */

/** What the worker found: the page, looked through; or why there is none. */
export type Found =
  | { readonly page: FetchedPage; readonly look: CopyLook }
  | { readonly page: null; readonly result: LookResult };

interface Moment {
  readonly now: Date;
  /** In [0, 1): spreads looks that would come at once. */
  readonly chance: number;
}

/**
 * All of it or nothing. One that was overtaken changes nothing, so running it twice is as good as once. The page is kept where no copy is, and where something
 * else came of looking for its quotation than in the last copy; what is as it was is kept already.
 */
export async function endLook(job: LookJob, found: Found, moment: Moment): Promise<void> {
  const { evidenceId, until } = job;
  await transaction(async (tx) => {
    const [of] = await tx.$queryRaw<(KeptFor & { quote: string | null })[]>`
      SELECT e."id"::text AS "evidenceId", e."claimId"::text AS "claimId", e."title", e."quote"
      FROM "EvidenceWatch" w JOIN "Evidence" e ON e."id" = w."evidenceId"
      WHERE w."evidenceId" = ${evidenceId}::uuid AND w."nextLookAt" = ${until} AND e."removedAt" IS NULL FOR NO KEY UPDATE OF w`;
    if (of === undefined) return;
    const before = await tx.evidenceWatch.findUniqueOrThrow({ where: { evidenceId } });
    const { now, chance } = moment;
    if (found.page !== null && (await isNews(tx, evidenceId, found.look))) {
      await keepWorkersCopy(tx, of, found, now);
    }
    const result =
      found.page === null
        ? found.result
        : resultOfPage(of.quote, found.look, before.wellAt, words.evidenceWatch.look);
    const after = afterLook(before, result, now);
    const nextLookAt = daysLater(now, after.days, chance);
    await tx.evidenceWatch.update({ where: { evidenceId }, data: { ...after, lookedAt: now, nextLookAt } });
    await tellChange(tx, of, { before, after }, now);
  });
}

/** Is there no copy so far, or did something else come of looking through the last one? */
async function isNews(tx: Tx, evidenceId: string, look: CopyLook): Promise<boolean> {
  const last = await tx.evidenceCopy.findFirst({
    where: { evidenceId, snapshotSha256: { not: null } },
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
    select: { quote: true },
  });
  return last === null || last.quote !== look.quote;
}
