import Link from "next/link";
import { Legend } from "#components/articles/legend";
import { Strip } from "#components/articles/strip";
import { Unverified } from "#components/articles/unverified";
import { ClaimItems, DueItems } from "#components/claims/claim-items";
import { Section } from "#components/ui/section";
import { homeFeed } from "#lib/db/readers/published";
import { ReaderLabel } from "#lib/domain/labels";
import type { ArticlePublication } from "#lib/domain/publications";
import { timeZone } from "#lib/next/time-zone";
import { answerSentence } from "#lib/publish/article-view";
import { claimCard, dueCard } from "#lib/publish/claim-view";
import { stripView } from "#lib/publish/strip";
import { words } from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";

const w = words.reader.home;
const EVERY_LABEL = ReaderLabel.options.map((label) => ({ label, isMissing: false }));

export default async function Home() {
  const today = dayOf(new Date(), timeZone());
  const { claims, due, article, isProven } = await homeFeed(today);
  const isEmpty = isProven && claims.length === 0 && due.length === 0 && article === null;
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <h1 className="answer">{words.common.tagline}</h1>
      <p className="lede">{w.lede}</p>
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
        </Section>
      )}
      {article === null ? null : (
        <Section id="page" title={w.latestPage}>
          <LatestPage content={article} />
        </Section>
      )}
      <Section id="legend" title={w.legend}>
        <Legend entries={EVERY_LABEL} />
      </Section>
    </>
  );
}

function LatestPage({ content }: { content: ArticlePublication }) {
  const { article } = content;
  const strip = stripView(content);
  const where = w.pageMeta(article.publisher, article.postedAt === null ? null : longDay(article.postedAt));
  return (
    <ul className="items">
      <li className="first">
        <div>
          <h3 className="item-title">
            <Link href={`/articles/${article.slug}`} dir="auto">
              {article.title}
            </Link>
          </h3>
          <p className="meta">
            {where === "" ? null : `${where}. `}
            {answerSentence(content)}
          </p>
          {strip === null ? null : <Strip view={strip} caption={false} />}
        </div>
        {strip === null ? null : <p className="side">{strip.legend}</p>}
      </li>
    </ul>
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
