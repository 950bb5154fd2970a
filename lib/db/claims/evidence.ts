import { dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import { keepSnapshot } from "#lib/db/storing/snapshots";
import type { AddEvidence, AddSearch } from "#lib/domain/claims-shapes";
import { fileTypeOf } from "#lib/domain/evidence-files";
import { stopWatching, watchEvidence } from "./evidence-watch";

/** Evidence about a claim, and searches that found nothing. Both are taken away by a date, never by a deletion. */

interface Added {
  readonly by: string;
  readonly at: Date;
}

/** With the bytes of its file, where it has one. */
export async function keepEvidence(
  tx: Tx,
  { file, ...evidence }: AddEvidence,
  { by, at }: Added,
): Promise<{ readonly id: string; readonly fileSha256: string | null }> {
  const kept = file && (await keepFile(tx, file, at));
  const { id } = await tx.evidence.create({
    data: { ...evidence, ...kept, publishedAt: dateColumn(evidence.publishedAt), addedById: by, addedAt: at },
  });
  if (evidence.url !== null) await watchEvidence(tx, id, at);
  return { id, fileSha256: kept?.fileSha256 ?? null };
}

async function keepFile(tx: Tx, { bytes, name }: NonNullable<AddEvidence["file"]>, now: Date) {
  const fileType = fileTypeOf(bytes, name);
  return {
    fileSha256: await keepSnapshot(tx, { bytes, mediaType: fileType, now }),
    fileName: name,
    fileType,
  };
}

/** The evidence that stands, that of claims that were merged into this one too. */
export function evidenceOf(tx: Tx, claimId: string) {
  return tx.evidence.findMany({
    where: { claim: { rootId: claimId }, removedAt: null },
    select: { quote: true, publisher: true, publishedAt: true },
  });
}

/** With the claim that it counts for; null where there is none. */
export async function evidenceById(tx: Tx, id: string) {
  const row = await tx.evidence.findUnique({
    where: { id },
    select: {
      id: true,
      claim: { select: { rootId: true } },
      title: true,
      url: true,
      fileSha256: true,
      removedAt: true,
    },
  });
  return row && { ...row, claimId: row.claim.rootId };
}

/** False where somebody was first. */
export async function takeEvidenceAway(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.evidence.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: now },
  });
  if (count > 0) await stopWatching(tx, id);
  return count > 0;
}

export async function keepSearch(tx: Tx, search: AddSearch, { by, at }: Added): Promise<string> {
  const { claimId, lookedFor, place, searchedAt } = search;
  const { id } = await tx.searchRecord.create({
    data: {
      claimId,
      lookedFor,
      place,
      searchedAt: new Date(`${searchedAt}T00:00:00.000Z`),
      byId: by,
      addedAt: at,
    },
  });
  return id;
}

/** With the claim that it counts for; null where there is none. */
export async function searchById(tx: Tx, id: string) {
  const row = await tx.searchRecord.findUnique({
    where: { id },
    select: { id: true, claim: { select: { rootId: true } }, lookedFor: true },
  });
  return row && { ...row, claimId: row.claim.rootId };
}

/** False where somebody was first. */
export async function takeSearchAway(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.searchRecord.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: now },
  });
  return count > 0;
}
