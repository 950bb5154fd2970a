import type { Metadata } from "next";
import { FollowList } from "#components/articles/follow-list";
import { Unverified } from "#components/articles/unverified";
import { LedgerFilterForm, LedgerItems, LedgerStates } from "#components/promises/ledger";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { promiseCounts, publishedPromises } from "#lib/db/readers/promises";
import { timesTold } from "#lib/db/readers/templates";
import { duePlace, ledgerFilter } from "#lib/domain/promise-ledger";
import { questionOf } from "#lib/domain/search";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { isNarrowed, ledgerCard, ledgerHref, ledgerQuery, ledgerTitle } from "#lib/publish/promise-list";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";

const w = words.promiseLedger;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The whole ledger is for other people's search engines; parts of it that somebody asked for are not. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { filter } = ledgerFilter(await searchParams);
  const query = ledgerQuery(filter);
  const alternates = feedLinks("promises", publicOrigin().origin, query);
  const robots = query === "" ? {} : { robots: { index: false, follow: true } };
  return { title: `${ledgerTitle(filter)}.`, alternates, ...robots };
}

/** Every promise that stands published, from the clock when it is read. */
export default async function PromisesPage({ searchParams }: Props) {
  const given = await searchParams;
  const place = duePlace(given);
  if (place === undefined) return <NotHere />;
  const { filter, wrong } = ledgerFilter(given);
  const today = dayOf(new Date(), timeZone());
  const asked = { ...filter, question: filter.q === null ? null : questionOf(filter.q), today };
  const [page, counts] = await Promise.all([publishedPromises(asked, place), promiseCounts(asked)]);
  const { state } = filter;
  const n = state === null ? counts.all : state === "resolved" ? null : counts.of[state];
  const title = ledgerTitle(filter);
  const told = await timesTold(page.places.flatMap(({ statement }) => statement.template?.key ?? []));
  const cards = page.places.flatMap((one) => ledgerCard(one, told, today) ?? []);
  const isNarrow = isNarrowed(filter);
  return (
    <>
      <Unverified proof={page.isProven ? "VERIFIED" : "BROKEN"} />
      <h1 className="answer">{n === null ? title : w.answer(title, n, counts.most)}</h1>
      <p className="lede">{w.lede}</p>
      {wrong.length === 0 ? null : (
        <p className="error mt-3" role="alert">
          {w.broken(wrong.map((name) => w.filter[name]))}
        </p>
      )}
      <LedgerFilterForm filter={filter} hasClear={isNarrow} />
      {page.respelt.map(({ typed, read }) => (
        <p key={typed} className="mt-3 measure">
          {read.length === 0
            ? words.find.search.unknown(isolated(typed))
            : words.find.search.respelt(isolated(typed), read.map(isolated))}
        </p>
      ))}
      <LedgerStates filter={filter} counts={counts} />
      <p className="mt-3 small muted measure">{w.counted[state ?? "all"]}</p>
      {cards.length === 0 ? (
        <p className="mt-6 measure">
          {place !== null ? w.beyond : isNarrow || state !== null ? w.none : w.empty}
        </p>
      ) : (
        <LedgerItems cards={cards} />
      )}
      <ListPages
        href={ledgerHref(filter)}
        of={w.list}
        older={page.next}
        newer={page.previous}
        say={{ newer: w.previous, older: w.next }}
      />
      <FollowList name="promises" query={ledgerQuery(filter)} />
    </>
  );
}
