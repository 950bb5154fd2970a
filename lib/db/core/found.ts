import type { Prisma } from "#lib/db/generated/client";
import { database } from "./client";

/**
 * How a part of a list that is searched or narrowed is read. Two ways lead to it: along the list, row by row, until enough is found; and by the
 * indexes of words and facets, which know all that is found wherever it stands, and sort it. The first is right for what is common, the
 * second for what is rare. PostgreSQL chooses between them by how common each word and each facet is by itself. It takes them to be independent
 * of each other, so that for what is common apart and rare together it would walk the whole list. Here the walk has an end, and the way is said.
 */

/** So far the walk goes in any case, and twice as far as enough may be found; but not where that is further than this. */
export const NEAR = 1_000;
const NEXT = 2_000;
/** So far it goes where the first of it promises that enough is found by then. */
const FAR = 10_000;

export interface Finding {
  /** The question for the first rows of the part among so many of the list. */
  readonly along: (far: number) => Prisma.Sql;
  /** The same wherever they stand. */
  readonly byIndex: Prisma.Sql;
  /** So many rows are asked for. */
  readonly take: number;
  /** What is known to be rare isn't walked for. */
  readonly isRare: boolean;
  /** Left out where nobody can tell. */
  readonly reckoned?: Reckoned;
}

export interface Reckoned {
  /** As many rows may have it, wherever they stand. */
  readonly rows: number;
  /** As many rows of the list may be walked past until enough is found. */
  readonly way: number;
}

/** The first `take` rows of the part in its order, or all there are: at most three questions. */
export async function rowsFound<Row>(finding: Finding): Promise<Row[]> {
  const { along, byIndex, take, isRare, reckoned } = finding;
  if (!isRare) {
    const { rows, way } = reckoned ?? { rows: Number.POSITIVE_INFINITY, way: 0 };
    const most = way <= NEXT ? Math.round(Math.max(NEAR, 2 * way)) : NEAR;
    const near = await database("along").$queryRaw<Row[]>(along(most));
    if (near.length === take) return near;
    const whole = (take / near.length) * most;
    if (whole <= FAR && whole <= rows) {
      const far = await database("along").$queryRaw<Row[]>(along(FAR));
      if (far.length === take) return far;
    }
  }
  return database("byIndex").$queryRaw<Row[]>(byIndex);
}
