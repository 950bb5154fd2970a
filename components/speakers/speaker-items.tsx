import Link from "next/link";
import { MOST_COUNTED, type SpeakerRow } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";

const said = words.speaker.row;

/** Speakers, one to a row: the name, the role, how much is credited to them, and where they were last. */
export function SpeakerItems({ speakers }: { speakers: readonly SpeakerRow[] }) {
  return (
    <ul className="items mt-6">
      {speakers.map(({ id, name, kind, role, statements, pages, lastPage }) => (
        <li key={id}>
          <div>
            <h2 className="item-title wrap-anywhere" dir="auto">
              <Link href={`/desk/speakers/${id}`} prefetch={false}>
                {name}
              </Link>
            </h2>
            <p className="meta wrap-anywhere">
              {words.desk.speakerKinds[kind]}, <bdi>{role ?? said.noRole}</bdi>
            </p>
          </div>
          <p className="side wrap-anywhere">
            <b>{said.counts(statements, pages, MOST_COUNTED)}</b>
            {lastPage === null ? null : <span dir="auto">{said.lastOn(lastPage)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
