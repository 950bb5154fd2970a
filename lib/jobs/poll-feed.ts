import type { PollJob } from "#lib/db/feeds/feeds";
import { endPoll, feedToPoll, postponePoll } from "#lib/db/feeds/polls";
import type { FetchSettings } from "#lib/ingest";
import { askFeed } from "#lib/ingest/feed";
import * as words from "#lib/words";

const feedWords = words.feeds;

/** How often a poll that fails through our own fault is tried before it counts as a failure of the feed's. */
export const POLL_TRIES = 6;

interface Running {
  readonly settings: FetchSettings;
  /** If it fails now, it counts as a failure of the feed's. */
  readonly isGivenUp: boolean;
  now(): Date;
}

/**
 * Poll one feed. Safe to run again: the transaction that ends a poll names the next one, and a job whose poll is over does
 * nothing.
 *
 * What the feed does ends in the feed. What is thrown is our fault, and the queue's to try again; after some tries it counts as a
 * failure of the feed's, which names the next poll. Where even that can't be written, the queue goes on.
 */
export async function runPoll(job: PollJob, { settings, isGivenUp, now }: Running): Promise<void> {
  const feed = await feedToPoll(job);
  if (feed === null) return;
  const moment = () => ({ now: now(), chance: Math.random() });
  try {
    const { address, finalUrl, etag, lastModified } = feed;
    const known = finalUrl === null ? null : { finalUrl, etag, lastModified };
    const answer = await askFeed({ address, known, turns: job.turns }, settings, now());
    if (answer.kind === "turn") {
      await postponePoll({ ...job, turns: new Map([...job.turns, [answer.host, answer.at]]) }, answer.at);
    } else await endPoll(job, answer, moment());
  } catch (error) {
    const ours = { sentence: feedWords.ends.ours, isFinal: false, isGone: false, waitMs: null };
    if (isGivenUp) await endPoll(job, { kind: "failed", ...ours }, moment());
    throw error;
  }
}
