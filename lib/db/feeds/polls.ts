import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import { database, type Tx, transaction } from "#lib/db/core/client";
import type { Feed } from "#lib/db/generated/client";
import {
  FAILURES_TO_BREAK,
  nextInterval,
  pauseAfterFailure,
  pauseAfterSuccess,
} from "#lib/domain/feed-schedule";
import { type FeedAnswer, type FeedFailure, IMPORTS_A_POLL } from "#lib/domain/feeds";
import * as words from "#lib/words";
import { addPollJob, freeAddress, lockFeeds, type PollJob, schedulePoll } from "./feeds";
import { LOOKS_A_POLL, noteItems, takeWaiting } from "./items";

const feedWords = words.feeds;

/** Is this the poll that the feed waits for? One that was paused, asked sooner, or polled already waits for another. */
const waitsFor = ({ feedId, at }: PollJob) => ({
  id: feedId,
  nextPollAt: at,
  pausedAt: null,
  unfollowedAt: null,
});

/** The feed that a job is to poll; null where there is nothing (any more) to do for it. */
export function feedToPoll(job: PollJob): Promise<Feed | null> {
  return database().feed.findFirst({ where: waitsFor(job) });
}

/** It is the turn of others at the host: the same poll, later. */
export async function postponePoll(job: PollJob, runAt: Date): Promise<void> {
  await transaction(async (tx) => {
    await lockFeeds(tx);
    const feed = await tx.feed.findFirst({ where: waitsFor(job), select: { id: true } });
    if (feed !== null) await addPollJob(tx, job, runAt);
  });
}

interface Moment {
  readonly now: Date;
  /** In [0, 1): spreads feeds that would come at once. */
  readonly chance: number;
}

/**
 * End a poll: what it brought, what becomes of it, and the job of the next one, all of it or nothing. A poll that somebody ended
 * meanwhile changes nothing; so running one twice is as good as once.
 */
export async function endPoll(job: PollJob, answer: FeedAnswer, moment: Moment): Promise<void> {
  await transaction(async (tx) => {
    await lockFeeds(tx);
    const feed = await tx.feed.findFirst({ where: waitsFor(job) });
    if (feed === null) return;
    const events = await end(tx, feed, answer, moment);
    // There is no next poll that could take what waits at one that ended.
    const isOver = events.some(({ action }) => action === "feed.end");
    const begun = await takeWaiting(tx, feed, isOver ? LOOKS_A_POLL : IMPORTS_A_POLL, moment.now);
    if (begun.length > 0) events.push({ action: "feed.take", payload: { importIds: begun } });
    for (const event of events) {
      await appendAudit(tx, { at: moment.now, actorId: SYSTEM, subjectId: `feed:${feed.id}`, ...event });
    }
  });
}

interface Event {
  readonly action: string;
  readonly payload: unknown;
}

async function end(tx: Tx, feed: Feed, answer: FeedAnswer, moment: Moment): Promise<Event[]> {
  switch (answer.kind) {
    case "feed":
    case "unchanged":
      return endWell(tx, feed, answer, moment);
    case "page":
      if (feed.lastReadAt !== null) return endBadly(tx, feed, PAGE_NOW, moment);
      await tx.feed.update({
        where: { id: feed.id },
        data: {
          state: "CHOICE",
          proposals: [...answer.proposals],
          nextPollAt: null,
          lastPolledAt: moment.now,
          ...HEALTHY,
        },
      });
      return [];
    case "failed":
      return endBadly(tx, feed, answer, moment);
  }
}

const HEALTHY = { failures: 0, lastError: null, failingSince: null };
const PAGE_NOW: FeedFailure = {
  kind: "failed",
  sentence: feedWords.ends.page,
  isFinal: true,
  isGone: false,
  waitMs: null,
};

type Success = Extract<FeedAnswer, { kind: "feed" | "unchanged" }>;

