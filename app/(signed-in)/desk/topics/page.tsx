import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { TopicItems } from "#components/topics/topic-items";
import { DeskIndex } from "#components/ui/desk-index";
import { FindBar } from "#components/ui/find-bar";
import { findTopics, topicsPage } from "#lib/db/topics/lists";
import { listedPlace, searched } from "#lib/domain/desk-lists";
import { TOPIC_SEARCH_LENGTH } from "#lib/domain/topics";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";

const said = words.topics.list;
const HREF = "/desk/topics";

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** All topics: by name, or those that are called like what somebody typed. */
export default async function TopicsPage({ searchParams }: Props) {
  await requirePage();
  const asked = await searchParams;
  const search = searched(asked.search, TOPIC_SEARCH_LENGTH);
  const place = listedPlace(asked);
  if (place === undefined) notFound();
  return (
    <>
      <DeskIndex here={HREF} />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <FindBar key={search} typed={search} label={said.search} button={said.searchButton} />
      {search === "" ? (
        <Listed page={await topicsPage(place)} />
      ) : (
        <Found search={search} topics={await findTopics(search)} />
      )}
    </>
  );
}

function Listed({ page: { topics, before, after } }: { page: Awaited<ReturnType<typeof topicsPage>> }) {
  return (
    <>
      {topics.length === 0 ? <p className="mt-6 muted">{said.none}</p> : <TopicItems topics={topics} />}
      {before === null && after === null ? null : (
        <nav className="cluster mt-6" aria-label={said.pages}>
          {before && (
            <Link href={`${HREF}?before=${before}`} rel="prev">
              {said.before}
            </Link>
          )}
          {after && (
            <Link href={`${HREF}?after=${after}`} rel="next">
              {said.after}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Found({ search, topics }: { search: string; topics: Awaited<ReturnType<typeof findTopics>> }) {
  return (
    <>
      <p className="mt-5" role="status" dir="auto">
        {topics.length === 0 ? said.noneFound(search) : said.found(topics.length)}
      </p>
      <TopicItems topics={topics} />
      <p className="mt-6">
        <Link href={HREF}>{said.all}</Link>
      </p>
    </>
  );
}
