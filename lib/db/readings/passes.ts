import type { Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import type { BlindPass, PassNote, PassStatement, Prisma } from "#lib/db/generated/client";
import type { PassMark } from "#lib/domain/compared-passes";
import type { PassStart, ReadingState } from "#lib/domain/readings";
import { StatementFields } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";

/**
 * What one person says of a version in a blind pass. Every question here is asked of one pass; the verbs and `views` see to it that the
 * pass is the caller's own, or that both are in. No other part of the program reads these tables.
 */

export type LockedPass = BlindPass & {
  readonly versionId: string;
  readonly start: PassStart;
  readonly state: ReadingState;
};

/** Locked, so that it isn't handed in meanwhile. Null where there is none. */
export async function lockPass(tx: Tx, id: string): Promise<LockedPass | null> {
  await tx.$queryRaw`SELECT 1 FROM "BlindPass" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.blindPass.findUnique({
    where: { id },
    include: { reading: { select: { versionId: true, start: true, state: true } } },
  });
  if (row === null) return null;
  const { reading, ...pass } = row;
  return { ...pass, ...reading };
}

/** The reading that a pass is of; null where there is no such pass. */
export async function readingOfPass(tx: Tx, passId: string): Promise<string | null> {
  const pass = await tx.blindPass.findUnique({ where: { id: passId }, select: { readingId: true } });
  return pass?.readingId ?? null;
}

export async function createPass(tx: Tx, readingId: string, readerId: string, now: Date): Promise<BlindPass> {
  return tx.blindPass.create({ data: { readingId, readerId, createdAt: now } });
}

/** Move a pass on, only from the revision that was looked at. Throws AppError `conflict`. */
export async function advancePass(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  data: Prisma.BlindPassUncheckedUpdateManyInput,
): Promise<number> {
  const { count } = await tx.blindPass.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("conflict", words.deskErrors.stale);
  return revision + 1;
}

/** How many suggestions of the version this pass hasn't decided; those in `aside` needn't be. */
export function countWaiting(
  tx: Tx,
  { id, versionId }: { readonly id: string; readonly versionId: string },
  aside: readonly string[],
): Promise<number> {
  return tx.suggestion.count({
    where: { versionId, id: { notIn: [...aside] }, inPasses: { none: { passId: id } } },
  });
}

export type NewMark = Pick<PassStatement, "passId" | "suggestionId" | "exact" | "label" | "isAsSuggested"> & {
  readonly fields: StatementFields;
  readonly removedAt: Date | null;
};

export async function keepMark(tx: Tx, { fields, ...mark }: NewMark, now: Date): Promise<string> {
  const { start, end } = fields;
  const { id } = await tx.passStatement.create({ data: { ...mark, fields, start, end, changedAt: now } });
  return id;
}

/** One statement of a pass, as it is kept. */
export type KeptMark = PassStatement;

/** Of a pass the statement with this id; null where it has none. */
export function markOf(tx: Tx, passId: string, id: string): Promise<PassStatement | null> {
  return tx.passStatement.findFirst({ where: { id, passId } });
}

/** The pass that a statement stands in; null where there is none. */
export async function passOfMark(tx: Tx, statementId: string): Promise<string | null> {
  const mark = await tx.passStatement.findUnique({ where: { id: statementId }, select: { passId: true } });
  return mark?.passId ?? null;
}

/** What the pass made of a suggestion; null while it waits. */
export function markOfSuggestion(
  tx: Tx,
  passId: string,
  suggestionId: string,
): Promise<PassStatement | null> {
  return tx.passStatement.findFirst({ where: { passId, suggestionId } });
}

export function countMarks(tx: Tx, passId: string): Promise<number> {
  return tx.passStatement.count({ where: { passId, removedAt: null } });
}

/** Throws AppError `conflict` where the pass has another statement on exactly these words. */
export async function refuseSameMark(
  tx: Tx,
  passId: string,
  { start, end }: Span,
  exceptId: string | null = null,
): Promise<void> {
  const other = exceptId === null ? {} : { id: { not: exceptId } };
  const same = await tx.passStatement.count({ where: { passId, start, end, removedAt: null, ...other } });
  if (same > 0) throw new AppError("conflict", words.refusals.sameSpan);
}

/** Change a statement of a pass, only from the revision that was looked at. Throws AppError `conflict`. */
export async function changeMark(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  data: Prisma.PassStatementUncheckedUpdateManyInput,
  now: Date,
): Promise<void> {
  const { count } = await tx.passStatement.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 }, changedAt: now },
  });
  if (count === 0) throw new AppError("conflict", words.deskErrors.stale);
}

/** The standing statements of a pass as they are compared, in the order of the text. */
export async function marksOf(tx: Tx, passId: string): Promise<(PassMark & { readonly id: string })[]> {
  const rows = await tx.passStatement.findMany({
    where: { passId, removedAt: null },
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  return rows.map(({ id, start, end, label, fields }) => {
    return { id, start, end, label, fields: StatementFields.parse(fields) };
  });
}

/** The mark of all that a pass says, for the history: what was handed in can be shown to be that. */
export async function hashOfPass(tx: Tx, passId: string): Promise<string> {
  const [statements, notes] = await Promise.all([
    tx.passStatement.findMany({ where: { passId }, orderBy: { id: "asc" } }),
    tx.passNote.findMany({ where: { passId }, orderBy: { id: "asc" } }),
  ]);
  return sha256(canonicalJson(JSON.parse(JSON.stringify({ passId, statements, notes }))));
}

export type NewPassNote = Pick<PassNote, "passId" | "statementId" | "body" | "isPublic"> & {
  readonly span: Span | null;
};

export async function keepPassNote(tx: Tx, { span, ...note }: NewPassNote, now: Date): Promise<string> {
  const place = { start: span?.start ?? null, end: span?.end ?? null };
  const { id } = await tx.passNote.create({ data: { ...note, ...place, createdAt: now } });
  return id;
}

/** A note with other words, or taken away, only from the revision that was looked at; false where it has moved on. */
export async function changePassNote(
  tx: Tx,
  {
    id,
    passId,
    revision,
  }: { readonly id: string; readonly passId: string; readonly revision: number | null },
  change: { readonly body: string; readonly isPublic: boolean } | { readonly removedAt: Date },
): Promise<boolean> {
  const { count } = await tx.passNote.updateMany({
    where: { id, passId, revision: revision ?? -1, removedAt: null },
    data: { ...change, revision: { increment: 1 } },
  });
  return count > 0;
}
