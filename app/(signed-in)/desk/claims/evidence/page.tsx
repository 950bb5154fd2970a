import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EvidenceFilter } from "#components/claims/evidence-filter";
import { EvidenceItems } from "#components/claims/evidence-items";
import { LostEvidence } from "#components/claims/lost-evidence";
import { DeskIndex } from "#components/ui/desk-index";
import { ListPages } from "#components/ui/list-pages";
import { NavLinks } from "#components/ui/nav-links";
import { evidencePage } from "#lib/db/claims/evidence-list";
import { lostEvidence } from "#lib/db/claims/lost-evidence";
import { type ListPlace, listPlace } from "#lib/domain/cursors";
import { type EvidenceAsked, evidenceAsked, evidenceHref } from "#lib/domain/evidence-desk";
import { LostView } from "#lib/domain/evidence-watch";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";

const said = words.deskEvidence;
const lost = words.evidenceWatch;
const HREF = evidenceHref({});

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** All evidence, narrowed and searched; or, where `?view=` says so, what the worker's looks didn't find as it was. */
export default async function EvidencePage({ searchParams }: Props) {
  await requirePage();
  const asked = await searchParams;
  const view = LostView.safeParse(asked.view).data ?? null;
  const place = listPlace(asked);
  if (place === undefined) notFound();
  return (
    <>
      <DeskIndex here="/desk/claims/evidence" />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{view === null ? said.lede : lost.lede}</p>
      <NavLinks
        of={said.views}
        links={[
          { href: HREF, words: said.all, isHere: view === null },
          ...LostView.options.map((one) => ({
            href: `${HREF}?view=${one}`,
            words: lost.view[one],
            isHere: one === view,
          })),
        ]}
      />
      {view === null ? (
        <Listed asked={evidenceAsked(asked)} place={place} />
      ) : (
        <Lost view={view} place={place} />
      )}
    </>
  );
}

async function Listed({ asked, place }: { asked: EvidenceAsked; place: ListPlace | null }) {
  const { evidence, claim, older, newer } = await evidencePage(asked, place);
  const href = evidenceHref(asked);
  return (
    <>
      <EvidenceFilter asked={asked} claim={claim} />
      {evidence.length === 0 && place === null && (
        <p className="mt-6 muted" role="status">
          {href === HREF ? said.none : said.noneFound}
        </p>
      )}
      <EvidenceItems evidence={evidence} timeZone={timeZone()} />
      <ListPages href={href} of={said.pages} older={older} newer={newer} />
    </>
  );
}

async function Lost({ view, place }: { view: LostView; place: ListPlace | null }) {
  const { evidence, older, newer } = await lostEvidence(view, place);
  return (
    <>
      <p className="mt-5">
        {evidence.length === 0 && place === null ? lost.none[view] : lost.explained[view]}
      </p>
      <LostEvidence evidence={evidence} timeZone={timeZone()} />
      <ListPages href={`${HREF}?view=${view}`} of={lost.pages} older={older} newer={newer} />
    </>
  );
}
