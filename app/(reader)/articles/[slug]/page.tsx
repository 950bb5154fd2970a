import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ArticleBody } from "#components/articles/article-body";
import { Unverified } from "#components/articles/unverified";
import { Section } from "#components/ui/section";
import { publishedArticle } from "#lib/db/readers/published";
import { timeZone } from "#lib/next/time-zone";
import { answerSentence, articleView } from "#lib/publish/article-view";
import { words } from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { ArticleRecord } from "./article-record";

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
      <ArticleBody heading="h1" view={view} language={article.content.article.language} />
      <Section id="record" title={words.reader.record.about.heading}>
        <ArticleRecord article={article} />
      </Section>
    </>
  );
}
