import { type Tx, transaction } from "#lib/db/core/client";
import { strayWords } from "./search-rows";
import { strayRows, wronglyStanding } from "./standing";

interface Rebuilt {
  /** How many publications, claims and totals the rows were wrong about, before and after; where many are, not all are counted. */
  readonly before: number;
  readonly after: number;
  readonly publications: number;
}

const HOUR = 3_600_000;
const PUBLICATIONS_AT_ONCE = 50;

/** Thrown to undo what doesn't hold. */
class StillWrong extends Error {
  constructor(readonly rebuilt: Rebuilt) {
    super("What stands isn't what the publications say.");
  }
}

/**
 * Work out what stands from the publications, all of it, and compare it with them. As the owner of the database alone; kept only where both
 * are equal. Who publishes meanwhile waits, and readers see what stood before.
 */
export async function rebuildStanding(): Promise<Rebuilt> {
  try {
    return await transaction(rebuild, { timeout: HOUR });
  } catch (error) {
    if (error instanceof StillWrong) return error.rebuilt;
    throw error;
  }
}

async function rebuild(tx: Tx): Promise<Rebuilt> {
  await tx.$executeRaw`SELECT lock_standing()`;
  const before = await wrongRows(tx);
  await tx.$executeRaw`SELECT rebuild_standing()`;
  await tx.$executeRaw`SELECT rebuild_search()`;
  await tx.$executeRaw`SELECT rebuild_promises()`;
  await tx.$executeRaw`SELECT rebuild_topics()`;
  await tx.$executeRaw`SELECT rebuild_upstream()`;
  await tx.$executeRaw`SELECT rebuild_track()`;
  const after = await wrongRows(tx);
  const rebuilt = { before: before.count, after: after.count, publications: after.publications };
  if (rebuilt.after > 0) throw new StillWrong(rebuilt);
  return rebuilt;
}

async function wrongRows(tx: Tx): Promise<{ count: number; publications: number }> {
  let count = (await strayRows(tx)).length + (await strayWords(tx)).length;
  let publications = 0;
  let after: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (after !== undefined) {
    const rows: Parameters<typeof wronglyStanding>[1] = await tx.publication.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: PUBLICATIONS_AT_ONCE,
    });
    count += (await wronglyStanding(tx, rows)).size;
    publications += rows.length;
    after = rows.at(-1)?.id;
  }
  return { count, publications };
}
