import type { Tx } from "#lib/db/core/client";
import { differencesOf } from "#lib/domain/settling";
import { unitsOf } from "./units";

/** What the queue is told of a blind reading that isn't over: nothing of what either pass says, and whether they differ once both are in. */
export interface ReadingAtWork {
  /** Nobody but its readers works on the version, and nothing of it is told. */
  readonly isBlind: boolean;
  /** Its readers, where both are in and differ; whoever gave a pass up is among them. Empty otherwise. */
  readonly dissenters: readonly string[];
}

/** Of those of these versions that are read blind or wait to be settled, by the version's id. */
export async function readingsAmong(
  tx: Tx,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, ReadingAtWork>> {
  const rows = await tx.blindReading.findMany({
    where: { versionId: { in: [...versionIds] }, state: { in: ["READING", "SETTLING"] } },
    select: {
      id: true,
      versionId: true,
      state: true,
      reviewId: true,
    },
  });
  const found = new Map<string, ReadingAtWork>();
  for (const { id, versionId, state, reviewId } of rows) {
    const isBlind = state === "READING" || reviewId === null;
    found.set(versionId, { isBlind, dissenters: state === "SETTLING" ? await dissentersOf(tx, id) : [] });
  }
  return found;
}

async function dissentersOf(tx: Tx, readingId: string): Promise<string[]> {
  const units = await unitsOf(tx, readingId);
  if (!units.some((unit) => differencesOf(unit).length > 0)) return [];
  const passes = await tx.blindPass.findMany({ where: { readingId }, select: { readerId: true } });
  return passes.map(({ readerId }) => readerId);
}
