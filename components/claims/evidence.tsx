import type { CalendarDate } from "#lib/domain/analysis";
import type { ClaimPublication } from "#lib/domain/publications";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { isolated, langOf } from "#lib/words/lists";

type Evidence = ClaimPublication["evidence"][number];

/** Since which day the links of evidence lead to no page, by its id. */
export type LostLinks = Readonly<Record<string, CalendarDate>>;

interface Props {
  readonly title: string;
  readonly evidence: readonly Evidence[];
  readonly lostLinks: LostLinks;
}

/** Evidence of one stance: what it is, where, and the words that matter. */
export function EvidenceList({ title, evidence, lostLinks }: Props) {
  return (
    <>
      <h3 className="mt-4">{title}</h3>
      <ul className="bullets">
        {evidence.map((one) => (
          <li key={one.id}>
            <span className="cite">
              <EvidenceTitle evidence={one} />
            </span>
            {one.publisher === null ? null : (
              <>
                {words.lists.comma}
                <bdi>{one.publisher}</bdi>
              </>
            )}
            {one.publishedAt === null ? null : `${words.lists.comma}${longDay(one.publishedAt)}`}
            {one.sourceKind === undefined
              ? null
              : `${words.lists.comma}${words.record.claim.sourceKinds[one.sourceKind]}`}
            <ArchivedCopy evidence={one} />
            <LostLink since={lostLinks[one.id]} />
            {one.document === undefined ? null : <HeldDocument document={one.document} />}
            {one.quote === null ? null : (
              <blockquote className="quote mt-2" dir="auto" lang={langOf(one.quote)}>
                {one.quote}
              </blockquote>
            )}
            {one.pdfPages === undefined ? null : (
              <p className="small muted mt-2">
                {words.record.claim.inPdf(one.pdfPages.first, one.pdfPages.last)}
              </p>
            )}
            {one.copyKept === undefined ? null : (
              <p className="small muted mt-2">{words.record.claim.copyKept(longDay(one.copyKept))}</p>
            )}
            {one.note === null ? null : (
              <p className="small muted mt-2" dir="auto">
                {one.noteSign && (
                  <b>{words.promises.note(isolated(one.noteSign.by), longDay(one.noteSign.on))} </b>
                )}
                <bdi lang={langOf(one.note)}>{one.note}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function LostLink({ since }: { since: CalendarDate | undefined }) {
  if (since === undefined) return null;
  return <p className="small muted mt-2">{words.record.claim.linkGone(longDay(since))}</p>;
}

/** What stands at no address: readers are told where it came from, and what a copy of it would be known by. */
function HeldDocument({ document }: { document: NonNullable<Evidence["document"]> }) {
  const said = words.record.claim;
  return (
    <>
      <p className="small muted mt-2">
        {said.document} {said.documentFrom} <bdi lang={langOf(document.cameFrom)}>{document.cameFrom}</bdi>
      </p>
      <p className="small muted mt-2 wrap-anywhere">
        {said.documentHash} <code dir="ltr">{document.sha256}</code>
      </p>
    </>
  );
}

function EvidenceTitle({ evidence }: { evidence: Evidence }) {
  const address = webAddress(evidence.url);
  if (address === null) return <bdi lang={langOf(evidence.title)}>{evidence.title}</bdi>;
  return (
    <a href={address} rel="ugc nofollow noopener">
      <bdi lang={langOf(evidence.title)}>{evidence.title}</bdi>
    </a>
  );
}

function ArchivedCopy({ evidence }: { evidence: Evidence }) {
  const address = webAddress(evidence.archivedUrl ?? null);
  if (address === null) return null;
  return (
    <>
      {words.lists.comma}
      <a href={address} rel="ugc nofollow noopener">
        {words.record.claim.archived}
        <span className="sr">
          : <bdi lang={langOf(evidence.title)}>{evidence.title}</bdi>
        </span>
      </a>
    </>
  );
}

/** An address that may stand in a link: http or https. Anything else is no link, whoever stored it. */
export function webAddress(url: string | null): string | null {
  if (url === null) return null;
  try {
    return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}
