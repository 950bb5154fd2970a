import Link from "next/link";
import * as words from "#lib/words";

/**
 * The way to the neighbours of a part of a list; nothing where it has none. `of` names the list, `href` is its first part, `at` where it stands on its page. `say` names the
 * two ways, where a list has another order than that of what is newer.
 */
export function ListPages(props: {
  readonly href: string;
  readonly of: string;
  readonly older: string | null;
  readonly newer: string | null;
  readonly at?: string;
  readonly say?: { readonly newer: string; readonly older: string };
}) {
  const { href, of, older, newer, say = words.reader.lists } = props;
  const place = props.at === undefined ? "" : `#${props.at}`;
  if (older === null && newer === null) return null;
  const more = href.includes("?") ? "&" : "?";
  return (
    <nav className="cluster mt-6" aria-label={of}>
      {newer === null ? null : (
        <Link href={`${href}${more}before=${newer}${place}`} rel="prev">
          {say.newer}
        </Link>
      )}
      {older === null ? null : (
        <Link href={`${href}${more}after=${older}${place}`} rel="next">
          {say.older}
        </Link>
      )}
    </nav>
  );
}
