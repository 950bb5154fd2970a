import Link from "next/link";
import type { LostEvidenceRow } from "#lib/domain/claim-desk";
import * as words from "#lib/words";
import { EvidenceWatch } from "./evidence-watch";

const said = words.evidenceWatch;

interface Props {
  readonly evidence: readonly LostEvidenceRow[];
  readonly timeZone: string;
}

/** Evidence whose page or quotation isn't found: what is wrong, since when, and the claim that rests on it. */
export function LostEvidence({ evidence, timeZone }: Props) {
  return (
    <ul className="stack-5 mt-5">
      {evidence.map((one) => (
        <li key={one.id} className="move wrap-anywhere">
          <h2 className="item-title" dir="auto">
            {one.title}
          </h2>
          <p className="small muted" dir="ltr">
            <a href={one.url} rel="noreferrer noopener nofollow ugc">
              {one.url}
            </a>
          </p>
          <EvidenceWatch watch={one} timeZone={timeZone} />
          <p className="small mt-3">
            {said.claim} <bdi>{one.claim.wording}</bdi> {one.isPublished && said.published}
          </p>
          <p className="mt-2">
            <Link href={`/desk/claims/${one.claim.id}#evidence`} prefetch={false}>
              {said.open}
              <span className="sr">: {one.title}</span>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
