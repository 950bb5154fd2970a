import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ClaimItems } from "#components/claims/claim-items";
import { publishedClaims } from "#lib/db/readers/published";
import type { ClaimPage } from "#lib/domain/published";
import { timeZone } from "#lib/next/time-zone";
import { claimCard } from "#lib/publish/claim-view";
import { words } from "#lib/words";

const w = words.reader.claims;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: `${w.title}.` };

export default async function ClaimsPage({ searchParams }: Props) {
  const asked = (await searchParams).page ?? "1";
  const number = typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
  if (number === null) notFound();
  const page = await publishedClaims(number);
  if (page.page > page.pages) notFound();
  return (
    <>
      <h1 className="answer">{w.answer(page.total)}</h1>
      <p className="lede">{w.lede}</p>
      {page.total === 0 ? (
        <p className="mt-6 measure">{w.empty}</p>
      ) : (
        <div className="mt-12">
          <ClaimItems heading="h2" cards={page.claims.map((claim) => claimCard(claim, timeZone()))} />
        </div>
      )}
      {page.pages === 1 ? null : <Pages page={page} />}
    </>
  );
}

function Pages({ page: { page, pages } }: { page: ClaimPage }) {
  return (
    <nav className="cluster mt-6" aria-label={w.pages}>
      {page > 1 ? (
        <Link href={`/claims?page=${page - 1}`} rel="prev">
          {w.newer}
        </Link>
      ) : null}
      <span className="small muted">{w.page(page, pages)}</span>
      {page < pages ? (
        <Link href={`/claims?page=${page + 1}`} rel="next">
          {w.older}
        </Link>
      ) : null}
    </nav>
  );
}
