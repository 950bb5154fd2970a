import type { Metadata } from "next";
import { cache } from "react";
import { FollowList } from "#components/articles/follow-list";
import { PageItems } from "#components/articles/page-items";
import { Unverified } from "#components/articles/unverified";
import {
  SaidAgainItems,
  TrackedStatements,
  TrackListHead,
  TrackListPages,
} from "#components/tracks/track-lists";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { trackAt } from "#lib/db/readers/track";
import { claimsSaidAgain, trackedPages, trackedStatements } from "#lib/db/readers/track-lists";
import { listPlace } from "#lib/domain/cursors";
import type { TrackRecord } from "#lib/domain/track-records";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { type FeedName, feedLinks } from "#lib/publish/syndication/feed-links";
import {
  claimsHref,
  pagesHref,
  recordQuery,
  statementsHref,
  statementsQuery,
  trackHref,
  trackKind,
} from "#lib/publish/track-links";
import { trackedStatement } from "#lib/publish/track-list";
import { type AskedList, againPlace, pageList, statementList } from "#lib/publish/track-query";
import { filterInWords } from "#lib/publish/track-words";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";

/** The lists behind the numbers of a record: `statements`, `pages` and `claims`. */

const w = words.trackRecords.list;

const load = cache(async (source: string, id: string) => {
  const kind = trackKind(source);
  return kind === null ? null : trackAt({ kind, id, today: dayOf(new Date(), timeZone()) });
});

type Props = {
  params: Promise<{ source: string; id: string; list: string }>;
  searchParams: Promise<AskedList>;
};

/** No list is for other people's search engines: its statements are found by their pages. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { source, id, list } = await params;
  const found = await load(source, id);
  const robots = { index: false, follow: true };
  if (found === null) return { title: `${words.trouble.notFoundTitle}.`, robots };
  const title = `${words.trackRecords.title(found.name)}.`;
  const feed = feedOf(found, list, await searchParams);
  if (feed === null) return { title, robots };
  return { title, robots, alternates: feedLinks(feed.name, publicOrigin().origin, feed.query) };
}

/** The feed of a list as it is narrowed; null where there is no such list. */
function feedOf(
  record: TrackRecord,
  list: string,
  asked: AskedList,
): { readonly name: FeedName; readonly query: string } | null {
  if (list === "claims") return { name: "again", query: recordQuery(record) };
  if (list === "pages") {
    const pages = pageList(asked);
    return pages && { name: "record", query: recordQuery(record, pages) };
  }
  const said = list === "statements" ? statementList(asked) : null;
  return said && { name: "statements", query: statementsQuery(record, said.filter) };
}

export default async function TrackListPage({ params, searchParams }: Props) {
  const { source, id, list } = await params;
  const asked = await searchParams;
  const record = await load(source, id);
  if (record === null) return <NotHere />;
  switch (list) {
    case "statements":
      return <Statements record={record} asked={asked} />;
    case "pages":
      return <Pages record={record} asked={asked} />;
    case "claims":
      return <Claims record={record} asked={asked} />;
    default:
      return <NotHere />;
  }
}

interface List {
  readonly record: TrackRecord;
  readonly asked: AskedList;
}

function Head({ record, title }: { readonly record: TrackRecord; readonly title: string }) {
  return <TrackListHead title={title} back={trackHref(record)} name={isolated(record.name)} />;
}

async function Statements({ record, asked }: List) {
  const list = statementList(asked);
  if (list === null) return <NotHere />;
  const { filter, after } = list;
  const today = dayOf(new Date(), timeZone());
  const { places, more, isProven } = await trackedStatements({
    kind: record.kind,
    id: record.id,
    filter,
    today,
    after,
  });
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <Head record={record} title={w.statements(isolated(record.name), filterInWords(filter))} />
      <TrackedStatements statements={places.map((place) => trackedStatement(place, today))} />
      <TrackListPages href={statementsHref(record, filter)} isFirst={after === null} more={more} />
      <FollowList name="statements" query={statementsQuery(record, filter)} />
    </>
  );
}

async function Pages({ record, asked }: List) {
  const list = pageList(asked);
  const place = listPlace(asked);
  if (list === null || place === undefined) return <NotHere />;
  const { pages, older, newer, isProven } = await trackedPages({
    kind: record.kind,
    id: record.id,
    list,
    place,
  });
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <Head record={record} title={w.pages[list](isolated(record.name))} />
      {pages.length === 0 ? <p className="mt-6">{w.empty}</p> : null}
      <div className="mt-6">
        <PageItems pages={pages} timeZone={timeZone()} strips="all" heading="h2" />
      </div>
      <ListPages href={pagesHref(record, list)} of={w.name} older={older} newer={newer} />
      <FollowList name="record" query={recordQuery(record, list)} />
    </>
  );
}

async function Claims({ record, asked }: List) {
  const after = againPlace(asked);
  if (after === undefined) return <NotHere />;
  const { claims, more, isProven } = await claimsSaidAgain({ kind: record.kind, id: record.id, after });
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <Head record={record} title={w.claims(isolated(record.name))} />
      <SaidAgainItems claims={claims} />
      <TrackListPages href={claimsHref(record)} isFirst={after === null} more={more} />
      <FollowList name="again" query={recordQuery(record)} />
    </>
  );
}
