import Link from "next/link";
import { type EvidenceRow, evidenceHref } from "#lib/domain/evidence-desk";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { dayWords } from "#lib/words/moments";

const said = words.deskEvidence;
const editor = words.claimEditor;

interface Props {
  readonly evidence: readonly EvidenceRow[];
  readonly timeZone: string;
}

/** Evidence on the desk, one piece to a row: what it is and does, the words that matter, its claim, and the copy that is kept of it. */
export function EvidenceItems({ evidence, timeZone }: Props) {
  return (
    <ul className="items mt-6">
      {evidence.map((one) => (
        <li key={one.id}>
          <div className="wrap-anywhere">
            <h2 className="item-title" dir="auto">
              {one.title}
            </h2>
            <Where one={one} />
            {one.quote && (
              <blockquote className="quote-s mt-2" dir="auto">
                {one.quote}
              </blockquote>
            )}
            <p className="small mt-2">
              {said.claim}{" "}
              <Link href={`/desk/claims/${one.claim.id}#evidence`} prefetch={false}>
                <bdi>{one.claim.wording}</bdi>
              </Link>
            </p>
            <Copy one={one} timeZone={timeZone} />
            <p className="cluster small mt-2">
              {one.site && (
                <Link className="chip" href={evidenceHref({ site: one.site })} prefetch={false}>
                  {said.ofSite(one.site)}
                </Link>
              )}
              <Link className="chip" href={evidenceHref({ claimId: one.claim.id })} prefetch={false}>
                {said.ofClaim}
                <span className="sr">: {one.claim.wording}</span>
              </Link>
            </p>
          </div>
          <Side one={one} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

/** Its address, as it is and in an archive, and who published it when. */
function Where({ one }: { one: EvidenceRow }) {
  const of = [one.publisher, one.publishedAt && shortDay(one.publishedAt), one.isFile && said.held];
  return (
    <>
      {one.url && (
        <p className="small muted" dir="ltr">
          <a href={one.url} rel="noreferrer noopener nofollow ugc">
            {one.url}
          </a>
        </p>
      )}
      <p className="meta">
        {of.filter(Boolean).join(", ")}{" "}
        {one.archivedUrl && (
          <a href={one.archivedUrl} rel="noreferrer noopener nofollow ugc">
            {editor.archived}
            <span className="sr">: {one.title}</span>
          </a>
        )}
      </p>
    </>
  );
}

/** Of words without a page or a document there is none to keep. */
function Copy({ one, timeZone }: { one: EvidenceRow; timeZone: string }) {
  const { copy, isFile, trouble } = one;
  if (one.url === null && !isFile) return null;
  const day = copy && dayWords(new Date(copy.at), timeZone);
  return (
    <p className="small m-0">
      {trouble !== null && <b>{said.trouble(trouble)} </b>}
      {day === null ? said.noCopy : isFile ? said.lookedThrough(day) : said.copy(day)}{" "}
      {copy !== null && one.quote !== null && words.evidenceSnapshots.look(copy)}{" "}
      <Link href={`/desk/claims/${one.claim.id}#evidence-${one.id}`} prefetch={false}>
        {said.toCopy}
        <span className="sr">: {one.title}</span>
      </Link>
    </p>
  );
}

function Side({ one, timeZone }: { one: EvidenceRow; timeZone: string }) {
  return (
    <p className="side">
      <b>{editor.stances[one.stance]}</b>
      <span>{one.sourceKind === null ? said.unsaid : said.kinds[one.sourceKind]}</span>
      <br />
      <span>{editor.addedBy(one.addedBy, dayWords(new Date(one.addedAt), timeZone))}</span>
    </p>
  );
}
