import type { Metadata } from "next";
import { cache } from "react";
import { ArticleBody } from "#components/articles/article-body";
import { Neighbours } from "#components/articles/neighbours";
import { Origin } from "#components/articles/origin";
import { PostsOfPage } from "#components/articles/posts-of-page";
import { StatementsBefore } from "#components/articles/statements-before";
import { StructuredData } from "#components/articles/structured-data";
import { Unverified } from "#components/articles/unverified";
import { Withdrawn } from "#components/articles/withdrawn";
import { ReportLink } from "#components/reports/report-link";
import { TopicLinks } from "#components/topics/topic-links";
import { TrackLinks } from "#components/tracks/track-links";
import { NotHere } from "#components/ui/not-here";
import { Section } from "#components/ui/section";
import { discovery } from "#lib/api/oembed";
import { postsBeside } from "#lib/db/readers/beside";
import { textNeighbours } from "#lib/db/readers/provenance";
import { neighboursOf, publishedArticle } from "#lib/db/readers/published";
import { toldBefore } from "#lib/db/readers/templates";
import { withdrawnArticle } from "#lib/db/readers/withdrawn";
import { listPlace } from "#lib/domain/cursors";
import { linkPreview } from "#lib/next/link-preview";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { whereNow } from "#lib/next/where";
import { answerSentence, articleView } from "#lib/publish/article-view";
import { pictureOfArticle } from "#lib/publish/pictures";
import { articleData } from "#lib/publish/syndication/structured-data";
import { authorLink, trackLinks } from "#lib/publish/track-links";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { ArticleRecord } from "./article-record";
import { changesSince } from "./changes-since";
import { PutArticle } from "./put-article";

const load = cache(publishedArticle);
const loadWithdrawn = cache(withdrawnArticle);

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { slug } = await params;
  const article = await load(slug);
  if (article === null) return { title: await titleOfGone(slug) };
  const title = answerSentence(article.content);
  return {
    ...linkPreview(`/articles/${slug}`, title, pictureOfArticle(article, whereNow().today)),
    title,
    description: article.content.article.title,
    alternates: { types: discovery(`/articles/${slug}`, publicOrigin().origin) },
  };
}

/** The status that says so is set where the answer leaves (`lib/next/gate`). */
async function titleOfGone(slug: string): Promise<string> {
  const gone = await loadWithdrawn(slug);
  return `${gone === null ? words.trouble.notFoundTitle : words.reader.withdrawn.kicker.ARTICLE}.`;
}

/** `?after=` and `?before=` name the part of those that have their text from here, `?put=` what is put into another page. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const article = await load(slug);
  if (article === null) {
    const gone = await loadWithdrawn(slug);
    if (gone === null) return <NotHere />;
    return <Withdrawn item={gone} timeZone={timeZone()} />;
  }
  const { content } = article;
  const asked = await searchParams;
  const place = listPlace(asked);
  const around = place === undefined ? null : await textNeighbours(content, place);
  if (around === null || (place !== null && around.downstream.length === 0)) return <NotHere />;
  const [beside, since] = await Promise.all([postsBeside(slug), changesSince(content)]);
  const today = dayOf(new Date(), timeZone());
  const view = articleView(content, today, await toldBefore(content), around);
  return (
    <>
      <Unverified proof={article.history.proof} />
      <ArticleBody
        heading="h1"
        view={view}
        language={article.content.article.language}
        author={authorLink(article.content.article)}
        origin={
          <>
            <Origin article={article.content.article} timeZone={timeZone()} />
            <TrackLinks links={trackLinks(article.content)} />
            <TopicLinks topics={article.content.topics ?? []} />
          </>
        }
      />
      {beside === null ? null : <PostsOfPage beside={beside} />}
      <StatementsBefore now={since.now} timeZone={timeZone()} />
      <Section id="record" title={words.record.about.heading}>
        <ArticleRecord article={article} since={since} />
      </Section>
      <ReportLink about={`/articles/${slug}`} />
      <PutArticle article={article} asked={asked.put} />
      <Neighbours kind="ARTICLE" of={await neighboursOf("ARTICLE", slug)} />
      <StructuredData data={articleData(article, publicOrigin().origin, around)} />
    </>
  );
}
