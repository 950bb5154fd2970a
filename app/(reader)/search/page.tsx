import type { Metadata } from "next";
import { FollowList } from "#components/articles/follow-list";
import { SearchBar } from "#components/articles/search-bar";
import { NothingFound, SearchResults } from "#components/articles/search-results";
import { Unverified } from "#components/articles/unverified";
import { ListPages } from "#components/ui/list-pages";
import { NavLinks } from "#components/ui/nav-links";
import { NotHere } from "#components/ui/not-here";
import { searchPublished } from "#lib/db/readers/search";
import { listPlace } from "#lib/domain/cursors";
import { type Question, questionOf, SearchKind } from "#lib/domain/search";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { searchHref, searchQuery } from "#lib/publish/search-view";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import { words } from "#lib/words";
import { isolated } from "#lib/words/lists";

const w = words.reader.find.search;

type Asked = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Asked> };

/** What was typed; of several the first. */
const typedIn = ({ q }: Asked): string => (Array.isArray(q) ? q[0] : q) ?? "";

/** No list of answers is for other people's search engines. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await searchParams;
  const question = questionOf(typedIn(asked));
  const robots = { index: false, follow: true };
  if (question === null) return { title: `${w.title}.`, robots };
  const query = searchQuery({ typed: question.typed, kind: SearchKind.safeParse(asked.in).data ?? null });
  const alternates = feedLinks("search", publicOrigin().origin, query);
  return { title: `${w.titleFor(question.typed)}.`, robots, alternates };
}

export default async function SearchPage({ searchParams }: Props) {
  const asked = await searchParams;
  const place = listPlace(asked);
  const kind = asked.in === undefined ? null : SearchKind.safeParse(asked.in).data;
  if (place === undefined || kind === undefined) return <NotHere />;
  const typed = typedIn(asked);
  const question = questionOf(typed);
  return (
    <>
      <h1 className="answer">{question === null ? w.title : w.results(isolated(question.typed))}</h1>
      {question === null ? <p className="lede">{w.lede}</p> : null}
      <SearchBar typed={question?.typed ?? ""} kind={kind} hint={w.hint} />
      {question === null ? (
        typed.trim() === "" ? null : (
          <p className="mt-6 measure">{w.nothingAsked}</p>
        )
      ) : (
        <Found question={question} kind={kind} place={place} />
      )}
    </>
  );
}

async function Found(asked: {
  question: Question;
  kind: SearchKind | null;
  place: Exclude<ReturnType<typeof listPlace>, undefined>;
}) {
  const { question, kind } = asked;
  const found = await searchPublished(asked);
  const kinds = [null, ...SearchKind.options].map((one) => ({
    href: searchHref({ typed: question.typed, kind: one }),
    words: w.kinds[one ?? "all"],
    isHere: one === kind,
  }));
  return (
    <>
      <Unverified proof={found.isProven ? "VERIFIED" : "BROKEN"} />
      <NavLinks of={w.where} links={kinds} />
      {question.isCut ? <p className="mt-3 small measure">{w.cut}</p> : null}
      {found.respelt.map((one) => (
        <p key={one.typed} className="mt-3 measure">
          {one.read.length === 0
            ? w.unknown(isolated(one.typed))
            : w.respelt(isolated(one.typed), one.read.map(isolated))}
        </p>
      ))}
      {found.results.length === 0 ? (
        <NothingFound question={question} kind={kind} alone={found.alone} />
      ) : (
        <SearchResults found={found} timeZone={timeZone()} />
      )}
      <ListPages
        href={searchHref({ typed: question.typed, kind })}
        of={w.listName}
        older={found.older}
        newer={found.newer}
      />
      <FollowList name="search" query={searchQuery({ typed: question.typed, kind })} />
    </>
  );
}
