import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { orderOf, type Part, rowsAmong, rowsAnywhere } from "./search-sift";

/**
 * How a part of what a search finds is read. Two ways lead to it: along the list, row by row, until enough is found; and by the index of
 * words and facets, which knows all that is found wherever it stands, and sorts it. The first is right for what is common, the second for
 * what is rare. PostgreSQL chooses between them by how common each word and each facet is by itself. It takes them to be independent of
 * each other, so that for what is common apart and rare together it would walk the whole archive. Here the walk has an end, and the way is said.
 */

/** So far the walk goes in any case. What fewer texts have isn't walked for at all. */
const NEAR = 1_000;
/** So far it goes where the first of it promises that enough is found by then. */
const FAR = 10_000;

/** The rows of this part in its order, of each what `columns` says of `t`. */
export async function latestFound<Row>(part: Part, columns: Prisma.Sql): Promise<Row[]> {
  const { sifted, take, place } = part;
  const order = orderOf(sifted.kind, place?.way === "before");
  const read = async (way: Way, rows: Prisma.Sql) => {
    const reading = database().$queryRaw<Row[]>`SELECT ${columns} FROM ${rows} ORDER BY ${order}`;
    return (await database().$transaction([database().$queryRaw`${WAYS[way]}`, reading]))[1];
  };
  if (sifted.texts === null || sifted.texts > NEAR) {
    const near = await read("along", rowsAmong(part, NEAR));
    if (near.length === take) return near;
    if (near.length * (FAR / NEAR) >= take) {
      const far = await read("along", rowsAmong(part, FAR));
      if (far.length === take) return far;
    }
  }
  return read("by index", rowsAnywhere(part));
}

type Way = keyof typeof WAYS;

/** For one transaction: no whole tables, and of what is left either the order of the list, or the indexes of words and facets. */
const WAYS = {
  along: Prisma.sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', 'off', true)`,
  "by index": Prisma.sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`,
} as const;
