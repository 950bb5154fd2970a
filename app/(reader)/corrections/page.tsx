import type { Metadata } from "next";
import Link from "next/link";
import { FollowList } from "#components/articles/follow-list";
import { Unverified } from "#components/articles/unverified";
import { ListPages } from "#components/ui/list-pages";
import { NotHere } from "#components/ui/not-here";
import { publicCorrections } from "#lib/db/readers/published";
import { listPlace } from "#lib/domain/cursors";
import type { PublicCorrection } from "#lib/domain/published";
import { publicOrigin } from "#lib/next/public-origin";
import { timeZone } from "#lib/next/time-zone";
import { feedLinks } from "#lib/publish/syndication/feed-links";
import * as words from "#lib/words";
import { dayOf, shortDay } from "#lib/words/date-words";
import { isolated, langOf } from "#lib/words/lists";

const w = words.reader.corrections;

export function generateMetadata(): Metadata {
  return { title: `${w.title}.`, alternates: feedLinks("corrections", publicOrigin().origin) };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CorrectionsPage({ searchParams }: Props) {
  const place = listPlace(await searchParams);
  if (place === undefined) return <NotHere />;
  const { corrections, total, older, newer, isProven } = await publicCorrections(place);
  if (place !== null && corrections.length === 0 && isProven) return <NotHere />;
  return (
    <>
      <Unverified proof={isProven ? "VERIFIED" : "BROKEN"} />
      <p className="kicker">{w.title}</p>
      <h1 className="answer">{total === 0 ? w.none : w.answer(total)}</h1>
      <p className="lede">{w.lede}</p>
      {corrections.length === 0 ? null : <Ledger corrections={corrections} />}
      <ListPages href="/corrections" of={w.pages} older={older} newer={newer} />
      <FollowList name="corrections" />
    </>
  );
}

function Ledger({ corrections }: { corrections: readonly PublicCorrection[] }) {
  return (
    <table className="cards mt-12">
      <caption>{w.table}</caption>
      <thead>
        <tr>
          <th scope="col">{w.what}</th>
          <th scope="col">{w.when}</th>
          <th scope="col">{w.why}</th>
        </tr>
      </thead>
      <tbody>
        {corrections.map((correction) => (
          <tr key={correction.at + correction.reason}>
            <th scope="row">
              {kindOf(correction)}
              {correction.page === null ? null : (
                <>
                  :{" "}
                  <Link href={correction.page.href}>
                    <bdi lang={langOf(correction.page.title)}>{correction.page.title}</bdi>
                  </Link>
                </>
              )}
            </th>
            <td data-l={w.when} className="nowrap">
              {shortDay(dayOf(correction.at, timeZone()))}
            </td>
            <td data-l={w.why}>
              <bdi lang={langOf(correction.reason)}>{correction.reason}</bdi>
              {correction.withdrawnByWriter === null ? null : (
                <span className="muted"> {w.byWriter(isolated(correction.withdrawnByWriter))}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindOf({ kind, isWithdrawal }: PublicCorrection): string {
  if (kind === "ARTICLE") return isWithdrawal ? w.withdrawnArticle : w.correctedArticle;
  return isWithdrawal ? w.withdrawnClaim : w.correctedClaim;
}
