import Link from "next/link";
import { Section } from "#components/ui/section";
import type { JoinedLink, PublishedClaim } from "#lib/domain/published";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

const w = words.joinedClaims;

/** At the head of a claim that was joined with another: where the record goes on. */
export function JoinedAway({ into }: { into: JoinedLink | null }) {
  if (into === null) return null;
  return (
    <div className="note mt-4">
      <p>
        {w.away}{" "}
        <Link href={`/claims/${into.slug}`} dir="auto" lang={langOf(into.wording)}>
          {into.wording}
        </Link>
      </p>
      <p className="mt-2 small">{w.awayNote}</p>
    </div>
  );
}

/** The claims that a published one was joined with, at their own addresses. */
export function JoinedWith({ claim: { own } }: { claim: Pick<PublishedClaim, "own"> }) {
  const joined = own?.content.joined ?? [];
  if (joined.length === 0) return null;
  return (
    <Section id="joined" title={w.heading}>
      <p>{w.lede}</p>
      <ul className="bullets">
        {joined.map(({ slug, wording }) => (
          <li key={slug} dir="auto" lang={langOf(wording)}>
            <Link href={`/claims/${slug}`}>{wording}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
