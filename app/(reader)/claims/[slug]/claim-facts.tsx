import Link from "next/link";
import { LabelBadge } from "#components/ui/label";
import type { PublishedClaim } from "#lib/domain/published";
import { timeZone } from "#lib/next/time-zone";
import { claimFacts } from "#lib/publish/claim-view";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";

const w = words.record.claim;

/** Who, where, when and by what source. Nothing where no published page makes the claim. */
export function ClaimFacts({ claim }: { claim: PublishedClaim }) {
  const facts = claimFacts(claim, timeZone());
  if (facts === null) return null;
  return (
    <dl className="facts facts--row">
      <div>
        <dt>{w.who}</dt>
        <dd>{facts.who}</dd>
      </div>
      <div>
        <dt>{w.where}</dt>
        <dd>
          <Link href={facts.where.href}>{facts.where.name}</Link>
          {facts.where.rest}
          {facts.where.record === null ? null : (
            <div className="small track-links">
              <Link href={facts.where.record.href} dir="auto">
                {words.trackRecords.links.record.PUBLISHER(isolated(facts.where.record.name))}
              </Link>
            </div>
          )}
        </dd>
      </div>
      <div>
        <dt>{w.when}</dt>
        <dd>{facts.when}</dd>
      </div>
      <div>
        <dt>{w.source}</dt>
        <dd>
          <LabelBadge label={facts.label} text={facts.source} />. {facts.sounds}
        </dd>
      </div>
    </dl>
  );
}
