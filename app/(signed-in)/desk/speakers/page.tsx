import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SpeakerItems } from "#components/speakers/speaker-items";
import { DeskIndex } from "#components/ui/desk-index";
import { FindBar } from "#components/ui/find-bar";
import { NavLinks } from "#components/ui/nav-links";
import { findSpeakers, type SpeakersView, speakersPage } from "#lib/db/speakers/lists";
import { listedPlace, searched } from "#lib/domain/desk-lists";
import { SPEAKER_SEARCH_LENGTH } from "#lib/domain/speaker-desk";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";

const said = words.speakers.list;
const HREF = "/desk/speakers";

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Everybody whom statements are credited to: by name, or those who are called like what somebody typed. */
export default async function SpeakersPage({ searchParams }: Props) {
  await requirePage();
  const asked = await searchParams;
  const search = searched(asked.search, SPEAKER_SEARCH_LENGTH);
  const place = listedPlace(asked);
  if (place === undefined) notFound();
  const view: SpeakersView = asked.view === "unnamed" ? "unnamed" : "named";
  return (
    <>
      <DeskIndex here="/desk/speakers" />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <FindBar key={search} typed={search} label={said.search} button={said.searchButton} />
      {search === "" ? (
        <Listed view={view} page={await speakersPage(view, place)} />
      ) : (
        <Found search={search} speakers={await findSpeakers(search)} />
      )}
    </>
  );
}

function Listed({ view, page }: { view: SpeakersView; page: Awaited<ReturnType<typeof speakersPage>> }) {
  const href = view === "named" ? HREF : `${HREF}?view=unnamed`;
  const more = view === "named" ? "?" : "&";
  const { speakers, before, after } = page;
  return (
    <>
      <NavLinks
        of={said.views}
        links={[
          { href: HREF, words: said.named, isHere: view === "named" },
          { href: `${HREF}?view=unnamed`, words: said.unnamed, isHere: view === "unnamed" },
        ]}
      />
      {speakers.length === 0 ? (
        <p className="mt-6 muted">{said.none}</p>
      ) : (
        <SpeakerItems speakers={speakers} />
      )}
      {before === null && after === null ? null : (
        <nav className="cluster mt-6" aria-label={said.pages}>
          {before && (
            <Link href={`${href}${more}before=${before}`} rel="prev">
              {said.before}
            </Link>
          )}
          {after && (
            <Link href={`${href}${more}after=${after}`} rel="next">
              {said.after}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Found({ search, speakers }: { search: string; speakers: Awaited<ReturnType<typeof findSpeakers>> }) {
  return (
    <>
      <p className="mt-5" role="status" dir="auto">
        {speakers.length === 0 ? said.noneFound(search) : said.found(speakers.length)}
      </p>
      <SpeakerItems speakers={speakers} />
      <p className="mt-6">
        <Link href={HREF}>{said.all}</Link>
      </p>
    </>
  );
}
