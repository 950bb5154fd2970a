import Link from "next/link";
import type { PostLink } from "#lib/domain/articles";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";

const said = words.posts;

interface Props {
  readonly posts: readonly PostLink[];
  /** The version on the screen, where it is one of them. */
  readonly here?: string;
}

/** The articles of one page: a link to each, with its own day. */
export function PostLinks({ posts, here }: Props) {
  return (
    <ul className="post-links" aria-label={said.list}>
      {posts.map(({ versionId, title, day }) => (
        <li key={versionId}>
          <Link
            href={`/desk/articles/${versionId}`}
            aria-current={versionId === here ? "page" : undefined}
            className="wrap-anywhere"
          >
            <bdi>{title ?? words.desk.queue.untitled}</bdi>
          </Link>
          <span className="muted">
            {day !== null && <> {longDay(day)}</>}
            {versionId === here && <> ({said.here})</>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Which of its page's posts an article is, and the way to the others; nothing where it is the only one. */
export function PostsBeside({ posts, here }: Required<Props>) {
  if (posts.length < 2) return null;
  return (
    <details className="xs page-facts">
      <summary>{said.oneOf(posts.length)}</summary>
      <PostLinks posts={posts} here={here} />
    </details>
  );
}
