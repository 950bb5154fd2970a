import { randomBytes } from "node:crypto";
import { slugOf } from "#lib/domain/slug";
import type { Tx } from "./client";

/**
 * A slug that nobody has: the readable one, or with six letters more where that is taken. Writers who want the same one take
 * turns until their transactions end.
 */
export async function freeSlug(
  tx: Tx,
  table: "article" | "claim",
  title: string,
  fallback: string,
): Promise<string> {
  const slug = slugOf(title) ?? fallback;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${table}:${slug}`}, 0))`;
  const where = { slug };
  const taken = table === "article" ? await tx.article.count({ where }) : await tx.claim.count({ where });
  return taken === 0 ? slug : `${slug}-${randomBytes(3).toString("hex")}`;
}
