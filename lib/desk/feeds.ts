import { appendAudit } from "#lib/db/audit/audit";
import {
  keepFeed,
  lockFeed,
  moveChoice,
  proposalsOf,
  schedulePoll,
  setPaused,
  setUnfollowed,
} from "#lib/db/feeds/feeds";
import { ChooseFeed, FollowFeed, FollowFeeds, OneFeed } from "#lib/domain/feeds";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

const feedWords = words.feeds;

const say = feedWords.refusals;

/** Follow the feed at an address. What stands there is found out by the worker, and said on the feed. */
export const followFeed = verb("feed.follow", {
  input: FollowFeed,
  run: async ({ tx, actor, input, now }) => {
    const feedId = await keepFeed(tx, { ...input, addedById: actor.id }, now);
    if (feedId === null) throw new AppError("conflict", say.followed, { field: "address" });
    return { result: { feedId }, subject: `feed:${feedId}`, payload: { address: input.address } };
  },
});

/** A list of them is looked at one after the other, in milliseconds: nobody is to wait behind three hundred. */
const APART = 1_000;

/** Follow the feeds of a list. Those that are followed already stay as they are. */
export const followFeeds = verb("feed.follow", {
  input: FollowFeeds,
  run: async ({ tx, actor, input, now }) => {
    const kept: { readonly feedId: string; readonly address: string }[] = [];
    for (const feed of input.feeds) {
      const pollAt = new Date(now.getTime() + kept.length * APART);
      const feedId = await keepFeed(tx, { ...feed, addedById: actor.id }, now, pollAt);
      if (feedId !== null) kept.push({ feedId, address: feed.address });
    }
    for (const { feedId, address } of kept) {
      const event = { at: now, actorId: actor.id, action: "feed.follow", subjectId: `feed:${feedId}` };
      await appendAudit(tx, { ...event, payload: { address } });
    }
    const result = { followed: kept.length, known: input.feeds.length - kept.length };
    return { result, subject: null, payload: null };
  },
});

/** Of the feeds that a web page names, follow this one. */
export const chooseFeed = verb("feed.choose", {
  input: ChooseFeed,
  run: async ({ tx, input: { feedId, address }, now }) => {
    const feed = await found(lockFeed(tx, feedId));
    const isOffered = proposalsOf(feed).some((proposal) => proposal.address === address);
    if (feed.state !== "CHOICE" || !isOffered) throw new AppError("conflict", say.notOffered);
    if (!(await moveChoice(tx, feed, address, now))) throw new AppError("conflict", say.followed);
    return { result: { feedId }, subject: `feed:${feedId}`, payload: { from: feed.address, to: address } };
  },
});

/** Ask nothing of the feed's site until somebody goes on. */
export const pauseFeed = verb("feed.pause", {
  input: OneFeed,
  run: async ({ tx, input: { feedId }, now }) => {
    const feed = await found(lockFeed(tx, feedId));
    if (feed.pausedAt !== null) throw new AppError("conflict", say.paused);
    await setPaused(tx, feedId, now);
    return { result: { feedId }, subject: `feed:${feedId}`, payload: {} };
  },
});

export const resumeFeed = verb("feed.resume", {
  input: OneFeed,
  run: async ({ tx, input: { feedId }, now }) => {
    const feed = await found(lockFeed(tx, feedId));
    if (feed.pausedAt === null) throw new AppError("conflict", say.notPaused);
    await setPaused(tx, feedId, null);
    if (feed.state !== "CHOICE") await schedulePoll(tx, feedId, now);
    return { result: { feedId }, subject: `feed:${feedId}`, payload: {} };
  },
});

/** Ask the feed now instead of later. */
export const pollFeed = verb("feed.poll", {
  input: OneFeed,
  run: async ({ tx, input: { feedId }, now }) => {
    const feed = await found(lockFeed(tx, feedId));
    if (feed.pausedAt !== null) throw new AppError("conflict", say.paused);
    if (feed.state === "CHOICE") throw new AppError("conflict", say.choose);
    await schedulePoll(tx, feedId, now);
    return { result: { feedId }, subject: `feed:${feedId}`, payload: {} };
  },
});

/** Take nothing more from the feed. What came from it stays, and so does what is known of its items. */
export const unfollowFeed = verb("feed.unfollow", {
  input: OneFeed,
  run: async ({ tx, input: { feedId }, now }) => {
    const feed = await found(lockFeed(tx, feedId));
    await setUnfollowed(tx, feedId, now);
    return { result: { feedId }, subject: `feed:${feedId}`, payload: { address: feed.address } };
  },
});

async function found<Row>(row: Promise<Row | null>): Promise<Row> {
  const feed = await row;
  if (feed === null) throw new AppError("not_found", say.notHere);
  return feed;
}
