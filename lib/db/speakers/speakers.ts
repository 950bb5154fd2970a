import { lockNames, type Tx } from "#lib/db/core/client";
import type { Writer } from "#lib/domain/credits";
import type { MergingSpeaker } from "#lib/domain/speaker-desk";

/** Speakers, merged and parted. What points to a speaker is never rewritten: `rootId`, which the database keeps, says whose it is. */

export interface LockedSpeaker extends MergingSpeaker {
  readonly revision: number;
  readonly writtenName: string;
  readonly mergedIntoId: string | null;
}

/** These speakers, and nobody merges or parts any until the transaction ends. Null in the place of one that isn't there. */
export async function lockSpeakers(tx: Tx, ids: readonly string[]): Promise<(LockedSpeaker | null)[]> {
  // The name that the database's own guard takes.
  await lockNames(tx, ["speakers"]);
  const rows = await tx.speaker.findMany({
    where: { id: { in: [...ids] } },
    include: { root: true, _count: { select: { members: true } } },
  });
  return ids.map((asked) => {
    const row = rows.find(({ id }) => id === asked);
    if (row === undefined) return null;
    const { id, kind, role, revision, mergedIntoId, name, shownName, root } = row;
    return {
      id,
      kind,
      role,
      revision,
      mergedIntoId,
      writtenName: name,
      shown: shownName ?? name,
      mergedInto: mergedIntoId === null ? null : (root.shownName ?? root.name),
      names: row._count.members,
    };
  });
}

/** Is there another who stands for themselves, and is called so? */
export async function isNameTaken(
  tx: Tx,
  { id, shown, kind, role }: Pick<MergingSpeaker, "id" | "shown" | "kind" | "role">,
): Promise<boolean> {
  const found = await tx.speaker.findFirst({
    where: {
      id: { not: id },
      kind,
      role,
      mergedIntoId: null,
      OR: [{ shownName: shown }, { shownName: null, name: shown }],
    },
    select: { id: true },
  });
  return found !== null;
}

interface By {
  readonly by: string;
  readonly at: Date;
}

/** False where either was changed since it was looked at. */
export async function keepMerging(
  tx: Tx,
  from: { readonly id: string; readonly revision: number },
  into: { readonly id: string; readonly revision: number },
  { by, at }: By,
): Promise<boolean> {
  const merged = await tx.speaker.updateMany({
    where: { id: from.id, revision: from.revision, mergedIntoId: null },
    data: { mergedIntoId: into.id, mergedById: by, mergedAt: at, revision: { increment: 1 } },
  });
  return merged.count === 1 && touchSpeaker(tx, into);
}

/** False where it was changed since it was looked at. */
export async function keepParting(
  tx: Tx,
  { id, revision, mergedIntoId }: Pick<LockedSpeaker, "id" | "revision" | "mergedIntoId">,
): Promise<boolean> {
  const { count } = await tx.speaker.updateMany({
    where: { id, revision },
    data: { mergedIntoId: null, mergedById: null, mergedAt: null, revision: { increment: 1 } },
  });
  if (mergedIntoId !== null) {
    await tx.speaker.updateMany({ where: { id: mergedIntoId }, data: { revision: { increment: 1 } } });
  }
  return count === 1;
}

async function touchSpeaker(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<boolean> {
  const { count } = await tx.speaker.updateMany({
    where: { id, revision },
    data: { revision: { increment: 1 } },
  });
  return count === 1;
}

/** What a speaker is called from now on. False where it was changed since it was looked at. */
export async function keepName(
  tx: Tx,
  { id, revision, writtenName, shown }: LockedSpeaker,
  { name, role }: { readonly name: string; readonly role: string | null },
  { by, at }: By,
): Promise<boolean> {
  // As it was written, it is nobody's own naming; but readers see another name than before.
  const named =
    name === shown ? {} : { shownName: name === writtenName ? null : name, namedById: by, namedAt: at };
  const { count } = await tx.speaker.updateMany({
    where: { id, revision },
    data: { ...named, role, revision: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Who gave the speakers of these statements another name since the statements were written: by merging them, or by calling them otherwise.
 * They wrote that part of what is published. By the statement's id.
 */
export async function nameWriters(tx: Tx, reviewId: string): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const rows = await tx.$queryRaw<{ statementId: string; id: string; name: string }[]>`
    WITH RECURSIVE way AS (
      SELECT s."id" AS "statementId", s."changedAt", p.* FROM "Statement" s JOIN "Speaker" p ON p."id" = s."speakerId"
      WHERE s."reviewId" = ${reviewId}::uuid AND s."removedAt" IS NULL
      UNION ALL
      SELECT w."statementId", w."changedAt", p.* FROM way w JOIN "Speaker" p ON p."id" = w."mergedIntoId"
    )
    SELECT DISTINCT w."statementId"::text, u."id"::text, u."name" FROM way w
    JOIN "User" u ON (u."id" = w."mergedById" AND w."mergedAt" > w."changedAt")
      OR (w."mergedIntoId" IS NULL AND u."id" = w."namedById" AND w."namedAt" > w."changedAt")`;
  const writers = new Map<string, Writer[]>();
  for (const { statementId, id, name } of rows) {
    writers.set(statementId, [...(writers.get(statementId) ?? []), { id, name }]);
  }
  return writers;
}
