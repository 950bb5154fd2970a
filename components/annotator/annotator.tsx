"use client";

import { useRef, useState } from "react";
import { QueueItemLink } from "#components/queue/queue-item";
import { QueueSteps } from "#components/queue/queue-steps";
import { QueueViews } from "#components/queue/queue-views";
import { PublishPanel } from "#components/reviews/publish-panel";
import { type ReviewActions, ReviewPanel } from "#components/reviews/review-panel";
import { OpenedThread } from "#components/threads/opened-thread";
import { AlsoHere } from "#components/ui/also-here";
import { DeskTop } from "#components/ui/desk-top";
import { DraftMark } from "#components/ui/drafts";
import { Later } from "#components/ui/later";
import { useKeptFocus } from "#components/ui/use-kept-focus";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { MOST_COUNTED, type QueuePane } from "#lib/domain/queue";
import * as words from "#lib/words";
import type { Clock } from "#lib/words/moments";
import { AcceptSure } from "./accept-sure";
import * as acts from "./acts";
import type { Pane } from "./annotator-state";
import { ArticleHead, reviewCase } from "./article-head";
import { Inspector } from "./inspector";
import { KeysBar } from "./keys-bar";
import { openFormsOf } from "./open-forms";
import { PassHead } from "./pass-head";
import { isNumbered, rowOfKey } from "./rows";
import { TextPane } from "./text-pane";
import { type Annotator as AnnotatorModel, useAnnotator } from "./use-annotator";
import { placeOf } from "./use-focus";
import { useKeys } from "./use-keys";
import type { Workplace } from "./workplace";

const said = words.desk.annotator;

interface Props {
  readonly desk: ArticleDesk;
  readonly queue: QueuePane;
  readonly place: Workplace;
  readonly review: ReviewActions;
}

/** The desk with one page on it: queue, text and inspector side by side, or as tabs where there is no room. */
export function Annotator({ desk, queue, place, review }: Props) {
  const pane = useRef<HTMLElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<"keys" | "help" | null>(null);
  const annotator = useAnnotator({
    desk,
    ...place,
    textPane: pane,
    showKeys: () => setOpened("keys"),
    showHelp: () => setOpened("help"),
  });
  const keys = useKeys(annotator.ask);
  const { state, dispatch } = annotator;
  useKeptFocus(whole, () => placeOf(annotator.row?.key ?? null));
  return (
    <div className="desk" ref={whole}>
      <DeskTop
        actor={place.actor}
        unread={place.unread}
        hasModel={place.hasModel}
        where={<QueueSteps queue={queue} />}
        end={<DraftMark state={annotator.drafts.state} />}
      />
      <Tabs
        pane={state.pane}
        waiting={queue.counts[queue.query.view]}
        onPane={(to) => dispatch({ type: "paned", pane: to })}
      />
      <main id="main" className="desk-main" tabIndex={-1}>
        <h1 className="sr">{desk.version.title ?? words.desk.queue.untitled}</h1>
        <Queue queue={queue} clock={place} openId={desk.article.id} />
        <TextPane
          annotator={annotator}
          pane={pane}
          head={
            place.pass ? (
              <PassHead annotator={annotator} pass={place.pass} />
            ) : (
              <Head annotator={annotator} place={place} review={review} />
            )
          }
        />
        <Inspector annotator={annotator} place={place} />
      </main>
      {place.threads && <OpenedThread id={place.threads.place.openId} />}
      <Stepper annotator={annotator} />
      <KeysBar letters={keys.letters} onAll={() => setOpened("keys")} />
      <p className="sr" role="status">
        <span key={state.said.turn}>{state.said.text}</span>
      </p>
      <Opened
        opened={opened}
        annotator={annotator}
        guideline={place.guideline}
        keys={keys}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}

const helpDialog = () => import("./help-dialog").then(({ HelpDialog }) => HelpDialog);
const keysDialog = () => import("./keys-dialog").then(({ KeysDialog }) => KeysDialog);

/** The list of keys, or what the words mean. */
function Opened(props: {
  opened: "keys" | "help" | null;
  annotator: AnnotatorModel;
  guideline: Workplace["guideline"];
  keys: ReturnType<typeof useKeys>;
  onClose: () => void;
}) {
  const { opened, annotator, guideline, keys, onClose } = props;
  if (opened === null) return null;
  if (opened === "help")
    return <Later key="help" load={helpDialog} given={{ row: annotator.row, guideline, onClose }} />;
  const { letters, turn } = keys;
  return <Later load={keysDialog} given={{ letters, onLetters: turn, onAsk: annotator.ask, onClose }} />;
}

function Queue({ queue, clock, openId }: { queue: QueuePane; clock: Clock; openId: string }) {
  return (
    <nav className="pane pane--queue" aria-label={words.desk.queue.pane}>
      <QueueViews queue={queue} />
      {queue.items.map((item) => (
        <QueueItemLink
          key={item.id}
          item={item}
          query={queue.query}
          clock={clock}
          isOpen={item.subjectId === openId}
        />
      ))}
    </nav>
  );
}

/** What is above the text: the page it is of, and its review. */
function Head(props: Pick<Props, "place" | "review"> & { annotator: AnnotatorModel }) {
  const { annotator, place, review } = props;
  const given = reviewCase(annotator.desk, place, review, {
    openForms: openFormsOf(annotator, place.promiseForms),
    drafts: annotator.drafts,
  });
  const tell = (text: string) => acts.say(annotator, text);
  return (
    <>
      <ArticleHead
        desk={annotator.desk}
        place={place}
        drafts={annotator.drafts}
        sure={<AcceptSure annotator={annotator} />}
        here={<AlsoHere here={annotator.here} where={(at) => whereWords(annotator, at)} />}
        onDone={tell}
      >
        <ReviewPanel given={given} onDone={tell} />
      </ArticleHead>
      <PublishPanel given={given} onDone={tell} />
    </>
  );
}

function whereWords({ rows, desk }: AnnotatorModel, at: string | null): string | null {
  const number = rowOfKey(rows, desk, at)?.number ?? null;
  return number === null ? null : words.live.onStatement(number);
}

const PANES: readonly { readonly pane: Pane; readonly id: string }[] = [
  { pane: "queue", id: "p-queue" },
  { pane: "text", id: "p-text" },
  { pane: "inspect", id: "p-inspect" },
];

function Tabs(props: { pane: Pane; waiting: number; onPane: (pane: Pane) => void }) {
  const names = {
    queue: words.desk.queue.paneCount(props.waiting, MOST_COUNTED),
    text: said.text,
    inspect: said.inspector,
  };
  return (
    <section className="tabs" aria-label={said.panes}>
      {PANES.map(({ pane, id }) => (
        <label key={id}>
          <input
            className="sr"
            type="radio"
            name="pane"
            id={id}
            checked={props.pane === pane}
            onChange={() => props.onPane(pane)}
          />
          {names[pane]}
        </label>
      ))}
    </section>
  );
}

function Stepper({ annotator }: { annotator: AnnotatorModel }) {
  const { row, rows, ask } = annotator;
  return (
    <section className="stepper" aria-label={said.stepper}>
      <button
        type="button"
        className="btn btn--s"
        onClick={() => ask({ kind: "statement", way: "previous" })}
      >
        {said.previous}
      </button>
      <span>
        {row?.number
          ? said.statementOf(row.number, rows.filter(isNumbered).length)
          : row?.isAside
            ? said.asideStatement
            : said.sentence}
      </span>
      <button type="button" className="btn btn--s" onClick={() => ask({ kind: "statement", way: "next" })}>
        {said.next}
      </button>
    </section>
  );
}
