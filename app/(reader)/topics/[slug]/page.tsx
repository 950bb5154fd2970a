import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { FollowList } from "#components/articles/follow-list";
import { ResultItems } from "#components/articles/search-results";
import { Unverified } from "#components/articles/unverified";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { isTopicGone, publishedTopic } from "#lib/db/readers/topics";
import { listPlace } from "#lib/domain/cursors";
import { NO_FACETS } from "#lib/domain/search-filter";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import { topicQuery } from "#lib/publish/syndication/feed-list";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";

const w = words.topicPages;
const load = cache((slug: string) => publishedTopic(slug, null));
const loadGone = cache(isTopicGone);

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const page = await load(slug);
  if (page === null) {
    return { title: (await loadGone(slug)) ? w.gone : `${words.trouble.notFoundTitle}.` };
  }
  const { name, definition } = page.topic;
  const { origin } = publicOrigin();
  const { types } = feedLinks("topic", origin, topicQuery(slug));
  return {
    title: `${w.kicker}: ${name}`,
    ...(definition === null ? {} : { description: definition }),
    alternates: { canonical: `${origin}/topics/${slug}`, types },
  };
}

/** Published pages and claims of one topic, the latest first. The status of one that is gone is set where the answer leaves (`lib/next/gate`). */
export default async function TopicPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const place = listPlace(await searchParams);
  const page = place === undefined ? null : await (place === null ? load(slug) : publishedTopic(slug, place));
  if (page === null) {
    return place !== undefined && (await loadGone(slug)) ? <Gone /> : <NotHere />;
  }
  const { topic, items, older, newer, isProven } = page;
  if (place !== null && items.length === 0 && isProven) return <NotHere />;
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <p className="kicker">
        <Link href="/topics">{w.kicker}</Link>
      </p>
      <h1 className="answer wrap-anywhere">
        {w.answer(isolated(topic.name), w.counts(topic.pages, topic.claims))}
      </h1>
      {topic.definition === null ? null : (
        <p className="lede wrap-anywhere" dir="auto">
          {topic.definition}
        </p>
      )}
      <p className="mt-3 measure">{w.oneLede}</p>
      <div className="mt-6">
        <ResultItems results={items} hits={new Set()} facets={NO_FACETS} timeZone={timeZone()} />
      </div>
      <ListPages href={`/topics/${slug}`} of={w.items} older={older} newer={newer} />
      <p className="mt-6 small no-print">
        <Link href="/topics">{w.all}</Link>
      </p>
      <FollowList name="topic" query={topicQuery(slug)} />
    </>
  );
}

function Gone() {
  return (
    <>
      <h1 className="answer">{w.gone}</h1>
      <p className="lede">{w.goneLede}</p>
      <p className="mt-6">
        <Link href="/topics">{w.all}</Link>
      </p>
    </>
  );
}
