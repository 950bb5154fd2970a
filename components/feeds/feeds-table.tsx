"use client";

import Link from "next/link";
import { TableHead } from "#components/ui/table-head";
import { useLookAgain } from "#components/ui/use-look-again";
import type { FeedView } from "#lib/domain/feeds";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { stateClass, stateWords } from "./feed-words";

const feedWords = words.feeds;

const { columns, ...say } = feedWords;

/** All feeds that are followed, those first that want somebody to act. Looks again while one is being looked at. */
export function FeedsTable({ feeds, timeZone }: { feeds: readonly FeedView[]; timeZone: string }) {
  useLookAgain(feeds.some(({ isMoving }) => isMoving));
  return (
    <table className="cards">
      <caption className="sr">{say.list}</caption>
      <TableHead columns={columns} />
      <tbody>
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

function FeedRow({ feed, timeZone }: { feed: FeedView; timeZone: string }) {
  const { id, title, address, lastError, failingSince, lastPolledAt, nextPollAt, lately } = feed;
  return (
    <tr>
      <th scope="row">
        <Link href={`/desk/feeds/${id}`}>
          <bdi>{title ?? address}</bdi>
        </Link>
        {title !== null && (
          <span className="block regular xs muted wrap-anywhere">
            <bdi>{address}</bdi>
          </span>
        )}
      </th>
      <td data-l={columns.state}>
        <span className={stateClass(feed)}>{stateWords(feed)}</span>
        {lastError !== null && (
          <span className="block xs">
            {lastError} {failingSince !== null && say.since(momentWords(failingSince, timeZone))}
          </span>
        )}
      </td>
      <td data-l={columns.last}>
        <bdi>{lastPolledAt === null ? say.never : momentWords(lastPolledAt, timeZone)}</bdi>
      </td>
      <td data-l={columns.next}>
        <bdi>{nextPollAt === null ? say.noNext : momentWords(nextPollAt, timeZone)}</bdi>
      </td>
      <td data-l={columns.lately}>{say.came(lately)}</td>
    </tr>
  );
}
