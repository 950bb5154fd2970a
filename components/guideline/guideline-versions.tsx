import Link from "next/link";
import { Section } from "#components/ui/section";
import type { GuidelineEntry } from "#lib/domain/guideline";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const say = words.guideline;

/** Which version this is, who saved it, and what changed with it. */
export function VersionLine({ entry, timeZone }: { entry: GuidelineEntry; timeZone: string }) {
  const { number, byName, at, note, broughtBack } = entry;
  return (
    <p className="small measure mt-2">
      {say.saved(number, byName, momentWords(at, timeZone))}{" "}
      {broughtBack !== null && say.broughtBack(broughtBack)} {say.note} <span dir="auto">{note}</span>
    </p>
  );
}

/** One part of the list of versions, the newest first. `newest` is the number of the newest one there is. */
export function GuidelineVersions(props: {
  readonly entries: readonly GuidelineEntry[];
  readonly older: number | null;
  readonly newest: number;
  readonly timeZone: string;
}) {
  const { entries, older, newest, timeZone } = props;
  const isFirst = entries[0]?.number === newest;
  return (
    <Section id="versions" title={say.versions.title}>
      <ul className="stack-4 mt-3">
        {entries.map((entry) => (
          <li key={entry.number} className="measure">
            <Link href={`/desk/guideline/${entry.number}`}>{say.version(entry.number)}</Link>
            {entry.number === newest && <span className="small muted"> · {say.versions.newest}</span>}
            <VersionLine entry={entry} timeZone={timeZone} />
            {entry.number > 1 && (
              <p className="small">
                <Link href={`/desk/guideline/${entry.number}/changes`}>
                  {say.versions.changes(entry.number - 1, entry.number)}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {(older !== null || !isFirst) && (
        <nav className="cluster mt-6" aria-label={say.versions.list}>
          {!isFirst && (
            <Link href="/desk/guideline#versions" rel="prev">
              {words.reader.lists.newer}
            </Link>
          )}
          {older !== null && (
            <Link href={`/desk/guideline?before=${older}#versions`} rel="next">
              {words.reader.lists.older}
            </Link>
          )}
        </nav>
      )}
    </Section>
  );
}