async function endWell(tx: Tx, feed: Feed, answer: Success, { now, chance }: Moment): Promise<Event[]> {
  const { movedTo } = answer;
  const place = movedTo === null || movedTo === feed.address ? "here" : await roomAt(tx, movedTo);
  if (movedTo !== null && place === "taken") return endMerged(tx, feed, movedTo, now);
  const hasNews = answer.kind === "feed" && (await noteItems(tx, feed, answer.feed.items, now));
  // The first reading says nothing of how often something comes.
  const interval = feed.lastReadAt === null ? feed.interval : nextInterval(feed.interval, hasNews);
  // What stands in a feed holds until it is read anew; what its server says holds for one answer.
  const asked = answer.kind === "feed" ? answer.pauseMs : feed.asked;
  const pause = pauseAfterSuccess(interval, Math.max(asked ?? 0, answer.pauseMs ?? 0), chance);
  await tx.feed.update({
    where: { id: feed.id },
    data: {
      state: "FOLLOWED",
      interval,
      asked,
      lastPolledAt: now,
      lastReadAt: now,
      proposals: [],
      ...HEALTHY,
      ...(answer.kind === "feed" ? readOf(feed, answer) : {}),
      ...(movedTo !== null && place === "free" ? { address: movedTo } : {}),
    },
  });
  await schedulePoll(tx, feed.id, new Date(now.getTime() + pause));
  if (movedTo === null || place !== "free") return [];
  return [{ action: "feed.move", payload: { from: feed.address, to: movedTo } }];
}

function readOf(feed: Feed, { feed: read, found }: Extract<FeedAnswer, { kind: "feed" }>) {
  const { finalUrl, etag, lastModified } = found;
  const { title, homePage } = read;
  return { finalUrl, etag, lastModified, title: title ?? feed.title, homePage: homePage ?? feed.homePage };
}

/** Is the address a permanent redirect leads to free? One that was followed once makes room. */
async function roomAt(tx: Tx, address: string): Promise<"free" | "taken"> {
  const other = await tx.feed.findUnique({ where: { address }, select: { id: true, unfollowedAt: true } });
  if (other === null) return "free";
  if (other.unfollowedAt === null) return "taken";
  await freeAddress(tx, other.id);
  return "free";
}

/** It leads to a feed that is followed: two that say the same are one too many. */
async function endMerged(tx: Tx, feed: Feed, movedTo: string, now: Date): Promise<Event[]> {
  await endForGood(tx, feed, feedWords.ends.movedOnto(movedTo), now);
  return [{ action: "feed.end", payload: { address: feed.address, movedTo } }];
}

async function endBadly(
  tx: Tx,
  feed: Feed,
  { sentence, isFinal, isGone, waitMs }: FeedFailure,
  { now, chance }: Moment,
): Promise<Event[]> {
  if (isGone) {
    await endForGood(tx, feed, feedWords.ends.gone(new URL(feed.address).hostname), now);
    return [{ action: "feed.end", payload: { address: feed.address } }];
  }
  const failures = feed.failures + 1;
  // What was never right is not waited for; what was gets its chances.
  const isBroken = failures >= FAILURES_TO_BREAK || (isFinal && feed.lastReadAt === null);
  await tx.feed.update({
    where: { id: feed.id },
    data: {
      failures,
      lastError: sentence,
      failingSince: feed.failingSince ?? now,
      lastPolledAt: now,
      ...(isBroken ? { state: "BROKEN" } : feed.state === "GONE" ? { state: "FOLLOWED" } : {}),
    },
  });
  const pause = pauseAfterFailure(isBroken ? FAILURES_TO_BREAK : failures, waitMs, chance);
  await schedulePoll(tx, feed.id, new Date(now.getTime() + pause));
  return [];
}

async function endForGood(tx: Tx, feed: Feed, lastError: string, now: Date): Promise<void> {
  await tx.feed.update({
    where: { id: feed.id },
    data: {
      state: "GONE",
      lastError,
      nextPollAt: null,
      lastPolledAt: now,
      failingSince: feed.failingSince ?? now,
    },
  });
}
