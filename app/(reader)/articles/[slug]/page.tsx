import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Chain } from "#components/articles/chain";
import { Excerpt } from "#components/articles/excerpt";
import { Legend } from "#components/articles/legend";
import { Strip } from "#components/articles/strip";
import { Unverified } from "#components/articles/unverified";
import { Section } from "#components/ui/section";
import { publishedArticle } from "#lib/db/readers/published";
import { timeZone } from "#lib/next/time-zone";
import { answerSentence, articleView } from "#lib/publish/article-view";
import { words } from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { ArticleRecord } from "./article-record";

const w = words.reader.article;
const load = cache(publishedArticle);

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await load((await params).slug);
  if (article === null) return { title: `${words.reader.trouble.notFoundTitle}.` };
  return { title: answerSentence(article.content), description: article.content.article.title };
}

export default async function ArticlePage({ params }: Props) {
  const article = await load((await params).slug);
  if (article === null) notFound();
  const view = articleView(article.content, dayOf(new Date(), timeZone()));
  return (
    <>
      <Unverified proof={article.history.proof} />
      <p className="kicker" dir="auto">
        {view.kicker}
      </p>
      <h1 className="answer">{view.answer}</h1>
      <p className="lede">{view.lede}</p>
      {view.strip === null ? null : <Strip view={view.strip} />}
      {view.chain.length === 0 ? null : (
        <Section id="chain" title={w.chain.heading}>
          <Chain rows={view.chain} />
        </Section>
      )}
      <Section id="excerpt" className="excerpt" title={w.excerpt.heading}>
        <Excerpt posts={view.posts} direction={view.direction} language={article.content.article.language} />
      </Section>
      <Section id="legend" title={w.legend}>
        <Legend entries={view.legend} />
        <p className="mt-6 small muted">
          {w.legendNote} <Link href="/method">{w.legendLink}</Link>
        </p>
      </Section>
      <Section id="record" title={words.reader.record.about.heading}>
        <ArticleRecord article={article} />
      </Section>
    </>
  );
}
