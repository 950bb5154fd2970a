import Link from "next/link";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import * as words from "#lib/words";

const said = words.matches;
const seenWords = words.claimMatches.seen;

/** What the machine matched with the claim and nobody decided on, each wording once however often it is repeated. */
export function SeenElsewhere({ seen }: Pick<ClaimDesk, "seen">) {
  return (
    <section className="sect" aria-labelledby="c-seen">
      <h2 id="c-seen">{seenWords.title}</h2>
      {seen.wordings.length === 0 ? (
        <p className="muted">{seenWords.none}</p>
      ) : (
        <>
          <p className="small muted">{seenWords.count(seen.count, seen.isCut)}</p>
          <ul className="stack-3">
            {seen.wordings.map((one) => (
              <li key={`${one.relation} ${one.isSure} ${one.exact}`}>
                <blockquote className="quote-s" dir="auto">
                  {one.exact}
                </blockquote>
                <p className="small cluster">
                  <b>{one.isSure ? said.heading.sure : said.heading[one.relation ?? "SIMILAR"]}</b>
                  <span className="muted">{seenWords.times(one.count)}</span>
                  {one.pages.map(({ versionId, title }) => (
                    <Link key={versionId} href={`/desk/articles/${versionId}`} dir="auto">
                      {title ?? words.desk.queue.untitled}
                    </Link>
                  ))}
                  {one.count > one.pages.length && (
                    <span className="muted">{seenWords.more(one.count - one.pages.length)}</span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
