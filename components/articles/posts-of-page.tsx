import Link from "next/link";
import { Section } from "#components/ui/section";
import type { BesidePosts } from "#lib/domain/published";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

const w = words.cutOut;

/** On the page of a post that was cut out of one with several: what stood above and below it there, and that none vouches for another. */
export function PostsOfPage({ beside: { isFirst, posts } }: { beside: BesidePosts }) {
  if (isFirst && posts.length === 0) return null;
  const above = posts.filter(({ isAbove }) => isAbove);
  const below = posts.filter(({ isAbove }) => !isAbove);
  return (
    <Section id="same-page" title={w.heading}>
      <p role="note">{isFirst ? w.first : w.notFirst}</p>
      {above.length > 0 && <Posts heading={w.above} posts={above} />}
      {below.length > 0 && <Posts heading={w.below} posts={below} />}
    </Section>
  );
}

function Posts({ heading, posts }: { heading: string; posts: BesidePosts["posts"] }) {
  return (
    <>
      <p className="mt-3 small muted">{heading}</p>
      <ul className="bullets">
        {posts.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={`/articles/${slug}`} dir="auto" lang={langOf(title)}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
