import type { ClaimPublication } from "#lib/domain/publications";
import { words } from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { isolated, langOf } from "#lib/words/lists";

type Evidence = ClaimPublication["evidence"][number];

/** Evidence of one stance: what it is, where, and the words that matter. */
export function EvidenceList({ title, evidence }: { title: string; evidence: readonly Evidence[] }) {
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
            {one.quote === null ? null : (
              <blockquote className="quote mt-2" dir="auto" lang={langOf(one.quote)}>
                {one.quote}
              </blockquote>
            )}
            {one.copyKept === undefined ? null : (
              <p className="small muted mt-2">{words.reader.record.claim.copyKept(longDay(one.copyKept))}</p>
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

function EvidenceTitle({ evidence }: { evidence: Evidence }) {
  const address = webAddress(evidence.url);
  if (address === null) return <bdi lang={langOf(evidence.title)}>{evidence.title}</bdi>;
  return (
    <a href={address} rel="ugc nofollow noopener">
      <bdi lang={langOf(evidence.title)}>{evidence.title}</bdi>
    </a>
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
