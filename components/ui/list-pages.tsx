import Link from "next/link";
import { words } from "#lib/words";

const w = words.reader.lists;

/** The way to the neighbours of a part of a list; nothing where it has none. `of` names the list, `href` is its first part. */
export function ListPages(props: {
  readonly href: string;
  readonly of: string;
  readonly older: string | null;
  readonly newer: string | null;
}) {
  const { href, of, older, newer } = props;
  if (older === null && newer === null) return null;
  const more = href.includes("?") ? "&" : "?";
  return (
    <nav className="cluster mt-6" aria-label={of}>
      {newer === null ? null : (
        <Link href={`${href}${more}before=${newer}`} rel="prev">
          {w.newer}
        </Link>
      )}
      {older === null ? null : (
        <Link href={`${href}${more}after=${older}`} rel="next">
          {w.older}
        </Link>
      )}
    </nav>
  );
}
