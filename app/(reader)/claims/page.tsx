import type { Metadata } from "next";
import Link from "next/link";
import { FollowList } from "#components/articles/follow-list";
import { Unverified } from "#components/articles/unverified";
import { ClaimItems } from "#components/claims/claim-items";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { publishedClaims } from "#lib/db/readers/published";
import { listPlace } from "#lib/domain/cursors";
import { SEND_CLAIM } from "#lib/domain/error-reports";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { claimCard } from "#lib/publish/claim-view";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";

const w = words.reader.claims;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: `${w.title}.`, alternates: feedLinks("claims", publicOrigin().origin) };
}

export default async function ClaimsPage({ searchParams }: Props) {
  const place = listPlace(await searchParams);
  if (place === undefined) return <NotHere />;
  const page = await publishedClaims(place);
  if (place !== null && page.claims.length === 0 && page.isProven) return <NotHere />;
  return (
    <>
      <Unverified proof={page.isProven ? "VERIFIED" : "BROKEN"} />
      <h1 className="answer">{w.answer(page.total)}</h1>
      <p className="lede">{w.lede}</p>
      {page.total === 0 ? (
        <p className="mt-6 measure">{w.empty}</p>
      ) : (
        <div className="mt-12">
          <ClaimItems heading="h2" cards={page.claims.map((claim) => claimCard(claim, timeZone()))} />
        </div>
      )}
      <p className="mt-6 cluster small no-print">
        <span>
          {words.reports.sendClaim.ask} <Link href={SEND_CLAIM}>{words.reports.sendClaim.title}</Link>
        </span>
        <Link href="/topics">{words.topicPages.all}</Link>
      </p>
      <ListPages href="/claims" of={w.pages} older={page.older} newer={page.newer} />
      <FollowList name="claims" />
    </>
  );
}
