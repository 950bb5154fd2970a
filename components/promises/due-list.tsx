import Link from "next/link";
import type { DuePromise } from "#lib/domain/promise-desk";
import { promiseLine } from "#lib/publish/due";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";

const said = words.deskPromises;
const QUOTED = 200;

/** Promises, one to a row: what was said, where, since when it is due, and what to do next. */
export function DueList({ promises, today }: { promises: readonly DuePromise[]; today: string }) {
  return (
    <ul className="items mt-6">
      {promises.map(({ statementId, exact, prediction, title, reviewer }) => (
        <li key={statementId}>
          <div>
            <h3 className="item-title" dir="auto">
              “{firstWords(exact, QUOTED)}”
            </h3>
            <p className="meta">
              <span dir="auto">{said.onPage(title)}</span>
              {reviewer === null ? null : <> {said.inReview(reviewer)}</>}
            </p>
          </div>
          <p className="side">
            <b>{promiseLine(prediction, today)}</b>
            <Link
              href={`/desk/promises/${statementId}`}
              prefetch={false}
              aria-label={said.recordOf(firstWords(exact, 60))}
            >
              {said.record}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
