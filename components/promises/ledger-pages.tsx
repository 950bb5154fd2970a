import Link from "next/link";
import type { LedgerFilter } from "#lib/domain/promise-ledger";
import { ledgerHref } from "#lib/publish/promise-list";
import { words } from "#lib/words";

const w = words.promiseLedger;

/** The way to the neighbours of a part of the ledger; nothing where it has none. Its order is that of days, not of what is newer. */
export function LedgerPages(props: {
  readonly filter: LedgerFilter;
  readonly previous: string | null;
  readonly next: string | null;
}) {
  const { filter, previous, next } = props;
  if (previous === null && next === null) return null;
  const href = ledgerHref(filter);
  const more = href.includes("?") ? "&" : "?";
  return (
    <nav className="cluster mt-6" aria-label={w.list}>
      {previous === null ? null : (
        <Link href={`${href}${more}before=${previous}`} rel="prev">
          {w.previous}
        </Link>
      )}
      {next === null ? null : (
        <Link href={`${href}${more}after=${next}`} rel="next">
          {w.next}
        </Link>
      )}
    </nav>
  );
}
