import type { Metadata } from "next";
import { cache } from "react";
import { FollowList } from "#components/articles/follow-list";
import { StructuredData } from "#components/articles/structured-data";
import { Unverified } from "#components/articles/unverified";
import { ReportLink } from "#components/reports/report-link";
import { TrackBody } from "#components/tracks/track-body";
import { NotHere } from "#components/ui/not-here";
import { trackAt } from "#lib/db/readers/track";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import { recordData } from "#lib/publish/syndication/structured-data";
import { recordQuery, trackHref, trackKind } from "#lib/publish/track-links";
import { trackView } from "#lib/publish/track-view";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";

/** The record of a publisher, an author or a speaker: `/publishers/{id}`, `/authors/{id}`, `/speakers/{id}`. */

const load = cache(async (source: string, id: string) => {
  const kind = trackKind(source);
  return kind === null ? null : trackAt({ kind, id, today: dayOf(new Date(), timeZone()) });
});

type Props = { params: Promise<{ source: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { source, id } = await params;
  const found = await load(source, id);
  if (found === null) return { title: `${words.trouble.notFoundTitle}.` };
  const canonical = `${publicOrigin().origin}${trackHref(found)}`;
  const { types } = feedLinks("record", publicOrigin().origin, recordQuery(found));
  return { title: `${words.trackRecords.title(found.name)}.`, alternates: { canonical, types } };
}

export default async function TrackPage({ params }: Props) {
  const { source, id } = await params;
  const found = await load(source, id);
  if (found === null) return <NotHere />;
  return (
    <>
      <Unverified proof={found.isProven ? "VERIFIED" : "BROKEN"} />
      <StructuredData data={recordData(found, publicOrigin().origin)} />
      <TrackBody view={trackView(found)} />
      <FollowList name="record" query={recordQuery(found)} />
      <ReportLink about={trackHref(found)} />
    </>
  );
}
