import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ThreadList } from "#components/threads/thread-list";
import { threadPage } from "#lib/db/threads/views";
import { Id } from "#lib/domain/reviews";
import { MOST_COMMENTS } from "#lib/domain/threads";
import { requirePage } from "#lib/next/session";
import { threadPlace } from "#lib/next/thread-place";
import * as words from "#lib/words";

const said = words.threads;

export const metadata: Metadata = { title: `${said.thread}.` };

const Before = z.coerce.number().int().min(1).max(MOST_COMMENTS);

interface Props {
  readonly params: Promise<{ readonly threadId: string }>;
  readonly searchParams: Promise<{ readonly before?: string | string[] }>;
}

/** A thread by itself, with all that was said in it, part by part. */
export default async function ThreadPage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).threadId).data;
  const { before } = await searchParams;
  const place = before === undefined ? null : Before.safeParse(before).data;
  const page = id === undefined || place === undefined ? null : await threadPage(actor, id, place);
  if (page === null) notFound();
  const { thread, title, href, older } = page;
  const here = `/desk/threads/${thread.id}`;
  return (
    <>
      <h1 className="page-title">{said.thread}</h1>
      <p className="lede" dir="auto">
        {title ?? words.desk.queue.untitled}
      </p>
      <p className="mt-3">
        <Link href={href} prefetch={false}>
          {said.toPlace}
        </Link>
      </p>
      <nav className="cluster mt-4" aria-label={said.thread}>
        {place !== null && <Link href={here}>{said.latest}</Link>}
        {older !== null && <Link href={`${here}?before=${older}`}>{said.olderComments}</Link>}
      </nav>
      <div className="measure mt-4">
        <ThreadList threads={[thread]} place={await threadPlace(thread.id)} isWhole />
      </div>
    </>
  );
}
