import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PublisherItems } from "#components/publishers/publisher-items";
import { DeskIndex } from "#components/ui/desk-index";
import { FindBar } from "#components/ui/find-bar";
import { findPublishers, publishersPage } from "#lib/db/publishers/desk";
import { listedPlace, searched } from "#lib/domain/desk-lists";
import { PUBLISHER_SEARCH_LENGTH, type PublisherRow, type PublishersPage } from "#lib/domain/publishers";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";

const said = words.publishers;
const HREF = "/desk/publishers";

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who published the pages that we hold: by name, or those who are called like what somebody typed. */
export default async function DeskPublishersPage({ searchParams }: Props) {
  await requirePage();
  const asked = await searchParams;
  const search = searched(asked.search, PUBLISHER_SEARCH_LENGTH);
  const place = listedPlace(asked);
  if (place === undefined) notFound();
  return (
    <>
      <DeskIndex here="/desk/publishers" />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <FindBar key={search} typed={search} label={said.search} button={said.searchButton} />
      {search === "" ? (
        <Listed page={await publishersPage(place)} />
      ) : (
        <Found search={search} publishers={await findPublishers(search)} />
      )}
    </>
  );
}

function Listed({ page: { publishers, before, after } }: { page: PublishersPage }) {
  return (
    <>
      {publishers.length === 0 ? (
        <p className="mt-6 muted">{said.none}</p>
      ) : (
        <PublisherItems publishers={publishers} />
      )}
      {before === null && after === null ? null : (
        <nav className="cluster mt-6" aria-label={said.pages}>
          {before && (
            <Link href={`${HREF}?before=${before}`} rel="prev">
              {said.before}
            </Link>
          )}
          {after && (
            <Link href={`${HREF}?after=${after}`} rel="next">
              {said.after}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Found({ search, publishers }: { search: string; publishers: readonly PublisherRow[] }) {
  return (
    <>
      <p className="mt-5" role="status" dir="auto">
        {publishers.length === 0 ? said.noneFound(search) : said.found(publishers.length)}
      </p>
      <PublisherItems publishers={publishers} />
      <p className="mt-6">
        <Link href={HREF}>{said.all}</Link>
      </p>
    </>
  );
}
