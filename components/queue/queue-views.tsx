import Link from "next/link";
import { MOST_COUNTED, type Queue } from "#lib/domain/queue";
import { plainQueue, QUEUE_NAMES, queueSearch } from "#lib/domain/queue-search";
import * as words from "#lib/words";

/** The views of the queue with their counts. None is counted further than a person reads. */
export function QueueViews({ queue: { counts, query } }: { queue: Pick<Queue, "counts" | "query"> }) {
  return (
    <div className="q-views">
      {QUEUE_NAMES.map((view) => (
        <Link
          key={view}
          href={`/desk?${queueSearch(plainQueue(view))}`}
          aria-current={view === query.view ? "true" : undefined}
          prefetch={false}
        >
          {words.desk.queue.views[view]} <Count n={counts[view]} />
        </Link>
      ))}
    </div>
  );
}

function Count({ n }: { n: number }) {
  if (n <= MOST_COUNTED) return <span>{n}</span>;
  return (
    <span>
      <span aria-hidden="true">{words.queueList.moreShort(MOST_COUNTED)}</span>
      <span className="sr">{words.queueList.more(MOST_COUNTED)}</span>
    </span>
  );
}
