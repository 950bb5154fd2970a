import Link from "next/link";
import { TableHead } from "#components/ui/table-head";
import { FIRST_ITEMS } from "#lib/domain/bounds";
import type { FeedItemView, FeedPage } from "#lib/domain/feeds";
import { isOnItsWay } from "#lib/domain/import-states";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const feedWords = words.feeds;

const say = feedWords.one;

/** What a feed brought, the latest first, and what became of each. */
export function FeedItems({ feed, timeZone }: { feed: FeedPage; timeZone: string }) {
  const { items, counts } = feed;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <section className="sect" aria-labelledby="items">
      <h2 id="items">{say.items}</h2>
      {items.length === 0 && <p className="muted">{say.noItems}</p>}
      {counts.OLDER > 0 && <p className="small">{say.olderLeft(counts.OLDER, FIRST_ITEMS)}</p>}
      {counts.WAITING > 0 && <p className="small">{say.waiting(counts.WAITING)}</p>}
      {items.length > 0 && (
        <table className="cards">
          <caption className="sr">{say.items}</caption>
          <TableHead columns={say.itemColumns} />
          <tbody>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
      {all > items.length && <p className="small muted">{say.shown(items.length)}</p>}
    </section>
  );
}

function ItemRow({ item, timeZone }: { item: FeedItemView; timeZone: string }) {
  const { title, address, state, changedAt, firstSeenAt } = item;
  const changed = state === "OLDER" || address === null ? say.changedOnly : say.changed;
  return (
    <tr>
      <th scope="row">
        <bdi className="wrap-words">{title ?? say.untitled}</bdi>
        {address !== null && (
          <span className="block regular xs muted wrap-anywhere">
            <bdi>{address}</bdi>
          </span>
        )}
      </th>
      <td data-l={say.itemColumns.came}>
        <bdi>{momentWords(firstSeenAt, timeZone)}</bdi>
        {changedAt !== null && <span className="block xs">{changed(momentWords(changedAt, timeZone))}</span>}
      </td>
      <td data-l={say.itemColumns.became}>
        <Became item={item} />
      </td>
    </tr>
  );
}

function Became({ item }: { item: FeedItemView }) {
  const { refusal, versionId, importId, title, address } = item;
  const of = <span className="sr">{feedWords.choose.of(title ?? address ?? say.untitled)}</span>;
  return (
    <>
      <span>{stateWords(item)}</span>
      {refusal !== null && <span className="block xs">{refusal}</span>}
      {versionId !== null ? (
        <Link className="block small" href={`/desk/articles/${versionId}`}>
          {say.open}
          {of}
        </Link>
      ) : (
        importId !== null && (
          <Link className="block small" href={`/desk/import/${importId}`}>
            {say.seeImport}
            {of}
          </Link>
        )
      )}
    </>
  );
}

/** An import is taken in once it is read. */
function stateWords({ state, importState }: FeedItemView): string {
  if (importState === "REFUSED") return say.refused;
  if (importState === "CANCELLED") return say.cancelled;
  const comes = importState !== null && isOnItsWay(importState);
  return state === "IMPORTED" && comes ? say.onItsWay : feedWords.itemStates[state];
}
