import Link from "next/link";
import { DueList } from "#components/promises/due-list";
import { Section } from "#components/ui/section";
import type { DuePromise } from "#lib/domain/promise-desk";
import type { ReadingRow } from "#lib/domain/reading-views";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const { toSettle, due } = words.notices;

interface Props {
  /** Blind readings that somebody has to settle; null for whoever may not. */
  readonly readings: readonly ReadingRow[] | null;
  readonly promises: readonly DuePromise[];
  readonly today: string;
  readonly timeZone: string;
}

/** What waits for whoever comes first: read from the work itself, so that it is gone from here once it is done. */
export function WaitingList({ readings, promises, today, timeZone }: Props) {
  return (
    <>
      {readings !== null && (
        <Section id="to-settle" title={toSettle.title}>
          <p className="small muted">{readings.length === 0 ? toSettle.none : toSettle.lede}</p>
          <ul className="items mt-3">
            {readings.map(({ id, title, publisher, at }) => (
              <li key={id}>
                <div>
                  <h3 className="item-title" dir="auto">
                    <Link href={`/desk/readings/${id}`} prefetch={false}>
                      {title ?? words.desk.queue.untitled}
                    </Link>
                  </h3>
                  <p className="meta">
                    {publisher !== null && <bdi>{publisher}. </bdi>}
                    <time dateTime={at}>{momentWords(at, timeZone)}</time>
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p className="mt-3">
            <Link href="/desk/readings">{toSettle.all}</Link>
          </p>
        </Section>
      )}
      <Section id="due" title={due.title}>
        {promises.length === 0 ? (
          <p className="small muted">{due.none}</p>
        ) : (
          <DueList promises={promises} today={today} />
        )}
        <p className="mt-3">
          <Link href="/desk/promises">{due.all}</Link>
        </p>
      </Section>
    </>
  );
}
