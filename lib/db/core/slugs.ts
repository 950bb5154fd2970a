import { randomBytes } from "node:crypto";
import { slugOf } from "#lib/domain/slugs";
import { lockNames, type Tx } from "./client";

interface Wish {
  readonly title: string;
  /** Where nothing of the title is readable. */
  readonly fallback: string;
}

/**
 * Slugs that nobody has, one for each wish: the readable one, or with six letters more where that is taken. Writers who want
 * the same one take turns until their transactions end.
 */
export async function freeSlugs(tx: Tx, table: Table, wishes: readonly Wish[]): Promise<string[]> {
  if (wishes.length === 0) return [];
  const slugs = wishes.map(({ title, fallback }) => slugOf(title) ?? fallback);
  await lockNames(
    tx,
    slugs.map((slug) => `slug:${table}:${slug}`),
  );
  const taken = await takenOf(tx, table, slugs);
  const free: string[] = [];
  for (const slug of slugs) {
    const own = taken.has(slug) ? await longerOf(tx, table, slug, taken) : slug;
    taken.add(own);
    free.push(own);
  }
  return free;
}

type Table = "article" | "claim" | "topic";

async function takenOf(tx: Tx, table: Table, slugs: readonly string[]): Promise<Set<string>> {
  const where = { slug: { in: [...slugs] } };
  const select = { slug: true };
  const there = await (table === "article"
    ? tx.article.findMany({ where, select })
    : table === "claim"
      ? tx.claim.findMany({ where, select })
      : tx.topic.findMany({ where, select }));
  return new Set(there.map(({ slug }) => slug));
}

/** Of ten thousand pages with one title some draw the same six letters: it is drawn until nobody has it. */
async function longerOf(tx: Tx, table: Table, slug: string, taken: ReadonlySet<string>): Promise<string> {
  for (;;) {
    const longer = `${slug}-${randomBytes(3).toString("hex")}`;
    if (!taken.has(longer) && (await takenOf(tx, table, [longer])).size === 0) return longer;
  }
}
