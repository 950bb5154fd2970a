import type { Metadata } from "next";
import Link from "next/link";
import { ImportsUnderWay } from "#components/imports/imports-under-way";
import { LiveQueue } from "#components/queue/live-queue";
import { QueueBoard } from "#components/queue/queue-board";
import { NarrowQueue } from "#components/queue/queue-filters";
import { QueueViews } from "#components/queue/queue-views";
import { SavedLists } from "#components/queue/saved-lists";
import { wordingOfClaim } from "#lib/db/claims/list";
import { feedNames } from "#lib/db/feeds/views";
import { lastAct } from "#lib/db/live/changes";
import { colleagues } from "#lib/db/people/people";
import { lastUndoable } from "#lib/db/queue/acts";
import { queueOf } from "#lib/db/queue/list";
import { savedListsOf } from "#lib/db/queue/saved-lists";
import type { Queue } from "#lib/domain/queue";
import { askedQueue, isNarrowed } from "#lib/domain/queue-query";
import { queueSearch } from "#lib/domain/queue-search";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { deleteListAction, queueAction, renameListAction, saveListAction } from "./actions";
import { cancelAction, retryAction } from "./import/actions";

export const metadata: Metadata = { title: `${words.desk.queue.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** So long after an act the queue offers to take it back. In milliseconds. */
const UNDO_OFFERED = 7 * 86_400_000;

/** What waits for whom. */
export default async function DeskPage({ searchParams }: Props) {
  const actor = await requirePage();
  const { query, position, ignored } = askedQueue(await searchParams);
  const since = await lastAct();
  const now = new Date();
  const [queue, people, feeds, lists, last, claim] = await Promise.all([
    queueOf(actor, query, position),
    colleagues(),
    feedNames(),
    savedListsOf(actor.id),
    lastUndoable(actor.id, new Date(now.getTime() - UNDO_OFFERED)),
    query.filters.claim === undefined ? null : wordingOfClaim(query.filters.claim),
  ]);
  const view = words.desk.queue.views[query.view];
  return (
    <>
      <div className="bar">
        <h1 className="page-title">{view}</h1>
        <Link className="btn btn--main" href="/desk/import">
          {words.desk.queue.importPage}
        </Link>
      </div>
      <LiveQueue live={{ place: "queue", since }} />
      <ImportsUnderWay
        imports={queue.imports}
        actor={{ id: actor.id, role: actor.role }}
        acts={{ cancel: cancelAction, retry: retryAction }}
      />
      <div className="queue-page">
        <div>
          <nav aria-label={words.desk.queue.pane}>
            <QueueViews queue={queue} />
          </nav>
          <SavedLists
            lists={lists}
            query={queueSearch(query)}
            actions={{ save: saveListAction, rename: renameListAction, delete: deleteListAction }}
          />
        </div>
        <section aria-label={view}>
          <NarrowQueue query={query} people={people} feeds={feeds} claim={claim} ignored={ignored} />
          {queue.items.length === 0 && <Nothing queue={queue} isFirst={position === null} />}
          <QueueBoard
            key={queueSearch(query)}
            items={queue.items}
            query={query}
            clock={{ now, timeZone: timeZone() }}
            actor={{ id: actor.id, role: actor.role }}
            people={people}
            last={last}
            action={queueAction}
          />
          <Parts queue={queue} />
        </section>
      </div>
    </>
  );
}

const hrefOf = ({ query }: Queue, more = {}): string => `/desk?${queueSearch(query, more)}`;

function Nothing({ queue, isFirst }: { queue: Queue; isFirst: boolean }) {
  const { query } = queue;
  if (!isNarrowed(query)) {
    return (
      <p className="muted pad">
        {isFirst ? (
          words.desk.queue.empty[query.view]
        ) : (
          <Link href={hrefOf(queue)}>{words.queueList.first}</Link>
        )}
      </p>
    );
  }
  return (
    <div className="pad stack-3" role="status">
      <p>{words.queueList.nothing}</p>
      {query.view !== "all" && (
        <p>
          {words.queueList.goOn}{" "}
          <Link href={`/desk?${queueSearch({ ...query, view: "all" })}`}>{words.queueList.everywhere}</Link>
        </p>
      )}
    </div>
  );
}

/** The way on and back, by the key of the last row. */
function Parts({ queue }: { queue: Queue }) {
  const { before, after } = queue;
  if (before === null && after === null) return null;
  return (
    <nav className="cluster mt-6" aria-label={words.queueList.pages}>
      {before !== null && (
        <Link href={hrefOf(queue, { before })} rel="prev">
          {words.queueList.before}
        </Link>
      )}
      {after !== null && (
        <Link href={hrefOf(queue, { after })} rel="next">
          {words.queueList.after}
        </Link>
      )}
    </nav>
  );
}
