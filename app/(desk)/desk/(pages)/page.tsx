import type { Metadata } from "next";
import Link from "next/link";
import { ImportsUnderWay } from "#components/imports/imports-under-way";
import { QueueItems, QueueViews } from "#components/reviews/queue-nav";
import { queueOf } from "#lib/db/reviews/queue";
import { QueueName } from "#lib/domain/queue";
import { requirePage } from "#lib/next/session";
import { words } from "#lib/words";
import { cancelAction, retryAction } from "./import/actions";

export const metadata: Metadata = { title: `${words.desk.queue.title}.` };

interface Props {
  readonly searchParams: Promise<{ readonly view?: string }>;
}

/** What waits for whom. */
export default async function DeskPage({ searchParams }: Props) {
  const actor = await requirePage();
  const view = QueueName.catch("mine").parse((await searchParams).view);
  const queue = await queueOf(actor, view);
  return (
    <>
      <div className="bar">
        <h1 className="page-title">{words.desk.queue.views[view]}</h1>
        <Link className="btn btn--main" href="/desk/import">
          {words.desk.queue.importPage}
        </Link>
      </div>
      <ImportsUnderWay
        imports={queue.imports}
        actor={{ id: actor.id, role: actor.role }}
        acts={{ cancel: cancelAction, retry: retryAction }}
      />
      <div className="queue-page">
        <nav aria-label={words.desk.queue.pane}>
          <QueueViews queue={queue} />
        </nav>
        <section aria-label={words.desk.queue.views[view]}>
          {queue.items.length === 0 ? (
            <p className="muted pad">{words.desk.queue.empty[view]}</p>
          ) : (
            <QueueItems queue={queue} current={null} />
          )}
        </section>
      </div>
    </>
  );
}
