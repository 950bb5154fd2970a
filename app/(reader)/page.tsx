import type { Metadata } from "next";
import Link from "next/link";
import { FollowList } from "#components/articles/follow-list";
import { Legend } from "#components/articles/legend";
import { PageItems } from "#components/articles/page-items";
import { SearchBar } from "#components/articles/search-bar";
import { Unverified } from "#components/articles/unverified";
import { ClaimItems, DueItems } from "#components/claims/claim-items";
import { Section } from "#components/ui/section";
import { homeFeed } from "#lib/db/readers/published";
import { SEND_CLAIM } from "#lib/domain/error-reports";
import { READER_LABELS } from "#lib/domain/labels";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { claimCard, dueCard } from "#lib/publish/claim-view";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";

const w = words.reader.home;
const EVERY_LABEL = READER_LABELS.map((label) => ({ label, isMissing: false }));

/** Asked for each request: the origin of an installation is known when it runs. */
export async function generateMetadata(): Promise<Metadata> {
  return { alternates: feedLinks("latest", publicOrigin().origin) };
}

export default async function Home() {
  const today = dayOf(new Date(), timeZone());
  const { claims, due, pages, isProven } = await homeFeed(today);
  const isEmpty = isProven && claims.length === 0 && due.length === 0 && pages.length === 0;
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <h1 className="answer">{words.common.tagline}</h1>
      <p className="lede">{w.lede}</p>
      <SearchBar />
      <p className="mt-3 small no-print">
        {words.reports.sendClaim.ask} <Link href={SEND_CLAIM}>{words.reports.sendClaim.title}</Link>
      </p>
      {isEmpty ? <NothingYet /> : null}
      {claims.length === 0 ? null : (
        <Section id="latest" title={w.latestClaims}>
          <ClaimItems cards={claims.map((claim) => claimCard(claim, timeZone()))} />
          <p className="small">
            <Link href="/claims">{w.allClaims}</Link>
          </p>
        </Section>
      )}
      {due.length === 0 ? null : (
        <Section id="due" title={w.fellDue}>
          <DueItems cards={due.flatMap((appearance) => dueCard(appearance, today) ?? [])} />
          <p className="small">
            <Link href="/promises">{w.allDue}</Link>
          </p>
        </Section>
      )}
      {pages.length === 0 ? null : (
        <Section id="pages" title={w.latestPages}>
          <PageItems pages={pages} timeZone={timeZone()} strips="first" />
          <p className="small">
            <Link href="/articles">{w.allPages}</Link>
          </p>
        </Section>
      )}
      <Section id="legend" title={w.legend}>
        <Legend entries={EVERY_LABEL} />
      </Section>
      <FollowList name="latest" />
    </>
  );
}

function NothingYet() {
  return (
    <Section id="nothing" title={w.empty.heading}>
      <p>{w.empty.text}</p>
      <h3 className="mt-6">{w.empty.begin}</h3>
      <ul className="bullets">
        <li>{w.empty.setUp}</li>
        <li>
          {w.empty.signIn} <Link href="/sign-in">{w.empty.signInLink}</Link>
        </li>
      </ul>
      <h3 className="mt-6">{w.empty.willBe}</h3>
      <ul className="bullets">
        <li>{w.empty.claims}</li>
        <li>{w.empty.due}</li>
        <li>{w.empty.page}</li>
      </ul>
    </Section>
  );
}
