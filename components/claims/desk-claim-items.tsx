import Link from "next/link";
import type { ClaimRow } from "#lib/domain/claim-desk";
import * as words from "#lib/words";

const said = words.deskClaims;

/** Claims on the desk, one to a row: what it says, where its review stands, the verdict that readers see, and how often it was made. */
export function DeskClaimItems({ claims }: { claims: readonly ClaimRow[] }) {
  return (
    <ul className="items mt-6">
      {claims.map(({ id, wording, state, verdict, statements, pages }) => (
        <li key={id}>
          <div>
            <h2 className="item-title wrap-anywhere" dir="auto">
              <Link href={`/desk/claims/${id}`} prefetch={false}>
                {wording}
              </Link>
            </h2>
            <p className="meta">{said.counts(statements, pages)}</p>
          </div>
          <p className="side">
            <b>{verdict ?? words.common.noVerdict}</b>
            <span>{state === null ? said.noReview : words.desk.queue.states[state]}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
