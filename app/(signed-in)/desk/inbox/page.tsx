import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { InboxList } from "#components/notices/inbox-list";
import { WaitingList } from "#components/notices/waiting-list";
import { inboxOf } from "#lib/db/notices/inbox";
import { dueAtWork } from "#lib/db/outcomes/at-work";
import { dueInbox } from "#lib/db/outcomes/desk";
import { readingsToSettle } from "#lib/db/readings/views";
import { may } from "#lib/domain/actor";
import { TimeCursor } from "#lib/domain/cursors";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { openNoticeAction, readAction, unreadAction } from "./actions";

const said = words.notices;
/** Of what waits for anybody so much is shown here; the rest stands in lists of its own. */
const MOST_WAITING = 5;

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}

/** What somebody is told of, the latest first; and what waits for whoever comes first. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await requirePage();
  const { after } = await searchParams;
  const place = after === undefined ? null : TimeCursor.safeParse(after).data;
  if (place === undefined) notFound();
  const today = dayOf(new Date(), timeZone());
  const [inbox, readings, { promises }, atWork] = await Promise.all([
    inboxOf(actor, place),
    may(actor.role, "reading.settle") ? readingsToSettle(actor, MOST_WAITING) : null,
    dueInbox(today, null),
    dueAtWork(actor.id, today),
  ]);
  return (
    <>
      <h1 className="page-title">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      {inbox.notices.length === 0 ? (
        <p className="mt-6 measure">{place === null ? said.none : said.noneHere}</p>
      ) : (
        <InboxList
          inbox={inbox}
          acts={{ read: readAction, unread: unreadAction, open: openNoticeAction }}
          timeZone={timeZone()}
        />
      )}
      {place === null && inbox.after === null ? null : (
        <nav className="cluster mt-6" aria-label={said.title}>
          {place === null ? null : <Link href="/desk/inbox">{said.first}</Link>}
          {inbox.after === null ? null : (
            <Link href={`/desk/inbox?after=${inbox.after}`} rel="next">
              {said.older}
            </Link>
          )}
        </nav>
      )}
      {place === null && (
        <WaitingList
          readings={readings}
          promises={[...atWork, ...promises].slice(0, MOST_WAITING)}
          today={today}
          timeZone={timeZone()}
        />
      )}
    </>
  );
}
