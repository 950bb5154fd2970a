import Link from "next/link";
import type { GivenVersion, SavedVersion } from "#lib/domain/saved-versions";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { Section } from "./section";

/** What is saved in versions: where they stand, and what is said of them. */
export interface VersionWords {
  readonly version: (number: number) => string;
  readonly saved: (number: number, name: string, moment: string) => string;
  readonly note: string;
  readonly broughtBack: (number: number) => string;
  /** Of one that nobody saved; left out where there is none. */
  readonly given?: string;
  readonly versions: {
    readonly title: string;
    readonly list: string;
    readonly newest: string;
    /** Said of a link to what changed; left out where no page shows that. */
    readonly changes?: (older: number, newer: number) => string;
  };
}

interface LineProps {
  readonly entry: SavedVersion | GivenVersion;
  readonly timeZone: string;
  readonly say: VersionWords;
}

/** Which version this is, who saved it, and what changed with it. */
export function VersionLine({ entry, timeZone, say }: LineProps) {
  if (entry.byName === null) return <p className="small measure mt-2">{say.given}</p>;
  const { number, byName, at, note, broughtBack } = entry;
  return (
    <p className="small measure mt-2">
      {say.saved(number, byName, momentWords(at, timeZone))}{" "}
      {broughtBack !== null && say.broughtBack(broughtBack)} {say.note} <span dir="auto">{note}</span>
    </p>
  );
}

interface Props extends Omit<LineProps, "entry"> {
  readonly entries: readonly (SavedVersion | GivenVersion)[];
  readonly older: number | null;
  /** The number of the newest one there is. */
  readonly newest: number;
  /** The path of the newest; those of the others begin with it. */
  readonly at: string;
}

/** One part of the list of versions, the newest first. */
export function SavedVersions({ entries, older, newest, at, timeZone, say }: Props) {
  const isFirst = entries[0]?.number === newest;
  const { title, list, newest: isNewest, changes } = say.versions;
  return (
    <Section id="versions" title={title}>
      <ul className="stack-4 mt-3">
        {entries.map((entry) => (
          <li key={entry.number} className="measure">
            <Link href={`${at}/${entry.number}`}>{say.version(entry.number)}</Link>
            {entry.number === newest && <span className="small muted"> · {isNewest}</span>}
            <VersionLine entry={entry} timeZone={timeZone} say={say} />
            {changes && entry.number > 1 && (
              <p className="small">
                <Link href={`${at}/${entry.number}/changes`}>{changes(entry.number - 1, entry.number)}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {(older !== null || !isFirst) && (
        <nav className="cluster mt-6" aria-label={list}>
          {!isFirst && (
            <Link href={`${at}#versions`} rel="prev">
              {words.reader.lists.newer}
            </Link>
          )}
          {older !== null && (
            <Link href={`${at}?before=${older}#versions`} rel="next">
              {words.reader.lists.older}
            </Link>
          )}
        </nav>
      )}
    </Section>
  );
}
