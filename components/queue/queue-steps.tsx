import Link from "next/link";
import type { QueuePane } from "#lib/domain/queue";
import { queueSearch } from "#lib/domain/queue-search";
import * as words from "#lib/words";
import { hrefOf } from "./queue-item";

const said = words.queueList;

/** The list that something was opened from, with the ways to its neighbours there. */
export function QueueSteps({ queue: { query, previous, next } }: { queue: QueuePane }) {
  const view = words.desk.queue.views[query.view];
  return (
    <>
      <Link href={`/desk?${queueSearch(query)}`}>
        <b>{view}</b>
      </Link>{" "}
      <nav className="q-steps" aria-label={said.neighbours(view)}>
        {previous !== null && (
          <Link href={hrefOf(previous, query)} rel="prev" prefetch={false}>
            {said.previous}
          </Link>
        )}{" "}
        {next !== null && (
          <Link href={hrefOf(next, query)} rel="next" prefetch={false}>
            {said.next}
          </Link>
        )}
      </nav>
    </>
  );
}
