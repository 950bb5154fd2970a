import Link from "next/link";
import type { TrackLink } from "#lib/publish/track-links";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";

const w = words.trackRecords.links;

/** So many are shown at once; the rest can be opened. */
const SHOWN = 4;

/** The ways from a page to the records that it belongs to; nothing where it belongs to none. */
export function TrackLinks({ links }: { readonly links: readonly TrackLink[] }) {
  if (links.length === 0) return null;
  const more = links.slice(SHOWN);
  return (
    <nav className="mt-3 small muted track-links" aria-label={w.label}>
      <Links links={links.slice(0, SHOWN)} />
      {more.length === 0 ? null : (
        <details className="mt-2">
          <summary>{w.more(more.length)}</summary>
          <Links links={more} />
        </details>
      )}
    </nav>
  );
}

function Links({ links }: { readonly links: readonly TrackLink[] }) {
  return (
    <ul className="cluster">
      {links.map(({ href, name, kind }) => (
        <li key={href}>
          <Link href={href} dir="auto">
            {w.record[kind](isolated(name))}
          </Link>
        </li>
      ))}
    </ul>
  );
}
