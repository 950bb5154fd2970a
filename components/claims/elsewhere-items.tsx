import Link from "next/link";
import type { ReactNode } from "react";
import type { Elsewhere, ElsewhereWording } from "#lib/domain/elsewhere";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";

const said = words.elsewhere;

interface Props {
  readonly elsewhere: Elsewhere;
  /** What can be done about an entry; nothing where it is left out. */
  readonly act?: (wording: ElsewhereWording) => ReactNode;
}

/** What other pages say, an entry for each wording: what it is to this, why, where it stands, and the claim that it was joined to. */
export function ElsewhereItems({ elsewhere, act }: Props) {
  return (
    <>
      <ul className="stack-3">
        {elsewhere.wordings.map((wording) => (
          <li key={`${wording.relation} ${wording.text}`} className="elsewhere-item">
            <p>
              <b>{said.relation[wording.relation]}:</b> <span dir="auto">{wording.text}</span>
            </p>
            <p className="muted">{placesOf(wording)}</p>
            <ul>
              {wording.pages.map(({ versionId, title }) => (
                <li key={versionId}>
                  <Link href={`/desk/articles/${versionId}`} prefetch={false} dir="auto">
                    {title ?? words.desk.queue.untitled}
                  </Link>
                </li>
              ))}
            </ul>
            {wording.why.length > 0 && <p className="muted">{wording.why.join(" ")}</p>}
            {wording.claim && (
              <p>
                {said.joinedTo}{" "}
                <Link href={`/desk/claims/${wording.claim.id}`} prefetch={false} dir="auto">
                  {wording.claim.wording}
                </Link>
              </p>
            )}
            {act?.(wording)}
          </li>
        ))}
      </ul>
      {elsewhere.isCut && <p className="xs muted mt-2">{said.cut}</p>}
    </>
  );
}

function placesOf({ count, isCut, firstDay, lastDay }: ElsewhereWording): string {
  const pages = said.pages(count, isCut);
  if (firstDay === null || lastDay === null) return `${pages}.`;
  return `${pages}, ${said.between(longDay(firstDay), longDay(lastDay))}.`;
}
