import { PutElsewhere } from "#components/articles/put-elsewhere";
import { shareOf } from "#lib/api/embeds";
import type { PublishedClaim } from "#lib/domain/published";
import { whereNow } from "#lib/next/where";
import { cardOfClaim } from "#lib/publish/embeds/card";
import * as words from "#lib/words";

/** This claim with its verdict, for other sites' pages. */
export function PutClaim({ claim }: { claim: PublishedClaim }) {
  const where = whereNow();
  const share = shareOf({ kind: "claim", slug: claim.slug }, cardOfClaim(claim, where), where);
  return <PutElsewhere {...share} which={words.embeds.put.which.claim} isOpen={false} />;
}
