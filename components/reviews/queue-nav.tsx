import Link from "next/link";
import type { Queue, QueueItem, QueueName } from "#lib/domain/queue";
import { words } from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { nextWords } from "./next-words";

const VIEWS: readonly QueueName[] = [
  "mine",
  "unassigned",
  "to-publish",
  "returned",
  "others",
  "published",
  "dismissed",
];

/** The views of the queue with their counts. */
export function QueueViews({ queue }: { queue: Queue }) {
  return (
    <div className="q-views">
      {VIEWS.map((view) => (
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

/** The items of one view; `current` is the address of the one that is open. */
export function QueueItems({ queue, current }: { queue: Queue; current: string | null }) {
  return queue.items.map((item) => (
    <Link
      key={item.href}
      className="q-item"
      href={withView(item, queue.view)}
      aria-current={item.href === current ? "true" : undefined}
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
function placeWords({ publisher, day }: QueueItem, version: number): string {
  const facts = [publisher, day && shortDay(day), words.desk.annotator.version(version)];
  return `${facts.filter(Boolean).join(", ")}.`;
}

function stateWords(item: QueueItem): string {
  const state = item.state === null ? words.desk.queue.unreviewed : words.desk.queue.states[item.state];
  const waiting = item.waiting > 0 ? `, ${words.desk.queue.waiting(item.waiting)}` : "";
  return `${state}${waiting}.`;
}
