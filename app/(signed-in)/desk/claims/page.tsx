import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeskClaimItems } from "#components/claims/desk-claim-items";
import { DeskIndex } from "#components/ui/desk-index";
import { FindBar } from "#components/ui/find-bar";
import { ListPages } from "#components/ui/list-pages";
import { claimsPage, findClaims } from "#lib/db/claims/list";
import { lostCounts, MOST_LOST_COUNTED } from "#lib/db/claims/lost-evidence";
import { doubtCounts } from "#lib/db/doubts/list";
import { CLAIM_SEARCH_LENGTH } from "#lib/domain/claim-desk";
import { listPlace } from "#lib/domain/cursors";
import { searched } from "#lib/domain/desk-lists";
import { MOST_COUNTED } from "#lib/domain/doubts";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";

const said = words.deskClaims;
const HREF = "/desk/claims";

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** All claims, or those that are like what somebody typed. */
export default async function DeskClaimsPage({ searchParams }: Props) {
  await requirePage();
  const asked = await searchParams;
  const search = searched(asked.search, CLAIM_SEARCH_LENGTH);
  const place = listPlace(asked);
  if (place === undefined) notFound();
  return (
    <>
      <DeskIndex here="/desk/claims" />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <ToDoubts />
      <ToLostEvidence />
      <FindBar key={search} typed={search} label={said.search} button={said.searchButton} />
      {search === "" ? (
        <Listed page={await claimsPage(place)} />
      ) : (
        <Found search={search} claims={await findClaims(search)} />
      )}
    </>
  );
}

async function ToDoubts() {
  const { wrong, missed } = await doubtCounts();
  return (
    <p className="mt-4 mb-4">
      <Link href="/desk/claims/doubts">{words.doubts.link(wrong, missed, MOST_COUNTED)}</Link>
    </p>
  );
}

async function ToLostEvidence() {
  const counts = await lostCounts();
  return (
    <p className="mb-4">
      <Link href="/desk/claims/evidence?view=gone">
        {words.evidenceWatch.link(counts, MOST_LOST_COUNTED)}
      </Link>
    </p>
  );
}

function Listed({ page }: { page: Awaited<ReturnType<typeof claimsPage>> }) {
  const { claims, newer, older } = page;
  return (
    <>
      {claims.length === 0 ? <p className="mt-6 muted">{said.none}</p> : <DeskClaimItems claims={claims} />}
      <ListPages href={HREF} of={said.pages} older={older} newer={newer} />
    </>
  );
}

function Found({ search, claims }: { search: string; claims: Awaited<ReturnType<typeof findClaims>> }) {
  return (
    <>
      <p className="mt-5" role="status" dir="auto">
        {claims.length === 0 ? said.noneFound(search) : said.found(claims.length)}
      </p>
      <DeskClaimItems claims={claims} />
      <p className="mt-6">
        <Link href={HREF}>{said.all}</Link>
      </p>
    </>
  );
}
