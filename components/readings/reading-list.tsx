import Link from "next/link";
import { Section } from "#components/ui/section";
import type { ReadingLists, ReadingRow } from "#lib/domain/reading-views";
import * as words from "#lib/words";

const said = words.readings.list;
const GROUPS = ["mine", "toRead", "toSettle", "waiting", "settled"] as const;
const MOST = 100;

/** Blind readings by what is to be done with them. */
export function ReadingList({ lists }: { lists: ReadingLists }) {
  return GROUPS.map((group) => {
    const rows = lists[group];
    return (
      <Section key={group} id={`g-${group}`} title={said.groups[group]}>
        {rows.length === 0 ? (
          <p className="muted">{said.empty[group]}</p>
        ) : (
          <ul className="items">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
        {rows.length === MOST && <p className="muted">{said.more}</p>}
      </Section>
    );
  });
}

function Row({ row }: { row: ReadingRow }) {
  return (
    <li>
      <div>
        <h3 className="item-title" dir="auto">
          <Link href={`/desk/readings/${row.id}`} prefetch={false}>
            {row.title ?? said.untitled}
          </Link>
        </h3>
        <p className="meta">
          {row.publisher !== null && <span dir="auto">{row.publisher}. </span>}
          {said.starts(row.start)}
        </p>
      </div>
      <p className="side">
        <b>{said.passesIn(row.passesIn)}</b>
      </p>
    </li>
  );
}
