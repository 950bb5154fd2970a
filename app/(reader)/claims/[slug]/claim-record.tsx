import Link from "next/link";
import { History } from "#components/articles/history";
import { LabelBadge } from "#components/ui/label";
import { Section } from "#components/ui/section";
import type { PublishedClaim } from "#lib/domain/published";
import { timeZone } from "#lib/next/time-zone";
import { appearanceRows } from "#lib/publish/claim-view";
import { historyLines } from "#lib/publish/history-view";
import { words } from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";

const w = words.reader.record;

/** Where the claim appeared, what happened to its record, and what was corrected. */
export function ClaimRecord({ claim }: { claim: PublishedClaim }) {
  const zone = timeZone();
  const lines = historyLines(claim.history.entries, zone);
  return (
    <>
      {claim.appearances.length === 0 ? null : (
        <Section id="appeared" title={w.claim.appeared}>
          <Appearances claim={claim} />
        </Section>
      )}
      <Section id="history" title={w.history.heading}>
        <p className="mb-3 small muted">
          {lines.length === 0 ? w.history.empty : w.history.entries(lines.length)}{" "}
          <b className="ink">{w.history.proof[claim.history.proof]}</b>
        </p>
        {lines.length === 0 ? null : <History lines={lines} marks={claim.history.entries} />}
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
        {appearanceRows(claim, timeZone()).map((row) => (
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
