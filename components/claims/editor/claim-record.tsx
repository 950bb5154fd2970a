import type { ClaimDesk } from "#lib/domain/claim-desk";
import { words } from "#lib/words";
import { momentWords } from "#lib/words/moments";

const said = words.desk.claim;

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
