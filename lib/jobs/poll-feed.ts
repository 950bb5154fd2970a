import { endPoll, feedToPoll, postponePoll } from "#lib/db/feed-polls";
import type { PollJob } from "#lib/db/feeds";
import { feedWords } from "#lib/domain/words/feeds";
import type { FetchSettings } from "#lib/ingest";
import { askFeed } from "#lib/ingest/feed";

interface Running {
  readonly settings: FetchSettings;
  /** The queue's last, after which it asks no more. */
  readonly isLastAttempt: boolean;
  now(): Date;
}

/**
 * Poll one feed. Safe to run again: the transaction that ends a poll names the next one, and a job whose poll is over does
 * nothing.
 *
 * What the feed does ends in the feed. What is thrown is our fault, and the queue's to try again; the last of its tries counts as a
 * failure of the feed's, so that it is asked again at all.
 */
export async function runPoll(job: PollJob, { settings, isLastAttempt, now }: Running): Promise<void> {
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
    if (isLastAttempt) await endPoll(job, { kind: "failed", ...ours }, moment());
    throw error;
  }
}
