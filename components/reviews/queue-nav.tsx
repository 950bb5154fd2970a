import Link from "next/link";
import { type Queue, type QueueItem, QueueName } from "#lib/domain/queue";
import { words } from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { nextWords } from "./next-words";

/** The views of the queue with their counts. */
export function QueueViews({ queue }: { queue: Queue }) {
  return (
    <div className="q-views">
      {QueueName.options.map((view) => (
        <Link
          key={view}
          href={`/desk?view=${view}`}
          aria-current={view === queue.view ? "true" : undefined}
          prefetch={false}
        >
          {words.desk.queue.views[view]} <span>{queue.counts[view]}</span>
        </Link>
      ))}
    </div>
  );
}

/** Is this the item of what is open? Other versions of a page are in the item of its latest one. */
export interface Open {
  readonly href: string;
  readonly articleId: string | null;
}

export const isItemOf = (item: QueueItem, { href, articleId }: Open): boolean =>
  item.href === href || (articleId !== null && item.articleId === articleId);

/** The items of one view; `current` is what is open. */
export function QueueItems({ queue, current }: { queue: Queue; current: Open | null }) {
  return queue.items.map((item) => (
    <Link
      key={item.href}
      className="q-item"
      href={withView(item, queue.view)}
      aria-current={current !== null && isItemOf(item, current) ? "true" : undefined}
      prefetch={false}
    >
      <b dir="auto">
        {item.kind === "CLAIM" && <span className="regular muted">{words.desk.queue.claim}: </span>}
        {item.title}
      </b>
      {item.version !== null && <small dir="auto">{placeWords(item, item.version)}</small>}
      <small>
        {item.dismissedFor === null ? stateWords(item) : words.desk.dismissal.because(item.dismissedFor)}{" "}
        <span className="who">{nextWords(item.next)}</span>
      </small>
    </Link>
  ));
}

function withView(item: QueueItem, view: QueueName): string {
  return `${item.href}?view=${view}`;
}

/** What tells two pages of one headline apart. */
function placeWords({ publisher, day, alsoVersions }: QueueItem, version: number): string {
  const named = words.desk.annotator.version;
  const also = alsoVersions.length > 0 ? words.queueItems.also(alsoVersions) : null;
  const facts = [publisher, day && shortDay(day), named(version), also];
  return `${facts.filter(Boolean).join(", ")}.`;
}

function stateWords(item: QueueItem): string {
  const state = item.state === null ? words.desk.queue.unreviewed : words.desk.queue.states[item.state];
  const waiting = item.waiting > 0 ? `, ${words.desk.queue.waiting(item.waiting)}` : "";
  return `${state}${waiting}.`;
}
