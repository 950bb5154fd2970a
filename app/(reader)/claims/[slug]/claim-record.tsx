import Link from "next/link";
import { History } from "#components/articles/history";
import { LabelBadge } from "#components/ui/label";
import { Section } from "#components/ui/section";
import type { PublishedClaim } from "#lib/domain/published";
import { timeZone } from "#lib/next/time-zone";
import { appearanceRows } from "#lib/publish/claim-view";
import { historyLines } from "#lib/publish/history-view";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";

const w = words.record;

/** Where the claim appeared, what happened to its record, and what was corrected. */
export function ClaimRecord({ claim }: { claim: PublishedClaim }) {
  const zone = timeZone();
  const lines = historyLines(claim.history.entries, zone);
  return (
    <>
      {claim.appearances.length === 0 ? null : (
        <Section id="appeared" title={w.claim.appeared}>
          <Appearances claim={claim} />
          <MorePlaces claim={claim} />
        </Section>
      )}
      <Section id="history" title={w.history.heading}>
        <p className="mb-3 small muted">
          {lines.length === 0 ? w.history.empty : w.history.entries(lines.length)}{" "}
          <b className="ink">{w.history.proof[claim.history.proof]}</b>
        </p>
        {lines.length === 0 ? null : <History lines={lines} marks={claim.history.entries} />}
        <p className="mt-2 small no-print">
          <a href={`/claims/${claim.slug}/evidence.zip`} download>
            {words.evidencePack.link}
          </a>{" "}
          <span className="muted">{words.evidencePack.linkNote}</span>
        </p>
      </Section>
      <Section id="corrections" title={w.about.corrections}>
        {claim.corrections.length === 0 ? (
          <p>{w.about.none}.</p>
        ) : (
          claim.corrections.map(({ at, reason }) => (
            <p key={at + reason} dir="auto">
              {w.about.correctionOf(longDay(dayOf(at, zone)), reason)}
            </p>
          ))
        )}
      </Section>
    </>
  );
}

/** The first places stand on the claim's own address; those behind them a part at a time. */
function MorePlaces({ claim: { slug, places, appearances } }: { claim: PublishedClaim }) {
  const isFirst = places.appearances[0] === appearances[0];
  if (isFirst && places.more === null) return null;
  return (
    <nav className="cluster mt-6" aria-label={w.claim.places}>
      {isFirst ? null : <Link href={`/claims/${slug}#appeared`}>{w.claim.firstPlaces}</Link>}
      {places.more === null ? null : (
        <Link href={`/claims/${slug}?after=${places.more}#appeared`} rel="next">
          {w.claim.morePlaces}
        </Link>
      )}
    </nav>
  );
}

function Appearances({ claim }: { claim: PublishedClaim }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{w.claim.appearedPlace}</th>
          <th scope="col">{w.claim.labelled}</th>
          <th scope="col">{w.claim.dated}</th>
          <th scope="col">{w.claim.firstSeenHere}</th>
        </tr>
      </thead>
      <tbody>
        {appearanceRows(claim.places, timeZone()).map((row) => (
          <tr key={row.href}>
            <th scope="row">
              <Link href={row.href}>{row.place}</Link>
            </th>
            <td data-l={w.claim.labelled}>
              <LabelBadge label={row.label} />
            </td>
            <td data-l={w.claim.dated} className="nowrap">
              {row.dated}
            </td>
            <td data-l={w.claim.firstSeenHere} className="nowrap">
              {row.firstSeen}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
