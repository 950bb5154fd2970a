"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { Facts } from "#components/ui/facts";
import { useLookAgain } from "#components/ui/use-look-again";
import type { FeedPage } from "#lib/domain/feeds";
import { isOnItsWay } from "#lib/domain/import-states";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { Doing, type FeedActions, FeedActs } from "./feed-acts";
import { FeedItems } from "./feed-items";
import { headWords } from "./feed-words";

const feedWords = words.feeds;

const { one: say, choose } = feedWords;

interface Props {
  readonly feed: FeedPage;
  readonly timeZone: string;
  /** Null where this person may not. */
  readonly actions: FeedActions | null;
}

/** One feed: how it stands and why, what can be done, and what it brought. Looks again while it is being looked at. */
export function FeedRecord({ feed, timeZone, actions }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState<string | null>(null);
  useLookAgain(feed.isMoving || isComing(feed));
  const onDone = (said: string) => {
    setTold(said);
    head.current?.focus();
  };
  return (
    <>
      <p className="kicker">
        {say.kicker}: <bdi>{feed.title ?? feed.address}</bdi>
      </p>
      <h1 className="page-title" aria-live="polite" tabIndex={-1} ref={head}>
        {headWords(feed)}
      </h1>
      <div className="import">
        {feed.lastError !== null && (
          <p className="note">
            <b>{feedWords.why}:</b> {feed.lastError}{" "}
            {feed.failingSince !== null && feedWords.since(momentWords(feed.failingSince, timeZone))}{" "}
            {feed.state === "BROKEN" && !feed.isPaused && feedWords.once}
          </p>
        )}
        {feed.state === "CHOICE" && <Choice feed={feed} actions={actions} onDone={onDone} />}
        {actions !== null && <FeedActs feed={feed} actions={actions} onDone={onDone} />}
        <p role="status" className="small">
          {told}
        </p>
        <FeedFacts feed={feed} timeZone={timeZone} />
      </div>
      <FeedItems feed={feed} timeZone={timeZone} />
      <p className="mt-6">
        <Link href="/desk/feeds">{say.all}</Link>
      </p>
    </>
  );
}

/** Pages that are on their way in change the list. */
function isComing({ items }: FeedPage): boolean {
  return items.some(({ importState }) => importState !== null && isOnItsWay(importState));
}

function Choice({ feed, actions, onDone }: Omit<Props, "timeZone"> & { onDone: (said: string) => void }) {
  const [error, setError] = useState<string | null>(null);
  return (
    <section aria-labelledby="choose">
      <h2 id="choose" className="small">
        {choose.title}
      </h2>
      <ul className="stack-3 mt-2">
        {feed.proposals.map(({ address, title }) => (
          <li key={address} className="cluster">
            {actions !== null && (
              <Doing
                act={actions.choose}
                input={{ feedId: feed.id, address }}
                label={choose.pick}
                of={choose.of(title ?? address)}
                said={feedWords.actions.polled}
                onEnd={(said, message) => {
                  setError(message);
                  if (said !== null) onDone(said);
                }}
              />
            )}
            <span>
              <bdi>{title ?? choose.untitled}</bdi>
              <span className="block xs muted wrap-anywhere">
                <bdi>{address}</bdi>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="error" role="alert">
        {error}
      </p>
    </section>
  );
}

function FeedFacts({ feed, timeZone }: Omit<Props, "actions">) {
  const { address, givenAddress, homePage, publisher, lastPolledAt, nextPollAt } = feed;
  const moment = (at: string) => momentWords(at, timeZone);
  const rows: readonly (readonly [string, string | null])[] = [
    [say.address, address],
    [say.given, givenAddress === address ? null : givenAddress],
    [say.homePage, homePage],
    [say.publisher, publisher],
    [say.addedBy, feed.addedBy],
    [say.addedAt, moment(feed.addedAt)],
    [say.last, lastPolledAt === null ? feedWords.never : moment(lastPolledAt)],
    [say.next, nextPollAt === null ? feedWords.noNext : moment(nextPollAt)],
  ];
  return <Facts rows={rows} label={say.facts} />;
}
