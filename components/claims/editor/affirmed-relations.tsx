import Link from "next/link";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const said = words.claimMatches.related;

interface Props extends Pick<ClaimDesk, "related"> {
  readonly timeZone: string;
}

/** What people affirmed that statements of other pages are to the claim. */
export function AffirmedRelations({ related: { latest, isCut }, timeZone }: Props) {
  if (latest.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="c-related">
      <h2 id="c-related">{said.title}</h2>
      {isCut && <p className="small muted">{said.cut(latest.length)}</p>}
      <ul className="stack-3">
        {latest.map(({ suggestionId, relation, exact, page, byName, at, claim }) => (
          <li key={suggestionId}>
            <p className="small">
              <b>{said.relation[relation]}</b>
            </p>
            <blockquote className="quote-s" dir="auto">
              {exact}
            </blockquote>
            <p className="small cluster">
              <Link href={`/desk/articles/${page.versionId}`} dir="auto">
                {page.title ?? words.desk.queue.untitled}
              </Link>
              {claim && (
                <span>
                  {said.joinedTo}{" "}
                  <Link href={`/desk/claims/${claim.id}`} dir="auto">
                    {claim.wording}
                  </Link>
                </span>
              )}
              <span className="muted">{said.by(byName, momentWords(at, timeZone))}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
