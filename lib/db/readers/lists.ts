import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { type ListPlace, timeCursor } from "#lib/domain/cursors";

/** A list in the order of time, the latest first, read a part at a time by the key of its rows. */
export interface ListPart<Row> {
  readonly rows: readonly Row[];
  /** Cursors: where the older and the newer part begin; null where there is none. */
  readonly older: string | null;
  readonly newer: string | null;
}

interface Keyed {
  readonly at: Date;
  readonly id: string;
}

/**
 * `ask` gives `take` rows behind a row in either direction, in that direction's order; one more than is shown is asked for, to know
 * whether the list goes on. `cursorOf` names a row.
 */
export async function listPart<Row extends Keyed, Place extends Pick<ListPlace, "way">>(
  place: Place | null,
  size: number,
  ask: (place: Place | null, take: number) => Promise<Row[]>,
  cursorOf: (row: Row) => string = timeCursor,
): Promise<ListPart<Row>> {
  const found = await ask(place, size + 1);
  const goesOn = found.length > size;
  const isBack = place?.way === "before";
  const rows = isBack ? found.slice(0, size).reverse() : found.slice(0, size);
  const cursor = (row: Row | undefined) => (row === undefined ? null : cursorOf(row));
  return {
    rows,
    older: isBack || goesOn ? cursor(rows.at(-1)) : null,
    newer: isBack ? (goesOn ? cursor(rows[0]) : null) : place === null ? null : cursor(rows[0]),
  };
}

/** How long a list is. */
export async function totalOf(name: "StandingClaim" | "StandingChange" | "StandingPage"): Promise<number> {
  return (await database().standingTotal.findUnique({ where: { name } }))?.count ?? 0;
}

/** What a question for rows behind a row adds: which they are, and their order. `id` and `at` are the columns of the key. */
export function behind(
  place: ListPlace | null,
  { at, id }: { readonly at: Prisma.Sql; readonly id: Prisma.Sql },
) {
  const isBack = place?.way === "before";
  const way = isBack ? Prisma.sql`>` : Prisma.sql`<`;
  const key = place && Prisma.sql`(${place.cursor.at}::timestamptz, ${place.cursor.id}::uuid)`;
  return {
    from: key === null ? Prisma.empty : Prisma.sql`WHERE (${at}, ${id}) ${way} ${key}`,
    order: isBack ? Prisma.sql`${at}, ${id}` : Prisma.sql`${at} DESC, ${id} DESC`,
  };
}
