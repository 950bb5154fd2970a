import type { Metadata } from "next";
import Link from "next/link";
import { FollowList } from "#components/articles/follow-list";
import { PageItems } from "#components/articles/page-items";
import { SearchBar } from "#components/articles/search-bar";
import { Unverified } from "#components/articles/unverified";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { publishedPages } from "#lib/db/readers/published";
import { listPlace } from "#lib/domain/cursors";
import { EVERYTHING } from "#lib/domain/search-filter";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";

const w = words.find.pages;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${w.title}.`, alternates: feedLinks("pages", publicOrigin().origin) };
}

export default async function PagesPage({ searchParams }: Props) {
  const place = listPlace(await searchParams);
  if (place === undefined) return <NotHere />;
  const list = await publishedPages(place);
  if (place !== null && list.pages.length === 0 && list.isProven) return <NotHere />;
  return (
    <>
      <Unverified proof={list.isProven ? "VERIFIED" : "BROKEN"} />
      <h1 className="answer">{w.answer(list.total)}</h1>
      <p className="lede">{w.lede}</p>
      <SearchBar filter={{ ...EVERYTHING, kind: "pages" }} />
      {list.total === 0 ? (
        <p className="mt-6 measure">{w.empty}</p>
      ) : (
        <div className="mt-12">
          <PageItems heading="h2" pages={list.pages} timeZone={timeZone()} strips="all" />
        </div>
      )}
      <p className="mt-6 small no-print">
        <Link href="/topics">{words.topicPages.all}</Link>
      </p>
      <ListPages href="/articles" of={w.pages} older={list.older} newer={list.newer} />
      <FollowList name="pages" />
    </>
  );
}
