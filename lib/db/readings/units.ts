import type { Tx } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import type { ComparedPlace } from "#lib/domain/compared-passes";
import type { Writer } from "#lib/domain/credits";
import { RefusedError } from "#lib/domain/refusals";
import { StatementFields } from "#lib/domain/reviews";
import type { UnitChoice } from "#lib/domain/settling";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** The places of a blind reading that either pass marked, and what was settled on for each. */

/** Keep what was compared, in the order of the text. The database counts who said what. */
export async function keepUnits(
  tx: Tx,
  readingId: string,
  places: readonly ComparedPlace<{ readonly id: string }>[],
): Promise<void> {
  if (places.length === 0) return;
  await tx.readingUnit.createMany({
    data: places.map(({ left, right, isSameWords }, at) => ({
      readingId,
      number: at + 1,
      leftId: left?.id ?? null,
      rightId: right?.id ?? null,
      isSameWords,
    })),
  });
}

const SIDE = {
  include: {
    pass: { select: { reader: { select: { id: true, name: true } } } },
    notes: { where: { removedAt: null }, orderBy: { createdAt: "asc" } },
  },
} as const satisfies Prisma.ReadingUnit$leftArgs;

const SIDES = { left: SIDE, right: SIDE } as const satisfies Prisma.ReadingUnitInclude;

type SideRow = NonNullable<Prisma.ReadingUnitGetPayload<{ include: typeof SIDES }>["left"]>;
export type Side = Omit<SideRow, "fields"> & { readonly fields: StatementFields };
export type SettledUnit = Omit<Prisma.ReadingUnitGetPayload<{ include: typeof SIDES }>, "left" | "right"> & {
  readonly left: Side | null;
  readonly right: Side | null;
};

type Asking = Pick<Tx, "readingUnit">;

/** The places in the order of the text. */
export async function unitsOf(tx: Asking, readingId: string): Promise<SettledUnit[]> {
  const rows = await tx.readingUnit.findMany({
    where: { readingId },
    orderBy: { number: "asc" },
    include: SIDES,
  });
  return rows.map((row) => ({ ...row, left: sideOf(row.left), right: sideOf(row.right) }));
}

/** Null where there is none. */
export async function unitById(tx: Asking, id: string): Promise<SettledUnit | null> {
  const row = await tx.readingUnit.findUnique({ where: { id }, include: SIDES });
  return row && { ...row, left: sideOf(row.left), right: sideOf(row.right) };
}

const sideOf = (row: SideRow | null): Side | null =>
  row && { ...row, fields: StatementFields.parse(row.fields) };

/** Keep what was settled on, only from the revision that was looked at. Throws AppError `conflict`. */
export async function decideUnit(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  decision: {
    readonly choice: UnitChoice;
    readonly reason: string | null;
    readonly statementId: string | null;
    readonly decidedById: string;
    readonly decidedAt: Date;
  },
): Promise<void> {
  const { count } = await tx.readingUnit.updateMany({
    where: { id, revision },
    data: { ...decision, revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("conflict", words.deskErrors.stale);
}

export function countUndecided(tx: Tx, readingId: string): Promise<number> {
  return tx.readingUnit.count({ where: { readingId, choice: null } });
}

/**
 * Nobody hands in, or carries on with, a review that two people's reading is being settled in, but for who settles it.
 *
 * Throws   RefusedError: `conflict` before it is settled, `not_allowed` for one of its readers where `readerId` is given.
 */
export async function refuseUnsettled(tx: Tx, reviewId: string, readerId: string | null): Promise<void> {
  const reading = await tx.blindReading.findFirst({
    where: { reviewId, state: "SETTLING", ...(readerId === null ? {} : { passes: { some: { readerId } } }) },
    select: { id: true },
  });
  if (reading === null) return;
  if (readerId !== null) throw new RefusedError("not_allowed", { reason: "readItYourself" });
  throw new RefusedError("conflict", { reason: "unsettled" });
}

/** Whose words stand in what was settled, by the statement's id: those of the readers whose side was taken. */
export async function readersOfStatements(
  tx: Tx,
  reviewId: string,
): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const units = await tx.readingUnit.findMany({
    where: { reading: { reviewId }, statementId: { not: null }, choice: { in: ["BOTH", "LEFT", "RIGHT"] } },
    select: {
      statementId: true,
      choice: true,
      left: { select: { pass: { select: { reader: { select: { id: true, name: true } } } } } },
      right: { select: { pass: { select: { reader: { select: { id: true, name: true } } } } } },
    },
  });
  return new Map(
    units.flatMap(({ statementId, choice, left, right }) => {
      const taken = [choice !== "RIGHT" ? left : null, choice !== "LEFT" ? right : null];
      const readers = taken.flatMap((side) => side?.pass.reader ?? []);
      return statementId === null ? [] : [[statementId, readers] as const];
    }),
  );
}
