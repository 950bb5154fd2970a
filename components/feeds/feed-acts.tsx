"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { onceClicked, send } from "#components/ui/send";
import type { FeedPage } from "#lib/domain/feeds";
import type { Act } from "#lib/domain/form-state";
import * as words from "#lib/words";

const feedWords = words.feeds;

const say = feedWords.actions;

export interface FeedActions {
  readonly poll: Act;
  readonly pause: Act;
  readonly resume: Act;
  readonly choose: Act;
  readonly unfollow: Act;
}

interface Props {
  readonly feed: FeedPage;
  readonly actions: FeedActions;
  /** What was done, in words. The focus needs another place where the button that did it is gone. */
  readonly onDone: (said: string) => void;
}

/** What can be done with a feed. Leaving it asks first. */
export function FeedActs({ feed, actions, onDone }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const input = { feedId: feed.id };
  const done = (said: string | null, message: string | null) => {
    setError(message);
    if (said !== null) onDone(said);
  };
  return (
    <>
      <div className="cluster">
        {!feed.isPaused && feed.state !== "CHOICE" && (
          <Doing act={actions.poll} input={input} label={say.poll} said={say.polled} onEnd={done} isMain />
        )}
        {feed.isPaused && (
          <Doing
            act={actions.resume}
            input={input}
            label={say.resume}
            said={say.resumed}
            onEnd={done}
            isMain
          />
        )}
        {!feed.isPaused && feed.nextPollAt !== null && (
          <Doing act={actions.pause} input={input} label={say.pause} said={say.paused} onEnd={done} />
        )}
        <button type="button" className="btn btn--danger" onClick={() => setAsks(true)}>
          {say.unfollow}
        </button>
      </div>
      <p className="error" role="alert">
        {error}
      </p>
      {asks && <Leaving feed={feed} act={actions.unfollow} onClose={() => setAsks(false)} />}
    </>
  );
}

function Leaving({ feed, act, onClose }: { feed: FeedPage; act: Act; onClose: () => void }) {
  const router = useRouter();
  return (
    <AskDialog
      undrafted="nothing-typed"
      title={say.unfollowTitle}
      confirm={say.unfollow}
      isDanger
      note={<p dir="auto">{say.unfollowBody(feed.title ?? feed.address)}</p>}
      action={asked(() => send(act, { feedId: feed.id }))}
      onDone={() => router.push("/desk/feeds")}
      onClose={onClose}
    />
  );
}

/** One button that acts at once. */
export function Doing(props: {
  act: Act;
  input: object;
  label: string;
  /** For whoever can't see which row it stands in. */
  of?: string;
  said: string;
  isMain?: boolean;
  onEnd: (said: string | null, message: string | null) => void;
}) {
  const [busy, setBusy] = useState(false);
  async function press() {
    if (busy) return;
    setBusy(true);
    const outcome = await send(props.act, props.input);
    setBusy(false);
    props.onEnd(outcome.ok ? props.said : null, outcome.ok ? null : outcome.message);
  }
  return (
    <button
      type="button"
      className={props.isMain ? "btn btn--main" : "btn"}
      aria-disabled={busy || undefined}
      onClick={onceClicked(() => void press())}
    >
      {props.label}
      {props.of && <span className="sr">{props.of}</span>}
    </button>
  );
}
