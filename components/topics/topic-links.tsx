import Link from "next/link";
import type { PublishedTopic } from "#lib/domain/topics-shapes";
import * as words from "#lib/words";

const w = words.topicPages;

/** What a page or a claim is about, each with the way to all that is; nothing where nobody said. In a preview nothing may be under them yet. */
export function TopicLinks(props: {
  readonly topics: readonly PublishedTopic[];
  readonly isPreview?: boolean;
}) {
  const { topics, isPreview = false } = props;
  if (topics.length === 0) return null;
  return (
    <nav className="mt-3 small facet-chips" aria-label={w.label}>
      <ul className="cluster">
        {topics.map(({ id, slug, name }) => (
          <li key={id}>
            {isPreview ? (
              <bdi className="chip">{name}</bdi>
            ) : (
              <Link className="chip" href={`/topics/${slug}`} dir="auto">
                {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
