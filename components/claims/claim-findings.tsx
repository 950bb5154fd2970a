import { Section } from "#components/ui/section";
import type { ClaimPublication } from "#lib/domain/publications";
import type { PublishedClaim } from "#lib/domain/published";
import { evidenceOf } from "#lib/publish/claim-view";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { langOf } from "#lib/words/lists";
import { EvidenceList, type LostLinks } from "./evidence";

const w = words.record.claim;

interface Props {
  readonly claim: Pick<PublishedClaim, "own">;
  /** Evidence whose link leads to no page now, by id, and since which day. */
  readonly lostLinks?: LostLinks;
}

/** What was found, what was looked for in vain, and what isn't known. Only of a published verdict. */
export function ClaimFindings({ claim, lostLinks = {} }: Props) {
  if (claim.own === null) return null;
  const { searches, claim: worded } = claim.own.content;
  return (
    <>
      {searches.length === 0 ? null : (
        <Section id="looked" title={w.looked}>
          <Searches searches={searches} />
        </Section>
      )}
      <Section id="evidence" title={w.evidence}>
        <Evidence claim={claim} lostLinks={lostLinks} />
      </Section>
      {worded.unknowns.length === 0 ? null : (
        <Section id="unknown" title={w.unknown}>
          <ul className="bullets">
            {worded.unknowns.map((unknown) => (
              <li key={unknown} dir="auto" lang={langOf(unknown)}>
                {unknown}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Evidence({ claim, lostLinks }: Required<Props>) {
  const found = { for: evidenceOf(claim, "SUPPORTS"), against: evidenceOf(claim, "REFUTES") };
  const context = evidenceOf(claim, "CONTEXT");
  const none = [found.for.length === 0 ? w.noneFor : null, found.against.length === 0 ? w.noneAgainst : null]
    .filter((sentence) => sentence !== null)
    .join(" ");
  return (
    <>
      {found.for.length === 0 ? null : (
        <EvidenceList title={w.evidenceFor} evidence={found.for} lostLinks={lostLinks} />
      )}
      {found.against.length === 0 ? null : (
        <EvidenceList title={w.evidenceAgainst} evidence={found.against} lostLinks={lostLinks} />
      )}
      {context.length === 0 ? null : (
        <EvidenceList title={w.evidenceContext} evidence={context} lostLinks={lostLinks} />
      )}
      {none === "" ? null : <p className="mt-3 small muted">{none}</p>}
    </>
  );
}

function Searches({ searches }: { searches: ClaimPublication["searches"] }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{w.lookedFor}</th>
          <th scope="col">{w.place}</th>
          <th scope="col">{w.day}</th>
          <th scope="col">{w.result}</th>
        </tr>
      </thead>
      <tbody>
        {searches.map(({ lookedFor, place, searchedAt }) => (
          <tr key={lookedFor + place + searchedAt}>
            <th scope="row" dir="auto" lang={langOf(lookedFor)}>
              {lookedFor}
            </th>
            <td data-l={w.place}>
              <bdi>{place}</bdi>
            </td>
            <td data-l={w.day} className="nowrap">
              {shortDay(searchedAt)}
            </td>
            <td data-l={w.result}>{w.nothingFound}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
