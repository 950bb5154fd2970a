import Link from "next/link";
import { LabelBadge } from "#components/ui/label";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import { words } from "#lib/words";
import { momentWords } from "#lib/words/moments";

const said = words.desk.claim;

/** The statements that are joined to the claim, each with its page. */
export function ClaimAppearances({ desk }: { desk: ClaimDesk }) {
  return (
    <section className="sect" aria-labelledby="c-appearances">
      <h2 id="c-appearances">{said.appearances}</h2>
      {desk.appearances.length === 0 ? (
        <p className="muted">{said.noAppearances}</p>
      ) : (
        <ul className="stack-3">
          {desk.appearances.map((appearance) => (
            <li key={appearance.statementId}>
              <blockquote className="quote-s" dir="auto">
                {appearance.exact}
              </blockquote>
              <p className="small cluster">
                <LabelBadge label={appearance.label} />
                <Link href={`/desk/articles/${appearance.versionId}`} dir="auto">
                  {appearance.articleTitle ?? words.desk.queue.untitled}
                </Link>
                <span className="muted">{words.desk.queue.states[appearance.reviewState]}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function ClaimHistory({ desk, timeZone }: { desk: ClaimDesk; timeZone: string }) {
  return (
    <section className="sect" aria-labelledby="c-history">
      <h2 id="c-history">{said.history}</h2>
      <ol className="history">
        {desk.history.map((entry) => (
          <li key={entry.sequence}>
            <time dateTime={entry.at}>{momentWords(entry.at, timeZone)}</time>
            <span>
              {entry.actorName} {entry.words}
            </span>
            <span className="hash">{entry.hash.slice(0, 8)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
