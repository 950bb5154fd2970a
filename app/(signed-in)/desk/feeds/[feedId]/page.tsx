import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FeedRecord } from "#components/feeds/feed-record";
import { feedPage } from "#lib/db/feeds/views";
import { may } from "#lib/domain/actor";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { chooseAction, pauseAction, pollAction, resumeAction, unfollowAction } from "./actions";

const feedWords = words.feeds;

export const metadata: Metadata = { title: `${feedWords.one.kicker}.` };

interface Props {
  readonly params: Promise<{ readonly feedId: string }>;
}

const ACTIONS = {
  poll: pollAction,
  pause: pauseAction,
  resume: resumeAction,
  choose: chooseAction,
  unfollow: unfollowAction,
};

/** How one feed is doing, and what it brought. */
export default async function OneFeedPage({ params }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).feedId);
  const feed = id.success ? await feedPage(id.data, new Date()) : null;
  if (feed === null) notFound();
  return (
    <FeedRecord feed={feed} timeZone={timeZone()} actions={may(actor.role, "feed.follow") ? ACTIONS : null} />
  );
}
