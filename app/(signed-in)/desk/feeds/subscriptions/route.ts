import { followedFeeds } from "#lib/db/feeds/views";
import { answerFile } from "#lib/next/answer";
import { subscriptionsOf } from "#lib/publish/subscriptions";

/** The feeds that the desk follows, as a list that other programs read. */
export async function GET(): Promise<Response> {
  return answerFile("onrecord.opml", "text/x-opml; charset=utf-8", async () =>
    subscriptionsOf(await followedFeeds(new Date())),
  );
}
