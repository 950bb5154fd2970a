import Link from "next/link";
import { MOST_TAGGED, type TopicRow } from "#lib/domain/topics";
import * as words from "#lib/words";

/** Topics, one to a row: the name, what belongs to it, and how many pages and claims have it. */
export function TopicItems({ topics }: { readonly topics: readonly TopicRow[] }) {
  return (
    <ul className="items mt-6">
      {topics.map(({ id, name, definition, pages, claims }) => (
        <li key={id}>
          <div>
            <h2 className="item-title wrap-anywhere" dir="auto">
              <Link href={`/desk/topics/${id}`} prefetch={false}>
                {name}
              </Link>
            </h2>
            {definition === null ? null : (
              <p className="meta wrap-anywhere" dir="auto">
                {definition}
              </p>
            )}
          </div>
          <p className="side">
            <b>{words.topicTags.row.counts(pages, claims, MOST_TAGGED)}</b>
          </p>
        </li>
      ))}
    </ul>
  );
}
