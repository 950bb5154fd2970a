import { database, type Tx } from "#lib/db/core/client";
import type { Feed, Prisma } from "#lib/db/generated/client";
import type { FeedItemState, FeedItemView, FeedPage, FeedView } from "#lib/domain/feeds";
import * as words from "#lib/words";
import { proposalsOf } from "./feeds";

const WEEK = 7 * 86_400_000;
/** A poll that is due for longer waits for a worker, or for its host's turn: nobody sits and watches that. In milliseconds. */
const WATCHED = 60_000;
const FEEDS_SHOWN = 500;
const ITEMS_SHOWN = 100;

/** All feeds that are followed: first those that want somebody to act, then by name. */
export async function followedFeeds(now: Date): Promise<FeedView[]> {
  const feeds = await database().feed.findMany({
    where: { unfollowedAt: null },
    orderBy: { addedAt: "desc" },
    take: FEEDS_SHOWN,
  });
  const came = await cameLately(
    feeds.map(({ id }) => id),
    now,
  );
  return feeds
    .map((feed) => feedView(feed, came.get(feed.id) ?? 0, now))
    .sort((a, b) => urgency(a) - urgency(b) || nameOf(a).localeCompare(nameOf(b), words.language));
}

/** What feeds are called that are followed, by name: for a choice among them. */
export async function feedNames(): Promise<{ readonly id: string; readonly name: string }[]> {
  const feeds = await database().feed.findMany({
    where: { unfollowedAt: null },
    take: FEEDS_SHOWN,
    select: { id: true, title: true, address: true },
  });
  return feeds
    .map(({ id, title, address }) => ({ id, name: title ?? address }))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
}

const URGENT: readonly string[] = ["CHOICE", "BROKEN", "GONE"];
const urgency = ({ state }: FeedView) => (URGENT.includes(state) ? URGENT.indexOf(state) : URGENT.length);
const nameOf = ({ title, address }: FeedView) => title ?? address;

async function cameLately(feedIds: readonly string[], now: Date): Promise<Map<string, number>> {
  const counts = await database().feedItem.groupBy({
    by: ["feedId"],
    where: {
      feedId: { in: [...feedIds] },
      state: { not: "OLDER" },
      firstSeenAt: { gt: new Date(now.getTime() - WEEK) },
    },
    _count: true,
  });
  return new Map(counts.map(({ feedId, _count }) => [feedId, _count]));
}

function feedView(feed: Feed, lately: number, now: Date): FeedView {
  const { id, address, title, state, lastError, nextPollAt } = feed;
  const overdue = nextPollAt === null ? -1 : now.getTime() - nextPollAt.getTime();
  return {
    id,
    address,
    title,
    state,
    lastError,
    lately,
    isPaused: feed.pausedAt !== null,
    isMoving: overdue >= 0 && overdue < WATCHED,
    failingSince: iso(feed.failingSince),
    lastPolledAt: iso(feed.lastPolledAt),
    nextPollAt: iso(nextPollAt),
  };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** One feed with the newest of what it brought; null where it isn't followed. */
export async function feedPage(id: string, now: Date): Promise<FeedPage | null> {
  const feed = await database().feed.findFirst({
    where: { id, unfollowedAt: null },
    include: { addedBy: { select: { name: true } } },
  });
  if (feed === null) return null;
  const [came, counts, items] = await Promise.all([
    cameLately([id], now),
    database().feedItem.groupBy({ by: ["state"], where: { feedId: id }, _count: true }),
    database().feedItem.findMany({
      where: { feedId: id },
      include: ITEM,
      orderBy: [{ firstSeenAt: "desc" }, { publishedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
      take: ITEMS_SHOWN,
    }),
  ]);
  const counted = new Map(counts.map(({ state, _count }) => [state, _count]));
  const count = (state: FeedItemState) => counted.get(state) ?? 0;
  return {
    ...feedView(feed, came.get(id) ?? 0, now),
    givenAddress: feed.givenAddress,
    homePage: feed.homePage,
    publisher: feed.publisher,
    addedBy: feed.addedBy.name,
    addedAt: feed.addedAt.toISOString(),
    proposals: proposalsOf(feed),
    items: items.map(itemView),
    counts: {
      WAITING: count("WAITING"),
      IMPORTED: count("IMPORTED"),
      DUPLICATE: count("DUPLICATE"),
      OLDER: count("OLDER"),
      NO_ADDRESS: count("NO_ADDRESS"),
    },
  };
}

const ITEM = {
  import: { select: { id: true, state: true, message: true, versionId: true } },
  article: { select: { versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } } },
} as const satisfies Prisma.FeedItemInclude;

function itemView(row: Prisma.FeedItemGetPayload<{ include: typeof ITEM }>): FeedItemView {
  const { id, title, address, state } = row;
  return {
    id,
    title,
    address,
    state,
    firstSeenAt: row.firstSeenAt.toISOString(),
    changedAt: iso(row.changedAt),
    publishedAt: iso(row.publishedAt),
    importId: row.importId,
    versionId: row.import?.versionId ?? row.article?.versions[0]?.id ?? null,
    importState: row.import?.state ?? null,
    refusal: row.import?.state === "REFUSED" ? row.import.message : null,
  };
}

export async function isFeedFollowed(tx: Pick<Tx, "feed">, id: string): Promise<boolean> {
  return (await tx.feed.count({ where: { id, unfollowedAt: null } })) > 0;
}
