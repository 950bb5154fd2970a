import Link from "next/link";
import type { QueueItem } from "#lib/domain/queue";
import type { QueueQuery } from "#lib/domain/queue-query";
import { queueSearch } from "#lib/domain/queue-search";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { type Clock, momentWords } from "#lib/words/moments";
import { nextWords } from "./next-words";

const said = words.queueList;

/** Where an item opens, with the list that it is opened from and its place there. */
export function hrefOf({ href, kind, cursor }: QueueItem, query: QueueQuery): string {
  const list = queueSearch(query, { at: cursor });
  // The page of a claim has a search of its own.
  return kind === "CLAIM" ? `${href}?${new URLSearchParams({ list })}` : `${href}?${list}`;
}

interface Props {
  readonly item: QueueItem;
  readonly query: QueueQuery;
  readonly clock: Clock;
  /** Is it what is open? */
  readonly isOpen?: boolean;
}

/** One item as a link: what it is, where from, how it stands, who acts next, why it is urgent, until when. */
export function QueueItemLink({ item, query, clock, isOpen = false }: Props) {
  return (
    <Link
      className="q-item"
      href={hrefOf(item, query)}
      aria-current={isOpen ? "true" : undefined}
      prefetch={false}
    >
      <b dir="auto">
        {item.kind === "CLAIM" && <span className="regular muted">{words.desk.queue.claim}: </span>}
        {item.title}
      </b>
      {item.version !== null && <small dir="auto">{placeWords(item, item.version)}</small>}
      <small>
        {item.dismissedFor === null ? stateWords(item) : words.desk.dismissal.because(item.dismissedFor)}{" "}
        {item.assignee !== null && item.next.kind !== "person" && `${said.with(item.assignee.name)} `}
        <span className="who">{nextWords(item.next)}</span>
        {item.lostName !== null && ` ${said.lost(item.lostName)}`}
      </small>
      <Urgent item={item} clock={clock} />
    </Link>
  );
}

function Urgent({ item, clock }: { item: QueueItem; clock: Clock }) {
  const { urgency, reasons, isByHand, dueAt } = item;
  const why = [isByHand ? said.byHand : "", said.reasons(reasons)].filter(Boolean).join("; ");
  const isOverdue = dueAt !== null && new Date(dueAt) < clock.now;
  if (urgency === "NORMAL" && why === "" && dueAt === null) return null;
  return (
    <small>
      {urgency !== "NORMAL" && <b className="q-urgent">{words.queueActs.urgencies[urgency]}</b>}
      {why !== "" && (urgency === "NORMAL" ? `${capital(why)}.` : `: ${why}.`)}
      {dueAt !== null && (
        <span className={isOverdue ? "who" : undefined}>
          {" "}
          {(isOverdue ? said.overdue : said.due)(momentWords(dueAt, clock.timeZone))}
        </span>
      )}
    </small>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
