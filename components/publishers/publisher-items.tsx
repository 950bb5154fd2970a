import Link from "next/link";
import { MOST_PAGES_COUNTED, type PublisherRow } from "#lib/domain/publishers";
import * as words from "#lib/words";

const said = words.publishers;

/** Publishers, one to a row: the name, which kind it is, and how many pages came from it. */
export function PublisherItems({ publishers }: { publishers: readonly PublisherRow[] }) {
  return (
    <ul className="items mt-6">
      {publishers.map(({ id, name, kind, pages }) => (
        <li key={id}>
          <div>
            <h2 className="item-title wrap-anywhere" dir="auto">
              <Link href={`/desk/publishers/${id}`} prefetch={false}>
                {name}
              </Link>
            </h2>
            <p className="meta">{kind === null ? said.noKind : words.publisherKinds[kind]}</p>
          </div>
          <p className="side">
            <b>{said.counts(pages, MOST_PAGES_COUNTED)}</b>
          </p>
        </li>
      ))}
    </ul>
  );
}
