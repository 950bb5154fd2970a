import type { Metadata } from "next";
import Link from "next/link";
import { Unverified } from "#components/articles/unverified";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { publishedTopics } from "#lib/db/readers/topics";
import { listedPlace } from "#lib/domain/desk-lists";
import * as words from "#lib/words";

const w = words.topicPages;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: `${w.title}.` };

/** What published pages and claims are about, by name. */
export default async function TopicsPage({ searchParams }: Props) {
  const place = listedPlace(await searchParams);
  if (place === undefined) return <NotHere />;
  const { topics, before, after, isProven } = await publishedTopics(place);
  if (place !== null && topics.length === 0 && isProven) return <NotHere />;
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <h1 className="answer">{w.title}</h1>
      <p className="lede">{w.lede}</p>
      {topics.length === 0 ? (
        <p className="mt-6 measure">{w.empty}</p>
      ) : (
        <ul className="items mt-12">
          {topics.map(({ id, slug, name, definition, pages, claims }) => (
            <li key={id}>
              <div>
                <h2 className="item-title wrap-anywhere">
                  <Link href={`/topics/${slug}`} dir="auto">
                    {name}
                  </Link>
                </h2>
                {definition === null ? null : (
                  <p className="meta wrap-anywhere" dir="auto">
                    {definition}
                  </p>
                )}
              </div>
              <p className="side">{w.counts(pages, claims)}</p>
            </li>
          ))}
        </ul>
      )}
      <ListPages
        href="/topics"
        of={w.pages}
        newer={before}
        older={after}
        say={{ newer: w.before, older: w.after }}
      />
    </>
  );
}
