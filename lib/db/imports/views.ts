import { postsOfImports } from "#lib/db/articles/posts";
import { database } from "#lib/db/core/client";
import type { Import } from "#lib/db/generated/client";
import type { PostLink } from "#lib/domain/articles";
import type { ImportView } from "#lib/domain/import-views";
import * as words from "#lib/words";

/** What signed-in people see of pages on their way in. Anybody on the desk may look. */

/** `posts` are the articles of its page, where that holds several. */
export function importView(row: Import, posts: readonly PostLink[] = []): ImportView {
  const { id, way, state, message, versionId, fileName, url, finalUrl, attempts, requestedById } = row;
  return {
    id,
    way,
    state,
    message,
    versionId,
    url,
    finalUrl,
    attempts,
    requestedById,
    name: fileName ?? url ?? words.imports.pasted,
    step: way === "ADDRESS" && row.fetchedAt === null ? "FETCH" : "READ",
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    found: null,
    posts,
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** How far a page on its way in is. */
export async function importById(id: string): Promise<ImportView | null> {
  const row = await database().import.findUnique({ where: { id } });
  if (row === null) return null;
  const { articleId } = row;
  const check = await database().pageCheck.findFirst({
    where: { importId: id, ...(articleId === null ? {} : { articleId }) },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    select: { result: true, snapshotSha256: true },
  });
  // Where there is a page without this post, the reason of the refusal says so.
  const isRolledOff = check?.result === "GONE" && check.snapshotSha256 !== null;
  const found = isRolledOff ? null : (check?.result ?? null);
  const posts = (await postsOfImports([id])).get(id);
  // Of a page that is given for the first time this goes without saying.
  return { ...importView(row, posts), found: found === "NEW" && articleId === null ? null : found };
}

/** The same of several. What isn't there is left out. */
export async function importsByIds(ids: readonly string[]): Promise<ImportView[]> {
  const rows = await database().import.findMany({ where: { id: { in: [...ids] } } });
  const posts = await postsOfImports(ids);
  return rows.map((row) => importView(row, posts.get(row.id)));
}
