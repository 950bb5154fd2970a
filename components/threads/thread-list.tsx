import { type ThreadView, threadElement } from "#lib/domain/threads";
import * as words from "#lib/words";
import { Thread, type ThreadPlace } from "./thread";

/** Threads, one below the other. */
export function ThreadList(props: {
  readonly threads: readonly ThreadView[];
  readonly place: ThreadPlace;
  /** True on the page of one thread, which says itself where older comments are. */
  readonly isWhole?: boolean;
}) {
  const { threads, place, isWhole = false } = props;
  if (threads.length === 0) return <p className="regular val">{words.threads.none}</p>;
  return (
    <ul className="threads">
      {threads.map((thread) => (
        <li key={thread.id} id={threadElement(thread.id)} tabIndex={-1}>
          <Thread thread={thread} place={place} isWhole={isWhole} />
        </li>
      ))}
    </ul>
  );
}
