import { PageLinks } from "#components/articles/page-links";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import { MOST_MOVED } from "#lib/domain/claim-merging";
import * as words from "#lib/words";

const said = words.claimMerging;

/** What goes along with a claim, and what stays behind. */
export function MovesOfClaim({ claim }: { claim: ClaimDesk }) {
  const { statements, pages, evidence, searches, waiting, published, publishedCount } = claim.moves;
  const more = publishedCount - published.length;
  return (
    <>
      <h3 className="mt-4">{said.moves}</h3>
      <ul className="bullets">
        <li>{said.counts(statements, pages, MOST_MOVED)}</li>
        {evidence > 0 && <li>{said.evidence(evidence)}</li>}
        {searches > 0 && <li>{said.searches(searches)}</li>}
        {claim.merged.length > 0 && <li>{said.claims(claim.merged.length)}</li>}
        {waiting > 0 && <li>{said.waiting(waiting)}</li>}
      </ul>
      <h3 className="mt-4">{said.stays}</h3>
      <ul className="bullets">
        {claim.publication && claim.verdict && <li>{said.verdictStays(claim.verdict.name)}</li>}
        {claim.review?.state === "DRAFT" && <li>{said.draftStays}</li>}
        {publishedCount > 0 && (
          <li>
            {said.published(publishedCount)}
            <PageLinks pages={published} />
            {more > 0 && said.publishedMore(more)}
          </li>
        )}
        <li>{said.readers}</li>
      </ul>
    </>
  );
}
