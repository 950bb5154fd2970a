import Link from "next/link";
import { FindBar } from "#components/ui/find-bar";
import { Section } from "#components/ui/section";
import type { ClaimDesk, ClaimRow } from "#lib/domain/claim-desk";
import * as words from "#lib/words";
import { firstWords, isolated } from "#lib/words/lists";
import { momentWords } from "#lib/words/moments";

const said = words.claimMerging;
const NAMED = 60;

interface Props {
  readonly desk: ClaimDesk;
  readonly search: string;
  /** Claims that are like what was looked for; null where nothing was. */
  readonly found: readonly ClaimRow[] | null;
  readonly mayJoin: boolean;
  readonly timeZone: string;
}

/** The claims that were joined with this one, each with the way to part it again, and the way to one more. */
export function JoinedClaims({ desk, search, found, mayJoin, timeZone }: Props) {
  const here = `/desk/claims/${desk.claim.id}`;
  return (
    <Section id="j-joined" title={said.joined}>
      {desk.merged.length === 0 ? (
        <p className="muted">{said.noneJoined}</p>
      ) : (
        <ul className="stack-3">
          {desk.merged.map(({ id, wording, by, at }) => (
            <li key={id} className="wrap-anywhere">
              <Link href={`/desk/claims/${id}`} dir="auto" prefetch={false}>
                {wording}
              </Link>{" "}
              <span className="small muted">{said.joinedBy(by, momentWords(at, timeZone))}</span>{" "}
              {mayJoin && (
                <Link
                  href={`${here}?part=${id}`}
                  aria-label={said.partOf(firstWords(wording, NAMED))}
                  prefetch={false}
                >
                  {said.part}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayJoin && desk.mergedInto === null && (
        <>
          <h3 className="mt-4">{said.heading}</h3>
          <p>{said.lede}</p>
          <div className="measure mt-3">
            <FindBar typed={search} label={said.find} button={said.findButton} at={`${here}#j-joined`} />
          </div>
          {found && <Found here={here} search={search} found={found} />}
        </>
      )}
    </Section>
  );
}

function Found({ here, search, found }: { here: string; search: string; found: readonly ClaimRow[] }) {
  if (found.length === 0)
    return (
      <p className="mt-3" role="status">
        {said.noneFound(isolated(search))}
      </p>
    );
  return (
    <>
      <p className="mt-4" role="status">
        {said.found(found.length)}
      </p>
      <ul className="stack-2 mt-3">
        {found.map(({ id, wording, statements, pages }) => (
          <li key={id} className="wrap-anywhere">
            <span dir="auto">{wording}</span>{" "}
            <span className="small muted">{words.deskClaims.counts(statements, pages)}</span>{" "}
            <Link
              href={`${here}?with=${id}`}
              aria-label={said.lookWith(firstWords(wording, NAMED))}
              prefetch={false}
            >
              {said.look}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
