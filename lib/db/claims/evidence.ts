import { dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { AddEvidence, AddSearch } from "#lib/domain/claims";

/** Evidence about a claim, and searches that found nothing. Both are taken away by a date, never by a deletion. */

interface Added {
  readonly by: string;
  readonly at: Date;
}

export async function keepEvidence(tx: Tx, evidence: AddEvidence, { by, at }: Added): Promise<string> {
  const { id } = await tx.evidence.create({
    data: { ...evidence, publishedAt: dateColumn(evidence.publishedAt), addedById: by, addedAt: at },
  });
  return id;
}

/** The evidence that stands. */
export function evidenceOf(tx: Tx, claimId: string) {
  return tx.evidence.findMany({
    where: { claimId, removedAt: null },
    select: { quote: true, publisher: true, publishedAt: true },
  });
}

/** Null where there is none. */
export function evidenceById(tx: Tx, id: string) {
  return tx.evidence.findUnique({
    where: { id },
    select: { id: true, claimId: true, title: true, url: true, removedAt: true },
  });
}

/** False where somebody was first. */
export async function takeEvidenceAway(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.evidence.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: now },
  });
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

/** Null where there is none. */
export function searchById(tx: Tx, id: string) {
  return tx.searchRecord.findUnique({ where: { id }, select: { id: true, claimId: true, lookedFor: true } });
}

/** False where somebody was first. */
export async function takeSearchAway(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.searchRecord.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: now },
  });
  return count > 0;
}
