import { requestRefetch } from "#lib/db/articles/refetches";
import type { Tx } from "#lib/db/core/client";
import type { Feed, FeedItem } from "#lib/db/generated/client";
import { keepAddress } from "#lib/db/imports/imports";
import { articleAddress } from "#lib/domain/articles";
import { FIRST_ITEMS } from "#lib/domain/bounds";
import type { ParsedItem } from "#lib/domain/feeds";
import { REOPENABLE } from "#lib/domain/import-states";

/** Many that are here already cost no fetch, but each costs a look. */
export const LOOKS_A_POLL = 200;

const HOUR = 3_600_000;

/**
 * Note what a feed names: items that are new, and those that say something else than before. Nothing is fetched here. Of a
 * feed that is read for the first time only the newest are to be taken.
 *
 * `items` are in the feed's order, the newest first. Returns whether there was anything new.
 */
export async function noteItems(
  tx: Tx,
  feed: Feed,
  items: readonly ParsedItem[],
  now: Date,
): Promise<boolean> {
  const rows = await tx.feedItem.findMany({
    where: { feedId: feed.id, guid: { in: items.map(({ guid }) => guid) } },
  });
  const known = new Map(rows.map((row) => [row.guid, row]));
  const fresh = items.flatMap((item, place) => (known.has(item.guid) ? [] : [{ item, place }]));
  await tx.feedItem.createMany({
    data: fresh.map(({ item, place }) => ({
      ...item,
      feedId: feed.id,
      firstSeenAt: now,
      state: stateOfNew(item, feed.lastReadAt === null && place >= FIRST_ITEMS),
    })),
  });
  let edits = 0;
  for (const item of items) {
    const row = known.get(item.guid);
    if (row === undefined || !isEdited(row, item, now)) continue;
    await tx.feedItem.update({ where: { id: row.id }, data: { ...editOf(row, item), changedAt: now } });
    edits += 1;
  }
  return fresh.length + edits > 0;
}

function stateOfNew({ address }: ParsedItem, isOlder: boolean) {
  if (isOlder) return "OLDER";
  return address === null ? "NO_ADDRESS" : "WAITING";
}

/**
 * Other words, or a later date of its own: its page may be another by now. Some feeds change with every look (a counter, a date
 * that is always now): what changed once is believed again after as long as it had stood before, an hour at least. What
 * changed meanwhile is noticed then.
 */
function isEdited(row: FeedItem, { hash, updatedAt }: ParsedItem, now: Date): boolean {
  const isLater = (updatedAt?.getTime() ?? 0) > (row.updatedAt?.getTime() ?? 0);
  if (row.hash === hash && !isLater) return false;
  if (row.changedAt === null) return true;
  const stood = row.changedAt.getTime() - row.firstSeenAt.getTime();
  return now.getTime() - row.changedAt.getTime() >= Math.max(stood, HOUR);
}

/** An address that is gone from an item is still the one that its page came from. What was too old stays out. */
function editOf(row: FeedItem, item: ParsedItem) {
  const { title, hash, publishedAt, updatedAt } = item;
  const address = item.address ?? row.address;
  const state = row.state === "OLDER" || address === null ? row.state : ("WAITING" as const);
  return { title, hash, publishedAt, updatedAt, address, state };
}

/**
 * Begin to fetch the pages that wait, the newest first, `most` of them at most; pages that came another way are linked instead.
 * Returns the imports that were begun.
 */
export async function takeWaiting(tx: Tx, feed: Feed, most: number, now: Date): Promise<string[]> {
  const waiting = await tx.feedItem.findMany({
    where: { feedId: feed.id, state: "WAITING" },
    include: { import: { select: { version: { select: { articleId: true } } } } },
    orderBy: [{ publishedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
    take: LOOKS_A_POLL,
  });
  const begun: string[] = [];
  for (const item of waiting) {
    if (item.address === null) continue;
    const isEdit = item.importId !== null || item.articleId !== null;
    const settled = isEdit ? await onItsWay(tx, item.address) : await alreadyHere(tx, item.address);
    if (settled !== null) await tx.feedItem.update({ where: { id: item.id }, data: settled });
    else if (begun.length < most) {
      const articleId = item.import?.version?.articleId ?? item.articleId;
      const importId = await begin(tx, { feed, address: item.address, articleId }, now);
      if (importId === null) continue;
      await tx.feedItem.update({ where: { id: item.id }, data: { state: "IMPORTED", importId } });
      begun.push(importId);
    }
  }
  return begun;
}

interface Wanted {
  readonly feed: Feed;
  readonly address: string;
  /** The page that it is, where it was taken in before. */
  readonly articleId: string | null;
}

/** Null where the page is being looked at right now: perhaps before it was edited, so the next poll asks again. */
async function begin(tx: Tx, { feed, address, articleId }: Wanted, now: Date): Promise<string | null> {
  const look =
    articleId === null || (await isPost(tx, articleId))
      ? null
      : await requestRefetch(tx, articleId, null, now);
  if (look?.kind === "asked") return look.isNew ? look.importId : null;
  return keepAddress(tx, { address, publisher: feed.publisher, requestedById: null }, now);
}

/** One of several at its address: the page there is fetched, whichever of them is still on it. */
async function isPost(tx: Tx, articleId: string): Promise<boolean> {
  return (await tx.article.count({ where: { id: articleId, heading: { not: null } } })) > 0;
}

const about = (address: string) => ({ OR: [{ url: address }, { finalUrl: address }] });

/** What an edited item is where its page waits to be fetched anyway; null where it doesn't. */
async function onItsWay(tx: Tx, address: string) {
  const under = await tx.import.findFirst({
    where: { ...about(address), state: "QUEUED", fetchedAt: null },
    select: { id: true },
  });
  return under && { state: "IMPORTED" as const, importId: under.id };
}

/** What a new item is where its page is here or on its way; null where it is neither. */
async function alreadyHere(tx: Tx, address: string) {
  const under = await tx.import.findFirst({
    where: { ...about(address), state: { notIn: [...REOPENABLE] } },
    orderBy: { requestedAt: "desc" },
    select: { id: true },
  });
  const here = articleAddress(address);
  const article = await tx.article.findFirst({
    where: { OR: [{ identity: here }, { url: here, heading: { not: null } }] },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (under === null && article === null) return null;
  return { state: "DUPLICATE" as const, importId: under?.id ?? null, articleId: article?.id ?? null };
}
