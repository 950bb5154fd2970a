import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LostEvidence } from "#components/claims/lost-evidence";
import { DeskIndex } from "#components/ui/desk-index";
import { ListPages } from "#components/ui/list-pages";
import { NavLinks } from "#components/ui/nav-links";
import { lostEvidence } from "#lib/db/claims/lost-evidence";
import { listPlace } from "#lib/domain/cursors";
import { LostView } from "#lib/domain/evidence-watch";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";

const said = words.evidenceWatch;
const HREF = "/desk/claims/evidence";

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Evidence that the worker's looks didn't find as it was. `?view=` chooses what is wrong with it. */
export default async function LostEvidencePage({ searchParams }: Props) {
  await requirePage();
  const asked = await searchParams;
  const view = LostView.safeParse(asked.view).data ?? "gone";
  const place = listPlace(asked);
  if (place === undefined) notFound();
  const { evidence, older, newer } = await lostEvidence(view, place);
  const list = `${HREF}?view=${view}`;
  return (
    <>
      <DeskIndex here="/desk/claims" />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <NavLinks
        of={said.views}
        links={LostView.options.map((one) => ({
          href: `${HREF}?view=${one}`,
          words: said.view[one],
          isHere: one === view,
        }))}
      />
      <p className="mt-5">
        {evidence.length === 0 && place === null ? said.none[view] : said.explained[view]}
      </p>
      <LostEvidence evidence={evidence} timeZone={timeZone()} />
      <ListPages href={list} of={said.pages} older={older} newer={newer} />
    </>
  );
}
