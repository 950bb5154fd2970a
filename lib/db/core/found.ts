import { Prisma } from "#lib/db/generated/client";
import { database } from "./client";

/**
 * How a part of a list that is searched or narrowed is read. Two ways lead to it: along the list, row by row, until enough is found; and by the
 * indexes of words and facets, which know all that is found wherever it stands, and sort it. The first is right for what is common, the
 * second for what is rare. PostgreSQL chooses between them by how common each word and each facet is by itself. It takes them to be independent
 * of each other, so that for what is common apart and rare together it would walk the whole list. Here the walk has an end, and the way is said.
 */

/** So far the walk goes in any case. */
export const NEAR = 1_000;
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
}

/** The first `take` rows of the part in its order, or all there are: at most three questions. */
export async function rowsFound<Row>({ along, byIndex, take, isRare }: Finding): Promise<Row[]> {
  if (!isRare) {
    const near = await read<Row>("along", along(NEAR));
    if (near.length === take) return near;
    if (near.length * (FAR / NEAR) >= take) {
      const far = await read<Row>("along", along(FAR));
      if (far.length === take) return far;
    }
  }
  return read<Row>("byIndex", byIndex);
}

async function read<Row>(way: keyof typeof WAYS, question: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await database().$transaction([
    database().$queryRaw`${WAYS[way]}`,
    database().$queryRaw<Row[]>`${question}`,
  ]);
  return rows;
}

/** For one transaction: no whole tables, and of what is left either the order of the list, or the indexes of words and facets. */
const WAYS = {
  along: Prisma.sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', 'off', true)`,
  byIndex: Prisma.sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`,
} as const;
