import { type Tx, transaction } from "#lib/db/core/client";
import { keepAddress } from "#lib/db/imports/imports";
import { nextCheck, type WatchPace } from "#lib/domain/articles";
import { ON_ITS_WAY } from "#lib/domain/import-states";
import { dueArticles, isGone, lockArticle } from "./checks";

/** Pages that are looked at again. */

/** What one turn of the clock starts at most; the rest waits for the next. */
const MOST_AT_ONCE = 200;

export type Look =
  | { readonly kind: "asked"; readonly importId: string; readonly isNew: boolean }
  | { readonly kind: "no-article" }
  | { readonly kind: "no-address" };

/** Have a page fetched again. One that is being fetched already is not asked for twice. `requestedById` null: nobody asked. */
export async function requestRefetch(
  tx: Tx,
  articleId: string,
  requestedById: string | null,
  now: Date,
): Promise<Look> {
  const article = await lockArticle(tx, articleId);
  if (article === null) return { kind: "no-article" };
  if (article.url === null) return { kind: "no-address" };
  const open = await tx.import.findFirst({
    where: { articleId, state: { in: [...ON_ITS_WAY] } },
    select: { id: true },
  });
  if (open !== null) return { kind: "asked", importId: open.id, isNew: false };
  const request = { address: article.url, publisher: null, requestedById, articleId };
  return { kind: "asked", importId: await keepAddress(tx, request, now), isNew: true };
}

/** Set how often a page is looked at. Anything but "asked": there is no such page, or none with an address. */
export async function setPace(tx: Tx, articleId: string, pace: WatchPace, now: Date): Promise<Look["kind"]> {
  const article = await lockArticle(tx, articleId);
  if (article === null) return "no-article";
  if (article.url === null && pace !== "NEVER") return "no-address";
  const nextCheckAt = nextCheck(pace, now, Math.random(), false);
  await tx.article.update({ where: { id: articleId }, data: { watch: pace, nextCheckAt } });
  return "asked";
}

/** Start a look at each page whose time has come. Returns their number; any number of workers may call it at once. */
export async function startDueRefetches(now: Date): Promise<number> {
  return transaction(async (tx) => {
    const due = await dueArticles(tx, now, MOST_AT_ONCE);
    for (const { id } of due) {
      const { watch } = await tx.article.findUniqueOrThrow({ where: { id }, select: { watch: true } });
      const nextCheckAt = nextCheck(watch, now, Math.random(), await isGone(tx, id));
      await tx.article.update({ where: { id }, data: { nextCheckAt } });
      await requestRefetch(tx, id, null, now);
    }
    return due.length;
  });
}
