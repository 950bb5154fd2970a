import Link from "next/link";
import { Section } from "#components/ui/section";
import type { ScaleEntry } from "#lib/domain/scale";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const say = words.scale;

/** Which version this is, who saved it, and what changed with it. */
export function ScaleLine({ entry, timeZone }: { readonly entry: ScaleEntry; readonly timeZone: string }) {
  const { number, byName, at, note, broughtBack } = entry;
  if (byName === null || at === null) return <p className="small measure mt-2">{say.first}</p>;
  return (
    <p className="small measure mt-2">
      {say.saved(number, byName, momentWords(at, timeZone))}{" "}
      {broughtBack !== null && say.broughtBack(broughtBack)} {say.note} <span dir="auto">{note}</span>
    </p>
  );
}

/** One part of the list of versions, the newest first. `newest` is the number of the one in force. */
export function ScaleVersions(props: {
  readonly entries: readonly ScaleEntry[];
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
            <Link href={`/desk/scale/${entry.number}`}>{say.version(entry.number)}</Link>
            {entry.number === newest && <span className="small muted"> · {say.inForce}</span>}
            <ScaleLine entry={entry} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      {(older !== null || !isFirst) && (
        <nav className="cluster mt-6" aria-label={say.versions.list}>
          {!isFirst && (
            <Link href="/desk/scale#versions" rel="prev">
              {words.reader.lists.newer}
            </Link>
          )}
          {older !== null && (
            <Link href={`/desk/scale?before=${older}#versions`} rel="next">
              {words.reader.lists.older}
            </Link>
          )}
        </nav>
      )}
    </Section>
  );
}
