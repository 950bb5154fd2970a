import { FEED_FORMATS, type FeedFormat } from "#lib/publish/syndication/feed-formats";
import type { FeedName } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";

const w = words.syndication;

/** Where programs find this list. `name` is its feed's, `query` what narrows it, with its `?`. */
export function FollowList({ name, query = "" }: { name: FeedName; query?: string }) {
  const formats = Object.keys(FEED_FORMATS) as FeedFormat[];
  return (
    <p className="mt-12 small muted">
      {w.follow}{" "}
      {formats.map((format) => (
        <span key={format}>
          <a href={`/feeds/${name}.${format}${query}`}>{w.formats[format]}</a>
          {" · "}
        </span>
      ))}
      {name === "promises" ? (
        <a href={`/feeds/promises.ics${query}`}>{w.followList}</a>
      ) : (
        <a href="/feeds/due.ics">{w.followDue}</a>
      )}
    </p>
  );
}
