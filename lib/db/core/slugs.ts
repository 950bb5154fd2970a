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
export async function freeSlugs(
  tx: Tx,
  table: "article" | "claim",
  wishes: readonly Wish[],
): Promise<string[]> {
  if (wishes.length === 0) return [];
  const slugs = wishes.map(({ title, fallback }) => slugOf(title) ?? fallback);
  await lockNames(
    tx,
    slugs.map((slug) => `slug:${table}:${slug}`),
  );
  const where = { slug: { in: slugs } };
  const select = { slug: true };
  const there =
    table === "article"
      ? await tx.article.findMany({ where, select })
      : await tx.claim.findMany({ where, select });
  const taken = new Set(there.map(({ slug }) => slug));
  return slugs.map((slug) => {
    const free = taken.has(slug) ? `${slug}-${randomBytes(3).toString("hex")}` : slug;
    taken.add(free);
    return free;
  });
}
