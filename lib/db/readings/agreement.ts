import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { Actor } from "#lib/domain/actor";
import type { AgreementCount } from "#lib/domain/agreement-report";
import type { ReaderLabel } from "#lib/domain/labels";

/** How often blind readers said what together, and what became of one's own labels. */

/** The first day of the month that lies so many months before `now`, in UTC. */
export function monthBefore(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
}

/** As many months as are looked at: what they hold follows from how much is read, not from how old the archive is. */
export const MONTHS = 12;

/** Counts of the last twelve months with both readers of each, and the readers' names by id. */
export async function agreementCounts(now: Date): Promise<{
  readonly counts: AgreementCount[];
  readonly names: ReadonlyMap<string, string>;
}> {
  const rows = await database().agreementCount.findMany({
    where: { month: { gte: monthBefore(now, MONTHS - 1) } },
    orderBy: { month: "desc" },
  });
  const ids = [...new Set(rows.flatMap(({ readerA, readerB }) => [readerA, readerB]))];
  const people = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return {
    counts: rows.map((row) => ({ ...row, month: calendarDay(row.month) })),
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
}

/** One's own label of a place and the final one, where they differ. */
export interface OwnDifference {
  readonly readingId: string;
  readonly exact: string;
  /** Null where one marked nothing, or nothing stands there. */
  readonly mine: ReaderLabel | null;
  readonly final: ReaderLabel | null;
}

const READINGS_LOOKED_AT = 20;

/** Of the twenty readings of this person that were settled last: how many places they marked or missed, and where the final label is another. */
export async function ownDifferences({ id: readerId }: Actor): Promise<{
  readonly places: number;
  readonly differ: readonly OwnDifference[];
}> {
  const readings = await database().blindReading.findMany({
    where: { state: "SETTLED", passes: { some: { readerId, handedInAt: { not: null } } } },
    orderBy: { endedAt: "desc" },
    take: READINGS_LOOKED_AT,
    select: {
      id: true,
      units: {
        orderBy: { number: "asc" },
        select: {
          left: { select: { exact: true, label: true, pass: { select: { readerId: true } } } },
          right: { select: { exact: true, label: true, pass: { select: { readerId: true } } } },
          statement: { select: { label: true, removedAt: true } },
        },
      },
    },
  });
  const places = readings.flatMap(({ id, units }) =>
    units.map(({ left, right, statement }) => {
      const mine = [left, right].find((side) => side?.pass.readerId === readerId) ?? null;
      const final = statement === null || statement.removedAt !== null ? null : statement.label;
      const exact = (mine ?? left ?? right)?.exact ?? "";
      return { readingId: id, exact, mine: mine?.label ?? null, final };
    }),
  );
  return { places: places.length, differ: places.filter(({ mine, final }) => mine !== final) };
}
