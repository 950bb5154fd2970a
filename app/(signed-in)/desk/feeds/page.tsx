import type { Metadata } from "next";
import { FeedForm } from "#components/feeds/feed-form";
import { FeedsFile } from "#components/feeds/feeds-file";
import { FeedsTable } from "#components/feeds/feeds-table";
import { Section } from "#components/ui/section";
import { followedFeeds } from "#lib/db/feeds/views";
import { may } from "#lib/domain/actor";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { followAction, followAllAction } from "./actions";

const feedWords = words.feeds;

export const metadata: Metadata = { title: `${feedWords.title}.` };

/** The feeds that the desk follows, and the way to follow another. */
export default async function FeedsPage() {
  const actor = await requirePage();
  const feeds = await followedFeeds(new Date());
  return (
    <>
      <h1 className="page-title">{feedWords.title}</h1>
      <p className="lede">{feedWords.lede}</p>
      {feeds.length === 0 ? (
        <p className="muted mt-4">{feedWords.empty}</p>
      ) : (
        <div className="mt-6">
          <FeedsTable feeds={feeds} timeZone={timeZone()} />
        </div>
      )}
      {may(actor.role, "feed.follow") && (
        <Section id="follow" title={feedWords.follow.title}>
          <FeedForm action={followAction} />
        </Section>
      )}
      {(feeds.length > 0 || may(actor.role, "feed.follow")) && (
        <Section id="move" title={feedWords.opml.title}>
          {may(actor.role, "feed.follow") && <FeedsFile action={followAllAction} />}
          {feeds.length > 0 && (
            <p className="mt-4">
              <a href="/desk/feeds/subscriptions" download>
                {feedWords.opml.download}
              </a>
            </p>
          )}
        </Section>
      )}
    </>
  );
}
