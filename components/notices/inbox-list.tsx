"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { send } from "#components/ui/send";
import type { Act, FormAction } from "#lib/domain/form-state";
import { type Inbox, MOST_UNREAD, type NoticeView } from "#lib/domain/notices";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { momentWords } from "#lib/words/moments";

const said = words.notices;
const QUOTED = 160;

export interface InboxActs {
  readonly read: FormAction;
  readonly unread: FormAction;
  /** As a line is opened. */
  readonly open: Act;
}

interface Props {
  readonly inbox: Inbox;
  readonly acts: InboxActs;
  readonly timeZone: string;
}

/** What came to somebody, the latest first: one line each, with the way to the spot. Opening one marks it as read. */
export function InboxList({ inbox, acts, timeZone }: Props) {
  const { notices, unread } = inbox;
  const [done, setDone] = useState<{ readonly count: number; readonly readAt: string } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    if (done !== null) box.current?.focus();
  }, [done]);
  const [first] = notices;
  return (
    <>
      <p className="mt-3">{said.unread(unread, MOST_UNREAD)}</p>
      <div className="cluster mt-3" ref={box} tabIndex={-1} role="status">
        {done !== null && (
          <>
            <span>{said.allRead(done.count)}</span>
            <ActButton
              action={acts.unread}
              hidden={{ readAt: done.readAt }}
              label={said.undo}
              onDone={() => setDone(null)}
            />
          </>
        )}
      </div>
      {unread > 0 && first !== undefined && (
        <ActButton
          action={acts.read}
          hidden={{ upTo: first.at }}
          label={said.markAll}
          onDone={({ data }) => setDone({ count: Number(data?.count ?? 0), readAt: data?.readAt ?? "" })}
        />
      )}
      <ul className="items mt-6 inbox">
        {notices.map((notice) => (
          <Line key={notice.id} notice={notice} acts={acts} timeZone={timeZone} />
        ))}
      </ul>
    </>
  );
}

function Line({ notice, acts, timeZone }: Omit<Props, "inbox"> & { readonly notice: NoticeView }) {
  const { id, kind, by, at, isRead, title, count, words: quoted, isTakenBack, href } = notice;
  const unnamed = kind === "WEBHOOK_OFF" ? said.deletedWebhook : words.desk.queue.untitled;
  const about = title ?? (count > 1 ? said.about(count) : unnamed);
  const opened = () => {
    if (!isRead) void send(acts.open, { noticeId: id });
  };
  return (
    <li className={isRead ? undefined : "is-unread"}>
      <div>
        <h2 className="item-title" dir="auto">
          <Link href={href} prefetch={false} onClick={opened}>
            {about}
          </Link>
        </h2>
        <p className="meta">
          {!isRead && <b>{said.isUnread}. </b>}
          <bdi>{said.happened[kind](by ?? "")}</bdi>, <time dateTime={at}>{momentWords(at, timeZone)}</time>.{" "}
          {isTakenBack && said.takenBack}
        </p>
        {quoted !== null && (
          <p className="meta" dir="auto">
            “{firstWords(quoted, QUOTED)}”
          </p>
        )}
      </div>
      <div className="side">
        <ActButton
          action={isRead ? acts.unread : acts.read}
          hidden={{ noticeId: id }}
          label={isRead ? said.markUnread : said.markRead}
          of={`${about}, ${momentWords(at, timeZone)}`}
        />
      </div>
    </li>
  );
}
