import Link from "next/link";
import { LabelBadge } from "#components/ui/label";
import type { SaidAgain } from "#lib/domain/track-records";
import type { TrackedStatement } from "#lib/publish/track-list";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

const w = words.trackRecords.list;

/** What stands behind a number of a record: its heading, and the ways back. */
export function TrackListHead(props: {
  readonly title: string;
  readonly back: string;
  readonly name: string;
}) {
  return (
    <>
      <p className="kicker" dir="auto">
        <Link href={props.back}>{w.back(props.name)}</Link>
      </p>
      <h1 className="answer" dir="auto">
        {props.title}
      </h1>
    </>
  );
}

export function TrackedStatements({ statements }: { readonly statements: readonly TrackedStatement[] }) {
  if (statements.length === 0) return <p className="mt-6">{w.empty}</p>;
  return (
    <ul className="items mt-6">
      {statements.map((one) => (
        <li key={one.href}>
          <div>
            <h2 className="item-title">
              <Link href={one.href} dir="auto" lang={one.language ?? undefined}>
                {one.words}
              </Link>
            </h2>
            <p className="meta">
              {one.where === "" ? null : (
                <>
                  <bdi>{one.where}</bdi>.{" "}
                </>
              )}
              {w.onPage} <bdi lang={one.language ?? undefined}>{one.title}</bdi>
            </p>
          </div>
          <div className="side">
            <LabelBadge label={one.label} />
            {one.credited === null ? null : <p dir="auto">{one.credited}</p>}
            {one.promise === null ? null : <p>{one.promise}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function SaidAgainItems({ claims }: { readonly claims: readonly SaidAgain[] }) {
  if (claims.length === 0) return <p className="mt-6">{w.empty}</p>;
  return (
    <ul className="items mt-6">
      {claims.map(({ slug, wording, times }) => (
        <li key={slug}>
          <h2 className="item-title">
            <Link href={`/claims/${slug}`} dir="auto" lang={langOf(wording)}>
              {wording}
            </Link>
          </h2>
          <p className="side">{w.times(times)}</p>
        </li>
      ))}
    </ul>
  );
}

/** The way on in a list, and back to its beginning. `href` is its first part. */
export function TrackListPages(props: {
  readonly href: string;
  readonly isFirst: boolean;
  readonly more: string | null;
}) {
  const { href, isFirst, more } = props;
  if (isFirst && more === null) return null;
  return (
    <nav className="cluster mt-6" aria-label={w.name}>
      {isFirst ? null : <Link href={href}>{w.first}</Link>}
      {more === null ? null : (
        <Link href={`${href}${href.includes("?") ? "&" : "?"}after=${more}`} rel="next">
          {words.reader.lists.older}
        </Link>
      )}
    </nav>
  );
}
