import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Neighbours } from "#components/articles/neighbours";
import { StructuredData } from "#components/articles/structured-data";
import { Unverified } from "#components/articles/unverified";
import { Withdrawn } from "#components/articles/withdrawn";
import { ClaimFindings } from "#components/claims/claim-findings";
import { Due } from "#components/claims/due";
import { JoinedAway, JoinedWith } from "#components/claims/joined";
import { LostClaim, LostPages } from "#components/claims/lost-pages";
import { RelatedClaims } from "#components/claims/related";
import { NoVerdict, Verdict, WithdrawnVerdict } from "#components/claims/verdict";
import { PromisedBefore } from "#components/promises/promised-before";
import { ReportLink } from "#components/reports/report-link";
import { TopicLinks } from "#components/topics/topic-links";
import { LabelBadge, LabelledWords } from "#components/ui/label";
import { NotHere } from "#components/ui/not-here";
import { Section } from "#components/ui/section";
import { discovery } from "#lib/api/oembed";
import { joinedInto } from "#lib/db/readers/joined";
import { lostLinks } from "#lib/db/readers/lost-links";
import { lostPages } from "#lib/db/readers/lost-pages";
import { neighboursOf, publishedClaim } from "#lib/db/readers/published";
import { relatedClaims } from "#lib/db/readers/related";
import { toldBeforeThis } from "#lib/db/readers/templates";
import { withdrawnClaim } from "#lib/db/readers/withdrawn";
import { PlaceCursor } from "#lib/domain/cursors";
import type { PublishedClaim } from "#lib/domain/published";
import { linkPreview } from "#lib/next/link-preview";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { asItWasSaid, claimDue, claimTitle, promiseOf } from "#lib/publish/claim-view";
import { creditLines } from "#lib/publish/credit-lines";
import { pictureOfClaim } from "#lib/publish/pictures";
import { claimData } from "#lib/publish/syndication/structured-data";
import { beforeView } from "#lib/publish/template-view";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { langOf } from "#lib/words/lists";
import { ClaimFacts } from "./claim-facts";
import { ClaimRecord } from "./claim-record";
import { PutClaim } from "./put-claim";

const w = words.record;
const load = cache(publishedClaim);
const loadWithdrawn = cache(withdrawnClaim);
const loadLost = cache(lostPages);

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ after?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const claim = await load(slug);
  if (claim !== null) {
    const types = discovery(`/claims/${slug}`, publicOrigin().origin);
    const title = claimTitle(claim);
    return {
      ...linkPreview(`/claims/${slug}`, title, pictureOfClaim(claim)),
      title,
      alternates: { types },
    };
  }
  const gone = await loadWithdrawn(slug);
  if (gone !== null) return { title: `${words.reader.withdrawn.kicker.CLAIM}.` };
  const lost = await loadLost(slug);
  return { title: `${lost.length === 0 ? words.trouble.notFoundTitle : words.lostPages.kicker}.` };
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const { after } = await searchParams;
  const place = after === undefined ? null : PlaceCursor.safeParse(after).data;
  const { slug } = await params;
  const claim =
    place === undefined ? null : await (place === null ? load(slug) : publishedClaim(slug, place));
  if (claim === null) {
    const gone = place === undefined ? null : await loadWithdrawn(slug);
    const joined = place === undefined ? null : await joinedInto(slug);
    if (gone !== null) {
      return (
        <>
          <JoinedAway into={joined} />
          <Withdrawn item={gone} timeZone={timeZone()} />
        </>
      );
    }
    // Nothing is left here to be read; what says the same stands there. The two may be parted again, so it isn't for ever.
    if (joined !== null) redirect(`/claims/${joined.slug}`);
    const lost = place === undefined ? [] : await loadLost(slug);
    if (lost.length === 0) return <NotHere />;
    return <LostClaim pages={lost} timeZone={timeZone()} />;
  }
  const today = dayOf(new Date(), timeZone());
  const due = claimDue(claim, today);
  const promise = promiseOf(claim, today);
  const before = beforeView(promise && (await toldBeforeThis(promise)), today);
  return (
    <>
      <Unverified proof={claim.history.proof} />
      <p className="kicker">{w.claim.kicker}</p>
      <h1 className="claim-words" dir="auto" lang={langOf(claim.wording)}>
        {claim.wording}
      </h1>
      <JoinedAway into={await joinedInto(slug)} />
      <ClaimFacts claim={claim} />
      <TopicLinks topics={claim.own?.content.topics ?? []} />
      <Verdicts claim={claim} />
      {due === null ? null : <Due view={due} id="due" />}
      {before === null ? null : <PromisedBefore view={before} />}
      <Said claim={claim} />
      <ClaimFindings
        claim={claim}
        lostLinks={await lostLinks((claim.own?.content.evidence ?? []).map(({ id }) => id))}
      />
      <JoinedWith claim={claim} />
      <RelatedClaims related={await relatedClaims(claim)} />
      <LostPages pages={await loadLost(slug)} timeZone={timeZone()} />
      <ClaimRecord claim={claim} />
      <ReportLink about={`/claims/${slug}`} />
      <PutClaim claim={claim} />
      <Neighbours kind="CLAIM" of={await neighboursOf("CLAIM", slug)} />
      <StructuredData data={claimData(claim, publicOrigin().origin)} />
    </>
  );
}

function Verdicts({ claim }: { claim: PublishedClaim }) {
  const zone = timeZone();
  return (
    <>
      {claim.own === null ? (
        claim.withdrawn === null ? (
          <NoVerdict />
        ) : (
          <WithdrawnVerdict item={claim.withdrawn} day={longDay(dayOf(claim.withdrawn.at, zone))} />
        )
      ) : (
        <Verdict
          heading={w.verdict.heading(longDay(dayOf(claim.own.publishedAt, zone)))}
          verdict={claim.own.content.verdict}
          by={creditLines(claim.own.content).join(" ")}
        />
      )}
      {claim.earlier.map((earlier) => (
        <Verdict
          key={earlier.replacedAt}
          heading={w.verdict.earlier(longDay(dayOf(earlier.replacedAt, zone)))}
          verdict={earlier}
          by={null}
        />
      ))}
    </>
  );
}

function Said({ claim }: { claim: PublishedClaim }) {
  const said = asItWasSaid(claim);
  if (said.length === 0) return null;
  return (
    <Section id="said" title={w.claim.said}>
      {said.map(({ key, label, words: text, language, note }) => (
        <div key={key} className="said">
          <blockquote className="quote" dir="auto" lang={langOf(text, language)}>
            <LabelledWords label={label}>{text}</LabelledWords>
          </blockquote>
          <p className="mt-3 small muted measure">
            <LabelBadge label={label} link />
            &ensp;<span dir="auto">{note}</span>
          </p>
        </div>
      ))}
    </Section>
  );
}
