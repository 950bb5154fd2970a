import type { Tx } from "#lib/db/core/client";
import type { Feed } from "#lib/db/generated/client";
import { FIRST_INTERVAL } from "#lib/domain/feed-schedule";
import type { FollowFeed } from "#lib/domain/feeds";
import { FeedProposal } from "#lib/domain/feeds";

/** How often the queue tries a poll in which all else fails, its end too: days, in which a full disk is noticed. */
const POLL_ATTEMPTS = 25;
const FEEDS_LOCK = 72_707_373;

/** What the queue is told of a poll: `at` names it, and `turns` are hosts with the moments at which they are ours. */
export interface PollJob {
  readonly feedId: string;
  readonly at: Date;
  readonly turns: ReadonlyMap<string, Date>;
}

/**
 * Feeds change one after the other: their changes are short, and whether a page came another way already is looked up in all
 * of them.
 */
export async function lockFeeds(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FEEDS_LOCK})`;
}

/** The job of a poll. One a feed: it takes the place of one that waits, and is the last word after one that runs. */
export async function addPollJob(tx: Tx, job: PollJob, runAt: Date): Promise<void> {
  const payload = JSON.stringify({ feedId: job.feedId, at: job.at, turns: [...job.turns] });
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'poll', ${payload}::json, max_attempts := ${POLL_ATTEMPTS}::int,
      run_at := ${runAt}::timestamptz, job_key := ${`poll:${job.feedId}`})`;
}

/** Have a feed asked at that moment, and at no other. */
export async function schedulePoll(tx: Tx, feedId: string, at: Date): Promise<void> {
  await tx.feed.update({ where: { id: feedId }, data: { nextPollAt: at } });
  await addPollJob(tx, { feedId, at, turns: new Map() }, at);
}

/** A feed that is followed; null where it isn't (any more). The row is locked until the transaction ends. */
export async function lockFeed(tx: Tx, feedId: string): Promise<Feed | null> {
  await lockFeeds(tx);
  return tx.feed.findFirst({ where: { id: feedId, unfollowedAt: null } });
}

/** As on the first day, whatever was there before; its items are still known. */
const UNREAD = {
  ...{ state: "NEW" as const, proposals: [], finalUrl: null, etag: null, lastModified: null },
  ...{ interval: FIRST_INTERVAL, asked: null, failures: 0, lastError: null, failingSince: null },
  ...{ lastPolledAt: null, lastReadAt: null, pausedAt: null },
};

/** A feed that is to be followed, with its first poll at `pollAt`; null where its address is followed already. */
export async function keepFeed(
  tx: Tx,
  { address, publisher, addedById }: FollowFeed & { readonly addedById: string },
  now: Date,
  pollAt = now,
): Promise<string | null> {
  await lockFeeds(tx);
  const known = await tx.feed.findUnique({
    where: { address },
    select: { id: true, unfollowedAt: true },
  });
  if (known !== null && known.unfollowedAt === null) return null;
  const fresh = { ...UNREAD, publisher, addedById, addedAt: now, givenAddress: address };
  const { id } =
    known === null
      ? await tx.feed.create({ data: { ...fresh, address }, select: { id: true } })
      : await tx.feed.update({ where: { id: known.id }, data: { ...fresh, unfollowedAt: null } });
  await schedulePoll(tx, id, pollAt);
  return id;
}

/** Give a feed that waits for a choice the address that was chosen. False where another is followed there. */
export async function moveChoice(tx: Tx, feed: Feed, address: string, now: Date): Promise<boolean> {
  const other = await tx.feed.findUnique({ where: { address }, select: { id: true, unfollowedAt: true } });
  if (other !== null && other.unfollowedAt === null) return false;
  if (other !== null) await freeAddress(tx, other.id);
  await tx.feed.update({ where: { id: feed.id }, data: { ...UNREAD, address } });
  await schedulePoll(tx, feed.id, now);
  return true;
}

/** A feed that isn't followed any more makes room at its address for one that is; it keeps the address in its history. */
export async function freeAddress(tx: Tx, feedId: string): Promise<void> {
  await tx.feed.update({ where: { id: feedId }, data: { address: `unfollowed:${feedId}` } });
}

export function proposalsOf(feed: Feed): FeedProposal[] {
  return FeedProposal.array().parse(feed.proposals);
}

/** A feed that is paused is asked nothing until `pausedAt` is null again. */
export async function setPaused(tx: Tx, id: string, pausedAt: Date | null): Promise<void> {
  const data = pausedAt === null ? { pausedAt } : { pausedAt, nextPollAt: null };
  await tx.feed.update({ where: { id }, data });
}

/** Nothing more is taken from the feed. */
export async function setUnfollowed(tx: Tx, id: string, unfollowedAt: Date): Promise<void> {
  await tx.feed.update({ where: { id }, data: { unfollowedAt, nextPollAt: null } });
}
