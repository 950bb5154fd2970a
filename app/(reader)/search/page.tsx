import type { Metadata } from "next";
import { FollowList } from "#components/articles/follow-list";
import { SearchBar } from "#components/articles/search-bar";
import { NamesFound, SearchChips, SearchFacets, SearchKinds } from "#components/articles/search-facets";
import { NothingFound, SearchResults } from "#components/articles/search-results";
import { Unverified } from "#components/articles/unverified";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { scaleOfReaders } from "#lib/db/readers/scale";
import { searchPublished } from "#lib/db/readers/search";
import { searchCounts } from "#lib/db/readers/search-counts";
import {
  askedOf,
  type SearchAsked,
  type SearchFilter,
  type SearchPlace,
  searchFilter,
  searchPlace,
} from "#lib/domain/search-filter";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { searchTitle } from "#lib/publish/search-facets";
import { searchHref, searchQuery } from "#lib/publish/search-view";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";

const w = words.find.search;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What an address asks for; the words as they can be shown and typed again. */
function readSearch(given: Record<string, string | string[] | undefined>) {
  const { filter, wrong } = searchFilter(given);
  const asked = askedOf(filter);
  return { filter: { ...filter, q: asked?.question?.typed ?? "" }, typed: filter.q, wrong, asked };
}

/** No list of answers is for other people's search engines. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { filter, asked } = readSearch(await searchParams);
  const robots = { index: false, follow: true };
  if (asked === null) return { title: `${w.title}.`, robots };
  const alternates = feedLinks("search", publicOrigin().origin, searchQuery(filter));
  return { title: `${w.titleFor(searchTitle(filter, await scaleOfReaders()))}.`, robots, alternates };
}

export default async function SearchPage({ searchParams }: Props) {
  const given = await searchParams;
  const { filter, typed, wrong, asked } = readSearch(given);
  const place = searchPlace(given, filter.kind);
  if (place === undefined || wrong.includes("in")) return <NotHere />;
  return (
    <>
      <h1 className="answer">
        {asked === null
          ? w.title
          : filter.q === ""
            ? words.searchFacets.narrowed
            : w.results(isolated(filter.q))}
      </h1>
      {asked === null ? <p className="lede">{w.lede}</p> : null}
      {wrong.length === 0 ? null : (
        <p className="error mt-3" role="alert">
          {words.searchFacets.broken(
            wrong.map((name) => (name === "in" ? w.where : words.searchFacets.names[name])),
          )}
        </p>
      )}
      <SearchBar filter={filter} hint={w.hint} />
      {asked !== null ? (
        <Found asked={asked} filter={filter} place={place} />
      ) : typed.trim() === "" ? null : (
        <p className="mt-6 measure">{w.nothingAsked}</p>
      )}
    </>
  );
}

async function Found(props: {
  readonly asked: SearchAsked;
  readonly filter: SearchFilter;
  readonly place: SearchPlace | null;
}) {
  const { asked, filter, place } = props;
  const [found, counts, scale] = await Promise.all([
    searchPublished(asked, place),
    searchCounts(asked),
    scaleOfReaders(),
  ]);
  const isProven = found.isProven && counts.isProven;
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <SearchKinds filter={filter} counts={counts} />
      <SearchChips filter={filter} scale={scale} />
      {asked.question?.isCut ? <p className="mt-3 small measure">{w.cut}</p> : null}
      {found.respelt.map((one) => (
        <p key={one.typed} className="mt-3 measure">
          {one.read.length === 0
            ? w.unknown(isolated(one.typed))
            : w.respelt(isolated(one.typed), one.read.map(isolated))}
        </p>
      ))}
      {found.results.length === 0 ? (
        place === null ? (
          <NothingFound question={asked.question} filter={filter} scale={scale} alone={found.alone} />
        ) : (
          <p className="mt-6">{words.searchFacets.beyond}</p>
        )
      ) : (
        <div className="search-columns">
          <div>
            <p className="to-facets small">
              <a href="#narrow">{words.searchFacets.toNarrow}</a>
            </p>
            <NamesFound filter={filter} counts={counts} />
            <SearchResults found={found} facets={asked.facets} timeZone={timeZone()} />
            <ListPages href={searchHref(filter)} of={w.listName} older={found.older} newer={found.newer} />
          </div>
          <SearchFacets filter={filter} counts={counts} scale={scale} />
        </div>
      )}
      <FollowList name="search" query={searchQuery(filter)} />
    </>
  );
}
