import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DueList } from "#components/promises/due-list";
import { Section } from "#components/ui/section";
import { dueAtWork } from "#lib/db/outcomes/at-work";
import { dueInbox } from "#lib/db/outcomes/desk";
import { DueCursor } from "#lib/domain/promise-desk";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";

const said = words.deskPromises;

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}

/** Promises that fell due, of which nothing is recorded: what a newsroom has to look into. */
export default async function PromisesPage({ searchParams }: Props) {
  const actor = await requirePage();
  const { after } = await searchParams;
  const place = after === undefined ? null : DueCursor.safeParse(after).data;
  if (place === undefined) notFound();
  const today = dayOf(new Date(), timeZone());
  const { promises, more, counts } = await dueInbox(today, place);
  const atWork = place === null ? await dueAtWork(actor.id, today) : [];
  const isEmpty = promises.length === 0;
  return (
    <>
      <h1 className="page-title">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <p className="mt-3">{said.counts(counts.overdue, counts.today, counts.most)}</p>
      {atWork.length > 0 && (
        <Section id="at-work" title={said.atWork}>
          <p>{said.atWorkLede}</p>
          <DueList promises={atWork} today={today} />
        </Section>
      )}
      <h2 className="mt-6">{said.readersSee}</h2>
      {isEmpty ? (
        <p className="mt-6 measure">{place === null ? said.none : said.noneHere}</p>
      ) : (
        <DueList promises={promises} today={today} />
      )}
      {place === null && more === null ? null : (
        <nav className="cluster mt-6" aria-label={said.title}>
          {place === null ? null : <Link href="/desk/promises">{said.first}</Link>}
          {more === null ? null : (
            <Link href={`/desk/promises?after=${more}`} rel="next">
              {said.more}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
